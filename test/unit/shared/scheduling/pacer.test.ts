import { Pacer } from '../../../../nodes/shared/scheduling/pacer';
import { ManualClock } from '../../../support/clock';

/** When so many requests that ask at once may start, in ms from now. */
async function starts(spread: Pacer, clock: ManualClock, count: number): Promise<number[]> {
	const asked = clock.now();
	return await Promise.all(
		Array.from({ length: count }, async () => {
			await spread.waitForTurn();
			return clock.now() - asked;
		}),
	);
}

const setUp = (size: number) => {
	const clock = new ManualClock(1_000_000);
	return { clock, spread: new Pacer(size, clock) };
};

describe('pacer', () => {
	it('before a round trip is known everything starts at once', async () => {
		const { clock, spread } = setUp(50);
		expect(await starts(spread, clock, 4)).toEqual([0, 0, 0, 0]);
		expect(clock.sleeps).toEqual([]);
	});

	it('starts are spread over the greater part of the round trip', async () => {
		const { clock, spread } = setUp(4);
		spread.onCompleted(200);
		expect(await starts(spread, clock, 5)).toEqual([0, 30, 60, 90, 120]);
	});

	it('the shortest round trip counts', async () => {
		const { clock, spread } = setUp(2);
		spread.onCompleted(300);
		spread.onCompleted(100);
		spread.onCompleted(900);
		expect(await starts(spread, clock, 3)).toEqual([0, 30, 60]);
	});

	it('gaps that no timer can wait for are none', async () => {
		const { clock, spread } = setUp(100);
		spread.onCompleted(20);
		await starts(spread, clock, 5);
		expect(clock.sleeps).toEqual([]);
	});

	it('the shortest gap that a timer can wait for is waited for', async () => {
		const { clock, spread } = setUp(60);
		spread.onCompleted(100);
		expect(await starts(spread, clock, 2)).toEqual([0, 1]);
	});

	it('a request that comes late starts at once', async () => {
		const { clock, spread } = setUp(2);
		spread.onCompleted(100);
		await spread.waitForTurn();
		clock.pass(500);
		expect(await starts(spread, clock, 2)).toEqual([0, 30]);
	});

	it('a stopped execution does not wait', async () => {
		const { clock, spread } = setUp(1);
		spread.onCompleted(60_000);
		clock.cancelAt = clock.now();
		expect(await starts(spread, clock, 3)).toEqual([0, 0, 0]);
	});
});
