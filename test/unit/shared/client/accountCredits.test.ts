import { AccountCredits } from '../../../../nodes/shared/client/accountCredits';
import { DailySpending } from '../../../../nodes/shared/client/dailySpending';
import type { HttpResult } from '../../../../nodes/shared/ipqs/response';
import { ManualClock } from '../../../support/clock';
import {
	accountOn,
	inTurn,
	MESSAGES,
	outOfService,
	refusal,
	response,
	ScriptedTransport,
	timedOut,
} from '../../../support/scripted-transport';

const MINUTE = 60_000;

const balance = (credits: unknown): HttpResult => response(200, { success: true, message: 'Success.', credits, usage: 80 });

/** An account that answers its reads in turn, and how to read it. */
function setUp(...answers: [HttpResult, ...HttpResult[]]) {
	const clock = new ManualClock();
	const transport = new ScriptedTransport(clock, accountOn(clock), inTurn(...answers));
	const spending = new DailySpending();
	const credits = new AccountCredits(spending);
	const refresh = async (by = clock): Promise<void> => await credits.refresh(transport, 7_000, by);
	const spend = (requests: number): void => {
		for (let index = 0; index < requests; index++) spending.reserve(clock.date())(true);
	};
	return { clock, transport, spending, credits, refresh, spend };
}

describe('the balance of an account', () => {
	it('is read with the key in the path, as IPQS documents it', async () => {
		const { credits, refresh, transport, clock } = setUp(balance(420));
		await refresh();
		expect(credits.left(clock.now())).toBe(420);
		expect(transport.sent).toEqual([
			{
				request: { method: 'GET', path: '/api/json/account/{key}', parameters: {}, costsCredit: false },
				attempt: 1,
				timeout: 7_000,
				at: 0,
			},
		]);
	});

	it('is read at most once a minute, whoever asks', async () => {
		const { refresh, transport, clock } = setUp(balance(420));
		await Promise.all(Array.from({ length: 50 }, async () => await refresh()));
		await refresh();
		expect(transport.sent).toHaveLength(1);
		clock.pass(MINUTE - 101);
		await refresh();
		expect(transport.sent).toHaveLength(1);
		clock.pass(1);
		await refresh();
		expect(transport.sent).toHaveLength(2);
	});

	it('is read at most once a minute where it cannot be read', async () => {
		const { refresh, transport, clock } = setUp(outOfService);
		await refresh();
		await refresh();
		expect(transport.sent).toHaveLength(1);
		clock.pass(MINUTE);
		await refresh();
		expect(transport.sent).toHaveLength(2);
	});

	it('shrinks by own requests, also by those that are under way while it is read', async () => {
		const { credits, refresh, spend, spending, clock } = setUp(balance(420));
		spend(7);
		const end = spending.reserve(0);
		await refresh();
		expect(credits.left(clock.now())).toBe(419);
		spend(3);
		end(false);
		expect(credits.left(clock.now())).toBe(417);
	});

	it('applies for an hour where it cannot be read again', async () => {
		const { credits, refresh, spend, clock } = setUp(balance(420), timedOut);
		await refresh();
		spend(20);
		clock.pass(MINUTE);
		await refresh();
		expect([credits.left(clock.now()), credits.isCurrent]).toEqual([400, false]);
		expect(credits.blockedBy(400, clock.now())).toBe('credits_reserved');
		clock.pass(60 * MINUTE);
		expect([credits.left(clock.now()), credits.blockedBy(400, clock.now())]).toEqual([null, undefined]);
	});

	it('is read again by the next execution if the one that read it was stopped', async () => {
		const { credits, refresh, transport, clock } = setUp({ kind: 'cancelled' }, balance(420));
		const stopped = Object.create(clock) as ManualClock;
		Object.assign(stopped, { cancelled: () => clock.now() >= 50 });
		await Promise.all([refresh(stopped), refresh()]);
		expect(transport.sent).toHaveLength(2);
		expect(credits.left(clock.now())).toBe(420);
	});

	it('is not waited for by an execution that is stopped while another one reads it', async () => {
		const { refresh, clock } = setUp(timedOut);
		const stopped = Object.create(clock) as ManualClock;
		Object.assign(stopped, { cancelled: () => clock.now() >= 100 });
		const reading = refresh();
		await refresh(stopped);
		expect(clock.now()).toBeLessThan(200);
		await reading;
		expect(clock.now()).toBeGreaterThanOrEqual(7_000);
	});
});

describe('Keep Credits', () => {
	it.each([
		[51, 50, undefined],
		[50, 50, 'credits_reserved'],
		[1, 0, undefined],
		[0, 0, 'credits_reserved'],
		[-3, 0, 'credits_reserved'],
		['420', 419, undefined],
	])('with %s credits, keeping %d: %s', async (left, keep, expected) => {
		const { credits, refresh, clock } = setUp(balance(left));
		await refresh();
		expect(credits.blockedBy(keep, clock.now())).toBe(expected);
	});

	it.each([
		['is out of service', outOfService],
		['does not say how many there are', balance('N/A')],
		['refuses the key', refusal(MESSAGES.invalidKey)],
		['has no quota left', refusal(MESSAGES.quotaExceeded)],
	])('lets lookups go on where the account %s', async (_what, answer) => {
		const { credits, refresh, clock } = setUp(answer);
		await refresh();
		expect([credits.blockedBy(0, clock.now()), credits.left(clock.now()), credits.isCurrent]).toEqual([undefined, null, false]);
	});

	it('stops where the account says that the credits are used up', async () => {
		const { credits, refresh, clock } = setUp(refusal(MESSAGES.insufficientCredits));
		await refresh();
		expect(credits.blockedBy(0, clock.now())).toBe('insufficient_credits');
	});
});
