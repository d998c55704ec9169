import { lookUpBatch, type BatchOptions, type LookupTask } from '../../../../nodes/shared/client/lookUpBatch';
import { getExecutionState, type ExecutionState } from '../../../../nodes/shared/client/executionState';
import type { Transport } from '../../../../nodes/shared/client/lookUp';
import type { HttpResult } from '../../../../nodes/shared/ipqs/response';
import { ManualClock } from '../../../support/clock';
import {
	accountOn,
	answered,
	dropped,
	inTurn,
	MESSAGES,
	outOfService,
	refusal,
	requestFor,
	response,
	ScriptedTransport,
	timedOut,
	VALID,
	type Sent,
} from '../../../support/scripted-transport';

const RETRY = { maxRetries: 0, maxWait: 0, timeout: 1_000, baseDelay: 400 };

const inquiryFor = (phone: string): LookupTask => ({ request: requestFor(phone), retry: RETRY });
const tasks = (phones: string): LookupTask[] => phones.split('').map((letter) => inquiryFor(`1201555010${letter.charCodeAt(0) - 64}`));

interface Setup extends Partial<BatchOptions> {
	latency?: number;
	sandbox?: boolean;
}

/** A way to IPQS whose requests take 100 ms, and batches over it. */
function setUp(script: (sent: Sent, place: number) => HttpResult, { latency = 100, sandbox = false, ...changes }: Setup = {}) {
	const clock = new ManualClock();
	const transport = new ScriptedTransport(clock, sandbox ? null : accountOn(clock), script, latency);
	const state = getExecutionState(undefined);
	const options: BatchOptions = {
		...{
			transport,
			clock,
			state,
			maxLookups: 0,
			runId: 'Lookup 0',
			concurrency: 10,
			keepCredits: null,
			stopOnFailure: false,
		},
		...{ cacheMs: 0, ...changes },
	};
	const batch = async (asked: ReadonlyArray<LookupTask | undefined>, more: Partial<BatchOptions> = {}) =>
		await lookUpBatch(asked, { ...options, ...more });
	const phonesSent = () => transport.sent.map(({ request }) => String(request.parameters.phone).slice(-1));
	return { clock, transport, state, batch, phonesSent };
}

const told = (outcomes: Awaited<ReturnType<typeof lookUpBatch>>) =>
	outcomes.map((outcome) => outcome && [outcome.status, outcome.deduplicated, outcome.billable]);

const OWNER = ['ok', false, true];
const DUPLICATE = ['ok', true, false];
const FAILED = ['failed', false, false];
const FAILED_DUPLICATE = ['failed', true, false];
const NOT_ATTEMPTED = ['not_attempted', false, false];

/** Answers that depend on the number's last digit, 1 to 9. */
const byDigit =
	(answers: Record<string, HttpResult>) =>
	({ request }: Sent): HttpResult =>
		answers[String(request.parameters.phone).slice(-1)] ?? answered;

describe('a batch', () => {
	it('gives each item its own outcome, in its own place', async () => {
		const { batch, transport } = setUp(({ request }) => response(200, { ...VALID, formatted: request.parameters.phone }));
		const outcomes = await batch([undefined, ...tasks('AB'), undefined, ...tasks('C')]);
		expect(outcomes.map((outcome) => outcome?.result.kind === 'success' && outcome.result.body.formatted)).toEqual([
			false,
			'12015550101',
			'12015550102',
			false,
			'12015550103',
		]);
		expect(transport.sent).toHaveLength(3);
		expect(outcomes[1]).toEqual({
			status: 'ok',
			result: { kind: 'success', body: { ...VALID, formatted: '12015550101' } },
			attempts: 1,
			chargedAttempts: 1,
			latency: 100,
			checkedAt: 100,
			deduplicated: false,
			reused: false,
			billable: true,
		});
	});

	it.each([[[]], [[undefined, undefined]]])('without anything to ask sends nothing', async (asked) => {
		const { batch, transport } = setUp(inTurn(answered));
		expect(await batch(asked)).toEqual(asked);
		expect(transport.sent).toEqual([]);
	});

	it('starts in order, so many at once', async () => {
		const { batch, transport, phonesSent } = setUp(inTurn(answered), { concurrency: 2 });
		await batch(tasks('EDCBA'));
		expect(phonesSent()).toEqual(['5', '4', '3', '2', '1']);
		expect(transport.sent.map(({ at }) => at)).toEqual([0, 1, 100, 130, 200]);
		expect(transport.mostInFlight).toBe(2);
	});

	it('spreads its requests over the round trip once that is known, so that they do not come back together', async () => {
		const { batch, transport, phonesSent } = setUp(inTurn(answered), { concurrency: 4 });
		await batch(tasks('ABCDEFGHI'));
		expect(transport.sent.map(({ at }) => at)).toEqual([0, 1, 2, 3, 100, 115, 130, 145, 200]);
		expect(phonesSent()).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
	});

	it("follows each item's own limits", async () => {
		const { batch, transport } = setUp(inTurn(outOfService));
		const outcomes = await batch([
			inquiryFor('12015550101'),
			{ ...inquiryFor('12015550102'), retry: { ...RETRY, maxRetries: 2, timeout: 7 } },
		]);
		expect(outcomes.map((outcome) => outcome?.attempts)).toEqual([1, 3]);
		expect(transport.sent.map(({ timeout }) => timeout)).toEqual([1_000, 7, 7, 7]);
	});

	it('spends no more than its limit', async () => {
		const { batch, transport } = setUp(inTurn(answered), { maxLookups: 2 });
		const outcomes = await batch(tasks('AABCCD'));
		expect(told(outcomes)).toEqual([OWNER, DUPLICATE, OWNER, NOT_ATTEMPTED, ['not_attempted', true, false], NOT_ATTEMPTED]);
		expect(outcomes[3]?.result).toMatchObject({ reason: 'max_lookups' });
		expect(transport.sent).toHaveLength(2);
	});
});

describe('a batch with a limited rate', () => {
	it('starts no two requests closer together than the rate allows, when slow responses become fast', async () => {
		const clock = new ManualClock();
		const starts: number[] = [];
		const transport: Transport = {
			account: accountOn(clock, 2),
			send: async () => {
				starts.push(clock.now());
				await clock.sleep(starts.length <= 8 ? 10_000 : 40);
				return answered;
			},
		};
		const { batch } = setUp(inTurn(answered), { clock, transport, concurrency: 5 });
		await batch(tasks('ABCDEFGHIJKLMN'));
		const gaps = starts.slice(1).map((start, index) => start - (starts[index] as number));
		expect(Math.min(...gaps)).toBeGreaterThanOrEqual(500);
	});
});

describe('equal lookups', () => {
	it('cost one request, billed to the first', async () => {
		const { batch, transport } = setUp(inTurn(answered));
		expect(told(await batch(tasks('ABAAB')))).toEqual([OWNER, OWNER, DUPLICATE, DUPLICATE, DUPLICATE]);
		expect(transport.sent).toHaveLength(2);
	});

	it('are those whose whole request is equal', async () => {
		const { batch, transport } = setUp(inTurn(answered));
		const [one] = tasks('A') as [LookupTask];
		const strict = { ...one, request: { ...one.request, parameters: { ...one.request.parameters, strictness: '1' } } };
		const posted = { ...one, request: { ...one.request, method: 'POST' as const } };
		expect(told(await batch([one, strict, posted, { ...one, retry: { ...RETRY, timeout: 7 } }]))).toEqual([OWNER, OWNER, OWNER, DUPLICATE]);
		expect(transport.sent).toHaveLength(3);
	});

	it('share a failure', async () => {
		const { batch, transport } = setUp(inTurn(outOfService));
		expect(told(await batch(tasks('AA')))).toEqual([FAILED, FAILED_DUPLICATE]);
		expect(transport.sent).toHaveLength(1);
	});

	it('share whether a request may have been billed with nobody', async () => {
		const { batch, state } = setUp(inTurn(dropped));
		const outcomes = await batch(tasks('AA'));
		expect(told(outcomes)).toEqual([
			['failed', false, null],
			['failed', true, false],
		]);
		expect(outcomes.map((outcome) => outcome?.chargedAttempts)).toEqual([1, 0]);
		expect(state.chargedCount).toBe(1);
	});

	it('of the sandbox cost one too, and are never billed', async () => {
		const { batch, transport } = setUp(inTurn(answered), { sandbox: true });
		expect(told(await batch(tasks('AA')))).toEqual([
			['ok', false, false],
			['ok', true, false],
		]);
		expect(transport.sent).toHaveLength(1);
	});
});

describe('a second batch of the same execution', () => {
	const twice = async (
		script: (sent: Sent, place: number) => HttpResult,
		first: string,
		second: string,
		more: Partial<BatchOptions> = {},
		setup: Setup = {},
	) => {
		const { batch, transport } = setUp(script, setup);
		await batch(tasks(first));
		return { outcomes: told(await batch(tasks(second), more)), requests: transport.sent.length };
	};

	it("that is n8n's next try of the same run finds the answers, still billed to those that paid", async () => {
		expect(await twice(inTurn(answered), 'ABA', 'ABA')).toEqual({ outcomes: [OWNER, OWNER, DUPLICATE], requests: 2 });
	});

	it('that is the next try finds them too when answers are reused', async () => {
		expect(await twice(inTurn(answered), 'ABA', 'ABA', {}, { cacheMs: 60_000, state: getExecutionState(undefined) })).toEqual({
			outcomes: [OWNER, OWNER, DUPLICATE],
			requests: 2,
		});
	});

	it('that is the next try asks again what failed', async () => {
		expect(await twice(inTurn(outOfService, answered), 'AB', 'AB')).toEqual({ outcomes: [OWNER, OWNER], requests: 3 });
	});

	it('that is the next try asks nothing of an account that can answer nothing more', async () => {
		expect(await twice(inTurn(answered, refusal(MESSAGES.quotaExceeded)), 'AB', 'ABC')).toEqual({
			outcomes: [OWNER, NOT_ATTEMPTED, NOT_ATTEMPTED],
			requests: 2,
		});
	});

	it('that is the next try spends what is left of the limit', async () => {
		expect(await twice(inTurn(answered), 'ABC', 'ABC', { maxLookups: 3 }, { maxLookups: 2 })).toEqual({
			outcomes: [OWNER, OWNER, OWNER],
			requests: 3,
		});
	});

	it('that is another run of the node pays for no equal lookup', async () => {
		expect(await twice(inTurn(answered), 'AB', 'BC', { runId: 'Lookup 1' })).toEqual({ outcomes: [DUPLICATE, OWNER], requests: 3 });
	});

	it('on another account pays for its own', async () => {
		const clock = new ManualClock();
		const state = getExecutionState(undefined);
		const [first, second] = ['one', 'two'].map((id) => new ScriptedTransport(clock, accountOn(clock, 0, id), inTurn(answered))) as [
			ScriptedTransport,
			ScriptedTransport,
		];
		const { batch } = setUp(inTurn(answered), { clock, state });
		await batch(tasks('A'), { transport: first });
		expect(told(await batch(tasks('A'), { transport: second, runId: 'Other 0' }))).toEqual([OWNER]);
		expect([first.sent.length, second.sent.length]).toEqual([1, 1]);
	});

	it('while the first is still running waits for its answers', async () => {
		const { batch, transport } = setUp(inTurn(answered));
		const [first, second] = await Promise.all([batch(tasks('A')), batch(tasks('A'), { runId: 'Other 0' })]);
		expect(told(first)).toEqual([OWNER]);
		expect(told(second)).toEqual([DUPLICATE]);
		expect(transport.sent).toHaveLength(1);
	});
});

describe('a large batch', () => {
	it('lets other work run while it compares its lookups and hands out answers that are there already', async () => {
		const { clock, batch } = setUp(inTurn(answered), { concurrency: 2 });
		const asked = Array.from({ length: 400 }, (_, index) => inquiryFor(`1201555${index % 2}`));
		await batch(asked.slice(0, 2));
		// Each look at the time takes one millisecond.
		const slow = Object.assign(Object.create(clock) as ManualClock, {
			now: () => {
				clock.pass(1);
				return clock.now();
			},
		});
		let turns = 0;
		let isDone = false;
		const others = (async () => {
			while (turns < 1_000 && !isDone) {
				await clock.sleep(1);
				turns++;
			}
		})();
		const outcomes = await batch(asked, { clock: slow, runId: 'Other 0' });
		isDone = true;
		await others;
		expect(outcomes.every((outcome) => outcome?.status === 'ok' && outcome.deduplicated)).toBe(true);
		expect(turns).toBeGreaterThan(10);
	});
});

describe('a batch that stops on failure', () => {
	it('starts nothing more, and lets what is in flight end', async () => {
		const { batch, phonesSent } = setUp(byDigit({ 1: outOfService }), { stopOnFailure: true, concurrency: 2 });
		const outcomes = await batch(tasks('ABCD'));
		expect(told(outcomes)).toEqual([FAILED, OWNER, NOT_ATTEMPTED, NOT_ATTEMPTED]);
		expect(outcomes[2]?.result).toMatchObject({ reason: 'cancelled' });
		expect(phonesSent()).toEqual(['1', '2']);
	});

	it('gives up retries of others', async () => {
		const { batch, transport } = setUp(byDigit({ 1: refusal('Oops'), 2: outOfService }), { stopOnFailure: true, concurrency: 2 });
		const retry = { ...RETRY, maxRetries: 5 };
		const outcomes = await batch(tasks('AB').map((task) => ({ ...task, retry })));
		expect(outcomes.map((outcome) => outcome?.result)).toMatchObject([{ reason: 'unknown' }, { reason: 'unavailable' }]);
		expect(transport.sent).toHaveLength(2);
	});

	it('goes on when the limit of lookups is reached, for that is what the user set', async () => {
		const { batch } = setUp(inTurn(answered), { stopOnFailure: true, maxLookups: 1, concurrency: 1 });
		const outcomes = await batch(tasks('ABC'));
		expect(outcomes.slice(1).map((outcome) => outcome?.result)).toMatchObject([{ reason: 'max_lookups' }, { reason: 'max_lookups' }]);
	});

	it('still gives answers that are there already', async () => {
		const { batch } = setUp(byDigit({ 1: outOfService }), { stopOnFailure: true, concurrency: 1 });
		await batch(tasks('B'));
		expect(told(await batch(tasks('AB'), { runId: 'Other 0' }))).toEqual([FAILED, DUPLICATE]);
	});

	it('is one for which that is asked; others go on', async () => {
		const { batch, transport } = setUp(byDigit({ 1: outOfService, 3: refusal('Oops') }), { concurrency: 1 });
		expect(told(await batch(tasks('ABCD')))).toEqual([FAILED, OWNER, FAILED, OWNER]);
		expect(transport.sent).toHaveLength(4);
	});
});

describe('answers of other executions', () => {
	let accounts = 0;

	/** Executions of one account that no other test uses. */
	const executions = (script: (sent: Sent, place: number) => HttpResult) => {
		const clock = new ManualClock();
		const transport = new ScriptedTransport(clock, accountOn(clock, 0, `reused ${accounts++}`), script);
		const { batch } = setUp(script, { clock, transport });
		const execution = async (
			phones: string,
			cacheMs: number,
			state: ExecutionState = getExecutionState(undefined),
			more: Partial<BatchOptions> = {},
			asked: LookupTask[] = tasks(phones),
		) => await batch(asked, { cacheMs, state, ...more });
		return { clock, transport, execution };
	};

	/** A lookup that is tried again, for so many ms. */
	const patient = (maxWait: number): LookupTask => ({ request: requestFor('12015550101'), retry: { ...RETRY, maxRetries: 1, maxWait } });

	it('are used again within their time, unbilled, and say when they were checked', async () => {
		const { clock, transport, execution } = executions(inTurn(answered));
		await execution('AB', 60_000);
		clock.pass(50_000);
		const outcomes = await execution('ABC', 60_000);
		expect(told(outcomes)).toEqual([DUPLICATE, DUPLICATE, OWNER]);
		expect(outcomes.map((outcome) => outcome?.checkedAt)).toEqual([100, 101, 50_201]);
		expect(transport.sent).toHaveLength(3);
	});

	it('are not used again after that', async () => {
		const { clock, transport, execution } = executions(inTurn(answered));
		await execution('A', 60_000);
		clock.pass(60_001);
		expect(told(await execution('A', 60_000))).toEqual([OWNER]);
		expect(transport.sent).toHaveLength(2);
	});

	it('do not become younger by being used', async () => {
		const { clock, transport, execution } = executions(inTurn(answered));
		await execution('A', 60_000);
		clock.pass(40_000);
		await execution('A', 60_000);
		clock.pass(40_000);
		expect(told(await execution('A', 60_000))).toEqual([OWNER]);
		expect(transport.sent).toHaveLength(2);
	});

	it('are used again at their greatest age', async () => {
		const { clock, transport, execution } = executions(inTurn(answered));
		await execution('A', 60_000);
		clock.pass(60_000);
		expect(told(await execution('A', 60_000))).toEqual([DUPLICATE]);
		expect(transport.sent).toHaveLength(1);
	});

	it.each([
		['the one that paid does not keep them', 0, 60_000],
		['the one that asks does not want them', 60_000, 0],
	])('are not used where %s', async (_what, kept, wanted) => {
		const { transport, execution } = executions(inTurn(answered));
		await execution('A', kept);
		expect(told(await execution('A', wanted))).toEqual([OWNER]);
		expect(transport.sent).toHaveLength(2);
	});

	it('are never failures', async () => {
		const { transport, execution } = executions(inTurn(outOfService, answered));
		expect(told(await execution('A', 60_000))).toEqual([FAILED]);
		expect(told(await execution('A', 60_000))).toEqual([OWNER]);
		expect(transport.sent).toHaveLength(2);
	});

	it('need no request of an account that can answer nothing more', async () => {
		const { transport, execution } = executions(inTurn(answered, refusal(MESSAGES.quotaExceeded)));
		await execution('A', 60_000);
		expect(told(await execution('BA', 60_000))).toEqual([FAILED, DUPLICATE]);
		expect(transport.sent).toHaveLength(2);
	});

	it('are waited for while another execution asks for them', async () => {
		const { transport, execution } = executions(inTurn(answered));
		const [first, second, third] = await Promise.all([execution('AB', 60_000), execution('BA', 60_000), execution('A', 60_000)]);
		expect(told(first)).toEqual([OWNER, OWNER]);
		expect(told(second)).toEqual([DUPLICATE, DUPLICATE]);
		expect(told(third)).toEqual([DUPLICATE]);
		expect(second?.map((outcome) => outcome?.chargedAttempts)).toEqual([0, 0]);
		expect(transport.sent).toHaveLength(2);
	});

	it('are asked for by one execution after the other where they fail', async () => {
		const { transport, execution } = executions(inTurn(refusal('Oops'), refusal('Oops'), answered));
		const outcomes = await Promise.all([1, 2, 3, 4].map(async () => told(await execution('A', 60_000))));
		expect(outcomes).toEqual([[FAILED], [FAILED], [OWNER], [DUPLICATE]]);
		expect(transport.sent).toHaveLength(3);
	});

	it('are not waited for longer than the item may wait', async () => {
		const { transport, execution } = executions((_sent, place) => (place === 0 ? response(503, '', { 'retry-after': '60' }) : answered));
		const [first, second] = await Promise.all([
			execution('A', 60_000, undefined, undefined, [patient(0)]),
			execution('A', 60_000, undefined, undefined, [patient(5_000)]),
		]);
		expect([told(first), told(second)]).toEqual([[OWNER], [OWNER]]);
		expect(transport.sent.map(({ at }) => at)).toEqual([0, 5_000, expect.any(Number)]);
	});

	it('are not waited for once the execution was stopped', async () => {
		const { clock, transport, execution } = executions((_sent, place) =>
			place === 0 ? response(503, '', { 'retry-after': '60' }) : answered,
		);
		clock.cancelAt = 1_000;
		const outcomes = await Promise.all([1, 2].map(async () => await execution('A', 60_000, undefined, undefined, [patient(0)])));
		expect(outcomes.map(told)).toEqual([[FAILED], [NOT_ATTEMPTED]]);
		expect(clock.now()).toBeLessThanOrEqual(1_300);
		expect(transport.sent).toHaveLength(1);
	});

	it('are not waited for where nothing may be reused', async () => {
		const { transport, execution } = executions(inTurn(answered));
		expect((await Promise.all([execution('A', 60_000), execution('A', 0)])).map(told)).toEqual([[OWNER], [OWNER]]);
		expect(transport.sent).toHaveLength(2);
	});

	it('are those of the same account alone', async () => {
		const one = executions(inTurn(answered));
		const other = executions(inTurn(answered));
		await one.execution('A', 60_000);
		expect(told(await other.execution('A', 60_000))).toEqual([OWNER]);
	});

	it('are none of the sandbox', async () => {
		const { batch, transport } = setUp(inTurn(answered), { sandbox: true, cacheMs: 60_000 });
		await batch(tasks('A'), { state: getExecutionState(undefined) });
		await batch(tasks('A'), { state: getExecutionState(undefined) });
		expect(transport.sent).toHaveLength(2);
	});
});

describe('requests that cost nothing', () => {
	const freeOf = (phones: string): LookupTask[] =>
		tasks(phones).map(({ request, retry }) => ({ request: { ...request, costsCredit: false }, retry }));
	const FREE = ['ok', false, false];

	it('are made once for equal items of a run, and billed to nobody', async () => {
		const { batch, transport } = setUp(inTurn(answered));
		expect(told(await batch(freeOf('ABA')))).toEqual([FREE, FREE, DUPLICATE]);
		expect(transport.sent).toHaveLength(2);
	});

	it('are not what a lookup that costs something shares', async () => {
		const { batch, transport } = setUp(inTurn(answered));
		expect(told(await batch([...freeOf('A'), ...tasks('A')]))).toEqual([FREE, OWNER]);
		expect(transport.sent).toHaveLength(2);
	});

	it('are made again by the next run of the node and by other nodes, for what they read may have changed', async () => {
		const { batch, transport } = setUp(inTurn(answered));
		await batch(freeOf('A'));
		expect(told(await batch(freeOf('A'), { runId: 'Lookup 1' }))).toEqual([FREE]);
		expect(told(await batch(freeOf('A'), { runId: 'Other 0' }))).toEqual([FREE]);
		expect(transport.sent).toHaveLength(3);
	});

	it("are not made again by n8n's next try of the same run, for they may change something", async () => {
		const { batch, transport } = setUp(inTurn(answered));
		const first = await batch(freeOf('AB'));
		expect(await batch(freeOf('AB'))).toEqual(first);
		expect(transport.sent).toHaveLength(2);
	});

	it('are made again by the next try where they failed', async () => {
		const { batch, transport } = setUp(inTurn(outOfService, answered));
		expect(told(await batch(freeOf('A')))).toEqual([FAILED]);
		expect(told(await batch(freeOf('A')))).toEqual([FREE]);
		expect(transport.sent).toHaveLength(2);
	});

	it("are not made again by n8n's next try where they failed and may have changed something", async () => {
		const once = freeOf('A').map(({ request, retry }) => ({ request: { ...request, nonIdempotent: true as const }, retry }));
		const { batch, transport } = setUp(inTurn(timedOut, answered));
		const first = await batch(once);
		expect(told(first)).toEqual([FAILED]);
		expect(await batch(once)).toEqual(first);
		expect(transport.sent).toHaveLength(1);
	});

	it.each([
		['IPQS only asked to wait', response(429, '')],
		['the execution was stopped by a limit before', undefined],
	])("are made by n8n's next try where %s", async (_what, refused) => {
		const once = freeOf('A').map(({ request, retry }) => ({ request: { ...request, nonIdempotent: true as const }, retry }));
		const { batch, transport, state } = setUp(refused ? inTurn(refused, answered) : inTurn(answered));
		if (refused === undefined) state.stoppedAccounts.set(transport.account?.id ?? '', 'invalid_key');
		await batch(once);
		state.stoppedAccounts.clear();
		expect(told(await batch(once))).toEqual([FREE]);
		expect(transport.sent).toHaveLength(refused ? 2 : 1);
	});

	it('are not answered with what an earlier execution read, however long answers are used again', async () => {
		const reuse = { cacheMs: 60_000 };
		const { batch, transport } = setUp(inTurn(answered));
		await batch(freeOf('I'), reuse);
		expect(told(await batch(freeOf('I'), { ...reuse, runId: 'Lookup 1', state: getExecutionState(undefined) }))).toEqual([FREE]);
		expect(transport.sent).toHaveLength(2);
	});

	it('are made beyond the limit of lookups', async () => {
		const { batch, transport } = setUp(inTurn(answered), { maxLookups: 1, concurrency: 1 });
		expect(told(await batch([...tasks('AB'), ...freeOf('CD')]))).toEqual([OWNER, NOT_ATTEMPTED, FREE, FREE]);
		expect(transport.sent).toHaveLength(3);
	});

	it('are made beyond the limit of lookups where a failure stops the batch too, for a limit that was set is none', async () => {
		const { batch, transport } = setUp(inTurn(answered), { maxLookups: 1, concurrency: 1, stopOnFailure: true });
		expect(told(await batch([...tasks('AB'), ...freeOf('CD')]))).toEqual([OWNER, NOT_ATTEMPTED, FREE, FREE]);
		expect(transport.sent).toHaveLength(3);
	});
});
