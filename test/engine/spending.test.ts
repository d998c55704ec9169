import { sleep, type IDataObject } from 'n8n-workflow';
import { newAccount } from '../support/accounts';
import { ipqsWith } from '../support/ipqsWith';
import type { StandIn } from '../support/stand-in';
import { engine, lookUpLeads, resultsOf, type LookupSetup } from '../support/workflow';

/** Leads with different fictional numbers. */
const leadsOf = (count: number, offset = 0): Array<{ phone: string; id: number }> =>
	Array.from({ length: count }, (_, index) => ({
		phone: `+1 ${200 + Math.floor((index + offset) / 100)} 555 01${String((index + offset) % 100).padStart(2, '0')}`,
		id: index,
	}));

const lookupsOf = (results: IDataObject[]): IDataObject[] => results.map(({ lookup }) => lookup as IDataObject);
const statusesOf = (results: IDataObject[]): unknown[] => lookupsOf(results).map(({ status }) => status);

const CONTINUE = { onError: 'continueRegularOutput' };

/** Requests that arrived in the busiest second. */
const busiestSecond = ({ counts }: StandIn): number =>
	Math.max(...counts.starts.map((start) => counts.starts.filter((other) => other >= start && other < start + 1000).length));

describe('n8n tries the node again', () => {
	it('without paying again for numbers that were answered', async () => {
		const ipqs = await ipqsWith({ faults: { '12005550103': ['outOfService', 'ok'] } });
		const run = await lookUpLeads(leadsOf(6), {
			credentials: newAccount({ baseUrl: ipqs.url }),
			node: { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 },
			parameters: { options: { maxRetries: 0, concurrency: 1 } },
		});
		expect(run.error).toBeUndefined();
		expect(statusesOf(resultsOf(run))).toEqual(Array.from({ length: 6 }, () => 'ok'));
		expect(lookupsOf(resultsOf(run)).map(({ billable, deduplicated }) => [billable, deduplicated])).toEqual(
			Array.from({ length: 6 }, () => [true, false]),
		);
		expect(ipqs.counts.byNumber).toEqual({
			...Object.fromEntries(leadsOf(6).map(({ phone }) => [phone.replace(/\D/g, ''), 1])),
			'12005550103': 2,
		});
	});

	it('without asking an account that is empty', async () => {
		const ipqs = await ipqsWith({ faults: { '12005550100': 'noCredits' } });
		const run = await lookUpLeads(leadsOf(3), {
			credentials: newAccount({ baseUrl: ipqs.url }),
			node: { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 },
			parameters: { options: { concurrency: 1 } },
		});
		expect(run.error?.message).toBe('The IPQS account is out of credits, or the key does not exist [item 0]');
		expect(ipqs.counts.requests).toBe(1);
	});
});

describe('two lookups in one workflow', () => {
	const twoNodes = async (url: string, options: IDataObject): Promise<IDataObject[][]> => {
		const node = (name: string, outputField: string) => ({
			name,
			type: 'n8n-nodes-ipqs.ipqsPhoneValidation',
			parameters: { phone: '={{ $json.phone }}', outputField, options },
			credentials: { ipqsApi: { id: '1', name: 'ipqsApi' } },
		});
		const to = (name: string) => ({ main: [[{ node: name, type: 'main', index: 0 }]] });
		const run = await engine.run(
			{
				nodes: [{ name: 'Leads', type: 'n8n-nodes-base.manualTrigger' }, node('First', 'first'), node('Second', 'second')],
				connections: { Leads: to('First'), First: to('Second') },
				pinData: { Leads: leadsOf(3).map((json) => ({ json })) },
			},
			{ credentials: newAccount({ baseUrl: url }) },
		);
		return ['first', 'second'].map((field) => run.items('Second').map(({ json }) => json[field] as IDataObject));
	};

	it('cost one request for a number', async () => {
		const ipqs = await ipqsWith({});
		const [first = [], second = []] = await twoNodes(ipqs.url, {});
		expect(ipqs.counts.requests).toBe(3);
		expect(lookupsOf(first).every(({ billable, deduplicated }) => billable === true && deduplicated === false)).toBe(true);
		expect(lookupsOf(second).every(({ billable, deduplicated }) => billable === false && deduplicated === true)).toBe(true);
	});
});

describe('Reuse: Recent Results', () => {
	it('uses an answer of another execution again, unbilled and with the time it was checked', async () => {
		const ipqs = await ipqsWith({ faults: { '12005550101': ['outOfService', 'ok'] } });
		const credentials = newAccount({ baseUrl: ipqs.url });
		const setup: LookupSetup = { credentials, node: CONTINUE, parameters: { options: { reuseMinutes: 5, maxRetries: 0 } } };
		const first = lookupsOf(resultsOf(await lookUpLeads(leadsOf(2), setup)));
		const second = lookupsOf(resultsOf(await lookUpLeads(leadsOf(2), setup)));
		expect(first.map(({ status }) => status)).toEqual(['ok', 'failed']);
		expect(second.map(({ status, billable, deduplicated, reused }) => [status, billable, deduplicated, reused])).toEqual([
			['ok', false, true, true],
			['ok', true, false, false],
		]);
		expect(second[0]?.checked_at).toBe(first[0]?.checked_at);
		expect(ipqs.counts.requests).toBe(3);
	});

	it('is off by default, and knows no other account', async () => {
		const ipqs = await ipqsWith({});
		const credentials = newAccount({ baseUrl: ipqs.url });
		await lookUpLeads(leadsOf(1), { credentials });
		await lookUpLeads(leadsOf(1), { credentials, parameters: { options: { reuseMinutes: 5 } } });
		await lookUpLeads(leadsOf(1), { credentials: newAccount({ baseUrl: ipqs.url }), parameters: { options: { reuseMinutes: 5 } } });
		expect(ipqs.counts.requests).toBe(3);
	});
});

describe('Limit: Max Lookups', () => {
	it.each([undefined, 'continueRegularOutput'])(
		'leaves the rest unattempted, retries included, and stops nothing (On Error %s)',
		async (onError) => {
			const ipqs = await ipqsWith({ faults: { '12005550101': ['outOfService', 'ok'] } });
			const run = await lookUpLeads(leadsOf(6), {
				credentials: newAccount({ baseUrl: ipqs.url }),
				node: onError === undefined ? {} : { onError },
				parameters: { options: { maxLookups: 4, concurrency: 1 } },
			});
			expect(run.error).toBeUndefined();
			expect(lookupsOf(resultsOf(run)).map(({ status, reason }) => [status, reason])).toEqual([
				...Array.from({ length: 3 }, () => ['ok', null]),
				...Array.from({ length: 3 }, () => ['not_attempted', 'max_lookups']),
			]);
			expect(ipqs.counts.requests).toBe(4);
		},
	);
});

describe('an account with a limit', () => {
	it('is kept to it by two executions together, and no lead is lost', async () => {
		// What starts evenly arrives in clumps on a busy machine; two ceilings of their own would let 40 a second through.
		const ipqs = await ipqsWith({ limit: 30, latency: 20 });
		const setup: LookupSetup = { credentials: newAccount({ baseUrl: ipqs.url, requestsPerSecond: 20 }), node: CONTINUE };
		const runs = await Promise.all([lookUpLeads(leadsOf(30), setup), lookUpLeads(leadsOf(30, 30), setup)]);
		expect(runs.flatMap((run) => statusesOf(resultsOf(run)))).toEqual(Array.from({ length: 60 }, () => 'ok'));
		expect(busiestSecond(ipqs)).toBeLessThanOrEqual(30);
		expect(ipqs.counts.limited).toBe(0);
	});

	it('does not slow or stop another account', async () => {
		const slow = await ipqsWith({});
		const fast = await ipqsWith({});
		const finished: string[] = [];
		const look = async (name: string, ipqs: StandIn, requestsPerSecond: number): Promise<void> => {
			await lookUpLeads(leadsOf(12), { credentials: newAccount({ baseUrl: ipqs.url, requestsPerSecond }), node: CONTINUE });
			finished.push(name);
		};
		await Promise.all([look('slow', slow, 10), look('fast', fast, 0)]);
		expect(finished).toEqual(['fast', 'slow']);
		expect(slow.counts.requests + fast.counts.requests).toBe(24);
	});

	it('that stops being answered stops that account alone', async () => {
		const ipqs = await ipqsWith({ faults: { '12005550100': 'quota' } });
		const [stopped, other] = await Promise.all([
			lookUpLeads(leadsOf(4), {
				credentials: newAccount({ baseUrl: ipqs.url }),
				node: CONTINUE,
				parameters: { options: { concurrency: 1 } },
			}),
			lookUpLeads(leadsOf(4, 1), {
				credentials: newAccount({ baseUrl: ipqs.url }),
				node: CONTINUE,
				parameters: { options: { concurrency: 1 } },
			}),
		]);
		expect(statusesOf(resultsOf(stopped))).toEqual(['failed', 'not_attempted', 'not_attempted', 'not_attempted']);
		expect(statusesOf(resultsOf(other))).toEqual(['ok', 'ok', 'ok', 'ok']);
	});

	it.each([
		['without Retry-After', {}],
		['with Retry-After in seconds', { retryAfter: () => '1' }],
		['with Retry-After as a date', { retryAfter: () => new Date(Date.now() + 1500).toUTCString() }],
		['as HTTP 403', { limitStatus: 403 }],
		['as HTTP 509', { limitStatus: 509 }],
	])('that is not known is learnt from refusals %s, and no lead is lost', async (_case, options) => {
		const ipqs = await ipqsWith({ limit: 20, latency: 30, ...options });
		const run = await lookUpLeads(leadsOf(60), { credentials: newAccount({ baseUrl: ipqs.url, requestsPerSecond: 0 }), node: CONTINUE });
		expect(statusesOf(resultsOf(run))).toEqual(Array.from({ length: 60 }, () => 'ok'));
		expect(ipqs.counts.limited).toBeGreaterThan(0);
		expect(ipqs.counts.requests).toBe(60 + ipqs.counts.limited);
	});
});

describe('a stopped execution', () => {
	it('starts no new request within one second', async () => {
		const ipqs = await ipqsWith({ latency: 100 });
		const started = Date.now();
		const run = await lookUpLeads(leadsOf(500), {
			credentials: newAccount({ baseUrl: ipqs.url, requestsPerSecond: 0 }),
			parameters: { options: { concurrency: 5 } },
			cancelAfter: 600,
		});
		expect(run.status).toBe('canceled');
		await sleep(2500);
		expect(ipqs.counts.requests).toBeLessThan(60);
		expect(Math.max(...ipqs.counts.starts) - started).toBeLessThan(600 + 1000);
	});
});

describe('a batch', () => {
	it('is summed up in a hint', async () => {
		const ipqs = await ipqsWith({ faults: { '12005550102': 'badRequest' } });
		const leads = [...leadsOf(4), ...leadsOf(2), { phone: '' }, { phone: '12' }, { phone: '555 0123' }];
		const run = await lookUpLeads(leads, { credentials: newAccount({ baseUrl: ipqs.url }), node: CONTINUE });
		expect(run.hints('Lookup')[0]).toMatchObject({
			type: 'warning',
			message:
				'9 leads: 3 looked up, 2 duplicates, 1 without number (not sent, no cost), 2 numbers without country (not sent, no cost), 1 failed. ' +
				'IPQS rejected the request: check the values of this item, and whether your IPQS plan includes the requested checks',
		});
	});

	it('never has more requests in flight than Concurrency', async () => {
		const ipqs = await ipqsWith({ latency: 40 });
		await lookUpLeads(leadsOf(60), {
			credentials: newAccount({ baseUrl: ipqs.url, requestsPerSecond: 0 }),
			parameters: { options: { concurrency: 7 } },
		});
		expect(ipqs.counts.peak).toBe(7);
		expect(ipqs.counts.requests).toBe(60);
	});
});
