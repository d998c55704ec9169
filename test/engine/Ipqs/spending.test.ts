import type { IDataObject } from 'n8n-workflow';
import nock from 'nock';
import { newAccount, standInForIpqs, type Received } from '../../support/ipqs';
import { MESSAGES } from '../../support/scripted-transport';
import { ask, askInTurn, askTwice, CONTINUE, lookups, type Asking } from '../../support/operationRuns';
import { BY_NAME, CHARGED, FREE, SUBJECT } from '../../support/operationCases';

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => nock.enableNetConnect());

const EMAIL: Asking = { resource: 'email', operation: 'validate', parameters: { email: '={{ $json.mail }}' } };
const USAGE: Asking = { resource: 'account', operation: 'getUsage', parameters: {} };
const ADD: Asking = { resource: 'list', operation: 'add', parameters: { value: '={{ $json.mail }}' } };

const mails = (...names: string[]): IDataObject[] => names.map((name) => ({ mail: `${name}@example.org` }));

const refusal = (message: string) => ({ body: { success: false, message } });

const isEmail = ({ path }: Received): boolean => path.startsWith('/api/json/email');

describe.each(FREE)('%s costs nothing, so', (_name, one) => {
	it('a later run of the node in the same execution asks again', async () => {
		const received = standInForIpqs(() => ({ body: one.body }));
		const run = await askTwice([SUBJECT], one);
		expect(run.runs('Lookup')).toBe(2);
		expect(received).toHaveLength(2);
		expect(lookups(run)[0]).toMatchObject({ deduplicated: false, billable: false });
	});
});

describe.each(CHARGED)('%s costs a lookup, so', (_name, one) => {
	it('a later run of the node in the same execution uses the answer again', async () => {
		const received = standInForIpqs(() => ({ body: one.body }));
		const run = await askTwice([SUBJECT], one);
		expect(run.runs('Lookup')).toBe(2);
		expect(received).toHaveLength(1);
		expect(lookups(run)[0]).toMatchObject({ deduplicated: true, billable: false });
	});

	it('equal items pay once', async () => {
		const received = standInForIpqs(() => ({ body: one.body }));
		const shared = await ask([SUBJECT, SUBJECT], one);
		expect(lookups(shared).map(({ billable }) => billable)).toEqual([true, false]);
		expect(received).toHaveLength(1);
	});

	it('an answer is reused within its minutes, also in another execution of the account', async () => {
		const received = standInForIpqs(() => ({ body: one.body }));
		const setup = { credentials: newAccount(), parameters: { options: { reuseMinutes: 5 } } };
		await ask([SUBJECT], one, setup);
		expect(lookups(await ask([SUBJECT], one, setup))).toMatchObject([{ deduplicated: true, reused: true, billable: false }]);
		expect(received).toHaveLength(1);
	});

	it('a stored answer is used again, also as JSON text and without its other fields', async () => {
		const received = standInForIpqs(() => ({ body: one.body }));
		const [stored] = lookups(await ask([SUBJECT], one));
		const [first] = (await ask([SUBJECT], one)).items('Lookup');
		const [result] = Object.values(first?.json ?? {}).filter((value) => typeof value === 'object' && value !== null && 'lookup' in value);
		const earlier = (value: unknown) =>
			ask([{ ...SUBJECT, stored: value } as IDataObject], one, { parameters: { options: { earlierResult: '={{ $json.stored }}' } } });
		expect(stored?.key).toMatch(/^[\da-f]{16}$/);
		for (const value of [result, JSON.stringify(result), [{ json: { result } }]]) {
			expect(lookups(await earlier(value))).toMatchObject([{ status: 'ok', reused: true, billable: false, key: stored?.key }]);
		}
		expect(received).toHaveLength(2);
	});

	it('the key is given without a request', async () => {
		const received = standInForIpqs(() => ({ body: one.body }));
		const [key] = lookups(await ask([SUBJECT], one, { parameters: { output: 'key' } }));
		expect(key).toMatchObject({ status: 'not_sent', reason: 'key_only', billable: false });
		expect(received).toEqual([]);
		expect(lookups(await ask([SUBJECT], one))).toMatchObject([{ key: key?.key }]);
	});
});

describe('Limit: Max Lookups', () => {
	it('does not count free calls of other nodes, and stops none', async () => {
		const received = standInForIpqs();
		const run = await askInTurn(
			mails('ada', 'ben', 'cem'),
			[USAGE, { ...EMAIL, parameters: { ...EMAIL.parameters, options: { maxLookups: 2, concurrency: 1 } } }, ADD],
			{ node: CONTINUE },
		);
		expect(lookups(run, '2').map(({ status, reason }) => [status, reason])).toEqual([
			['ok', null],
			['ok', null],
			['not_attempted', 'max_lookups'],
		]);
		const added = run.items('3').map(({ json }) => (json.ipqs as { lookup: IDataObject }).lookup.status);
		expect(added).toEqual(['ok', 'ok', 'ok']);
		expect(received.filter(isEmail)).toHaveLength(2);
		expect(received).toHaveLength(1 + 2 + 3);
	});
});

describe('an account without credits', () => {
	it('is asked for no further charged lookup, and still for what is free', async () => {
		const received = standInForIpqs((request) =>
			isEmail(request) ? refusal(MESSAGES.insufficientCredits) : { body: { success: true, request_id: 'aB3' } },
		);
		const run = await askInTurn(
			mails('ada', 'ben', 'cem'),
			[{ ...EMAIL, parameters: { ...EMAIL.parameters, options: { concurrency: 1 } } }, EMAIL, ADD],
			{ node: CONTINUE },
		);
		const reason = 'insufficient_credits';
		expect(lookups(run, '1')).toMatchObject([
			{ status: 'failed', reason },
			{ status: 'not_attempted', reason },
			{ status: 'not_attempted', reason },
		]);
		expect(lookups(run, '2').every(({ status }) => status === 'not_attempted')).toBe(true);
		expect(lookups(run, '3').every(({ status }) => status === 'ok')).toBe(true);
		expect(received.filter(isEmail)).toHaveLength(1);
	});

	it('is still asked for each free item when a free call says so', async () => {
		const received = standInForIpqs(() => refusal(MESSAGES.insufficientCredits));
		const run = await ask(mails('ada', 'ben'), ADD, { node: CONTINUE, parameters: { options: { concurrency: 1 } } });
		expect(lookups(run).map(({ status }) => status)).toEqual(['failed', 'failed']);
		expect(received).toHaveLength(2);
	});

	it('is left alone when Keep Credits finds it empty', async () => {
		const received = standInForIpqs(() => ({ body: { success: true, credits: 0 } }));
		const run = await ask(mails('ada', 'ben'), EMAIL, { node: CONTINUE, parameters: { options: { keepCredits: 0 } } });
		expect(lookups(run).map(({ status, reason }) => [status, reason])).toEqual(
			mails('ada', 'ben').map(() => ['not_attempted', 'credits_reserved']),
		);
		expect(received.map(({ path }) => path)).toEqual([expect.stringContaining('/api/json/account/')]);
	});
});

describe('spending', () => {
	it('a wrong key stops free calls as well', async () => {
		const received = standInForIpqs(() => refusal(MESSAGES.invalidKey));
		const run = await ask(mails('ada', 'ben'), ADD, { node: CONTINUE, parameters: { options: { concurrency: 1 } } });
		expect(lookups(run).map(({ status, reason }) => [status, reason])).toEqual([
			['failed', 'invalid_key'],
			['not_attempted', 'invalid_key'],
		]);
		expect(received).toHaveLength(1);
	});

	it("n8n's second try of the node adds nothing to a list twice", async () => {
		const received = standInForIpqs((_request, index) =>
			index === 1 ? { status: 503, body: '' } : { body: { success: true, request_id: 'aB3' } },
		);
		const run = await ask(mails('ada', 'ben'), ADD, {
			node: { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 },
			parameters: { options: { concurrency: 1, maxRetries: 0 } },
		});
		expect(run.error).toBeUndefined();
		expect(received.map(({ query }) => query.value)).toEqual(['ada@example.org', 'ben@example.org', 'ben@example.org']);
	});
});

describe.each(BY_NAME)('%s is', (_name, one) => {
	const answerSecond = (status: number) => standInForIpqs((_request, index) => (index === 0 ? { status, body: '' } : { body: one.body }));

	it(`${one.once ? 'not ' : ''}sent again where the first request may have been carried out`, async () => {
		const received = answerSecond(504);
		const run = await ask([SUBJECT], one, { node: CONTINUE });
		expect(received).toHaveLength(one.once ? 1 : 2);
		expect(lookups(run)[0]).toMatchObject(
			one.once ? { status: 'failed', reason: 'unavailable', attempts: 1 } : { status: 'ok', attempts: 2 },
		);
	});

	it('sent again where IPQS limits requests', async () => {
		const received = answerSecond(429);
		const run = await ask([SUBJECT], one, { node: CONTINUE });
		expect(received).toHaveLength(2);
		expect(lookups(run)[0]).toMatchObject({ status: 'ok', attempts: 2 });
	});
});
