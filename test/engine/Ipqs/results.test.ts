import type { IDataObject } from 'n8n-workflow';
import nock from 'nock';
import { standInForIpqs } from '../../support/ipqs';
import { ask, askInTurn, CONTINUE, fieldsOf, lookups, results, type Asking } from '../../support/operationRuns';
import { LEAKED_PASSWORD } from '../../support/operationBodies';
import { BY_NAME, SUBJECT } from '../../support/operationCases';

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => nock.enableNetConnect());

describe.each(BY_NAME)('%s gives', (_name, one) => {
	const { body, charged, simplified, raw, selected, refusal } = one;
	const perItem = simplified.length;

	const resultsWith = async (parameters: IDataObject): Promise<IDataObject[]> => {
		standInForIpqs(() => ({ body }));
		const run = await ask([SUBJECT], one, { parameters });
		expect(run.error).toBeUndefined();
		return results(run).map(fieldsOf);
	};

	it('the typed fields that decide, with the record of the lookup, beside the fields of the item', async () => {
		const received = standInForIpqs(() => ({ body }));
		const run = await ask([SUBJECT, { ...SUBJECT, id: 'an equal one' }], one);
		expect(results(run).map(fieldsOf)).toEqual([...simplified, ...simplified]);
		const places = [0, 1].flatMap((item) => Array.from({ length: perItem }, () => item));
		expect(run.items('Lookup').map(({ json, pairedItem }) => [json.id, json.mail, pairedItem])).toEqual(
			places.map((item) => [item === 0 ? 'a lead' : 'an equal one', SUBJECT.mail, { item }]),
		);
		expect(received).toHaveLength(1);
		expect(lookups(run)).toEqual(
			places.map((item) => ({
				...{
					status: 'ok',
					reason: null,
					request_id: body.request_id,
					checked_at: expect.stringMatching(/Z$/),
					attempts: 1,
					charged_attempts: charged && item === 0 ? 1 : 0,
					latency_ms: expect.any(Number),
				},
				...{
					deduplicated: item === 1,
					billable: charged && item === 0,
					reused: false,
					sandbox: false,
					resource: one.resource === 'request' ? 'ipAddress' : one.resource,
					key: charged ? expect.stringMatching(/^[\da-f]{16}$/) : null,
					output: 'simplified',
					not_in_plan: one.notInPlan ?? {},
				},
			})),
		);
	});

	it('every field as it came when raw', async () => {
		expect(await resultsWith({ output: 'raw' })).toEqual(raw);
	});

	it('the fields that were selected, and success', async () => {
		expect(await resultsWith({ output: 'selected', fields: selected.fields })).toEqual(selected.result);
	});

	it('the result where it is asked for, without the item, and fields of it as fields of the item', async () => {
		standInForIpqs(() => ({ body }));
		const [field = '', value] = Object.entries(simplified[0] ?? {}).at(-1) ?? [];
		const options = { includeInput: false, fieldNames: { values: [{ field, name: 'kept.here' }] } };
		const run = await ask([SUBJECT], one, { parameters: { outputField: 'checks.ipqs', options } });
		expect(run.items('Lookup')[0]?.json).toEqual({
			checks: { ipqs: { ...simplified[0], lookup: expect.any(Object) } },
			kept: { here: value },
		});
	});

	describe(`what went wrong when IPQS says "${refusal.says}"`, () => {
		const refuse = () => standInForIpqs(() => ({ body: { success: false, message: refusal.says, request_id: 'R3fU5aL0no' } }));
		const record = expect.objectContaining({ status: 'failed', reason: refusal.reason, attempts: 1, billable: false });

		it('as an error that names the item', async () => {
			refuse();
			const { error } = await ask([SUBJECT], one);
			expect(error?.name).toBe('NodeApiError');
			expect(error?.message.replace(/ \[item 0\]$/, '')).toMatch(refusal.message);
			expect(error?.message).toMatch(/ \[item 0\]$/);
		});

		it('as a result with its reason when On Error is Continue', async () => {
			refuse();
			const run = await ask([SUBJECT], one, { node: CONTINUE });
			expect(run.items('Lookup')).toMatchObject([{ json: SUBJECT, pairedItem: { item: 0 } }]);
			expect(results(run)).toEqual([{ success: false, message: expect.stringMatching(refusal.message), lookup: record }]);
		});

		it('on the error output, with the fields of the item', async () => {
			refuse();
			const run = await ask([SUBJECT], one, { node: { onError: 'continueErrorOutput' } });
			expect(run.items('Lookup', 0)).toEqual([]);
			expect(run.items('Lookup', 1)).toMatchObject([
				{ json: { ...SUBJECT, error: { message: expect.stringMatching(refusal.message) } }, pairedItem: { item: 0 } },
			]);
		});
	});

	it('no result, and no item without its reason, when the service is out of order', async () => {
		const received = standInForIpqs(() => ({ status: 503, body: '' }));
		const run = await ask([SUBJECT], one, { node: CONTINUE, parameters: { options: { maxRetries: 1 } } });
		const attempts = one.once ? 1 : 2;
		expect(lookups(run)).toMatchObject([{ status: 'failed', reason: 'unavailable', attempts, billable: false }]);
		expect(received).toHaveLength(attempts);
	});
});

describe('results', () => {
	it('transaction data brings the risk of the transaction, typed', async () => {
		standInForIpqs(() => ({ body: { success: true, fraud_score: 0, transaction_details: { risk_score: '7.5', bin_country: 'N/A' } } }));
		const run = await ask([SUBJECT], {
			resource: 'ipAddress',
			operation: 'check',
			parameters: { ipAddress: '={{ $json.ip }}', options: { transaction: { user: { username: 'ada' } } } },
		});
		expect(results(run)).toMatchObject([{ transaction_details: { risk_score: 7.5, bin_country: null } }]);
	});
});

describe('a leaked password', () => {
	const leak: Asking = { resource: 'leakedData', operation: 'check', parameters: { leakType: 'email', value: 'ada@example.org' } };
	const earlier: Asking = {
		resource: 'request',
		operation: 'getMany',
		parameters: { requestType: 'leaked_email', startDate: '2026-11-01' },
	};
	const postback: Asking = { resource: 'postback', operation: 'send', parameters: { requestId: 'L1eA2kE3dX' } };
	const record = { success: true, exposed: true, plain_text_password: LEAKED_PASSWORD, request_id: 'L1eA2kE3dX' };

	it.each(['simplified', 'selected', 'raw'])('is in no %s result and in nothing that is saved', async (output) => {
		standInForIpqs(({ path }) => ({ body: path.includes('/requests/') ? { success: true, requests: [record], total_pages: 1 } : record }));
		const parameters = {
			output,
			fields: ['success', 'plain_text_password'],
			options: { fieldNames: { values: [{ field: 'plain_text_password', name: 'password' }] } },
		};
		const run = await askInTurn([SUBJECT], [leak, earlier, postback], { parameters });
		expect(run.error).toBeUndefined();
		for (const node of ['1', '2', '3']) expect(results(run, node)).toMatchObject([{ success: true }]);
		expect(run.saved).not.toContain(LEAKED_PASSWORD);
		expect(results(run, '1')[0]).not.toHaveProperty('plain_text_password');
	});
});
