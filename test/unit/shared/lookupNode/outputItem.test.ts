import type { INode } from 'n8n-workflow';
import { failureMessageOf, outputItem, readOnError } from '../../../../nodes/shared/lookupNode/outputItem';
import { PHONE_FIELDS } from '../../../../nodes/shared/ipqs/phoneFields';
import { selectFields } from '../../../../nodes/shared/ipqs/selectFields';
import type { FailureReason } from '../../../../nodes/shared/ipqs/failures';
import { toErrorOutput } from '../../../../nodes/shared/ipqs/errorOutput';
import { toUnsentResult, type ItemResult } from '../../../../nodes/shared/client/itemResult';
import { VALID } from '../../../support/scripted-transport';
import type { OutputOptions } from '../../../../nodes/shared/lookupNode/readOutputOptions';

const ORIGIN = { sandbox: false, resource: 'phone', output: 'simplified' as const };

const PHONE = { fields: PHONE_FIELDS };

const output = (changes: Partial<OutputOptions> = {}): OutputOptions => ({
	outputField: 'ipqs',
	includeInput: true,
	fields: selectFields(PHONE, 'selected', ['valid', 'fraud_score'], []),
	fieldNames: [],
	fieldPrefix: '',
	...changes,
});

const INPUT = { json: { name: 'Ada', phone: '+12015550123', ipqs: 'older', score: 7 } };

const RECORD = {
	...{
		status: 'ok' as const,
		reason: null,
		request_id: 'Xy12Zw',
		checked_at: '2026-11-21T12:00:00.000Z',
		attempts: 1,
		charged_attempts: 1,
		latency_ms: 100,
	},
	...{ deduplicated: false, billable: true, reused: false, ...ORIGIN, key: null, not_in_plan: {} },
};

const ANSWERED: ItemResult = { result: { kind: 'success', body: { ...VALID, fraud_score: '90' } }, metadata: RECORD };

const failedWith = (reason: FailureReason, apiMessage: string | null = null): ItemResult => ({
	result: { kind: 'failed', reason, apiMessage, status: null, retryAfter: null },
	metadata: { ...RECORD, status: 'failed', reason },
});

const TIMED_OUT = failedWith('timeout');

describe('an answered item', () => {
	it('has the typed result and the record in its field, in place of what was there', () => {
		expect(outputItem(INPUT, 3, ANSWERED, output(), 'continue')).toEqual({
			json: { name: 'Ada', phone: '+12015550123', score: 7, ipqs: { success: true, valid: true, fraud_score: 90, lookup: RECORD } },
			pairedItem: { item: 3 },
		});
	});

	it('has the body as it came, and the record, when the result is raw', () => {
		expect(outputItem(INPUT, 0, ANSWERED, output({ fields: selectFields(PHONE, 'raw', [], []) }), 'continue').json.ipqs).toEqual({
			...VALID,
			fraud_score: '90',
			lookup: RECORD,
		});
	});

	it("may leave the lead's own fields behind", () => {
		expect(Object.keys(outputItem(INPUT, 0, ANSWERED, output({ includeInput: false }), 'continue').json)).toEqual(['ipqs']);
	});

	it('may have its result at a path', () => {
		expect(outputItem(INPUT, 0, ANSWERED, output({ outputField: 'checks.phone', includeInput: false }), 'continue').json).toMatchObject({
			checks: { phone: { success: true } },
		});
	});

	it('writes response fields into fields of the lead, in order', () => {
		const fieldNames = [
			{ field: 'fraud_score', name: 'score' },
			{ field: 'line_type', name: 'phone' },
			{ field: 'no_such_field', name: 'nothing' },
			{ field: 'valid', name: 'checks.valid' },
			{ field: 'message', name: 'checks.apiMessage' },
		];
		expect(outputItem(INPUT, 0, ANSWERED, output({ fieldNames }), 'continue').json).toMatchObject({
			name: 'Ada',
			score: 90,
			phone: null,
			nothing: null,
			checks: { valid: true, apiMessage: 'Phone is valid.' },
		});
	});

	it('keeps its binary data', () => {
		const binary = { file: { data: 'x', mimeType: 'text/plain' } };
		expect(outputItem({ ...INPUT, binary }, 0, ANSWERED, output({ includeInput: false }), 'continue').binary).toBe(binary);
		expect(outputItem(INPUT, 0, ANSWERED, output(), 'continue')).not.toHaveProperty('binary');
	});

	it('is no failed one any more, where it came back from the error output', () => {
		const failed = toErrorOutput('IPQS did not respond in time', 'timeout', TIMED_OUT.metadata);
		expect(outputItem({ json: { name: 'Ada', ...failed } }, 0, ANSWERED, output(), 'errorOutput').json).toEqual({
			name: 'Ada',
			ipqs: expect.anything(),
		});
	});

	it('leaves the input item as it is', () => {
		const before = structuredClone(INPUT);
		outputItem(INPUT, 0, ANSWERED, output({ outputField: 'ipqs.phone', fieldNames: [{ field: 'valid', name: 'name' }] }), 'continue');
		expect(INPUT).toEqual(before);
	});

	it.each(['stop', 'continue', 'errorOutput'] as const)("leaves the same way with 'On Error' %s", (onError) => {
		expect(outputItem(INPUT, 0, ANSWERED, output(), onError)).toEqual(outputItem(INPUT, 0, ANSWERED, output(), 'continue'));
	});
});

describe('an item without a result', () => {
	describe('in the sandbox', () => {
		const inSandbox = (attempts: number) => ({ ...TIMED_OUT, metadata: { ...TIMED_OUT.metadata, sandbox: true, attempts } });

		it('says that the test value simulated the failure', () => {
			expect(failureMessageOf(inSandbox(2))).toBe('Simulated by the test value: IPQS did not respond in time');
		});

		it('names the real cause when nothing was sent', () => {
			expect(failureMessageOf(inSandbox(0))).toBe('IPQS did not respond in time');
		});
	});

	it("says so beside the lead's own fields", () => {
		expect(outputItem(INPUT, 2, TIMED_OUT, output(), 'continue')).toEqual({
			json: {
				name: 'Ada',
				phone: '+12015550123',
				score: 7,
				ipqs: { success: false, message: 'IPQS did not respond in time', lookup: TIMED_OUT.metadata },
			},
			pairedItem: { item: 2 },
		});
	});

	it.each(['simplified', 'raw'] as const)('says so in the %s output too', (mode) => {
		expect(outputItem(INPUT, 0, TIMED_OUT, output({ fields: selectFields(PHONE, mode, [], []) }), 'continue').json.ipqs).toEqual({
			success: false,
			message: 'IPQS did not respond in time',
			lookup: TIMED_OUT.metadata,
		});
	});

	it('empties the fields of the lead that would take a response field', () => {
		expect(
			outputItem(INPUT, 0, TIMED_OUT, output({ fieldNames: [{ field: 'fraud_score', name: 'score' }] }), 'continue').json,
		).toMatchObject({ score: null });
	});

	it('leaves by the error output with nothing but error', () => {
		const binary = { file: { data: 'x', mimeType: 'text/plain' } };
		expect(outputItem({ ...INPUT, binary }, 2, failedWith('rejected_request', 'Invalid country'), output(), 'errorOutput')).toEqual({
			json: {
				error: {
					message: 'IPQS rejected the request: Invalid country',
					description: 'Check the values of this item, and whether your IPQS plan includes the requested checks',
					lookup: { ...RECORD, status: 'failed', reason: 'rejected_request' },
				},
			},
			binary,
			pairedItem: { item: 2 },
		});
	});

	it('leaves by the error output when it was not attempted', () => {
		const result = {
			...failedWith('max_lookups'),
			metadata: { ...RECORD, status: 'not_attempted' as const, reason: 'max_lookups' as const },
		};
		expect(outputItem(INPUT, 0, result, output(), 'errorOutput').json).toHaveProperty('error');
	});

	it.each([
		[
			'a malformed number',
			toUnsentResult({ status: 'not_sent', reason: 'phone_impossible', body: { success: true, valid: false } }, ORIGIN),
		],
		['a number that needs a country', toUnsentResult({ status: 'not_sent', reason: 'country_missing' }, ORIGIN)],
	])("stays on the main output with 'On Error' errorOutput when it is %s", (_what, result) => {
		const { json } = outputItem(INPUT, 0, result, output(), 'errorOutput');
		expect(json).toMatchObject({ name: 'Ada', ipqs: { lookup: { status: 'not_sent' } } });
		expect(json).not.toHaveProperty('error');
	});

	it('that needs a country has success false', () => {
		const result = toUnsentResult({ status: 'not_sent', reason: 'country_missing' }, ORIGIN);
		expect(outputItem(INPUT, 0, result, output(), 'stop').json.ipqs).toEqual({
			success: false,
			message: "'Phone Number' needs a country",
			lookup: result.metadata,
		});
	});
});

describe('what happened, in a sentence', () => {
	it.each<[string, ItemResult, string]>([
		['is nothing for an answer', ANSWERED, ''],
		['is that of the reason', TIMED_OUT, 'IPQS did not respond in time'],
		['adds what IPQS apiMessage', failedWith('unknown', 'Oops'), 'IPQS returned no result and gave no known reason: Oops'],
		['is what is wrong with a parameter', failedWith('invalid_parameter', "'Strictness' must be 0"), "'Strictness' must be 0"],
	])('%s', (_what, result, message) => {
		expect(failureMessageOf(result)).toBe(message);
	});
});

describe('output item', () => {
	it.each<[INode['onError'], boolean, string]>([
		[undefined, false, 'stop'],
		['stopWorkflow', false, 'stop'],
		['continueRegularOutput', true, 'continue'],
		['continueErrorOutput', true, 'errorOutput'],
		[undefined, true, 'continue'],
	])("'On Error' %s of the node, continueOnFail %s, is %s", (onError, continueOnFail, expected) => {
		expect(readOnError({ onError } as INode, continueOnFail)).toBe(expected);
	});
});
