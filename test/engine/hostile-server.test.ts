import { sleep, type IDataObject } from 'n8n-workflow';
import type { FailureReason } from '../../nodes/shared/ipqs/failures';
import type { EngineRun } from '../../scripts/engine';
import { HOSTILE } from '../support/hostileResponses';
import { CREDENTIALS, newAccount, newIntegration } from '../support/accounts';
import { block, blockSoon, countTurns, residentMegabytes, speedUp } from '../support/machine';
import { ipqsWith } from '../support/ipqsWith';
import { startStandIn, type StandIn } from '../support/stand-in';
import { lookUpLeads, resultsOf } from '../support/workflow';

const CONTINUE = { onError: 'continueRegularOutput' };

const numberOf = (index: number): string => `1201555${String(100 + index).padStart(4, '0')}`;
const leadsOf = (count: number): Array<{ phone: string }> =>
	Array.from({ length: count }, (_, index) => ({ phone: `+${numberOf(index)}` }));

/** A server that does the same with so many leads. */
const hostile = async (fault: string, count: number): Promise<StandIn> =>
	await ipqsWith({ faults: Object.fromEntries(leadsOf(count).map((_, index) => [numberOf(index), fault])) });

const lookupsOf = (run: EngineRun): IDataObject[] => resultsOf(run).map(({ lookup }) => lookup as IDataObject);

/** Runs and measures in seconds. */
async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; seconds: number }> {
	const start = performance.now();
	const result = await work();
	return { result, seconds: (performance.now() - start) / 1_000 };
}

/** Waits until the server has no connection left. */
async function connectionsLeft(ipqs: StandIn): Promise<number> {
	for (let look = 0; look < 40 && (await ipqs.connections()) > 0; look++) await sleep(50);
	return await ipqs.connections();
}

describe('a response that takes too long', () => {
	const SLOW = ['drip', 'dripWithLength', 'dripCompressed', 'dripHeaders', 'headersOnly', 'neverEnds', 'silence'];

	it.each(SLOW)('ends with Timeout and Max Wait, its connection too: %s', async (fault) => {
		const ipqs = await hostile(fault, 10);
		const { result, seconds } = await timed(
			async () =>
				await lookUpLeads([...leadsOf(10), { phone: `+${numberOf(20)}` }], {
					credentials: newAccount({ baseUrl: ipqs.url, requestsPerSecond: 0 }),
					node: CONTINUE,
					parameters: { options: { timeout: 1, maxWait: 1, concurrency: 11 } },
				}),
		);
		expect(seconds).toBeLessThan(4);
		const lookups = lookupsOf(result);
		for (const lookup of lookups.slice(0, 10)) {
			expect(lookup).toMatchObject({ status: 'failed', reason: 'timeout', attempts: 1, charged_attempts: 1, billable: null });
			expect(lookup.latency_ms).toBeGreaterThanOrEqual(1_000);
			expect(lookup.latency_ms).toBeLessThan(2_500);
		}
		expect(lookups[10]).toMatchObject({ status: 'ok', attempts: 1, charged_attempts: 1, billable: true });
		expect(ipqs.counts.requests).toBe(11);
		expect(await connectionsLeft(ipqs)).toBe(0);
	});

	it('is tried again once where Max Wait allows it', async () => {
		const ipqs = await ipqsWith({ faults: { [numberOf(0)]: ['drip', 'drip', 'ok'], [numberOf(1)]: ['drip', 'ok'] } });
		const { result, seconds } = await timed(
			async () =>
				await lookUpLeads(leadsOf(2), {
					credentials: newAccount({ baseUrl: ipqs.url }),
					node: CONTINUE,
					parameters: { options: { timeout: 1, maxWait: 0 } },
				}),
		);
		expect(seconds).toBeLessThan(5);
		expect(lookupsOf(result)).toMatchObject([
			{ status: 'failed', reason: 'timeout', attempts: 2, charged_attempts: 2, billable: null },
			{ status: 'ok', attempts: 2, charged_attempts: 2, billable: true },
		]);
	});

	it('ends within a second where the execution is stopped', async () => {
		const ipqs = await hostile('drip', 3);
		const { result, seconds } = await timed(
			async () =>
				await lookUpLeads(leadsOf(3), {
					credentials: newAccount({ baseUrl: ipqs.url }),
					parameters: { options: { timeout: 60, maxWait: 0 } },
					cancelAfter: 500,
				}),
		);
		expect(result.status).toBe('canceled');
		expect(seconds).toBeLessThan(1.5);
		expect(await connectionsLeft(ipqs)).toBe(0);
	});
});

describe('a response that is too large', () => {
	it.each([
		['endless', 1],
		['bomb', 1],
		['large', 1],
		['endlessRefusal', 0],
	])('is not read on and fits in little memory: %s', async (fault, charged) => {
		const ipqs = await hostile(fault, 3);
		const before = residentMegabytes();
		let most = before;
		let isDone = false;
		const watch = (async () => {
			while (!isDone) {
				most = Math.max(most, residentMegabytes());
				await sleep(20);
			}
		})();
		const { result, seconds } = await timed(
			async () =>
				await lookUpLeads([...leadsOf(3), { phone: `+${numberOf(20)}` }], {
					credentials: newAccount({ baseUrl: ipqs.url }),
					node: CONTINUE,
					parameters: { options: { timeout: 10 } },
				}),
		);
		isDone = true;
		await watch;
		expect(lookupsOf(result)).toMatchObject([
			...leadsOf(3).map(() => ({ status: 'failed', reason: 'bad_response', attempts: 1, charged_attempts: charged })),
			{ status: 'ok' },
		]);
		expect(seconds).toBeLessThan(8);
		expect(most - before).toBeLessThan(250);
		expect(await connectionsLeft(ipqs)).toBe(0);
	});
});

describe('a faulty response', () => {
	const CUT_OFF = { reason: 'unavailable', attempts: 2, charged: 2 } as const;
	const BAD = { reason: 'bad_response', attempts: 1, charged: 1 } as const;
	const LOST = { reason: 'unavailable', attempts: 4, charged: 4 } as const;
	const EXPECTED: Record<string, { reason: FailureReason; attempts: number; charged: number }> = {
		falseGzip: CUT_OFF,
		falseDeflate: CUT_OFF,
		falseBrotli: CUT_OFF,
		longLength: CUT_OFF,
		cutChunks: CUT_OFF,
		resetInBody: CUT_OFF,
		resetAfterHeaders: CUT_OFF,
		badChunk: CUT_OFF,
		badLength: CUT_OFF,
		notHttp: CUT_OFF,
		hugeHeaders: CUT_OFF,
		cut: CUT_OFF,
		shortLength: BAD,
		// n8n's HTTP client takes what it could unpack for all of it.
		cutGzip: BAD,
		deep: BAD,
		notUtf8: BAD,
		echo: { reason: 'unknown', attempts: 1, charged: 1 },
		resetBeforeHeaders: LOST,
		hangUpBeforeHeaders: LOST,
	};

	it.each(Object.entries(EXPECTED))('costs its lead no more than it must, and the others nothing: %s', async (fault, expected) => {
		const { reason, attempts, charged } = expected;
		const ipqs = await ipqsWith({ faults: { [numberOf(1)]: fault } });
		const credentials = newAccount({ baseUrl: ipqs.url });
		const run = await lookUpLeads(leadsOf(3), { credentials, node: CONTINUE });
		expect(run.error).toBeUndefined();
		expect(lookupsOf(run)).toMatchObject([
			{ status: 'ok' },
			{ status: 'failed', reason, attempts, charged_attempts: charged },
			{ status: 'ok' },
		]);
		expect(ipqs.counts.byNumber).toEqual({ [numberOf(0)]: 1, [numberOf(1)]: attempts, [numberOf(2)]: 1 });
		expect(run.saved).not.toContain(credentials.ipqsApi.apiKey);
	});

	it('that is the first of two is made up for by the second', async () => {
		const faults = Object.keys(EXPECTED).filter((fault) => EXPECTED[fault]?.attempts !== 1);
		const ipqs = await ipqsWith({ faults: Object.fromEntries(faults.map((fault, index) => [numberOf(index), [fault, 'ok']])) });
		const run = await lookUpLeads(leadsOf(faults.length), { credentials: newAccount({ baseUrl: ipqs.url }), node: CONTINUE });
		expect(lookupsOf(run)).toMatchObject(faults.map(() => ({ status: 'ok', attempts: 2, charged_attempts: 2, billable: true })));
	});

	it('is in these tests, whichever it is', () => {
		const others = ['drip', 'dripWithLength', 'dripCompressed', 'dripHeaders', 'headersOnly', 'neverEnds'].concat(
			['endless', 'endlessRefusal', 'bomb', 'large'],
			['retryInYears', 'refusedForYears', 'retryInYearsByDate'],
		);
		expect([...Object.keys(EXPECTED), ...others].sort()).toEqual([...Object.keys(HOSTILE), 'cut'].sort());
	});
});

describe('a server that nobody reaches', () => {
	it('charges nothing', async () => {
		const ipqs = await startStandIn();
		await ipqs.close();
		const run = await lookUpLeads(leadsOf(1), { credentials: newAccount({ baseUrl: ipqs.url }), node: CONTINUE });
		expect(lookupsOf(run)).toMatchObject([{ status: 'failed', reason: 'unavailable', attempts: 4, charged_attempts: 0, billable: false }]);
	});
});

describe('a stall of n8n longer than Timeout', () => {
	const LEADS = 5;

	const lookUpWith = async (ipqs: StandIn, timeout: number): Promise<EngineRun> =>
		await lookUpLeads(leadsOf(LEADS), {
			credentials: newAccount({ baseUrl: ipqs.url, requestsPerSecond: 0 }),
			node: CONTINUE,
			parameters: { options: { timeout, maxWait: 0 } },
		});

	const expectNoneTwice = (run: EngineRun, ipqs: StandIn): void => {
		expect(lookupsOf(run)).toMatchObject(leadsOf(LEADS).map(() => ({ status: 'ok', attempts: 1, charged_attempts: 1 })));
		expect(ipqs.counts.requests).toBe(LEADS);
	};

	it.each([1, 3, 10])(
		'pays no lookup twice that IPQS was about to answer (Timeout %d)',
		async (timeout) => {
			const ipqs = await ipqsWith({ latency: 200, onRequest: (requests) => requests === LEADS && blockSoon(1_500 * timeout) });
			expectNoneTwice(await lookUpWith(ipqs, timeout), ipqs);
		},
		60_000,
	);

	it.each([1, 3, 10])(
		'pays no lookup twice whose answer lies in the socket (Timeout %d)',
		async (timeout) => {
			const ipqs = await ipqsWith({ latency: 200, onAnswer: (answers) => answers === LEADS && block(1_500 * timeout) });
			const { result, seconds } = await timed(async () => await lookUpWith(ipqs, timeout));
			expectNoneTwice(result, ipqs);
			expect(seconds).toBeGreaterThan(1.5 * timeout);
		},
		60_000,
	);

	it('pays no lookup twice when it happens again and again', async () => {
		const ipqs = await ipqsWith({ latency: 50, onRequest: () => blockSoon(700), onAnswer: () => block(700) });
		expectNoneTwice(await lookUpWith(ipqs, 1), ipqs);
	}, 60_000);

	it('does not keep a lookup for ever that IPQS does not answer', async () => {
		const ipqs = await ipqsWith({
			faults: { [numberOf(0)]: 'silence' },
			onRequest: (requests) => requests === 1 && blockSoon(2_000),
		});
		const { result, seconds } = await timed(
			async () =>
				await lookUpLeads(leadsOf(1), {
					credentials: newAccount({ baseUrl: ipqs.url }),
					node: CONTINUE,
					parameters: { options: { timeout: 1, maxRetries: 0 } },
				}),
		);
		expect(lookupsOf(result)).toMatchObject([{ status: 'failed', reason: 'timeout', attempts: 1 }]);
		expect(seconds).toBeLessThan(6);
	});
});

describe('the clock of this machine', () => {
	const HOUR = 3_600_000;

	let shown = (now: number): number => now;
	/** Sets the clock of this machine. */
	const setClock = (to: (now: number) => number): void => {
		shown = to;
	};

	beforeEach(() => {
		setClock((now) => now);
		jest.spyOn(Date, 'now').mockImplementation(() => shown(performance.timeOrigin + performance.now()));
	});
	afterEach(() => jest.restoreAllMocks());

	const CHANGES: Array<[string, (now: number) => number]> = [
		['back by an hour', (now) => now - HOUR],
		['back by 50 years', () => 0],
		['forward by a day', (now) => now + 24 * HOUR],
		['to a standstill', () => 1_700_000_000_000],
	];

	it.each(CHANGES)('may be set %s under a limit', async (_how, to) => {
		const ipqs = await ipqsWith({ onRequest: (requests) => requests === 2 && setClock(to) });
		const { result, seconds } = await timed(
			async () => await lookUpLeads(leadsOf(8), { credentials: newAccount({ baseUrl: ipqs.url, requestsPerSecond: 5 }), node: CONTINUE }),
		);
		expect(lookupsOf(result)).toMatchObject(leadsOf(8).map(() => ({ status: 'ok', attempts: 1 })));
		for (const { latency_ms: latency } of lookupsOf(result)) expect(latency).toBeLessThan(1_000);
		expect(seconds).toBeGreaterThan(1.3);
		expect(seconds).toBeLessThan(4);
	});

	it.each(CHANGES)('may be set %s while IPQS refuses', async (_how, to) => {
		const ipqs = await ipqsWith({
			faults: { [numberOf(1)]: ['limited', 'ok'], [numberOf(2)]: ['silence', 'ok'], [numberOf(3)]: ['outOfService', 'ok'] },
			onRequest: (requests) => requests === 4 && setClock(to),
		});
		const { result, seconds } = await timed(
			async () =>
				await lookUpLeads(leadsOf(6), {
					credentials: newAccount({ baseUrl: ipqs.url, requestsPerSecond: 0 }),
					node: CONTINUE,
					parameters: { options: { timeout: 1, reuseMinutes: 60 } },
				}),
		);
		expect(lookupsOf(result)).toMatchObject(leadsOf(6).map(() => ({ status: 'ok' })));
		expect(seconds).toBeLessThan(8);
	});

	it('may be set back without an effect on answers that are used again', async () => {
		const ipqs = await ipqsWith();
		const credentials = newAccount({ baseUrl: ipqs.url });
		const lookUp = async () => await lookUpLeads(leadsOf(2), { credentials, parameters: { options: { reuseMinutes: 1 } } });
		await lookUp();
		setClock((now) => now - HOUR);
		await lookUp();
		setClock((now) => now + HOUR);
		await lookUp();
		expect(ipqs.counts.requests).toBe(2);
	});
});

describe('an account that is asked to wait', () => {
	let restore: () => void = () => undefined;

	afterEach(() => restore());

	it.each(['retryInYears', 'refusedForYears', 'retryInYearsByDate'])(
		'for years is waited for an hour at most, also without Max Wait: %s',
		async (fault) => {
			const ipqs = await ipqsWith({ faults: { [numberOf(0)]: [fault, 'ok'] } });
			// An hour passes in two seconds.
			restore = speedUp(1_800);
			const run = await lookUpLeads(leadsOf(1), {
				credentials: newAccount({ baseUrl: ipqs.url }),
				node: CONTINUE,
				parameters: { options: { maxWait: 0 } },
			});
			expect(lookupsOf(run)).toMatchObject([{ status: 'ok', attempts: 2 }]);
		},
	);

	it('and refuses everything is given up', async () => {
		const leads = leadsOf(100);
		const ipqs = await hostile('forbiddenHtml', leads.length);
		restore = speedUp(20);
		const run = await lookUpLeads(leads, { credentials: newAccount({ baseUrl: ipqs.url, requestsPerSecond: 0 }), node: CONTINUE });
		const lookups = lookupsOf(run);
		expect(lookups.filter(({ status }) => status === 'not_attempted').length).toBeGreaterThan(50);
		expect(lookups.at(-1)).toMatchObject({
			status: 'not_attempted',
			reason: 'rate_limited',
			attempts: 0,
			charged_attempts: 0,
			billable: false,
		});
		expect(lookups.every(({ charged_attempts: charged, billable }) => charged === 0 && billable === false)).toBe(true);
		expect(ipqs.counts.requests).toBeLessThan(80);
	});

	it('and refuses for a while is not given up', async () => {
		const ipqs = await ipqsWith({
			faults: Object.fromEntries(leadsOf(10).map((_, index) => [numberOf(index), ['forbiddenHtml', 'forbiddenHtml', 'ok']])),
		});
		restore = speedUp(20);
		const run = await lookUpLeads(leadsOf(12), {
			credentials: newAccount({ baseUrl: ipqs.url, requestsPerSecond: 0 }),
			node: CONTINUE,
			parameters: { options: { maxWait: 0, maxRetries: 10 } },
		});
		expect(lookupsOf(run).map(({ status }) => status)).toEqual(leadsOf(12).map(() => 'ok'));
	});
});

describe('a stopped execution', () => {
	it('gives the turns of its leads back', async () => {
		const ipqs = await ipqsWith();
		const credentials = newAccount({ baseUrl: ipqs.url, requestsPerSecond: 1 });
		const stopped = await lookUpLeads(leadsOf(20), { credentials, parameters: { options: { concurrency: 20 } }, cancelAfter: 1_300 });
		expect(stopped.status).toBe('canceled');
		const { result, seconds } = await timed(async () => await lookUpLeads([{ phone: `+${numberOf(30)}` }], { credentials }));
		expect(lookupsOf(result)).toMatchObject([{ status: 'ok' }]);
		expect(seconds).toBeLessThan(2);
	});
});

describe('Reuse Answers For', () => {
	const parameters = { options: { reuseMinutes: 5 } };

	it('lets executions that ask at the same time pay once', async () => {
		const ipqs = await ipqsWith({ latency: 300 });
		const setup = { credentials: newAccount({ baseUrl: ipqs.url }), node: CONTINUE, parameters };
		const runs = await Promise.all([1, 2, 3].map(async () => await lookUpLeads(leadsOf(5), setup)));
		expect(ipqs.counts.requests).toBe(5);
		const lookups = runs.flatMap(lookupsOf);
		expect(lookups.map(({ status }) => status)).toEqual(lookups.map(() => 'ok'));
		expect(lookups.filter(({ billable }) => billable === true)).toHaveLength(5);
		expect(lookups.reduce((sum, { charged_attempts: charged }) => sum + Number(charged), 0)).toBe(5);
	});

	it('keeps answers up to a size', async () => {
		const padding = 'x'.repeat(1_500_000);
		const ipqs = await ipqsWith({ fields: Object.fromEntries(leadsOf(30).map((_, index) => [numberOf(index), { padding }])) });
		const credentials = newAccount({ baseUrl: ipqs.url, requestsPerSecond: 0 });
		const lookUp = async () =>
			await lookUpLeads(leadsOf(30), { credentials, parameters: { options: { ...parameters.options, concurrency: 30 } } });
		await lookUp();
		expect(ipqs.counts.requests).toBe(30);
		// 21 of 1.5 MB fit in 32 MB; the 9 oldest had gone.
		await lookUp();
		expect(ipqs.counts.requests).toBe(39);
	});

	it.each([
		['domains', { domain: 'other.example' }],
		['integrations', { integration: 'OtherCRM' }],
	])('knows two %s with one secret apart', async (_what, change) => {
		const ipqs = await ipqsWith();
		const { ipqsCustomIntegrationApi: one } = newIntegration({ baseUrl: ipqs.url });
		const lookUp = async (credential: IDataObject) =>
			lookupsOf(
				await lookUpLeads(leadsOf(1), {
					credentials: { ...CREDENTIALS, ipqsCustomIntegrationApi: credential },
					parameters: { ...parameters, authentication: 'customIntegration' },
				}),
			);
		await lookUp(one);
		expect(await lookUp({ ...one, ...change })).toMatchObject([{ deduplicated: false, billable: true }]);
		expect(await lookUp(one)).toMatchObject([{ deduplicated: true, billable: false }]);
		expect(ipqs.counts.requests).toBe(2);
	});
});

describe('many leads', () => {
	it('leave turns to others while their expressions are evaluated', async () => {
		const leads = Array.from({ length: 1_500 }, () => ({ phone: '', country: 'us' }));
		const { result, turns } = await countTurns(
			async () =>
				await lookUpLeads(leads, {
					credentials: CREDENTIALS,
					node: CONTINUE,
					parameters: { phone: '={{ $json.phone.trim() }}', country: '={{ $json.country.toUpperCase() }}' },
				}),
		);
		expect(lookupsOf(result)).toMatchObject(leads.map(() => ({ status: 'not_sent' })));
		expect(turns).toBeGreaterThan(8);
	});
});
