import { RateLimiter } from '../../../../nodes/shared/scheduling/rateLimiter';
import { ManualClock } from '../../../support/clock';

const NOON = 1_000_000;

const setUp = () => {
	const clock = new ManualClock(NOON);
	return { clock, pace: new RateLimiter(clock.now) };
};

/** When so many requests that ask for their turn at once may start, in ms from now. */
async function turns({ clock, pace }: ReturnType<typeof setUp>, count: number, ceiling: number): Promise<number[]> {
	const asked = clock.now();
	const starts = Array.from({ length: count }, async () => {
		await pace.acquire(ceiling, clock);
		return clock.now() - asked;
	});
	return await Promise.all(starts);
}

/** Notes answers that came now. */
const answer = ({ pace }: ReturnType<typeof setUp>, count: number): void => {
	for (let index = 0; index < count; index++) pace.onSuccess();
};

/** Requests a second that the pace allows, once nothing is held back any more. */
async function rateOf(account: ReturnType<typeof setUp>): Promise<number> {
	const [first = 0, second = 0] = await turns(account, 2, 0);
	return 1_000 / (second - first);
}

describe('under a ceiling', () => {
	it.each<[number, number[]]>([
		[20, [0, 50, 100, 150]],
		[1, [0, 1_000, 2_000, 3_000]],
		[0.5, [0, 2_000, 4_000, 6_000]],
	])('of %d requests a second starts are spread evenly', async (ceiling, starts) => {
		expect(await turns(setUp(), 4, ceiling)).toEqual(starts);
	});

	it('of none everything starts at once', async () => {
		const account = setUp();
		expect(await turns(account, 4, 0)).toEqual([0, 0, 0, 0]);
		expect(account.clock.sleeps).toEqual([]);
	});

	it('a request that comes late starts at once, and the next one counts from there', async () => {
		const account = setUp();
		await turns(account, 2, 10);
		account.clock.pass(1_000);
		expect(await turns(account, 2, 10)).toEqual([0, 100]);
	});

	it('executions share the turns', async () => {
		const account = setUp();
		expect(await Promise.all([turns(account, 2, 10), turns(account, 2, 10)])).toEqual([
			[0, 100],
			[200, 300],
		]);
	});

	it.each([
		[20, 1_000],
		[100, 1_000],
		[500, 1_000],
	])('of %d requests a second the rate is kept although timers fire late', async (ceiling, count) => {
		const account = setUp();
		const { clock } = account;
		// Up to 12 ms, as on a busy machine.
		let place = 0;
		const late = { ...clock, sleep: async (milliseconds: number) => await clock.sleep(milliseconds + ((place++ * 7) % 13)) };
		await turns({ ...account, clock: late as typeof clock }, count, ceiling);
		expect(count / ((clock.now() - NOON) / 1_000)).toBeGreaterThan(0.97 * ceiling);
	});

	it('a request that gives up leaves its turn to the next one', async () => {
		const account = setUp();
		const { clock, pace } = account;
		const acquireUntil = async (end: number) => {
			await pace.acquire(1, clock, () => clock.now() >= NOON + end);
			return clock.now() - NOON;
		};
		expect(await Promise.all([acquireUntil(Infinity), acquireUntil(300), acquireUntil(300), acquireUntil(Infinity)])).toEqual([
			0, 400, 400, 1_000,
		]);
		expect(await acquireUntil(Infinity)).toBe(2_000);
	});

	it('requests that give up at their turn leave it to the next one', async () => {
		const { clock, pace } = setUp();
		await pace.acquire(1, clock);
		await pace.acquire(1, clock, () => true);
		await pace.acquire(1, clock);
		expect(clock.now()).toBe(NOON + 1_000);
	});

	it('requests start in the order in which they asked', async () => {
		const { clock, pace } = setUp();
		const order: number[] = [];
		await Promise.all(
			Array.from({ length: 30 }, async (_, index) => {
				await clock.sleep(index * 3);
				await pace.acquire(20, clock);
				order.push(index);
			}),
		);
		expect(order).toEqual(Array.from({ length: 30 }, (_, index) => index));
	});

	it('a turn returns early when the execution is stopped', async () => {
		const account = setUp();
		account.clock.cancelAt = NOON + 300;
		await turns(account, 2, 0.01);
		expect(account.clock.now()).toBe(NOON + 400);
	});
});

describe('a refusal', () => {
	it('holds back for a second, then goes a little below the rate that was answered', async () => {
		const account = setUp();
		answer(account, 20);
		account.pace.onRateLimited(NOON, null);
		expect(await turns(account, 1, 0)).toEqual([1_000]);
		expect(await rateOf(account)).toBeCloseTo(18, 5);
	});

	it('without an answer before leaves one request a second', async () => {
		const account = setUp();
		account.pace.onRateLimited(NOON, null);
		expect(await turns(account, 3, 0)).toEqual([1_000, 2_000, 3_000]);
	});

	it('never goes below one request a second', async () => {
		const account = setUp();
		for (let index = 0; index < 5; index++) account.pace.onRateLimited(NOON, null);
		expect(await rateOf(account)).toBe(1);
	});

	it('counts the answers of the last second alone', async () => {
		const account = setUp();
		answer(account, 100);
		account.clock.pass(1);
		answer(account, 10);
		account.clock.pass(999);
		account.pace.onRateLimited(NOON + 1_000, null);
		expect(await rateOf(account)).toBeCloseTo(9, 5);
	});

	it('forgets answers as they age, also without a refusal', async () => {
		const account = setUp();
		answer(account, 100);
		account.clock.pass(1_500);
		answer(account, 10);
		account.clock.pass(500);
		account.pace.onRateLimited(NOON + 2_000, null);
		expect(await rateOf(account)).toBeCloseTo(9, 5);
	});

	it('holds back as long as IPQS asks', async () => {
		const account = setUp();
		answer(account, 20);
		account.pace.onRateLimited(NOON, 5_000);
		expect(await turns(account, 1, 0)).toEqual([5_000]);
	});

	it('may ask for no wait at all', async () => {
		const account = setUp();
		answer(account, 20);
		account.pace.onRateLimited(NOON, 0);
		expect(await turns(account, 1, 0)).toEqual([0]);
		expect(await rateOf(account)).toBeCloseTo(18, 5);
	});

	it('holds back for a minute at most, whatever IPQS asks', async () => {
		const account = setUp();
		account.pace.onRateLimited(NOON, 86_400_000);
		expect(await turns(account, 1, 0)).toEqual([60_000]);
	});

	it('is remembered for ten seconds after the wait it asked for', async () => {
		const account = setUp();
		answer(account, 20);
		account.pace.onRateLimited(NOON, 30_000);
		account.clock.pass(40_000);
		expect(await rateOf(account)).toBeCloseTo(18, 5);
		account.clock.pass(1_000);
		expect(await turns(account, 2, 0)).toEqual([0, 0]);
	});

	it('shortens no wait that is longer already', async () => {
		const account = setUp();
		account.pace.onRateLimited(NOON, 5_000);
		account.pace.onRateLimited(NOON, 100);
		expect(await turns(account, 1, 0)).toEqual([5_000]);
	});

	it('of another request that was sent before the cut does not cut again', async () => {
		const account = setUp();
		answer(account, 20);
		account.clock.pass(100);
		account.pace.onRateLimited(NOON, null);
		account.pace.onRateLimited(NOON + 99, null);
		expect(await rateOf(account)).toBeCloseTo(18, 5);
	});

	it('of a request that was sent since the cut cuts again', async () => {
		const account = setUp();
		answer(account, 20);
		account.clock.pass(100);
		account.pace.onRateLimited(NOON, null);
		account.pace.onRateLimited(NOON + 100, null);
		expect(await rateOf(account)).toBeCloseTo(16.2, 5);
	});

	it('when the pace is known already holds back for one start alone', async () => {
		const account = setUp();
		answer(account, 11);
		account.pace.onRateLimited(NOON, 0);
		account.clock.pass(2_000);
		account.pace.onRateLimited(NOON, null);
		const [first = 0] = await turns(account, 1, 0);
		expect(first).toBeCloseTo(1_000 / 9.9, 5);
	});

	it('cuts from the learnt rate where more was answered than it allows', async () => {
		const account = setUp();
		answer(account, 10);
		account.pace.onRateLimited(NOON, 0);
		answer(account, 40);
		account.pace.onRateLimited(NOON, 0);
		expect(await rateOf(account)).toBeCloseTo(9 * 1.01 ** 40 * 0.9, 5);
	});

	it('cuts to what was answered where that is less than the learnt rate', async () => {
		const account = setUp();
		answer(account, 100);
		account.pace.onRateLimited(NOON, 0);
		account.clock.pass(5_000);
		answer(account, 10);
		account.pace.onRateLimited(NOON + 5_000, 0);
		expect(await rateOf(account)).toBeCloseTo(9, 5);
	});

	it('of starts that kept to a ceiling goes a little below it for a while, however few answers there were', async () => {
		const account = setUp();
		answer(account, 3);
		account.pace.onRateLimited(NOON, null, 20);
		const [first = 0, second = 0] = await turns(account, 2, 20);
		expect(first).toBe(50);
		expect(second - first).toBeCloseTo(1_000 / 19, 5);
		answer(account, 6);
		account.clock.pass(1_000);
		expect(await turns(account, 2, 20)).toEqual([0, 50]);
	});

	it('counts as one of starts that kept to the ceiling where that is what was learnt', async () => {
		const account = setUp();
		answer(account, 20);
		account.pace.onRateLimited(NOON, 0);
		account.pace.onRateLimited(NOON, 0, 18);
		expect(await rateOf(account)).toBeCloseTo(17.1, 5);
	});

	it('of starts slower than the ceiling cuts what was learnt', async () => {
		const account = setUp();
		answer(account, 10);
		account.pace.onRateLimited(NOON, 0, 20);
		answer(account, 1);
		account.pace.onRateLimited(NOON, 0, 20);
		expect(await rateOf(account)).toBeCloseTo(11 * 0.9, 5);
	});

	it('keeps a ceiling that is lower', async () => {
		const account = setUp();
		answer(account, 100);
		account.pace.onRateLimited(NOON, 0);
		expect(await turns(account, 3, 10)).toEqual([0, 100, 200]);
	});

	it('lowers a ceiling that is higher', async () => {
		const account = setUp();
		answer(account, 10);
		account.pace.onRateLimited(NOON, 0);
		const [, second = 0] = await turns(account, 2, 1_000);
		expect(second).toBeCloseTo(1_000 / 9, 5);
	});
});

describe('the rate recovers', () => {
	it('by a hundredth with each answer', async () => {
		const account = setUp();
		answer(account, 20);
		account.pace.onRateLimited(NOON, 0);
		answer(account, 10);
		expect(await rateOf(account)).toBeCloseTo(18 * 1.01 ** 10, 5);
	});

	it('at once when 10 seconds have passed without a refusal', async () => {
		const account = setUp();
		answer(account, 20);
		account.pace.onRateLimited(NOON, 0);
		account.clock.pass(10_001);
		expect(await turns(account, 3, 0)).toEqual([0, 0, 0]);
	});

	it('not at once before that', async () => {
		const account = setUp();
		answer(account, 20);
		account.pace.onRateLimited(NOON, 0);
		account.clock.pass(10_000);
		expect(await rateOf(account)).toBeCloseTo(18, 5);
	});

	it('but does not start before IPQS asks for it', async () => {
		const account = setUp();
		account.pace.onRateLimited(NOON, 60_000);
		account.clock.pass(10_001);
		expect(await turns(account, 1, 0)).toEqual([49_999]);
	});

	it('to the ceiling, not above it', async () => {
		const account = setUp();
		account.pace.onRateLimited(NOON, 0);
		account.clock.pass(10_001);
		expect(await turns(account, 3, 10)).toEqual([0, 100, 200]);
	});
});
