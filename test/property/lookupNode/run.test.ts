import fc from 'fast-check';
import { lookUpBatch, type BatchOptions, type BatchResult, type LookupTask } from '../../../nodes/shared/client/lookUpBatch';
import { getExecutionState } from '../../../nodes/shared/client/executionState';
import { RateLimiter } from '../../../nodes/shared/scheduling/rateLimiter';
import { runPool } from '../../../nodes/shared/scheduling/pool';
import { backoff, timeLeft } from '../../../nodes/shared/scheduling/retryPolicy';
import type { HttpResult } from '../../../nodes/shared/ipqs/response';
import { ManualClock } from '../../support/clock';
import {
	accountOn,
	answered,
	cutOff,
	dropped,
	MESSAGES,
	outOfService,
	refusal,
	requestFor,
	response,
	ScriptedTransport,
	timedOut,
	tooMany,
	unreachable,
} from '../../support/scripted-transport';

const CHEAP = { numRuns: 1_000 };
const RUNS = { numRuns: 300 };

const SCRIPT: HttpResult[] = [
	...[answered, answered, answered, outOfService, tooMany, timedOut, unreachable, response(200, '<html>'), refusal('Oops')],
	...[
		refusal('Invalid phone number.'),
		refusal(MESSAGES.invalidKey),
		response(503, '', { 'retry-after': '1' }),
		{ kind: 'cancelled' as const },
	],
	...[dropped, cutOff, response(403, '<html>'), response(504, ''), { kind: 'tooLarge' as const, status: 200 }],
];

/** Whether IPQS may have charged a request that ended so (SPEC 3.2). */
const mayBeCharged = (result: HttpResult): boolean =>
	'status' in result ? ![403, 429, 509].includes(result.status) : !(result.kind === 'network' && result.phase === 'connecting');

const retry = fc.record({
	maxRetries: fc.nat({ max: 3 }),
	maxWait: fc.constantFrom(0, 500, 5_000),
	timeout: fc.constantFrom(100, 1_000),
	baseDelay: fc.constantFrom(100, 500),
});

const task = fc.option(fc.record({ request: fc.nat({ max: 5 }).map((digit) => requestFor(`1201555010${digit}`)), retry }), {
	nil: undefined,
	freq: 8,
});

interface Batch extends Pick<BatchOptions, 'concurrency' | 'stopOnFailure' | 'maxLookups'> {
	readonly tasks: ReadonlyArray<LookupTask | undefined>;
	readonly script: readonly HttpResult[];
	readonly requestsPerSecond: number;
	readonly sandbox: boolean;
	readonly cancelAt: number;
}

const batchOf = (answers: readonly HttpResult[]): fc.Arbitrary<Batch> =>
	fc.record({
		tasks: fc.array(task, { maxLength: 20 }),
		script: fc.array(fc.constantFrom(...answers), { minLength: 1, maxLength: 20 }),
		concurrency: fc.integer({ min: 1, max: 12 }),
		stopOnFailure: fc.boolean(),
		maxLookups: fc.constantFrom(0, 0, 1, 5),
		requestsPerSecond: fc.constantFrom(0, 0, 5, 100),
		sandbox: fc.boolean(),
		cancelAt: fc.constantFrom(Infinity, Infinity, 0, 350),
	});

/** How the request at a place of all that were sent ends. */
const responseAt = ({ script }: Pick<Batch, 'script'>, place: number): HttpResult => script[place % script.length] ?? answered;

async function runBatch(batch: Batch) {
	const { tasks, requestsPerSecond, sandbox, cancelAt, concurrency, stopOnFailure, maxLookups } = batch;
	const clock = new ManualClock();
	clock.cancelAt = cancelAt;
	const transport = new ScriptedTransport(
		clock,
		sandbox ? null : accountOn(clock, requestsPerSecond),
		(_sent, place) => responseAt(batch, place),
		50,
	);
	const state = getExecutionState(undefined);
	const options: BatchOptions = {
		...{ transport, clock, state, runId: 'Lookup 0', cacheMs: 0 },
		...{ concurrency, stopOnFailure, maxLookups, keepCredits: null },
	};
	return { clock, transport, state, options, outcomes: await lookUpBatch(tasks, options) };
}

const distinct = ({ tasks }: Batch): number => {
	const asked = tasks.filter((one) => one !== undefined);
	return new Set(asked.map(({ request }) => request.parameters.phone)).size;
};

describe('whatever IPQS answers to a batch', () => {
	it('each item that asks gets one outcome, and no other item gets any', async () => {
		await fc.assert(
			fc.asyncProperty(batchOf(SCRIPT), async (batch) => {
				const { outcomes } = await runBatch(batch);
				expect(outcomes.map((outcome) => outcome !== undefined)).toEqual(batch.tasks.map((one) => one !== undefined));
				for (const outcome of outcomes) {
					if (outcome === undefined) continue;
					expect(outcome.result.kind).toBe(outcome.status === 'ok' ? 'success' : 'failed');
					expect(outcome.attempts === 0).toBe(outcome.status === 'not_attempted');
					expect(outcome.latency === null).toBe(outcome.status === 'not_attempted');
				}
			}),
			RUNS,
		);
	});

	it('no more requests are in flight than allowed, none is left running, and none is spent beyond the limit', async () => {
		await fc.assert(
			fc.asyncProperty(batchOf(SCRIPT), async (batch) => {
				const { transport, state } = await runBatch(batch);
				expect(transport.mostInFlight).toBeLessThanOrEqual(batch.concurrency);
				const charged = transport.sent.filter((_, place) => mayBeCharged(responseAt(batch, place))).length;
				expect(state.chargedCount).toBe(charged);
				if (batch.maxLookups > 0) expect(charged).toBeLessThanOrEqual(batch.maxLookups);
				if (batch.cancelAt === 0) expect(transport.sent).toEqual([]);
			}),
			RUNS,
		);
	});

	it('the items together tell every request that was sent, and every one that may have been charged', async () => {
		await fc.assert(
			fc.asyncProperty(batchOf(SCRIPT), async (batch) => {
				const { transport, state, outcomes } = await runBatch(batch);
				const sum = (of: (outcome: BatchResult) => number): number =>
					outcomes.reduce((total, outcome) => total + (outcome === undefined ? 0 : of(outcome)), 0);
				expect(sum(({ attempts, deduplicated }) => (deduplicated ? 0 : attempts))).toBe(transport.sent.length);
				expect(sum(({ chargedAttempts }) => chargedAttempts)).toBe(batch.sandbox ? 0 : state.chargedCount);
				for (const outcome of outcomes) {
					if (outcome === undefined) continue;
					expect(outcome.chargedAttempts).toBeLessThanOrEqual(outcome.deduplicated ? 0 : outcome.attempts);
					if (outcome.billable !== false) expect(outcome.chargedAttempts).toBeGreaterThan(0);
				}
			}),
			RUNS,
		);
	});

	it('no item is tried more often than its policy allows, nor longer', async () => {
		await fc.assert(
			fc.asyncProperty(batchOf(SCRIPT), async (batch) => {
				const { outcomes, transport } = await runBatch(batch);
				const mostRetries = Math.max(0, ...batch.tasks.map((one) => one?.retry.maxRetries ?? 0));
				for (const outcome of outcomes) expect(outcome?.attempts ?? 0).toBeLessThanOrEqual(mostRetries + 1);
				for (const { timeout } of transport.sent) expect(timeout).toBeGreaterThan(0);
			}),
			RUNS,
		);
	});

	it('as many items are billed as requests were answered with a result, and none in the sandbox', async () => {
		await fc.assert(
			fc.asyncProperty(batchOf(SCRIPT), async (batch) => {
				const { outcomes } = await runBatch(batch);
				const billed = outcomes.filter((outcome) => outcome?.billable === true);
				const owners = outcomes.filter((outcome) => outcome?.status === 'ok' && !outcome.deduplicated);
				expect(billed).toEqual(batch.sandbox ? [] : owners);
				for (const outcome of outcomes) if (outcome?.deduplicated) expect(outcome.billable).toBe(false);
			}),
			RUNS,
		);
	});

	it('nothing more is sent for an account that can answer nothing more than what was in flight', async () => {
		await fc.assert(
			fc.asyncProperty(batchOf([answered, outOfService, refusal(MESSAGES.quotaExceeded)]), async (batch) => {
				const { transport } = await runBatch({ ...batch, sandbox: false, script: [...batch.script, refusal(MESSAGES.quotaExceeded)] });
				const refused = batch.script.findIndex((answer) => answer.kind === 'response' && answer.text.includes('quota'));
				const known = (transport.sent[refused === -1 ? batch.script.length : refused]?.at ?? Infinity) + 50;
				expect(transport.sent.filter(({ at }) => at > known)).toEqual([]);
			}),
			RUNS,
		);
	});
});

describe('where IPQS answers everything', () => {
	const all = batchOf([answered, refusal('Invalid phone number.')]).map((batch) => ({ ...batch, maxLookups: 0, cancelAt: Infinity }));

	it('there are as many requests as distinct lookups, and every item has its result', async () => {
		await fc.assert(
			fc.asyncProperty(all, async (batch) => {
				const { transport, outcomes } = await runBatch(batch);
				expect(transport.sent).toHaveLength(distinct(batch));
				expect(outcomes.filter((outcome) => outcome !== undefined && outcome.status !== 'ok')).toEqual([]);
				expect(outcomes.filter((outcome) => outcome !== undefined && !outcome.deduplicated)).toHaveLength(distinct(batch));
			}),
			RUNS,
		);
	});

	it("n8n's next try of the run asks nothing and tells the same", async () => {
		await fc.assert(
			fc.asyncProperty(all, async (batch) => {
				const { transport, options, outcomes } = await runBatch(batch);
				const requests = transport.sent.length;
				expect(await lookUpBatch(batch.tasks, options)).toEqual(outcomes);
				expect(transport.sent).toHaveLength(requests);
			}),
			RUNS,
		);
	});
});

describe('run', () => {
	it('a pool works on each index once, in order, and never on more at once than its size', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(fc.nat({ max: 50 }), { maxLength: 30 }), fc.integer({ min: 1, max: 10 }), async (durations, size) => {
				const clock = new ManualClock();
				const started: number[] = [];
				let running = 0;
				let most = 0;
				await runPool(
					durations.length,
					() => size,
					async (index) => {
						started.push(index);
						most = Math.max(most, ++running);
						await clock.sleep(durations[index] ?? 0);
						running--;
					},
				);
				expect(started).toEqual(durations.map((_, index) => index));
				expect(most).toBe(Math.min(size, durations.length));
				expect(running).toBe(0);
			}),
			RUNS,
		);
	});

	it('under any ceiling, starts are never closer than it allows, however they are asked for', async () => {
		await fc.assert(
			fc.asyncProperty(fc.constantFrom(1, 3, 20, 500), fc.array(fc.nat({ max: 400 }), { maxLength: 20 }), async (ceiling, gaps) => {
				const clock = new ManualClock(1_000_000);
				const rateLimiter = new RateLimiter(clock.now);
				const starts: number[] = [];
				const turns: Array<Promise<void>> = [];
				for (const gap of gaps) {
					await clock.sleep(gap);
					turns.push(rateLimiter.acquire(ceiling, clock).then(() => void starts.push(clock.now())));
				}
				await Promise.all(turns);
				for (const [index, start] of starts.slice(1).entries())
					expect(start - (starts[index] ?? 0)).toBeGreaterThanOrEqual(1_000 / ceiling - 0.001);
			}),
			RUNS,
		);
	});

	it('whatever is refused and answered, the account still gets a turn each second after its last wait', async () => {
		const event = fc.oneof(
			fc.record({ kind: fc.constant('success' as const) }),
			fc.record({ kind: fc.constant('refused' as const), ago: fc.nat({ max: 3_000 }), retryAfter: fc.option(fc.nat({ max: 5_000 })) }),
			fc.record({ kind: fc.constant('pass' as const), milliseconds: fc.nat({ max: 2_000 }) }),
		);
		await fc.assert(
			fc.asyncProperty(fc.array(event, { maxLength: 60 }), async (events) => {
				const clock = new ManualClock(1_000_000);
				const rateLimiter = new RateLimiter(clock.now);
				for (const one of events) {
					if (one.kind === 'success') rateLimiter.onSuccess();
					else if (one.kind === 'pass') clock.pass(one.milliseconds);
					else rateLimiter.onRateLimited(clock.now() - one.ago, one.retryAfter);
				}
				await rateLimiter.acquire(0, clock);
				const first = clock.now();
				await rateLimiter.acquire(0, clock);
				expect(clock.now() - first).toBeLessThanOrEqual(1_000.001);
			}),
			RUNS,
		);
	});

	it('a back-off is within its bounds, and grows', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 11 }),
				retry,
				fc.option(fc.nat()),
				fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
				(attempt, policy, retryAfter, random) => {
					const wait = backoff(attempt, policy, retryAfter, random);
					if (retryAfter === null) {
						expect(wait).toBeGreaterThanOrEqual(0);
						expect(wait).toBeLessThanOrEqual(Math.min(8_000, policy.baseDelay * 2 ** (attempt - 1)));
						expect(backoff(attempt + 1, policy, null, random)).toBeGreaterThanOrEqual(wait);
					} else {
						const asked = Math.min(retryAfter, 3_600_000);
						expect(wait).toBeGreaterThanOrEqual(asked);
						expect(wait).toBeLessThanOrEqual(asked + policy.baseDelay);
					}
				},
			),
			CHEAP,
		);
	});

	it('the time left is never negative, nor more than the whole', () => {
		fc.assert(
			fc.property(fc.nat(), fc.nat(), (maxWait, elapsed) => {
				const left = timeLeft({ maxRetries: 0, timeout: 1, baseDelay: 1, maxWait }, elapsed);
				expect(left).toBeGreaterThanOrEqual(0);
				expect(left).toBeLessThanOrEqual(maxWait === 0 ? Infinity : maxWait);
			}),
			CHEAP,
		);
	});
});
