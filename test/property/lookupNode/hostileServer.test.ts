import fc from 'fast-check';
import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { getExecutionState } from '../../../nodes/shared/client/executionState';
import type { Transport } from '../../../nodes/shared/client/lookUp';
import { lookUpBatch, type BatchOptions, type BatchResult, type LookupTask } from '../../../nodes/shared/client/lookUpBatch';
import { createHttpTransport } from '../../../nodes/shared/client/httpTransport';
import { ManualClock } from '../../support/clock';
import { accountOn, MESSAGES, requestFor, VALID } from '../../support/scripted-transport';

const RUNS = { numRuns: 200 };

/** Longer than any limit of these tests, in ms. */
const NEVER = 10_000_000;

/** Longest lateness of a deadline in ms: a tick, the grace after a stall, and the ticks of which a stall hides a part. */
const LATENESS = 300;

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A part of a body, and how long it takes to come, in ms. */
interface Part {
	readonly wait: number;
	readonly bytes: Uint8Array;
}

/** What a server does with a request. */
type Behavior =
	| { readonly kind: 'error'; readonly wait: number; readonly code: string }
	| {
			readonly kind: 'response';
			readonly wait: number;
			readonly status: number;
			readonly headers: Record<string, string>;
			readonly parts: readonly Part[];
			/** How the body goes on after its parts. */
			readonly end: 'end' | 'cut' | 'silence' | 'repeat';
	  };

/** A body in virtual time. */
class ScriptedBody implements AsyncIterable<Uint8Array> {
	private close: (error: Error) => void = () => undefined;

	private readonly closed = new Promise<never>((_, reject) => {
		this.close = reject;
	});

	isClosed = false;

	isRead = false;

	constructor(
		private readonly clock: ManualClock,
		private readonly parts: readonly Part[],
		private readonly end: 'end' | 'cut' | 'silence' | 'repeat',
	) {
		this.closed.catch(() => undefined);
	}

	destroy(): void {
		this.isClosed = true;
		this.close(new Error('Premature close'));
	}

	async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
		do {
			if (this.parts.length === 0) break;
			for (const { wait, bytes } of this.parts) {
				// Time passes between the parts of an endless body, or virtual time would stand.
				await Promise.race([this.clock.sleep(this.end === 'repeat' ? wait + 5 : wait), this.closed]);
				yield bytes;
			}
		} while (this.end === 'repeat');
		if (this.end === 'cut') throw new Error('aborted');
		if (this.end === 'silence') await this.closed;
		this.isRead = true;
	}
}

const wait = fc.oneof(fc.nat({ max: 1_500 }), fc.constantFrom(0, 0, 0, NEVER));

const bytes = fc.oneof(
	fc.uint8Array({ maxLength: 40 }),
	fc.json().map(encoded),
	fc.constantFrom(
		encoded(JSON.stringify(VALID)),
		encoded(JSON.stringify({ success: false, message: MESSAGES.quotaExceeded })),
		encoded(JSON.stringify({ success: false, message: 'Oops' })),
		encoded('{"success":true,"valid":tr'),
		encoded('['.repeat(5_000)),
		encoded('1'.repeat(2_000)),
		new Uint8Array(700_000),
	),
);

const behavior: fc.Arbitrary<Behavior> = fc.oneof(
	fc.record({
		kind: fc.constant('error' as const),
		wait,
		code: fc.constantFrom('ECONNREFUSED', 'ENOTFOUND', 'ECONNRESET', 'EPIPE', 'HPE_INVALID_CONSTANT', 'ECONNABORTED', ''),
	}),
	{
		weight: 3,
		arbitrary: fc.record({
			kind: fc.constant('response' as const),
			wait,
			status: fc.constantFrom(200, 200, 200, 201, 302, 400, 401, 403, 404, 429, 500, 503, 504, 509),
			headers: fc.oneof(
				fc.constant({}),
				fc.record({
					'retry-after': fc.oneof(fc.nat({ max: 60 }).map(String), fc.constantFrom('Thu, 01 Jan 1970 00:00:30 GMT', '-1', 'soon')),
				}),
			),
			parts: fc.array(fc.record({ wait: fc.oneof(fc.nat({ max: 950 }), fc.constant(0)), bytes }), { maxLength: 3 }),
			end: fc.constantFrom('end', 'end', 'end', 'cut', 'silence', 'repeat'),
		}),
	},
	{
		weight: 2,
		arbitrary: fc.record({
			kind: fc.constant('response' as const),
			wait: fc.nat({ max: 200 }),
			status: fc.constant(200),
			headers: fc.constant({}),
			parts: fc.constant([{ wait: 0, bytes: encoded(JSON.stringify(VALID)) }]),
			end: fc.constant('end' as const),
		}),
	},
);

/** A moment at which this process is busy, or at which somebody sets the clock of the machine. */
const event = fc.record({
	after: fc.nat({ max: 2_000 }),
	stall: fc.constantFrom(0, 0, 60, 150, 1_500, 30_000),
	date: fc.constantFrom(undefined, -3_600_000, 3_600_000, -1_700_000_000_000, 5_000_000_000_000),
});

const scenario = fc.record({
	phones: fc.array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 8 }),
	behaviors: fc.array(behavior, { minLength: 1, maxLength: 8 }),
	events: fc.array(event, { maxLength: 6 }),
	isDateStanding: fc.boolean(),
	retry: fc.record({
		maxRetries: fc.nat({ max: 3 }),
		maxWait: fc.constantFrom(0, 1_000, 5_000),
		timeout: fc.constantFrom(1_000, 3_000),
		baseDelay: fc.constantFrom(100, 500),
	}),
	concurrency: fc.integer({ min: 1, max: 5 }),
	maxLookups: fc.constantFrom(0, 0, 3),
	// Never at the same time as an answer.
	cancelAt: fc.constantFrom(Infinity, Infinity, Infinity, 700.5),
});

/** What the server knows of a request. */
interface Entry {
	readonly phone: string;
	readonly at: number;
	/** Whether it came through, and was not refused before the client gave up. */
	mayBeCharged: boolean;
}

const REFUSED = [403, 429, 509];
const NOT_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND'];

type Scenario = typeof scenario extends fc.Arbitrary<infer One> ? One : never;

async function runScenario({ phones, behaviors, events, isDateStanding, retry, concurrency, maxLookups, cancelAt }: Scenario) {
	const clock = new ManualClock();
	clock.cancelAt = cancelAt;
	const machine = isDateStanding ? Object.assign(Object.create(clock) as ManualClock, { date: () => 0 }) : clock;
	const log: Entry[] = [];
	const bodies: ScriptedBody[] = [];
	const httpRequestWithAuthentication = async (_type: string, { qs, abortSignal }: IHttpRequestOptions): Promise<unknown> => {
		const one = behaviors[log.length % behaviors.length] as Behavior;
		const entry: Entry = { phone: String(qs?.phone), at: clock.now(), mayBeCharged: true };
		log.push(entry);
		if (one.wait === NEVER) return await new Promise(() => undefined);
		await clock.sleep(one.wait);
		if (abortSignal?.aborted) throw new Error('canceled');
		if (one.kind === 'error') {
			entry.mayBeCharged = !NOT_CONNECTED.includes(one.code);
			throw Object.assign(new Error('the connection failed'), { code: one.code });
		}
		entry.mayBeCharged = !REFUSED.includes(one.status);
		const body = new ScriptedBody(clock, one.parts, one.end);
		bodies.push(body);
		return { statusCode: one.status, headers: one.headers, body };
	};
	const node = { helpers: { httpRequestWithAuthentication } } as unknown as IExecuteFunctions;
	const { send } = createHttpTransport(node, machine, {
		type: 'ipqsApi',
		payerId: 'payer',
		credentialId: '1',
		lookupsPerDay: 0,
		accountId: 'virtual',
		baseUrl: 'https://ipqs.test',
		requestsPerSecond: 0,
		secrets: ['not-a-real-key-0123'],
	});
	const transport: Transport = { account: accountOn(clock), send };
	const state = getExecutionState(undefined);
	const options: BatchOptions = {
		...{ transport, clock: machine, state, runId: 'Lookup 0', concurrency, maxLookups },
		...{ keepCredits: null, cacheMs: 0, stopOnFailure: false },
	};
	let isDone = false;
	const weather = (async () => {
		for (const { after, stall, date } of events) {
			await clock.sleep(after);
			if (isDone) return;
			clock.pass(stall);
			clock.dateOffset = date ?? clock.dateOffset;
		}
	})();
	const tasks = phones.map((digit): LookupTask => ({ request: requestFor(`1201555010${digit}`), retry }));
	const results = (await lookUpBatch(tasks, options)) as BatchResult[];
	const endedAt = clock.now();
	isDone = true;
	await weather;
	return { results, tasks, log, bodies, state, endedAt, clock };
}

const stallOf = (events: ReadonlyArray<{ stall: number }>): number => events.reduce((sum, { stall }) => sum + stall, 0);

type Run = Awaited<ReturnType<typeof runScenario>>;

const asksForDate = (one: Behavior): boolean => one.kind === 'response' && /1970/.test(String(one.headers['retry-after']));

/** A run ends when its limits say, and no lead is tried for longer. */
function expectLimits({ phones, behaviors, retry, events }: Scenario, { log, endedAt }: Run): void {
	const { maxRetries, maxWait, timeout } = retry;
	const attempts = maxRetries + 1;
	// A date in Retry-After can be hours ahead if the clock of the machine is wrong.
	const longestDelay = behaviors.some(asksForDate) ? 3_601_000 : 61_000;
	const perLead = maxWait > 0 ? Math.max(maxWait, timeout) : attempts * (timeout + longestDelay);
	const turns = log.length * 61_000;
	const leads = new Set(phones).size;
	expect(endedAt).toBeLessThanOrEqual(leads * (perLead + attempts * LATENESS) + turns + stallOf(events));
	for (const phone of new Set(log.map((entry) => entry.phone))) {
		const times = log.filter((entry) => entry.phone === phone).map(({ at }) => at);
		expect(times.length).toBeLessThanOrEqual(attempts);
		if (maxWait > 0) expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeLessThanOrEqual(maxWait);
	}
}

/** The books tell what the server saw. */
function expectBooks({ maxLookups }: Scenario, { results, tasks, log, state }: Run): void {
	const charged = log.filter(({ mayBeCharged }) => mayBeCharged).length;
	expect(state.chargedCount).toBe(charged);
	if (maxLookups > 0) expect(charged).toBeLessThanOrEqual(maxLookups);
	for (const [index, result] of results.entries()) {
		const seen = log.filter(({ phone }) => phone === tasks[index]?.request.parameters.phone);
		expect(result.attempts).toBe(seen.length);
		expect(result.chargedAttempts).toBe(result.deduplicated ? 0 : seen.filter(({ mayBeCharged }) => mayBeCharged).length);
		expect(result.status === 'not_attempted').toBe(seen.length === 0);
		expect(result.billable === true).toBe(result.status === 'ok' && !result.deduplicated);
		if (result.billable === null) expect(result.chargedAttempts).toBeGreaterThan(0);
	}
}

describe('hostile server', () => {
	it('whatever a server sends and the clocks do, a run ends within its limits, its books are right, and it leaves no body open', async () => {
		await fc.assert(
			fc.asyncProperty(scenario, async (one) => {
				const run = await runScenario(one);
				expectLimits(one, run);
				expectBooks(one, run);
				// A response that comes after its deadline is closed when it comes.
				await run.clock.sleep(5_000);
				expect(run.bodies.filter(({ isClosed }) => !isClosed)).toEqual([]);
			}),
			RUNS,
		);
	});
});
