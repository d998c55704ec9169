import type { IDataObject } from 'n8n-workflow';
import type { EngineRun } from '../../scripts/engine';
import { newAccount } from '../support/accounts';
import { ipqsWith } from '../support/ipqsWith';
import { lookUpLeads, resultsOf, type LookupSetup } from '../support/workflow';

afterEach(() => jest.restoreAllMocks());

/** A lead with a fictional number of its own. */
const leadOf = (index: number): { phone: string } => ({
	phone: `+1 ${200 + Math.floor(index / 100)} 555 01${String(index % 100).padStart(2, '0')}`,
});

const CONTINUE = { onError: 'continueRegularOutput' };

/** One execution a lead, as a webhook makes them, so many at once. */
async function runWebhooks(leads: number, atOnce: number, setup: LookupSetup): Promise<EngineRun[]> {
	const runs: EngineRun[] = [];
	let next = 0;
	const work = async (): Promise<void> => {
		while (next < leads) {
			const index = next++;
			runs[index] = await lookUpLeads([leadOf(index)], { node: CONTINUE, criteria: {}, ...setup });
		}
	};
	await Promise.all(Array.from({ length: atOnce }, work));
	return runs;
}

const readLookup = (run: EngineRun): IDataObject => resultsOf(run)[0]?.lookup as IDataObject;

/** How many leads ended how, and left Criteria where. */
function count(runs: EngineRun[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const run of runs) {
		const { status, reason } = readLookup(run);
		const output = [0, 1, 2].find((one) => run.items('Criteria', one).length > 0);
		const ending = [status, reason ?? 'answered', ['accept', 'qa', 'reject'][output ?? 3]].join(' ');
		counts[ending] = (counts[ending] ?? 0) + 1;
	}
	return counts;
}

const messages = (run: EngineRun): string[] => run.hints('Lookup').map(({ message }) => message);

describe('300 webhook leads, 20 at once', () => {
	it('send exactly as many requests as Lookups per Day allows, and the other leads go to QA', async () => {
		const ipqs = await ipqsWith({ latency: 10 });
		const runs = await runWebhooks(300, 20, { credentials: newAccount({ baseUrl: ipqs.url, requestsPerSecond: 0, lookupsPerDay: 100 }) });
		expect(ipqs.counts.requests).toBe(100);
		expect(count(runs)).toEqual({ 'ok answered accept': 100, 'not_attempted daily_limit qa': 200 });
		expect(runs.every(({ error }) => error === undefined)).toBe(true);
		expect(messages(runs[299] as EngineRun)).toContain('100 of 100 lookups for today (UTC) are used, counted in this n8n process');
	});

	it('leave exactly the credits that Keep Credits keeps, with one free account call a minute', async () => {
		const ipqs = await ipqsWith({ latency: 10, credits: 150 });
		const runs = await runWebhooks(300, 20, {
			credentials: newAccount({ baseUrl: ipqs.url, requestsPerSecond: 0 }),
			parameters: { options: { keepCredits: 50 } },
		});
		expect(ipqs.counts).toMatchObject({ requests: 100, account: 1 });
		expect(count(runs)).toEqual({ 'ok answered accept': 100, 'not_attempted credits_reserved qa': 200 });
		expect(messages(runs[0] as EngineRun).join()).toMatch(/Your IPQS account has about \d+ credits left/);
	});

	it('send no more than the limit where requests are refused, and give those back', async () => {
		const refused = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [leadOf(index).phone.replace(/\D/g, ''), 'limited']));
		const ipqs = await ipqsWith({ faults: refused });
		const runs = await runWebhooks(60, 1, {
			credentials: newAccount({ baseUrl: ipqs.url, requestsPerSecond: 0, lookupsPerDay: 40 }),
			parameters: { options: { maxRetries: 0 } },
		});
		expect(ipqs.counts.requests).toBe(50);
		expect(count(runs)).toMatchObject({ 'ok answered accept': 40, 'not_attempted daily_limit qa': 10 });
	});
});

describe('Lookups per Day', () => {
	it('never stops the node, and is open again at midnight UTC by the clock of the machine', async () => {
		const ipqs = await ipqsWith();
		const credentials = newAccount({ baseUrl: ipqs.url, lookupsPerDay: 2 });
		const date = jest.spyOn(Date, 'now');
		const lookUpAt = async (iso: string, first: number) => {
			date.mockReturnValue(Date.parse(iso));
			return await lookUpLeads([leadOf(first), leadOf(first + 1), leadOf(first + 2)], { credentials });
		};
		const statuses = (run: EngineRun) => resultsOf(run).map(({ lookup }) => (lookup as IDataObject).reason);
		const before = await lookUpAt('2026-11-25T23:59:50.000Z', 0);
		expect(before.error).toBeUndefined();
		expect(statuses(before)).toEqual([null, null, 'daily_limit']);
		expect(statuses(await lookUpAt('2026-11-25T23:59:59.999Z', 10))).toEqual(['daily_limit', 'daily_limit', 'daily_limit']);
		expect(statuses(await lookUpAt('2026-11-26T00:00:00.000Z', 20))).toEqual([null, null, 'daily_limit']);
		expect(ipqs.counts.requests).toBe(4);
	});

	it('is the smaller one of two credentials with one key', async () => {
		const ipqs = await ipqsWith();
		const { ipqsApi } = newAccount({ baseUrl: ipqs.url, lookupsPerDay: 50 });
		const lookUp = async (id: string, lookupsPerDay: number, first: number) =>
			await lookUpLeads([leadOf(first), leadOf(first + 1)], {
				credentials: { ipqsApi: { ...ipqsApi, lookupsPerDay } },
				node: { ...CONTINUE, credentials: { ipqsApi: { id, name: id } } },
			});
		await lookUp('small', 3, 0);
		const run = await lookUp('large', 50, 10);
		expect(resultsOf(run).map(({ lookup }) => (lookup as IDataObject).reason)).toEqual([null, 'daily_limit']);
		expect(ipqs.counts.requests).toBe(3);
	});

	it('costs nothing in the sandbox, and for results that are used again', async () => {
		const ipqs = await ipqsWith();
		const credentials = newAccount({ baseUrl: ipqs.url, lookupsPerDay: 1 });
		const [stored] = resultsOf(await lookUpLeads([leadOf(0)], { credentials }));
		const reused = await lookUpLeads([{ ...leadOf(0), stored } as IDataObject], {
			credentials,
			parameters: { options: { earlierResult: '={{ $json.stored }}' } },
		});
		expect(readLookup(reused)).toMatchObject({ status: 'ok', reused: true, billable: false });
		const mapped = await lookUpLeads([{ ...leadOf(0), stored } as IDataObject], {
			credentials,
			parameters: { options: { earlierResult: '={{ $json.stored }}', fieldNames: { values: [{ field: 'carrier', name: 'network' }] } } },
		});
		expect(readLookup(mapped)).toMatchObject({ status: 'ok', reused: true, billable: false });
		expect(mapped.items('Lookup').map(({ json }) => json.network)).toEqual([stored?.carrier]);
		const sandbox = await lookUpLeads([leadOf(1)], { credentials, parameters: { authentication: 'sandbox' } });
		expect(readLookup(sandbox)).toMatchObject({ status: 'ok', sandbox: true });
		expect(ipqs.counts.requests).toBe(1);
	});
});

describe('Keep Credits', () => {
	it('lets lookups go on where the account cannot be read, and says so', async () => {
		const ipqs = await ipqsWith({ accountFault: 'outOfService' });
		const run = await lookUpLeads([leadOf(0), leadOf(1)], {
			credentials: newAccount({ baseUrl: ipqs.url }),
			parameters: { options: { keepCredits: 0 } },
		});
		expect(ipqs.counts).toMatchObject({ requests: 2, account: 1 });
		expect(messages(run)).toContain("The credit balance of your IPQS account could not be read, so 'Limit: Keep Credits' did not apply");
	});

	it('never stops the node', async () => {
		const ipqs = await ipqsWith({ credits: 51 });
		const run = await lookUpLeads([leadOf(0), leadOf(1)], {
			credentials: newAccount({ baseUrl: ipqs.url }),
			parameters: { options: { keepCredits: 50, concurrency: 1 } },
		});
		expect(run.error).toBeUndefined();
		expect(resultsOf(run).map(({ lookup }) => (lookup as IDataObject).reason)).toEqual([null, 'credits_reserved']);
		expect(messages(run)[0]).toContain("The account was down to the credits in 'Limit: Keep Credits' before this item");
	});
});

describe('limits', () => {
	it('an execution records the requests that IPQS may have charged, where n8n offers that', async () => {
		const ipqs = await ipqsWith({ faults: { '12005550101': 'limited' } });
		const run = await lookUpLeads([leadOf(0), leadOf(1), leadOf(2), leadOf(0)], {
			credentials: newAccount({ baseUrl: ipqs.url }),
			node: CONTINUE,
			parameters: { options: { maxRetries: 0 } },
		});
		expect([undefined, '2']).toContain(run.customData.ipqs_lookups);
		expect(ipqs.counts.requests).toBe(3);
	});
});
