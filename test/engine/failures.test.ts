import type { IDataObject } from 'n8n-workflow';
import nock from 'nock';
import { FAILURES, type Reason } from '../../nodes/shared/ipqs/errors';
import type { EngineRun } from '../../scripts/engine';
import { captureOutput } from '../support/captured-output';
import { FICTIONAL_KEY, IPQS, newAccount, phoneBody, standInForIpqs } from '../support/ipqs';
import { lookUpLeads, resultsOf, type LookupSetup } from '../support/workflow';

const GOOD = { phone: '+1 201 555 0100', id: 'good' };
const BAD = { phone: '+1 201 555 0199', id: 'bad' };
const ALSO_GOOD = { phone: '+1 201 555 0101', id: 'also good' };
const LEADS = [GOOD, BAD, ALSO_GOOD];

interface Case {
	readonly name: string;
	readonly reason: Reason;
	readonly status?: number;
	readonly body: unknown;
	readonly retried?: true;
}

const refusal = (message: string): object => ({ success: false, message, request_id: 'aB3dE6gH9k' });

const CASES: Case[] = [
	{ name: 'an invalid key', reason: 'invalid_key', body: refusal('Invalid or unauthorized key. Please check the API key and try again.') },
	{ name: 'an HTTP 401', reason: 'invalid_key', status: 401, body: '' },
	{ name: 'empty credits', reason: 'insufficient_credits', body: refusal('You have insufficient credits to make this query. Please contact IPQualityScore support if this error persists.') },
	{ name: 'empty credits behind an HTTP 400', reason: 'insufficient_credits', status: 400, body: refusal('You have insufficient credits to make this query.') },
	{ name: 'an exhausted quota', reason: 'quota_exceeded', body: refusal('You have exceeded your request quota of 200 per day. Please upgrade to increase your request quota.') },
	{ name: 'a rate limit as HTTP 429', reason: 'rate_limited', status: 429, body: '', retried: true },
	{ name: 'a rate limit as HTTP 403 with HTML', reason: 'rate_limited', status: 403, body: '<title>Attention Required! | Cloudflare</title>', retried: true },
	{ name: 'a rate limit as HTTP 509', reason: 'rate_limited', status: 509, body: '{}', retried: true },
	{ name: 'an HTTP 503', reason: 'unavailable', status: 503, body: '', retried: true },
	{ name: 'an HTTP 500 with a JSON body', reason: 'unavailable', status: 500, body: { title: 'Internal server error', detail: 'An exception has occurred on the server.' }, retried: true },
	{ name: 'HTML instead of JSON', reason: 'bad_response', body: '<!DOCTYPE html>' },
	{ name: 'an empty body', reason: 'bad_response', body: '' },
	{ name: 'a truncated body', reason: 'bad_response', body: '{"success":true,"valid":tr' },
	{ name: 'JSON that is no object', reason: 'bad_response', body: [1, 2] },
	{ name: 'a body without success', reason: 'bad_response', body: { fraud_score: 3 } },
	{ name: 'a redirect', reason: 'bad_response', status: 302, body: '' },
	{ name: 'a refused request', reason: 'rejected_request', body: refusal('Invalid strictness value.') },
	{ name: 'an HTTP 422', reason: 'rejected_request', status: 422, body: '' },
	{ name: 'nothing that matches', reason: 'not_found', body: refusal('Unable to locate records matching your request.') },
	{ name: 'words never seen before', reason: 'unknown', body: refusal('Maintenance mode until further notice.') },
];

const isBad = ({ query, path }: { query: Record<string, unknown>; path: string }): boolean => query.phone === '12015550199' || path.includes('12015550199');

const standIn = ({ status, body }: Case) =>
	standInForIpqs((request) => (isBad(request) ? { status, body, headers: { location: `${IPQS}/elsewhere` } } : { body: phoneBody() }));

const run = async (setup: LookupSetup = {}): Promise<EngineRun> =>
	await lookUpLeads(LEADS, { credentials: newAccount(), ...setup, parameters: { options: { maxRetries: 1, concurrency: 1 }, ...setup.parameters } });

/** Accounts that can answer nothing more: the leads after the first refusal are not attempted. */
const stopsAccount = ({ reason }: Case): boolean => FAILURES[reason].stopsAccount === true;

const requestsFor = (one: Case, leadsAfter: number): number => 1 + (one.retried ? 2 : 1) + (stopsAccount(one) ? 0 : leadsAfter);

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => nock.enableNetConnect());

describe.each(CASES)('$name', (one) => {
	test('stops the node with what happened, to which item, and what to do, when On Error is Stop', async () => {
		const received = standIn(one);
		const { error, items } = await run();
		expect(error).toMatchObject({ name: 'NodeApiError', context: { itemIndex: 1 }, node: { name: 'Lookup' } });
		expect(error?.message).toContain(FAILURES[one.reason].message);
		expect(error?.message).toMatch(/ \[item 1\]$/);
		expect(error?.description).toContain(FAILURES[one.reason].remedy);
		expect(error?.description).toContain("set 'On Error' in the node's settings to Continue");
		expect(error?.httpCode ?? null).toBe(String(one.status ?? 200));
		expect(`${error?.message} ${error?.description}`.replace("'On Error'", '')).not.toMatch(/\b(?:error|problem|failure|mistake)\b/i);
		expect(items('Lookup')).toEqual([]);
		expect(received).toHaveLength(requestsFor(one, 0));
	});

	test('leaves the lead with its reason and lets the others pass when On Error is Continue', async () => {
		const received = standIn(one);
		const { error, items } = await run({ node: { onError: 'continueRegularOutput' } });
		expect(error).toBeUndefined();
		expect(items('Lookup').map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual(LEADS.map(({ id }, item) => [id, { item }]));
		const [good, bad, last] = items('Lookup').map(({ json }) => json.ipqs as IDataObject);
		expect(good).toMatchObject({ success: true, lookup: { status: 'ok', billable: true } });
		expect(bad).toEqual({
			success: false,
			message: expect.stringContaining(FAILURES[one.reason].message),
			lookup: expect.objectContaining({ status: 'failed', reason: one.reason, attempts: one.retried ? 2 : 1, billable: false }),
		});
		expect((last as { lookup: IDataObject }).lookup).toMatchObject(stopsAccount(one) ? { status: 'not_attempted', reason: one.reason, attempts: 0, billable: false } : { status: 'ok' });
		expect(received).toHaveLength(requestsFor(one, 1));
	});

	test('leaves by the error output with the input fields when On Error asks for it', async () => {
		standIn(one);
		const { items, error } = await run({ node: { onError: 'continueErrorOutput' } });
		expect(error).toBeUndefined();
		const passed = items('Lookup', 0).map(({ json }) => json.id);
		const failed = items('Lookup', 1);
		expect(passed).toEqual(stopsAccount(one) ? ['good'] : ['good', 'also good']);
		expect(failed.map(({ json }) => json.id)).toEqual(stopsAccount(one) ? ['bad', 'also good'] : ['bad']);
		expect(failed[0]).toMatchObject({
			json: { ...BAD, error: expect.stringContaining(FAILURES[one.reason].message), message: FAILURES[one.reason].remedy, details: { status: 'failed', reason: one.reason } },
			pairedItem: { item: 1 },
		});
	});
});

describe('a lookup that is never answered', () => {
	test.each([
		['times out', 'timeout', () => nock(IPQS).persist().get('/api/json/phone').query(true).delay(1500).reply(200, {})],
		['is cut off', 'unavailable', () => nock(IPQS).persist().get('/api/json/phone').query(true).replyWithError(Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }))],
	])('%s: it may have been charged, and is told apart', async (_case, reason, fault) => {
		fault();
		const result = resultsOf(
			await lookUpLeads([BAD], { credentials: newAccount(), node: { onError: 'continueRegularOutput' }, parameters: { options: { timeout: 1, maxRetries: 1 } } }),
		)[0];
		expect(result).toMatchObject({ success: false, lookup: { status: 'failed', reason, attempts: 2, billable: null } });
	});
});

describe('a lookup that is answered at the second attempt', () => {
	test('is a result like any other', async () => {
		const received = standInForIpqs((_request, index) => (index === 0 ? { status: 503, body: '' } : { body: phoneBody() }));
		const [result] = resultsOf(await lookUpLeads([GOOD], { credentials: newAccount() }));
		expect(result).toMatchObject({ success: true, lookup: { status: 'ok', attempts: 2, billable: true } });
		expect(received).toHaveLength(2);
	});
});

describe('the key', () => {
	const spellings = (secret: string): string[] => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)];
	const AWKWARD = ['k+y/with', '%&="awk"', 'ward~letters'].join('');

	const echo = (): void => {
		nock(IPQS)
			.persist()
			.get(/.*/)
			.reply(function (uri) {
				const key = String(this.req.headers['ipqs-key'] ?? '');
				return [200, phoneBody({ carrier: `${uri} ${key}`, status_url: `${IPQS}${uri}` })];
			});
	};

	const expectNoKey = async (secret: string, setup: LookupSetup): Promise<void> => {
		let saved = '';
		const output = await captureOutput(async () => {
			const finished = await lookUpLeads(LEADS, { ...setup, parameters: { output: 'raw', ...setup.parameters } });
			saved = `${finished.saved}${JSON.stringify(finished.hints('Lookup'))}${JSON.stringify(finished.error)}`;
			expect(saved.length).toBeGreaterThan(1000);
		});
		for (const spelling of spellings(secret)) {
			expect(saved).not.toContain(spelling);
			expect(output).not.toContain(spelling);
		}
	};

	describe.each(['header', 'path'])('in the %s', (keyLocation) => {
		describe.each([undefined, 'continueRegularOutput', 'continueErrorOutput'])('with On Error %s', (onError) => {
			test.each(CASES)('does not show when there is $name', async (one) => {
				standIn(one);
				await expectNoKey(FICTIONAL_KEY, {
					credentials: newAccount({ keyLocation }),
					node: onError === undefined ? {} : { onError },
					parameters: { options: { maxRetries: 0 } },
				});
			});
		});

		test.each([FICTIONAL_KEY, AWKWARD])('does not show when IPQS repeats it', async (secret) => {
			echo();
			await expectNoKey(secret, { credentials: { ipqsApi: { apiKey: secret, keyLocation } } });
		});

		test('does not show when the network fails', async () => {
			nock(IPQS).persist().get(/.*/).replyWithError(Object.assign(new Error(`connect ECONNREFUSED ${FICTIONAL_KEY}`), { code: 'ECONNREFUSED' }));
			await expectNoKey(FICTIONAL_KEY, { credentials: newAccount({ keyLocation }), parameters: { options: { maxRetries: 0 } } });
		});
	});
});

describe('a message of IPQS', () => {
	test('is quoted without numbers and addresses', async () => {
		standInForIpqs(() => ({ body: refusal('Invalid request for +1 (201) 555-0199 by jane@example.com, see https://example.com/?q=1') }));
		const { error } = await lookUpLeads([BAD], { credentials: newAccount() });
		expect(error?.message).toBe('IPQS refused the request: Invalid request for … by … see … [item 0]');
	});
});
