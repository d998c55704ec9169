import { Pacer } from '../../../../nodes/shared/scheduling/pacer';
import { Yielder } from '../../../../nodes/shared/scheduling/yielder';
import { ManualClock } from '../../../support/clock';

const setUp = (size: number) => {
	const clock = new ManualClock(1_000_000);
	const yielder = new Yielder(clock);
	return { clock, yielder, pacer: new Pacer(size, clock, yielder) };
};

/** When so many requests that ask at once may start, in ms from now. */
async function starts(pacer: Pacer, clock: ManualClock, count: number): Promise<number[]> {
	const asked = clock.now();
	return await Promise.all(
		Array.from({ length: count }, async () => {
			await pacer.waitForTurn();
			return clock.now() - asked;
		}),
	);
}

/** Records so many requests that end in one turn of the event loop, each after so many ms. */
async function endTogether(pacer: Pacer, clock: ManualClock, count: number, latency: number): Promise<void> {
	for (let ended = 0; ended < count; ended++) pacer.onCompleted(latency);
	await clock.sleep(1);
}

describe('pacer', () => {
	it('before a round trip is known, requests start a millisecond apart', async () => {
		const { clock, pacer } = setUp(50);
		expect(await starts(pacer, clock, 4)).toEqual([0, 1, 2, 3]);
	});

	it('starts are spread over the greater part of the round trip', async () => {
		const { clock, pacer } = setUp(4);
		pacer.onCompleted(200);
		expect(await starts(pacer, clock, 5)).toEqual([0, 30, 60, 90, 120]);
	});

	it('the shortest round trip counts', async () => {
		const { clock, pacer } = setUp(2);
		pacer.onCompleted(300);
		pacer.onCompleted(100);
		pacer.onCompleted(900);
		expect(await starts(pacer, clock, 3)).toEqual([0, 30, 60]);
	});

	it('gaps that no timer can wait for are none', async () => {
		const { clock, pacer } = setUp(100);
		pacer.onCompleted(20);
		await starts(pacer, clock, 5);
		expect(clock.now()).toBe(1_000_000);
	});

	it('the shortest gap that a timer can wait for is waited for', async () => {
		const { clock, pacer } = setUp(60);
		pacer.onCompleted(100);
		expect(await starts(pacer, clock, 2)).toEqual([0, 1]);
	});

	it('a request that comes late starts at once', async () => {
		const { clock, pacer } = setUp(2);
		pacer.onCompleted(100);
		await pacer.waitForTurn();
		clock.pass(500);
		expect(await starts(pacer, clock, 2)).toEqual([0, 30]);
	});

	it('a stopped execution does not wait', async () => {
		const { clock, pacer } = setUp(1);
		pacer.onCompleted(60_000);
		clock.cancelAt = clock.now();
		expect(await starts(pacer, clock, 3)).toEqual([0, 0, 0]);
	});

	it('requests that wake up together start in several turns of the event loop when starting takes long', async () => {
		const { clock, yielder, pacer } = setUp(100);
		const turns: number[] = [];
		await Promise.all(
			Array.from({ length: 9 }, async () => {
				await pacer.waitForTurn();
				turns.push(yielder.turn);
				clock.pass(3);
			}),
		);
		expect(turns).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4]);
	});
});

describe('requests in flight', () => {
	it('may be as many as the batch allows', async () => {
		const { clock, pacer } = setUp(50);
		expect(pacer.inFlightLimit).toBe(50);
		await endTogether(pacer, clock, 30, 100);
		expect(pacer.inFlightLimit).toBe(50);
	});

	it('become fewer when many end in one turn that had waited for this process', async () => {
		const { clock, pacer } = setUp(40);
		pacer.onCompleted(10);
		await clock.sleep(1);
		await endTogether(pacer, clock, 4, 31);
		expect(pacer.inFlightLimit).toBe(40);
		await endTogether(pacer, clock, 5, 30);
		expect(pacer.inFlightLimit).toBe(40);
		await endTogether(pacer, clock, 40, 31);
		expect(pacer.inFlightLimit).toBe(20);
	});

	it('stay four, or all where fewer are allowed', async () => {
		for (const [size, fewest] of [
			[50, 4],
			[4, 4],
			[3, 3],
		] as const) {
			const { clock, pacer } = setUp(size);
			pacer.onCompleted(1);
			for (let turn = 0; turn < 30; turn++) await endTogether(pacer, clock, 20, 100);
			expect(pacer.inFlightLimit).toBe(fewest);
		}
	});

	it('become more again slowly', async () => {
		const { clock, pacer } = setUp(12);
		pacer.onCompleted(1);
		await clock.sleep(1);
		await endTogether(pacer, clock, 5, 100);
		expect(pacer.inFlightLimit).toBe(6);
		const limits: number[] = [];
		for (let turn = 0; turn < 30; turn++) {
			await endTogether(pacer, clock, 2, 100);
			limits.push(pacer.inFlightLimit);
		}
		const ofFourTurns = (limit: number) => [limit, limit, limit, limit];
		expect(limits).toEqual([6, 6, 6, ...[7, 8, 9, 10, 11].flatMap(ofFourTurns), ...Array.from({ length: 7 }, () => 12)]);
	});
});
