import { RequestDeadlines, type Expiry } from '../../../../nodes/shared/scheduling/requestDeadlines';
import { ManualClock } from '../../../support/clock';

const setUp = () => {
	const clock = new ManualClock(1_000);
	const deadlines = new RequestDeadlines(clock);
	/** When and how a deadline expires, in ms from now. */
	const expiryOf = async (milliseconds: number): Promise<[number, Expiry]> => {
		const started = clock.now();
		return await new Promise((resolve) => {
			deadlines.start(milliseconds, (expiry) => resolve([clock.now() - started, expiry]));
		});
	};
	return { clock, deadlines, expiryOf };
};

/** Sleeps as a busy process does: every timer fires so many ms late. */
const stallEvery = (clock: ManualClock, stall: number): ManualClock =>
	Object.assign(Object.create(clock) as ManualClock, {
		sleep: async (milliseconds: number) => {
			await clock.sleep(milliseconds);
			clock.pass(stall);
		},
	});

describe('a deadline', () => {
	it.each([1, 49, 50, 51, 1_000, 60_000])('of %d ms expires then, 50 ms late at most', async (milliseconds) => {
		const [after, expiry] = await setUp().expiryOf(milliseconds);
		expect(expiry).toBe('timeout');
		expect(after).toBeGreaterThanOrEqual(milliseconds);
		expect(after).toBeLessThan(milliseconds + 50);
	});

	it('never expires early, whenever it starts', async () => {
		const { clock, deadlines, expiryOf } = setUp();
		deadlines.start(10_000, () => undefined);
		for (const pause of [10, 25, 49, 73, 101]) {
			await clock.sleep(pause);
			const [after] = await expiryOf(1_000);
			expect(after).toBeGreaterThanOrEqual(1_000);
			expect(after).toBeLessThan(1_050);
		}
	});

	it('that was ended never expires, and nothing ticks once all have ended', async () => {
		const { clock, deadlines } = setUp();
		const expired: Expiry[] = [];
		const ends = [1_000, 2_000].map((milliseconds) => deadlines.start(milliseconds, (expiry) => expired.push(expiry)));
		await clock.sleep(500);
		for (const end of ends) end();
		await clock.sleep(5_000);
		expect(expired).toEqual([]);
		expect(clock.sleeps.filter((milliseconds) => milliseconds === 50).length).toBeLessThanOrEqual(11);
	});

	it('may be ended twice, and after it has expired', async () => {
		const { clock, deadlines } = setUp();
		const expired: Expiry[] = [];
		const end = deadlines.start(100, (expiry) => expired.push(expiry));
		await clock.sleep(200);
		end();
		end();
		expect(expired).toEqual(['timeout']);
	});

	it('may start while others expire', async () => {
		const { clock, deadlines } = setUp();
		const expired: number[] = [];
		deadlines.start(100, () => {
			deadlines.start(100, () => expired.push(clock.now()));
		});
		await clock.sleep(1_000);
		expect(expired).toEqual([1_200]);
	});

	it('expires as cancelled within 50 ms of the stop', async () => {
		const { clock, expiryOf } = setUp();
		clock.cancelAt = 1_120;
		expect(await expiryOf(60_000)).toEqual([150, 'cancelled']);
	});
});

describe('a stall of the event loop', () => {
	it.each([150, 1_500, 60_000, 3_600_000])('of %d ms does not end a deadline that would else have expired in it', async (stall) => {
		const { clock, deadlines } = setUp();
		const expired: number[] = [];
		const end = deadlines.start(1_000, () => expired.push(clock.now()));
		await clock.sleep(925);
		clock.pass(stall);
		// What lay in the socket is read within the next turns of the loop.
		await clock.sleep(60);
		end();
		await clock.sleep(10_000);
		expect(expired).toEqual([]);
	});

	it('at once after its start does not end a deadline', async () => {
		const { clock, deadlines } = setUp();
		const expired: Expiry[] = [];
		const end = deadlines.start(60, (expiry) => expired.push(expiry));
		await clock.sleep(25);
		clock.pass(5_000);
		await clock.sleep(60);
		end();
		await clock.sleep(10_000);
		expect(expired).toEqual([]);
	});

	it('delays a deadline by little more than its own length', async () => {
		const { clock, deadlines } = setUp();
		const expired: number[] = [];
		deadlines.start(1_000, () => expired.push(clock.now()));
		await clock.sleep(525);
		clock.pass(30_000);
		await clock.sleep(10_000);
		expect(expired).toHaveLength(1);
		expect((expired[0] ?? 0) - 31_000).toBeGreaterThanOrEqual(900);
		expect((expired[0] ?? 0) - 31_000).toBeLessThanOrEqual(1_200);
	});

	it.each([60, 200, 5_000])('after stall of %d ms does not keep a deadline for ever', async (stall) => {
		const clock = new ManualClock();
		const deadlines = new RequestDeadlines(stallEvery(clock, stall));
		const expiry = new Promise<number>((resolve) => deadlines.start(1_000, () => resolve(clock.now())));
		// Each turn counts for 50 to 100 ms, and two more may follow.
		expect(await expiry).toBeLessThanOrEqual(22 * (stall + 50));
	});

	it('does not hold up a stop', async () => {
		const { clock, deadlines } = setUp();
		const expired: Expiry[] = [];
		deadlines.start(1_000, (expiry) => expired.push(expiry));
		clock.cancelAt = 2_000;
		await clock.sleep(25);
		clock.pass(5_000);
		await clock.sleep(50);
		expect(expired).toEqual(['cancelled']);
	});
});
