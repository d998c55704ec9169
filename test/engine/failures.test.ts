import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { extractResult } from '../../nodes/shared/criteria/extractResult';
import { FAILURES, type FailureReason } from '../../nodes/shared/ipqs/failures';
import type { EngineRun } from '../../scripts/engine';
import { newAccount } from '../support/accounts';
import { FAULTS, startStandIn, type StandIn } from '../support/stand-in';
import { lookUpLeads } from '../support/workflow';

const LEADS = [
	{ phone: '+1 201 555 0100', id: 'first' },
	{ phone: '+1 201 555 0199', id: 'faulty' },
	{ phone: '+1 201 555 0101', id: 'last' },
];
const FAULTY_NUMBER = '12015550199';

interface Expectation {
	readonly reason: FailureReason;
	/** HTTP status of the answer; none where nothing came back, and the request may have been charged. */
	readonly status?: number;
}

/** What each fault of the stand-in is to be told apart as. */
const EXPECTED: Readonly<Record<string, Expectation>> = {
	invalidKey: { reason: 'invalid_key', status: 200 },
	unauthorized: { reason: 'invalid_key', status: 401 },
	noCredits: { reason: 'insufficient_credits', status: 200 },
	noCreditsStatus: { reason: 'insufficient_credits', status: 400 },
	quota: { reason: 'quota_exceeded', status: 200 },
	limited: { reason: 'rate_limited', status: 429 },
	limited509: { reason: 'rate_limited', status: 509 },
	forbiddenHtml: { reason: 'rate_limited', status: 403 },
	serverError: { reason: 'unavailable', status: 500 },
	outOfService: { reason: 'unavailable', status: 503 },
	drop: { reason: 'unavailable' },
	cut: { reason: 'unavailable' },
	silence: { reason: 'timeout' },
	html: { reason: 'bad_response', status: 200 },
	empty: { reason: 'bad_response', status: 200 },
	array: { reason: 'bad_response', status: 200 },
	number: { reason: 'bad_response', status: 200 },
	nothing: { reason: 'bad_response', status: 200 },
	noSuccess: { reason: 'bad_response', status: 200 },
	brokenJson: { reason: 'bad_response', status: 200 },
	redirect: { reason: 'bad_response', status: 302 },
	badRequest: { reason: 'rejected_request', status: 400 },
	badRequestText: { reason: 'rejected_request', status: 400 },
	noMatch: { reason: 'not_found', status: 200 },
	notFound: { reason: 'not_found', status: 404 },
	unknown: { reason: 'unknown', status: 200 },
	falseSuccess: { reason: 'unknown', status: 200 },
};

describe('failures', () => {
	it('every fault of the stand-in is in the matrix', () => {
		expect(Object.keys(EXPECTED).sort()).toEqual(Object.keys(FAULTS).sort());
	});
});

describe.each(Object.entries(EXPECTED))('%s', (fault, { reason, status }) => {
	const { message, remedy, retry = false, stopsAccount = false } = FAILURES[reason];
	const attempts = retry ? 2 : 1;
	let ipqs: StandIn;

	beforeAll(async () => {
		ipqs = await startStandIn({ faults: { [FAULTY_NUMBER]: fault } });
	});
	beforeEach(() => {
		ipqs.counts.requests = 0;
	});
	afterAll(async () => await ipqs.close());

	const run = async (node: IDataObject = {}): Promise<EngineRun> =>
		await lookUpLeads(LEADS, {
			node,
			credentials: newAccount({ baseUrl: ipqs.url }),
			parameters: { options: { maxRetries: 1, concurrency: 1, timeout: 1 } },
		});

	it('stops the node with what happened, to which item and what to do, when On Error is Stop', async () => {
		const { error, items } = await run();
		expect(error).toMatchObject({ name: 'NodeApiError', context: { itemIndex: 1 }, node: { name: 'Lookup' } });
		expect(error?.message.startsWith(message)).toBe(true);
		expect(error?.message).toMatch(/ \[item 1\]$/);
		expect(error?.description).toBe(`${remedy}. To keep the other leads, set 'On Error' in the node's settings to Continue.`);
		expect(error?.httpCode ?? undefined).toBe(status === undefined || status === 200 ? undefined : String(status));
		expect(`${error?.message} ${remedy}`).not.toMatch(/\b(?:error|problem|failure|mistake)\b/i);
		expect(items('Lookup')).toEqual([]);
		expect(ipqs.counts.requests).toBe(1 + attempts);
	});

	it('leaves the lead with its reason and lets the others pass when On Error is Continue', async () => {
		const { error, items, outputs } = await run({ onError: 'continueRegularOutput' });
		expect(error).toBeUndefined();
		expect(outputs('Lookup')).toHaveLength(1);
		expect(items('Lookup').map(({ json, pairedItem }) => [json.id, json.phone, pairedItem])).toEqual(
			LEADS.map(({ id, phone }, item) => [id, phone, { item }]),
		);
		const [first, faulty, last] = items('Lookup').map(({ json }) => json.ipqs as IDataObject);
		expect(first).toMatchObject({ success: true, lookup: { status: 'ok', billable: true } });
		expect(faulty).toEqual({
			success: false,
			message: expect.stringMatching(new RegExp(`^${message}`)),
			lookup: expect.objectContaining({ status: 'failed', reason, attempts, billable: status === undefined ? null : false }),
		});
		expect(last?.lookup).toMatchObject(
			stopsAccount ? { status: 'not_attempted', reason, attempts: 0, billable: false } : { status: 'ok', billable: true },
		);
		expect(ipqs.counts.requests).toBe(1 + attempts + (stopsAccount ? 0 : 1));
	});

	it('leaves by the error output with the input fields when On Error asks for it', async () => {
		const { error, items, outputs } = await run({ onError: 'continueErrorOutput' });
		expect(error).toBeUndefined();
		expect(outputs('Lookup')).toHaveLength(2);
		expect(items('Lookup', 0).map(({ json }) => json.id)).toEqual(stopsAccount ? ['first'] : ['first', 'last']);
		expect(items('Lookup', 1).map(({ json }) => json.id)).toEqual(stopsAccount ? ['faulty', 'last'] : ['faulty']);
		const { json, pairedItem } = items('Lookup', 1)[0] as INodeExecutionData;
		expect(json).toMatchObject({
			...LEADS[1],
			error: {
				message: expect.stringMatching(new RegExp(`^${message}`)),
				description: remedy,
				lookup: { status: 'failed', reason, attempts },
			},
		});
		expect(pairedItem).toMatchObject({ item: 1 });
		// What an earlier lookup had found does not count for IPQS Criteria then.
		expect(extractResult({ ...json, ipqs: { success: true, valid: true, fraud_score: 0 } }, 'ipqs', 'phone')).toMatchObject({
			kind: 'failed',
			reason,
		});
		expect(ipqs.counts.requests).toBe(1 + attempts + (stopsAccount ? 0 : 1));
	});
});
