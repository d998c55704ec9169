import { runPool } from '../../../../nodes/shared/scheduling/pool';
import { ManualClock } from '../../../support/clock';

/** Runs a pool whose work takes the given ms, and tells when each started. */
async function startsOf(durations: number[], size: number): Promise<Array<[index: number, at: number]>> {
	const clock = new ManualClock();
	const starts: Array<[number, number]> = [];
	await runPool(
		durations.length,
		() => size,
		async (index) => {
			starts.push([index, clock.now()]);
			await clock.sleep(durations[index] ?? 0);
		},
	);
	return starts;
}

describe('pool', () => {
	it('works on one index after another when its size is 1', async () => {
		expect(await startsOf([10, 10, 10], 1)).toEqual([
			[0, 0],
			[1, 10],
			[2, 20],
		]);
	});

	it('starts in order, each as soon as one of the others ends', async () => {
		expect(await startsOf([50, 10, 30, 5, 5], 2)).toEqual([
			[0, 0],
			[1, 0],
			[2, 10],
			[3, 40],
			[4, 45],
		]);
	});

	it('starts everything at once when its size allows', async () => {
		expect(await startsOf([10, 10, 10], 3)).toEqual([
			[0, 0],
			[1, 0],
			[2, 0],
		]);
		expect(await startsOf([10, 10], 100)).toEqual([
			[0, 0],
			[1, 0],
		]);
	});

	it('starts no more and no fewer than its size allows at the time', async () => {
		const clock = new ManualClock();
		const starts: number[] = [];
		await runPool(
			6,
			() => (clock.now() < 10 ? 3 : 1),
			async (index) => {
				starts.push(clock.now());
				await clock.sleep(10 + index);
			},
		);
		expect(starts).toEqual([0, 0, 0, 12, 25, 39]);
	});

	it('ends after the last work has ended', async () => {
		const clock = new ManualClock();
		await runPool(
			3,
			() => 2,
			async (index) => await clock.sleep(index === 0 ? 100 : 10),
		);
		expect(clock.now()).toBe(100);
	});

	it('does nothing when there is nothing to do', async () => {
		expect(await startsOf([], 5)).toEqual([]);
	});

	it('starts nothing more once its work has thrown', async () => {
		const clock = new ManualClock();
		const started: number[] = [];
		const pool = runPool(
			6,
			() => 2,
			async (index) => {
				started.push(index);
				await clock.sleep(index === 1 ? 10 : 20);
				if (index === 1) throw new Error('from the work');
			},
		);
		await expect(pool).rejects.toThrow('from the work');
		await clock.sleep(100);
		expect(started).toEqual([0, 1]);
	});

	it('throws what its work throws', async () => {
		await expect(
			runPool(
				2,
				() => 2,
				async (index) => {
					if (index === 1) throw new Error('from the work');
				},
			),
		).rejects.toThrow('from the work');
	});
});
