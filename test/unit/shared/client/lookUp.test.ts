import type { ApiRequest } from '../../../../nodes/shared/ipqs/request';
import { lookUp, type Account, type LookupContext } from '../../../../nodes/shared/client/lookUp';
import { getExecutionState } from '../../../../nodes/shared/client/executionState';
import type { RetryPolicy } from '../../../../nodes/shared/scheduling/retryPolicy';
import type { HttpResult } from '../../../../nodes/shared/ipqs/response';
import { ManualClock } from '../../../support/clock';
import {
	accountOn,
	answered,
	cutOff,
	dropped,
	inTurn,
	MESSAGES,
	outOfService,
	refusal,
	requestFor,
	response,
	ScriptedTransport,
	timedOut,
	tooMany,
	unreachable,
	VALID,
	type Sent,
} from '../../../support/scripted-transport';

const NOON = 1_000_000;
const REQUEST = requestFor('12015550123');

interface Setup {
	policy?: Partial<RetryPolicy>;
	options?: Partial<LookupContext>;
	account?: (clock: ManualClock) => Account | null;
	chance?: number;
	cancelAfter?: number;
}

/** A transport with an account whose requests take 100 ms, and what looking up over it gives. Back-off: 200, 400, 800 ms. */
function setUp(script: (sent: Sent, place: number) => HttpResult, { policy, options, account, chance, cancelAfter }: Setup = {}) {
	const clock = new ManualClock(NOON);
	clock.chance = chance ?? 0.5;
	clock.cancelAt = NOON + (cancelAfter ?? Infinity);
	const transport = new ScriptedTransport(clock, (account ?? accountOn)(clock), script);
	const state = getExecutionState(undefined);
	const retry = { maxRetries: 3, maxWait: 0, timeout: 1_000, baseDelay: 400, ...policy };
	const lookUpOne = async (phone = '12015550123', request: Partial<ApiRequest> = {}) =>
		await lookUp(
			{ ...requestFor(phone), ...request },
			{ transport, retry, clock, state, maxLookups: 0, keepCredits: null, stopReason: () => undefined, ...options },
		);
	const sentAt = () => transport.sent.map(({ at }) => at - NOON);
	return { clock, transport, state, lookUpOne, sentAt };
}

const sandbox = () => null;

const tooLarge = (status: number): HttpResult => ({ kind: 'tooLarge', status });

const notAttempted = (reason: string) => ({
	status: 'not_attempted',
	result: { kind: 'failed', reason, apiMessage: null, status: null, retryAfter: null },
	attempts: 0,
	chargedAttempts: 0,
	latency: null,
	checkedAt: null,
	billable: false,
});

const LASTING: Array<[string, HttpResult]> = [
	['invalid_key', refusal(MESSAGES.invalidKey)],
	['invalid_key', response(401, '')],
	['insufficient_credits', refusal(MESSAGES.insufficientCredits)],
	['insufficient_credits', response(402, '')],
	['quota_exceeded', refusal(MESSAGES.quotaExceeded)],
	['quota_exceeded', response(429, { success: false, message: MESSAGES.quotaExceeded })],
	['rejected_request', refusal('Invalid country')],
	['rejected_request', response(400, '')],
	['not_found', response(404, '')],
	['bad_response', response(200, '<!DOCTYPE html>')],
	['bad_response', response(302, '')],
	['bad_response', tooLarge(200)],
	['unknown', refusal('Oops')],
	['cancelled', { kind: 'cancelled' }],
];

const PASSING: Array<[string, string, HttpResult]> = [
	['unavailable', 'no network', unreachable],
	['unavailable', 'a fault while it was sent', dropped],
	['unavailable', 'a response that was cut off', cutOff],
	['unavailable', '500', response(500, '')],
	['unavailable', '502', response(502, '<html>')],
	['unavailable', '503', outOfService],
	['unavailable', '408', response(408, '')],
	['rate_limited', '403', response(403, '<html>')],
	['rate_limited', '429', tooMany],
	['rate_limited', '509', response(509, '')],
	['rate_limited', '200 with words about a limit', refusal('Rate limit reached')],
	['rate_limited', '403 with words about the request', response(403, { message: 'Upgrade required' })],
	['timeout', 'a timeout', timedOut],
];

describe('an answered lookup', () => {
	it('is told with its body, attempts, latency and time, and is billable', async () => {
		const { transport, lookUpOne, state } = setUp(inTurn(answered));
		expect(await lookUpOne()).toEqual({
			status: 'ok',
			result: { kind: 'success', body: VALID },
			attempts: 1,
			chargedAttempts: 1,
			latency: 100,
			checkedAt: NOON + 100,
			billable: true,
		});
		expect(transport.sent).toEqual([{ request: REQUEST, attempt: 1, timeout: 1_000, at: NOON }]);
		expect(state.chargedCount).toBe(1);
	});

	it('of an invalid number is billable too', async () => {
		expect(await setUp(inTurn(refusal('Invalid phone number.'))).lookUpOne()).toMatchObject({
			status: 'ok',
			billable: true,
			result: { body: { valid: false } },
		});
	});

	it('of the sandbox is not billable', async () => {
		expect(await setUp(inTurn(answered), { account: sandbox }).lookUpOne()).toMatchObject({ status: 'ok', billable: false });
	});

	it("at the third attempt is told with that attempt's own latency and time", async () => {
		const { lookUpOne, transport, state } = setUp(inTurn(outOfService, dropped, answered));
		expect(await lookUpOne()).toMatchObject({ status: 'ok', attempts: 3, latency: 100, checkedAt: NOON + 900, billable: true });
		expect(transport.sent.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
		expect(state.chargedCount).toBe(3);
	});
});

describe('a failure that lasts', () => {
	it.each(LASTING)('is not tried again: %s', async (reason, answer) => {
		const { lookUpOne, transport } = setUp(inTurn(answer, answered));
		expect(await lookUpOne()).toMatchObject({ status: 'failed', result: { reason }, attempts: 1, latency: 100, checkedAt: NOON + 100 });
		expect(transport.sent).toHaveLength(1);
	});
});

describe('a failure that passes', () => {
	it.each(PASSING)('is tried again: %s by %s', async (_reason, _what, answer) => {
		const { lookUpOne } = setUp(inTurn(answer, answered), { account: sandbox });
		expect(await lookUpOne()).toMatchObject({ status: 'ok', attempts: 2 });
	});

	it.each(PASSING)('is told when no retry is allowed: %s by %s', async (reason, _what, answer) => {
		const { lookUpOne } = setUp(inTurn(answer, answered), { policy: { maxRetries: 0 } });
		expect(await lookUpOne()).toMatchObject({ status: 'failed', result: { reason }, attempts: 1 });
	});

	it('waits longer each time', async () => {
		const { lookUpOne, sentAt } = setUp(inTurn(outOfService));
		expect(await lookUpOne()).toMatchObject({
			status: 'failed',
			result: { reason: 'unavailable', status: 503 },
			attempts: 4,
			checkedAt: NOON + 1_800,
		});
		expect(sentAt()).toEqual([0, 300, 800, 1_700]);
	});

	it('may wait not at all, by chance', async () => {
		const { lookUpOne, sentAt } = setUp(inTurn(outOfService), { chance: 0 });
		await lookUpOne();
		expect(sentAt()).toEqual([0, 100, 200, 300]);
	});

	it('is tried as often as the policy says', async () => {
		const { lookUpOne, transport } = setUp(inTurn(outOfService), { policy: { maxRetries: 10 } });
		expect(await lookUpOne()).toMatchObject({ attempts: 11 });
		expect(transport.sent).toHaveLength(11);
	});

	it('turning into one that lasts ends there', async () => {
		const { lookUpOne } = setUp(inTurn(outOfService, refusal(MESSAGES.invalidKey), answered));
		expect(await lookUpOne()).toMatchObject({ status: 'failed', result: { reason: 'invalid_key' }, attempts: 2 });
	});

	it('waits as long as IPQS asks, and a little more', async () => {
		const { lookUpOne, sentAt } = setUp(inTurn(response(503, '', { 'retry-after': '2' }), answered));
		await lookUpOne();
		expect(sentAt()).toEqual([0, 2_300]);
	});

	it('waits until the date that IPQS names', async () => {
		const { lookUpOne, sentAt } = setUp(inTurn(response(503, '', { 'retry-after': new Date(NOON + 5_000).toUTCString() }), answered), {
			chance: 0,
		});
		await lookUpOne();
		expect(sentAt()).toEqual([0, 5_000]);
	});
});

describe('a timeout', () => {
	it('is tried again once at most', async () => {
		const { lookUpOne, sentAt } = setUp(inTurn(timedOut), { policy: { maxRetries: 10 } });
		expect(await lookUpOne()).toMatchObject({
			status: 'failed',
			result: { reason: 'timeout', status: null },
			attempts: 2,
			latency: 1_000,
			billable: null,
		});
		expect(sentAt()).toEqual([0, 1_200]);
	});

	it('counts with others before, between and after', async () => {
		const { lookUpOne } = setUp(inTurn(outOfService, timedOut, outOfService, timedOut, answered), { policy: { maxRetries: 10 } });
		expect(await lookUpOne()).toMatchObject({ status: 'failed', result: { reason: 'timeout' }, attempts: 4 });
	});

	it('does not end the retries of what followed it', async () => {
		const { lookUpOne } = setUp(inTurn(timedOut, outOfService, outOfService, answered));
		expect(await lookUpOne()).toMatchObject({ status: 'ok', attempts: 4, billable: true });
	});
});

describe('a response that was cut off', () => {
	it('is tried again once at most', async () => {
		const { lookUpOne } = setUp(inTurn(cutOff), { policy: { maxRetries: 10 } });
		expect(await lookUpOne()).toMatchObject({ status: 'failed', result: { reason: 'unavailable' }, attempts: 2, chargedAttempts: 2 });
	});

	it('counts with timeouts, as each may have been charged', async () => {
		const { lookUpOne } = setUp(inTurn(cutOff, outOfService, timedOut, answered), { policy: { maxRetries: 10 } });
		expect(await lookUpOne()).toMatchObject({ status: 'failed', result: { reason: 'timeout' }, attempts: 3 });
	});
});

describe('attempts that IPQS may have charged', () => {
	it.each<[string, number, [HttpResult, ...HttpResult[]]]>([
		['an answered one', 1, [answered]],
		['a timeout', 1, [timedOut]],
		['a fault while it was sent', 1, [dropped]],
		['a response that was cut off', 1, [cutOff]],
		['a response too large to be read', 1, [tooLarge(200)]],
		['a server error', 1, [outOfService]],
		['words of IPQS', 1, [refusal('Rate limit reached')]],
		['one that was sent when the execution was stopped', 1, [{ kind: 'cancelled' }]],
		['no refusal with 403', 0, [response(403, '')]],
		['no refusal with 403 too large to be read', 0, [tooLarge(403)]],
		['no refusal with 429', 0, [tooMany]],
		['no refusal with 509', 0, [response(509, '')]],
		['no request without a connection', 0, [unreachable]],
	])('are counted: %s', async (_what, charged, answers) => {
		const { lookUpOne, state } = setUp(inTurn(...answers), { policy: { maxRetries: 0 } });
		expect(await lookUpOne()).toMatchObject({ attempts: 1, chargedAttempts: charged });
		expect(state.chargedCount).toBe(charged);
	});

	it('add up over the attempts of a lookup, refused ones apart', async () => {
		const { lookUpOne, state } = setUp(inTurn(tooMany, outOfService, unreachable, dropped, answered), { policy: { maxRetries: 5 } });
		expect(await lookUpOne()).toMatchObject({ status: 'ok', attempts: 5, chargedAttempts: 3, billable: true });
		expect(state.chargedCount).toBe(3);
	});

	it('are none in the sandbox, where they count for the limit alone', async () => {
		const { lookUpOne, state } = setUp(inTurn(answered), { account: sandbox });
		expect(await lookUpOne()).toMatchObject({ status: 'ok', attempts: 1, chargedAttempts: 0 });
		expect(state.chargedCount).toBe(1);
	});
});

describe('an account that only refuses', () => {
	const forbidden = response(403, '<html>');

	it('is given up after 20 refusals in half a minute, and the rest is not attempted', async () => {
		const { lookUpOne, transport, state, clock } = setUp(inTurn(forbidden));
		const outcomes = [];
		for (let lead = 0; lead < 100; lead++) outcomes.push(await lookUpOne());
		expect(state.stoppedAccounts.get('account')).toBe('rate_limited');
		expect(transport.sent.length).toBeGreaterThanOrEqual(20);
		expect(transport.sent.length).toBeLessThanOrEqual(32);
		expect(clock.now() - NOON).toBeLessThan(40_000);
		expect(outcomes.at(-1)).toEqual(notAttempted('rate_limited'));
		expect(outcomes.filter(({ status }) => status === 'failed').length).toBeLessThanOrEqual(8);
		expect(state.chargedCount).toBe(0);
	});

	it('ends the waits of the leads it had asked to wait', async () => {
		const slow = response(429, '', { 'retry-after': '3600' });
		const { lookUpOne, clock } = setUp((_sent, place) => (place < 5 ? slow : forbidden));
		await Promise.all(Array.from({ length: 100 }, async () => await lookUpOne()));
		expect(clock.now() - NOON).toBeLessThan(400_000);
	});

	it.each([
		['a success', answered],
		['a server error', outOfService],
		['words of IPQS', refusal('Oops')],
	])('is not one that answers with %s now and then', async (_what, answer) => {
		const { lookUpOne, state } = setUp((_sent, place) => (place % 15 === 14 ? answer : forbidden));
		for (let lead = 0; lead < 100; lead++) await lookUpOne();
		expect(state.stoppedAccounts.size).toBe(0);
	});

	it.each([
		['is not reached', unreachable],
		['does not respond in time', timedOut],
	])('is one although it %s now and then', async (_what, answer) => {
		const { lookUpOne, state } = setUp((_sent, place) => (place % 15 === 14 ? answer : forbidden));
		for (let lead = 0; lead < 20; lead++) await lookUpOne();
		expect(state.stoppedAccounts.get('account')).toBe('rate_limited');
	});

	it('does not exist in the sandbox', async () => {
		const { lookUpOne, state } = setUp(inTurn(forbidden), { account: sandbox });
		for (let lead = 0; lead < 100; lead++) await lookUpOne();
		expect(state.stoppedAccounts.size).toBe(0);
	});
});

describe('a date', () => {
	it.each([-3_600_000, 3_600_000, -2_000_000_000_000])('that is %d ms off changes no wait and no limit', async (dateOffset) => {
		const run = async (offset: number) => {
			const { clock, lookUpOne, sentAt } = setUp(inTurn(outOfService, tooMany, timedOut, answered), {
				account: (time) => accountOn(time, 2),
				policy: { maxWait: 60_000 },
			});
			clock.dateOffset = offset;
			const outcome = await lookUpOne();
			return { sentAt: sentAt(), latency: outcome.latency, checkedAt: outcome.checkedAt };
		};
		const straight = await run(0);
		expect(await run(dateOffset)).toEqual({ ...straight, checkedAt: (straight.checkedAt ?? 0) + dateOffset });
	});

	it('may change while a lookup waits', async () => {
		const { clock, lookUpOne, sentAt } = setUp((_sent, place) => {
			clock.dateOffset = -3_600_000;
			return place === 0 ? outOfService : answered;
		});
		expect(await lookUpOne()).toMatchObject({ status: 'ok', latency: 100 });
		expect(sentAt()).toEqual([0, 300]);
	});
});

describe('the longest wait', () => {
	it('leaves out a retry that would come too late', async () => {
		const { lookUpOne, transport, clock } = setUp(inTurn(outOfService, answered), { policy: { maxWait: 1_299 } });
		expect(await lookUpOne()).toMatchObject({ status: 'failed', attempts: 1, checkedAt: NOON + 100 });
		expect(transport.sent).toHaveLength(1);
		// The lead does not wait for what is not to come.
		expect(clock.now()).toBe(NOON + 100);
	});

	it('allows a retry that just fits, for as long as is left', async () => {
		const { lookUpOne, transport } = setUp(inTurn(outOfService, answered), { policy: { maxWait: 1_300, timeout: 1_100 } });
		expect(await lookUpOne()).toMatchObject({ status: 'ok', attempts: 2 });
		expect(transport.sent.map(({ timeout }) => timeout)).toEqual([1_100, 1_000]);
	});

	it('leaves out a retry that has less than a second, or than its short timeout, for it could hardly be answered, yet cost a credit', async () => {
		for (const [timeout, maxWait, attempts] of [
			[5_000, 1_299, 1],
			[400, 699, 1],
			[400, 700, 2],
		] as const) {
			const { lookUpOne } = setUp(inTurn(outOfService, answered), { policy: { maxWait, timeout } });
			expect(await lookUpOne()).toMatchObject({ attempts });
		}
	});

	it('shortens the timeout of a later attempt', async () => {
		const { lookUpOne, transport } = setUp(inTurn(timedOut, answered), { policy: { maxWait: 5_000, timeout: 3_000 } });
		await lookUpOne();
		expect(transport.sent.map(({ timeout }) => timeout)).toEqual([3_000, 1_800]);
	});

	it('shortens the timeout of the first attempt', async () => {
		const { lookUpOne } = setUp(inTurn(timedOut), { policy: { maxWait: 500 } });
		expect(await lookUpOne()).toMatchObject({ result: { reason: 'timeout' }, attempts: 1, latency: 500 });
	});

	it('of none gives every attempt its whole timeout', async () => {
		const { lookUpOne, transport } = setUp(inTurn(response(503, '', { 'retry-after': '600' }), answered));
		expect(await lookUpOne()).toMatchObject({ status: 'ok', attempts: 2 });
		expect(transport.sent.map(({ timeout }) => timeout)).toEqual([1_000, 1_000]);
	});

	it('holds for a wait that IPQS asks for', async () => {
		const { lookUpOne, transport } = setUp(inTurn(response(429, '', { 'retry-after': '60' }), answered), { policy: { maxWait: 30_000 } });
		expect(await lookUpOne()).toMatchObject({ status: 'failed', result: { reason: 'rate_limited', retryAfter: 60_000 }, attempts: 1 });
		expect(transport.sent).toHaveLength(1);
	});

	it('counts from the first request, not from the wait for its turn', async () => {
		const { lookUpOne, transport } = setUp(inTurn(answered), { account: (clock) => accountOn(clock, 0.1), policy: { maxWait: 900 } });
		await Promise.all([lookUpOne(), lookUpOne()]);
		expect(transport.sent.map(({ at, timeout }) => [at - NOON, timeout])).toEqual([
			[0, 900],
			[10_000, 900],
		]);
	});

	it('holds while a retry waits for its turn behind others', async () => {
		const { lookUpOne, clock } = setUp((_sent, place) => (place === 0 ? outOfService : answered), {
			account: (time) => accountOn(time, 0.1),
			policy: { maxWait: 12_000 },
		});
		const others = async () => {
			await clock.sleep(50);
			await Promise.all([lookUpOne(), lookUpOne(), lookUpOne()]);
		};
		const [outcome] = await Promise.all([lookUpOne().then((result) => ({ result, at: clock.now() - NOON })), others()]);
		expect(outcome).toMatchObject({ result: { status: 'failed', attempts: 1 } });
		expect(outcome.at).toBeLessThanOrEqual(12_000);
	});

	it('bounds a wait of years that IPQS asks for to an hour where there is none', async () => {
		const { lookUpOne, sentAt } = setUp(inTurn(response(503, '', { 'retry-after': '315360000' }), answered), { chance: 0 });
		expect(await lookUpOne()).toMatchObject({ status: 'ok', attempts: 2 });
		expect(sentAt()).toEqual([0, 3_600_100]);
	});

	it('counts from the first request, not from the last one', async () => {
		const { lookUpOne } = setUp(inTurn(outOfService), { policy: { maxWait: 1_500, timeout: 400 } });
		expect(await lookUpOne()).toMatchObject({ status: 'failed', attempts: 3 });
	});

	it('ends a lookup whose next turn comes after it, without a request', async () => {
		const { lookUpOne, transport } = setUp(inTurn(outOfService, answered), {
			account: (clock) => accountOn(clock, 0.1),
			policy: { maxWait: 2_000 },
		});
		expect(await lookUpOne()).toMatchObject({ status: 'failed', result: { reason: 'unavailable' }, attempts: 1 });
		expect(transport.sent).toHaveLength(1);
	});
});

describe('an account that can answer nothing more', () => {
	it.each<[string, string]>([
		['invalid_key', MESSAGES.invalidKey],
		['insufficient_credits', MESSAGES.insufficientCredits],
		['quota_exceeded', MESSAGES.quotaExceeded],
	])('is asked nothing after %s', async (reason, message) => {
		const { lookUpOne, transport, state } = setUp(inTurn(refusal(message), answered));
		expect(await lookUpOne()).toMatchObject({
			status: 'failed',
			result: { reason, apiMessage: message, status: 200 },
			attempts: 1,
			billable: false,
		});
		expect(await lookUpOne()).toEqual(notAttempted(reason));
		expect(transport.sent).toHaveLength(1);
		expect([...state.stoppedAccounts]).toEqual([['account', reason]]);
	});

	it.each(LASTING.filter(([reason]) => !['invalid_key', 'insufficient_credits', 'quota_exceeded'].includes(reason)))(
		'is not one that answers %s',
		async (_reason, answer) => {
			const { lookUpOne, state } = setUp(inTurn(answer, answered));
			await lookUpOne();
			expect(state.stoppedAccounts.size).toBe(0);
			expect(await lookUpOne()).toMatchObject({ status: 'ok' });
		},
	);

	it('stops no other account', async () => {
		const { lookUpOne, state } = setUp(inTurn(answered));
		state.stoppedAccounts.set('another', 'invalid_key');
		expect(await lookUpOne()).toMatchObject({ status: 'ok' });
	});

	it('stops a lookup that waits for its turn', async () => {
		const { lookUpOne, transport } = setUp(inTurn(refusal(MESSAGES.invalidKey), answered), { account: (clock) => accountOn(clock, 1) });
		const [first, second] = await Promise.all([lookUpOne(), lookUpOne()]);
		expect(first).toMatchObject({ status: 'failed', attempts: 1 });
		expect(second).toEqual(notAttempted('invalid_key'));
		expect(transport.sent).toHaveLength(1);
	});

	it('ends a lookup that waits for its retry with what it knows', async () => {
		const { lookUpOne, transport } = setUp(inTurn(outOfService, refusal(MESSAGES.insufficientCredits), answered));
		const [first] = await Promise.all([lookUpOne(), lookUpOne()]);
		expect(first).toMatchObject({ status: 'failed', result: { reason: 'unavailable' }, attempts: 1 });
		expect(transport.sent).toHaveLength(2);
	});

	it('does not exist in the sandbox, where each number fails alone', async () => {
		const { lookUpOne, state } = setUp(inTurn(refusal(MESSAGES.invalidKey), answered), { account: sandbox });
		expect(await lookUpOne()).toMatchObject({ status: 'failed', result: { reason: 'invalid_key' }, billable: false });
		expect(await lookUpOne()).toMatchObject({ status: 'ok' });
		expect(state.stoppedAccounts.size).toBe(0);
	});

	it('takes no turn from those that follow', async () => {
		const { lookUpOne, clock, state } = setUp(inTurn(answered), { account: (time) => accountOn(time, 0.001) });
		state.stoppedAccounts.set('account', 'quota_exceeded');
		await lookUpOne();
		state.stoppedAccounts.clear();
		await lookUpOne();
		expect(clock.now()).toBe(NOON + 100);
	});
});

describe('the limit of lookups', () => {
	it('leaves what comes after it unattempted', async () => {
		const { lookUpOne, transport } = setUp(inTurn(answered), { options: { maxLookups: 2 } });
		expect(await lookUpOne()).toMatchObject({ status: 'ok' });
		expect(await lookUpOne()).toMatchObject({ status: 'ok' });
		expect(await lookUpOne()).toEqual(notAttempted('max_lookups'));
		expect(transport.sent).toHaveLength(2);
	});

	it('counts each attempt, and ends a lookup with what it knows', async () => {
		const { lookUpOne, transport } = setUp(inTurn(outOfService), { options: { maxLookups: 2 } });
		expect(await lookUpOne()).toMatchObject({ status: 'failed', result: { reason: 'unavailable' }, attempts: 2 });
		expect(transport.sent).toHaveLength(2);
	});

	it('holds for lookups that start at once', async () => {
		const { lookUpOne, transport } = setUp(inTurn(answered), { options: { maxLookups: 2 } });
		const outcomes = await Promise.all([lookUpOne(), lookUpOne(), lookUpOne(), lookUpOne()]);
		expect(outcomes.map(({ status }) => status)).toEqual(['ok', 'ok', 'not_attempted', 'not_attempted']);
		expect(transport.sent).toHaveLength(2);
	});

	it('does not count what was refused', async () => {
		const { lookUpOne, transport, state } = setUp(inTurn(tooMany, tooMany, answered), { options: { maxLookups: 1 } });
		expect(await lookUpOne()).toMatchObject({ status: 'ok', attempts: 3, chargedAttempts: 1 });
		expect(await lookUpOne()).toEqual(notAttempted('max_lookups'));
		expect(transport.sent).toHaveLength(3);
		expect(state.chargedCount).toBe(1);
	});

	it('does not end the wait of a retry while another lookup has reserved what it then gives back', async () => {
		const busy = response(503, '', { 'retry-after': '2' });
		const script = ({ request }: Sent, place: number): HttpResult =>
			request.parameters.phone === '12015550199' ? unreachable : place === 0 ? busy : answered;
		const { lookUpOne } = setUp(script, { options: { maxLookups: 2 }, policy: { maxRetries: 1 }, chance: 0 });
		const others = async () => {
			for (let lead = 0; lead < 8; lead++) await lookUpOne('12015550199');
		};
		const [first] = await Promise.all([lookUpOne(), others()]);
		expect(first).toMatchObject({ status: 'ok', attempts: 2 });
	});

	it('counts what the execution spent before', async () => {
		const { lookUpOne, state } = setUp(inTurn(answered), { options: { maxLookups: 5 } });
		state.chargedCount = 4;
		expect(await lookUpOne()).toMatchObject({ status: 'ok' });
		expect(await lookUpOne()).toMatchObject({ status: 'not_attempted' });
	});

	it('holds in the sandbox too', async () => {
		const { lookUpOne } = setUp(inTurn(answered), { options: { maxLookups: 1 }, account: sandbox });
		await lookUpOne();
		expect(await lookUpOne()).toEqual(notAttempted('max_lookups'));
	});

	it('of 0 is none', async () => {
		const { lookUpOne, state } = setUp(inTurn(answered));
		state.chargedCount = 1_000_000;
		expect(await lookUpOne()).toMatchObject({ status: 'ok' });
	});
});

describe('an execution that was stopped', () => {
	it('sends nothing', async () => {
		const { lookUpOne, transport } = setUp(inTurn(answered), { cancelAfter: 0 });
		expect(await lookUpOne()).toEqual(notAttempted('cancelled'));
		expect(transport.sent).toEqual([]);
	});

	it('sends nothing for a lookup that waits for its turn', async () => {
		const { lookUpOne, transport, clock } = setUp(inTurn(answered), { cancelAfter: 500, account: (time) => accountOn(time, 0.01) });
		const [, second] = await Promise.all([lookUpOne(), lookUpOne()]);
		expect(second).toEqual(notAttempted('cancelled'));
		expect(transport.sent).toHaveLength(1);
		expect(clock.now()).toBeLessThan(NOON + 1_000);
	});

	it('ends a lookup that waits for its retry within a slice, with what it knows', async () => {
		const { lookUpOne, transport, clock } = setUp(inTurn(response(503, '', { 'retry-after': '60' })), { cancelAfter: 1_000 });
		expect(await lookUpOne()).toMatchObject({ status: 'failed', result: { reason: 'unavailable' }, attempts: 1, checkedAt: NOON + 100 });
		expect(transport.sent).toHaveLength(1);
		expect(clock.now()).toBe(NOON + 1_100);
	});

	it('keeps the answer of a request that was in flight', async () => {
		expect(await setUp(inTurn(answered), { cancelAfter: 50 }).lookUpOne()).toMatchObject({ status: 'ok' });
	});

	it('tells a request that was cut off as sent and never answered', async () => {
		expect(await setUp(inTurn({ kind: 'cancelled' })).lookUpOne()).toEqual({
			status: 'failed',
			result: { kind: 'failed', reason: 'cancelled', apiMessage: null, status: null, retryAfter: null },
			attempts: 1,
			chargedAttempts: 1,
			latency: 100,
			checkedAt: NOON + 100,
			billable: null,
		});
	});
});

describe('a stopped batch', () => {
	it('sends nothing more, for the reason it gives', async () => {
		const { lookUpOne, transport } = setUp(inTurn(answered), { options: { stopReason: () => 'cancelled' } });
		expect(await lookUpOne()).toEqual(notAttempted('cancelled'));
		expect(transport.sent).toEqual([]);
	});

	it('is asked before each attempt', async () => {
		let halts = false;
		const script = (): HttpResult => {
			halts = true;
			return outOfService;
		};
		const { lookUpOne, transport } = setUp(script, { options: { stopReason: () => (halts ? 'cancelled' : undefined) } });
		expect(await lookUpOne()).toMatchObject({ status: 'failed', result: { reason: 'unavailable' }, attempts: 1 });
		expect(transport.sent).toHaveLength(1);
	});
});

describe('look up', () => {
	it.each<[string, Setup, string]>([
		['a stop before the limit', { cancelAfter: 0, options: { maxLookups: 1 } }, 'cancelled'],
		['the limit before a stopped batch', { options: { maxLookups: 1, stopReason: () => 'unknown' } }, 'max_lookups'],
		['a stopped batch before a stopped account', { options: { stopReason: () => 'unknown' } }, 'unknown'],
		['a stopped account alone', {}, 'quota_exceeded'],
	])('of several obstacles one is named: %s', async (_what, setup, reason) => {
		const { lookUpOne, state } = setUp(inTurn(answered), setup);
		state.chargedCount = 1;
		state.stoppedAccounts.set('account', 'quota_exceeded');
		expect(await lookUpOne()).toEqual(notAttempted(reason));
	});
});

describe('a lookup without a result', () => {
	it.each<[string, boolean | null, [HttpResult, ...HttpResult[]]]>([
		['is not billable when it was refused', false, [refusal(MESSAGES.invalidKey)]],
		['is not billable when IPQS was out of service', false, [outOfService]],
		['may be billable when a request timed out', null, [timedOut]],
		['may be billable when a server on the way gave up waiting', null, [response(504, '')]],
		['is not billable when a server on the way found IPQS out of service', false, [response(502, '')]],
		['may be billable when the network failed', null, [dropped]],
		['may be billable when the response was cut off', null, [cutOff]],
		['may be billable when the response was too large to be read', null, [tooLarge(200)]],
		['may be billable when the execution was stopped while it was sent', null, [{ kind: 'cancelled' }]],
		['is not billable when IPQS was not reached', false, [unreachable]],
		['is not billable when it was refused with a response too large to be read', false, [tooLarge(403)]],
		['may be billable when a request timed out before it was refused', null, [timedOut, refusal(MESSAGES.quotaExceeded)]],
		['may be billable when the network failed between other faults', null, [outOfService, dropped, outOfService]],
		['is not billable when IPQS was not reached between other faults', false, [outOfService, unreachable, outOfService]],
	])('%s', async (_what, billable, answers) => {
		expect(await setUp(inTurn(...answers)).lookUpOne()).toMatchObject({ status: 'failed', billable });
	});

	it('is never billable in the sandbox', async () => {
		expect(await setUp(inTurn(timedOut), { account: sandbox }).lookUpOne()).toMatchObject({ status: 'failed', billable: false });
	});
});

describe('the rateLimiter of the account', () => {
	it('spreads the starts of lookups and retries', async () => {
		const { lookUpOne, sentAt } = setUp(inTurn(outOfService, answered), { account: (clock) => accountOn(clock, 1) });
		await Promise.all([lookUpOne(), lookUpOne(), lookUpOne()]);
		expect(sentAt()).toEqual([0, 1_000, 2_000, 3_000]);
	});

	it('learns from a refusal, and holds back the others too', async () => {
		const { lookUpOne, sentAt } = setUp(inTurn(tooMany, answered));
		await lookUpOne();
		await lookUpOne();
		expect(sentAt()).toEqual([0, 1_100, 2_100]);
	});

	it('holds everything back as long as IPQS asks', async () => {
		const { lookUpOne, sentAt } = setUp(inTurn(response(429, '', { 'retry-after': '5' }), answered), { policy: { maxRetries: 0 } });
		await lookUpOne();
		await lookUpOne();
		expect(sentAt()).toEqual([0, 5_100]);
	});

	it('is not held back by other faults', async () => {
		const { lookUpOne, sentAt } = setUp(inTurn(response(503, '', { 'retry-after': '5' }), answered), { policy: { maxRetries: 0 } });
		await lookUpOne();
		await lookUpOne();
		expect(sentAt()).toEqual([0, 100]);
	});

	it('is cut once by requests that were refused together', async () => {
		const { lookUpOne, transport, sentAt } = setUp((_sent, place) => (place < 20 || place > 21 ? answered : tooMany), {
			policy: { maxRetries: 0 },
		});
		await Promise.all(Array.from({ length: 20 }, async () => await lookUpOne()));
		await Promise.all([lookUpOne(), lookUpOne()]);
		await Promise.all([lookUpOne(), lookUpOne()]);
		const [first = 0, second = 0] = sentAt().slice(22);
		expect(transport.sent).toHaveLength(24);
		expect(1_000 / (second - first)).toBeCloseTo(18, 5);
	});

	it('recovers with each answer, and with nothing else', async () => {
		const { lookUpOne, sentAt } = setUp(inTurn(tooMany, refusal('Oops'), answered), { policy: { maxRetries: 0 } });
		for (let index = 0; index < 5; index++) await lookUpOne();
		const starts = sentAt();
		const gaps = starts.slice(1).map((start, index) => start - (starts[index] ?? 0));
		expect(gaps.slice(0, 3)).toEqual([1_100, 1_000, 1_000]);
		expect(gaps[3]).toBeCloseTo(1_000 / 1.01, 5);
	});
});

describe('a request that costs nothing', () => {
	const FREE = { costsCredit: false } as const;
	const free = async (lookUpOne: ReturnType<typeof setUp>['lookUpOne']) => await lookUpOne('12015550123', FREE);

	it('is sent and told as any other, but is not billable', async () => {
		const { lookUpOne, transport, state } = setUp(inTurn(answered));
		expect(await free(lookUpOne)).toEqual({
			status: 'ok',
			result: { kind: 'success', body: VALID },
			attempts: 1,
			chargedAttempts: 0,
			latency: 100,
			checkedAt: NOON + 100,
			billable: false,
		});
		expect(transport.sent).toEqual([{ request: { ...REQUEST, costsCredit: false }, attempt: 1, timeout: 1_000, at: NOON }]);
		expect(state.chargedCount).toBe(0);
	});

	it.each<[string, HttpResult]>([
		['a timeout', timedOut],
		['no network', unreachable],
	])('is surely not billed after %s either', async (_what, answer) => {
		expect(await free(setUp(inTurn(answer), { policy: { maxRetries: 0 } }).lookUpOne)).toMatchObject({ status: 'failed', billable: false });
	});

	it('is attempted beyond the limit of lookups, and leaves the limit to the others', async () => {
		const { lookUpOne, transport, state } = setUp(inTurn(outOfService, answered), { options: { maxLookups: 1 } });
		expect(await free(lookUpOne)).toMatchObject({ status: 'ok', attempts: 2 });
		expect(state.chargedCount).toBe(0);
		expect(await lookUpOne()).toMatchObject({ status: 'ok' });
		expect(await lookUpOne()).toEqual(notAttempted('max_lookups'));
		expect(await free(lookUpOne)).toMatchObject({ status: 'ok' });
		expect(transport.sent).toHaveLength(4);
	});

	it.each(['insufficient_credits', 'quota_exceeded'] as const)(
		'is attempted for an account that was stopped by %s, unlike the others',
		async (reason) => {
			const { lookUpOne, state } = setUp(inTurn(answered));
			state.stoppedAccounts.set('account', reason);
			expect(await free(lookUpOne)).toMatchObject({ status: 'ok' });
			expect(await lookUpOne()).toEqual(notAttempted(reason));
		},
	);

	it('is not attempted for an account whose key is refused', async () => {
		const { lookUpOne, transport, state } = setUp(inTurn(answered));
		state.stoppedAccounts.set('account', 'invalid_key');
		expect(await free(lookUpOne)).toEqual(notAttempted('invalid_key'));
		expect(transport.sent).toEqual([]);
	});

	it('that learns of the account stops the others', async () => {
		const { lookUpOne } = setUp(inTurn(refusal(MESSAGES.insufficientCredits), answered));
		expect(await free(lookUpOne)).toMatchObject({ status: 'failed', result: { reason: 'insufficient_credits' }, billable: false });
		expect(await lookUpOne()).toEqual(notAttempted('insufficient_credits'));
		expect(await free(lookUpOne)).toMatchObject({ status: 'ok' });
	});

	it('is not attempted once the execution was stopped, or nothing more may start', async () => {
		expect(await free(setUp(inTurn(answered), { cancelAfter: 0 }).lookUpOne)).toEqual(notAttempted('cancelled'));
		expect(await free(setUp(inTurn(answered), { options: { stopReason: () => 'cancelled' } }).lookUpOne)).toEqual(
			notAttempted('cancelled'),
		);
	});

	it('waits for its turn and is tried again as any other', async () => {
		const { lookUpOne, sentAt } = setUp(inTurn(answered), { account: (clock) => accountOn(clock, 1) });
		await Promise.all([free(lookUpOne), free(lookUpOne)]);
		expect(sentAt()).toEqual([0, 1_000]);
		expect(await free(setUp(inTurn(tooMany, answered)).lookUpOne)).toMatchObject({ status: 'ok', attempts: 2 });
	});
});

describe('look up', () => {
	it('words that a number is invalid fail a lookup that is not about one, and it is not billable', async () => {
		const { lookUpOne } = setUp(inTurn(refusal('Invalid phone number.')));
		expect(await lookUpOne('12015550123', { invalidNumberIsResult: undefined })).toMatchObject({
			status: 'failed',
			result: { reason: 'rejected_request' },
			billable: false,
		});
	});
});

describe('a request that must not be carried out twice', () => {
	const ONCE = { costsCredit: false, nonIdempotent: true } as const;

	it.each(PASSING.filter(([reason]) => reason !== 'rate_limited'))(
		'is not sent again where it may have arrived: %s by %s',
		async (reason, _what, answer) => {
			const { lookUpOne, transport } = setUp(inTurn(answer, answered));
			expect(await lookUpOne('12015550123', ONCE)).toMatchObject({ status: 'failed', result: { reason }, attempts: 1 });
			expect(transport.sent).toHaveLength(1);
		},
	);

	it.each(PASSING.filter(([reason]) => reason === 'rate_limited'))(
		'is tried again where it was refused: %s by %s',
		async (_reason, _what, answer) => {
			const { lookUpOne, transport } = setUp(inTurn(answer, answered));
			expect(await lookUpOne('12015550123', ONCE)).toMatchObject({ status: 'ok', attempts: 2 });
			expect(transport.sent).toHaveLength(2);
		},
	);

	it('is tried no more once a refused attempt was followed by one that may have arrived', async () => {
		const { lookUpOne, transport } = setUp(inTurn(tooMany, timedOut, answered));
		expect(await lookUpOne('12015550123', ONCE)).toMatchObject({ status: 'failed', result: { reason: 'timeout' }, attempts: 2 });
		expect(transport.sent).toHaveLength(2);
	});
});
