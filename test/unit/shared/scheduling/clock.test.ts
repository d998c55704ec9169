import { sleepUnless, sleepUnlessCancelled } from '../../../../nodes/shared/scheduling/clock';
import { ManualClock } from '../../../support/clock';

describe('a pause', () => {
	it.each<[number, number[]]>([
		[500, [200, 200, 100]],
		[200, [200]],
		[201, [200, 1]],
		[1, [1]],
		[0.5, [0.5]],
		[0, []],
		[-1, []],
	])('of %d ms sleeps in slices', async (milliseconds, sleeps) => {
		const clock = new ManualClock(1_000);
		await sleepUnlessCancelled(milliseconds, clock);
		expect(clock.sleeps).toEqual(sleeps);
		expect(clock.now()).toBe(1_000 + Math.max(0, milliseconds));
	});

	it('does not begin when the execution was stopped', async () => {
		const clock = new ManualClock();
		clock.cancelAt = 0;
		await sleepUnlessCancelled(500, clock);
		expect(clock.sleeps).toEqual([]);
	});

	it('ends with the slice in which the execution is stopped', async () => {
		const clock = new ManualClock();
		clock.cancelAt = 250;
		await sleepUnlessCancelled(10_000, clock);
		expect(clock.now()).toBe(400);
	});

	it('without end lasts until the execution is stopped', async () => {
		const clock = new ManualClock();
		clock.cancelAt = 1_000;
		await sleepUnlessCancelled(Infinity, clock);
		expect(clock.now()).toBe(1_000);
	});

	it('ends with the slice in which its own condition is met', async () => {
		const clock = new ManualClock();
		await sleepUnless(() => clock.now() >= 350, 10_000, clock);
		expect(clock.now()).toBe(400);
	});

	it('makes up for a sleep that took too long', async () => {
		const clock = new ManualClock();
		const slow = {
			...clock,
			sleep: async (milliseconds: number) => {
				await clock.sleep(milliseconds);
				clock.pass(90);
			},
		};
		await sleepUnlessCancelled(500, slow);
		expect(clock.sleeps).toEqual([200, 200]);
	});
});
