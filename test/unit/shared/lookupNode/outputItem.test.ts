import type { INode } from 'n8n-workflow';
import { messageOf, onErrorOf, outputItem, type Placement } from '../../../../nodes/shared/lookupNode/outputItem';
import { PHONE_FIELDS } from '../../../../nodes/shared/ipqs/phoneFields';
import { chooseFields } from '../../../../nodes/shared/ipqs/selectFields';
import type { Reason } from '../../../../nodes/shared/ipqs/errors';
import { errorItem } from '../../../../nodes/shared/ipqs/errorOutput';
import { resultWithoutRequest, type ItemResult } from '../../../../nodes/shared/client/itemResult';
import { VALID } from '../../../support/scripted-transport';

const ORIGIN = { sandbox: false, resource: 'phone' };

const PHONE = { fields: PHONE_FIELDS };

const placement = (changes: Partial<Placement> = {}): Placement => ({
	outputField: 'ipqs',
	includeInput: true,
	fields: chooseFields(PHONE, 'selected', ['valid', 'fraud_score'], []),
	fieldNames: [],
	...changes,
});

const INPUT = { json: { name: 'Ada', phone: '+12015550123', ipqs: 'older', score: 7 } };

const RECORD = {
	...{ status: 'ok' as const, reason: null, request_id: 'Xy12Zw', checked_at: '2026-11-21T12:00:00.000Z', attempts: 1, latency_ms: 100 },
	...{ deduplicated: false, billable: true, ...ORIGIN, not_in_plan: {} },
};

const ANSWERED: ItemResult = { verdict: { kind: 'answered', body: { ...VALID, fraud_score: '90' } }, record: RECORD };

const failedWith = (reason: Reason, said: string | null = null): ItemResult => ({
	verdict: { kind: 'failed', reason, said, status: null, retryAfter: null },
	record: { ...RECORD, status: 'failed', reason },
});

const TIMED_OUT = failedWith('timeout');

describe('an answered item', () => {
	it('has the typed result and the record in its field, in place of what was there', () => {
		expect(outputItem(INPUT, 3, ANSWERED, placement(), 'continue')).toEqual({
			json: { name: 'Ada', phone: '+12015550123', score: 7, ipqs: { success: true, valid: true, fraud_score: 90, lookup: RECORD } },
			pairedItem: { item: 3 },
		});
	});

	it('has the body as it came, and the record, when the result is raw', () => {
		expect(outputItem(INPUT, 0, ANSWERED, placement({ fields: chooseFields(PHONE, 'raw', [], []) }), 'continue').json.ipqs).toEqual({
			...VALID,
			fraud_score: '90',
			lookup: RECORD,
		});
	});

	it('may leave the lead\'s own fields behind', () => {
		expect(Object.keys(outputItem(INPUT, 0, ANSWERED, placement({ includeInput: false }), 'continue').json)).toEqual(['ipqs']);
	});

	it('may have its result at a path', () => {
		expect(outputItem(INPUT, 0, ANSWERED, placement({ outputField: 'checks.phone', includeInput: false }), 'continue').json).toMatchObject({
			checks: { phone: { success: true } },
		});
	});

	it('writes response fields into fields of the lead, in order', () => {
		const fieldNames = [
			{ field: 'fraud_score', name: 'score' },
			{ field: 'line_type', name: 'phone' },
			{ field: 'no_such_field', name: 'nothing' },
			{ field: 'valid', name: 'checks.valid' },
			{ field: 'message', name: 'checks.said' },
		];
		expect(outputItem(INPUT, 0, ANSWERED, placement({ fieldNames }), 'continue').json).toMatchObject({
			name: 'Ada',
			score: 90,
			phone: null,
			nothing: null,
			checks: { valid: true, said: 'Phone is valid.' },
		});
	});

	it('keeps its binary data', () => {
		const binary = { file: { data: 'x', mimeType: 'text/plain' } };
		expect(outputItem({ ...INPUT, binary }, 0, ANSWERED, placement({ includeInput: false }), 'continue').binary).toBe(binary);
		expect(outputItem(INPUT, 0, ANSWERED, placement(), 'continue')).not.toHaveProperty('binary');
	});

	it('is no failed one any more, where it came back from the error output', () => {
		const failed = errorItem('IPQS did not answer in time', 'timeout', RECORD);
		expect(outputItem({ json: { name: 'Ada', ...failed } }, 0, ANSWERED, placement(), 'errorOutput').json).toEqual({ name: 'Ada', ipqs: expect.anything() });
	});

	it('leaves the input item as it is', () => {
		const before = structuredClone(INPUT);
		outputItem(INPUT, 0, ANSWERED, placement({ outputField: 'ipqs.phone', fieldNames: [{ field: 'valid', name: 'name' }] }), 'continue');
		expect(INPUT).toEqual(before);
	});

	it.each(['stop', 'continue', 'errorOutput'] as const)('leaves the same way with \'On Error\' %s', (onError) => {
		expect(outputItem(INPUT, 0, ANSWERED, placement(), onError)).toEqual(outputItem(INPUT, 0, ANSWERED, placement(), 'continue'));
	});
});

describe('an item without a result', () => {
	it('says so beside the lead\'s own fields', () => {
		expect(outputItem(INPUT, 2, TIMED_OUT, placement(), 'continue')).toEqual({
			json: { name: 'Ada', phone: '+12015550123', score: 7, ipqs: { success: false, message: 'IPQS did not answer in time', lookup: TIMED_OUT.record } },
			pairedItem: { item: 2 },
		});
	});

	it.each(['simplified', 'raw'] as const)('says so in the %s output too', (mode) => {
		expect(outputItem(INPUT, 0, TIMED_OUT, placement({ fields: chooseFields(PHONE, mode, [], []) }), 'continue').json.ipqs).toEqual({
			success: false,
			message: 'IPQS did not answer in time',
			lookup: TIMED_OUT.record,
		});
	});

	it('empties the fields of the lead that would take a response field', () => {
		expect(outputItem(INPUT, 0, TIMED_OUT, placement({ fieldNames: [{ field: 'fraud_score', name: 'score' }] }), 'continue').json).toMatchObject({ score: null });
	});

	it('leaves by the error output with nothing but what n8n takes for it', () => {
		const binary = { file: { data: 'x', mimeType: 'text/plain' } };
		expect(outputItem({ ...INPUT, binary }, 2, failedWith('rejected_request', 'Invalid country'), placement(), 'errorOutputWithDetails')).toEqual({
			json: {
				error: 'IPQS refused the request: Invalid country',
				message: 'Check the values of this item and the add-ons of your IPQS plan',
				details: { ...RECORD, status: 'failed', reason: 'rejected_request' },
			},
			binary,
			pairedItem: { item: 2 },
		});
	});

	it('leaves by the error output without details where n8n would not know it by them', () => {
		expect(outputItem(INPUT, 2, failedWith('timeout'), placement(), 'errorOutput').json).toEqual({
			error: 'IPQS did not answer in time',
			message: 'Run the lead again; if it keeps happening, raise \'Timeout\' in the options',
		});
	});

	it('leaves by the error output when it was not attempted', () => {
		const result = { ...failedWith('max_lookups'), record: { ...RECORD, status: 'not_attempted' as const, reason: 'max_lookups' as const } };
		expect(outputItem(INPUT, 0, result, placement(), 'errorOutput').json).toHaveProperty('error');
	});

	it.each([
		['a malformed number', resultWithoutRequest({ status: 'not_sent', reason: 'malformed_phone', body: { success: true, valid: false } }, ORIGIN)],
		['a number that needs a country', resultWithoutRequest({ status: 'not_sent', reason: 'country_missing' }, ORIGIN)],
	])('stays on the main output with \'On Error\' errorOutput when it is %s', (_what, result) => {
		const { json } = outputItem(INPUT, 0, result, placement(), 'errorOutput');
		expect(json).toMatchObject({ name: 'Ada', ipqs: { lookup: { status: 'not_sent' } } });
		expect(json).not.toHaveProperty('error');
	});

	it('that needs a country has success false', () => {
		const result = resultWithoutRequest({ status: 'not_sent', reason: 'country_missing' }, ORIGIN);
		expect(outputItem(INPUT, 0, result, placement(), 'stop').json.ipqs).toEqual({
			success: false,
			message: '\'Phone Number\' has under 10 digits and \'Country\' is empty',
			lookup: result.record,
		});
	});
});

describe('what happened, in a sentence', () => {
	it.each<[string, ItemResult, string]>([
		['is nothing for an answer', ANSWERED, ''],
		['is that of the reason', TIMED_OUT, 'IPQS did not answer in time'],
		['adds what IPQS said', failedWith('unknown', 'Oops'), 'IPQS gave no result, for a reason that is not known here: Oops'],
		['is what is wrong with a parameter', failedWith('invalid_parameter', '\'Strictness\' must be 0'), '\'Strictness\' must be 0'],
	])('%s', (_what, result, message) => {
		expect(messageOf(result)).toBe(message);
	});
});

it.each<[INode['onError'], boolean, string]>([
	[undefined, false, 'stop'],
	['stopWorkflow', false, 'stop'],
	['continueRegularOutput', true, 'continue'],
	['continueErrorOutput', true, 'errorOutputWithDetails'],
	[undefined, true, 'continue'],
])('\'On Error\' %s of the node, continueOnFail %s, is %s', (onError, continueOnFail, expected) => {
	expect(onErrorOf({ onError } as INode, continueOnFail)).toBe(expected);
});
