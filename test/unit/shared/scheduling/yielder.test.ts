import { mapWithYield, Yielder } from '../../../../nodes/shared/scheduling/yielder';
import { ManualClock } from '../../../support/clock';

describe('a yielder', () => {
	it('is due once this turn of the event loop has worked for 25 ms', () => {
		const clock = new ManualClock(1_000);
		const yielder = new Yielder(clock);
		expect(yielder.isDue()).toBe(false);
		clock.pass(24);
		expect(yielder.isDue()).toBe(false);
		clock.pass(1);
		expect(yielder.isDue()).toBe(true);
		clock.pass(100);
		expect(yielder.isDue()).toBe(true);
	});

	it('begins anew with each turn', async () => {
		const clock = new ManualClock();
		const yielder = new Yielder(clock);
		for (let turn = 0; turn < 3; turn++) {
			yielder.isDue();
			clock.pass(30);
			expect(yielder.isDue()).toBe(true);
			await yielder.rest();
			expect(yielder.isDue()).toBe(false);
		}
	});

	it('tells turns of the event loop apart', async () => {
		const clock = new ManualClock();
		const yielder = new Yielder(clock);
		const turns: number[] = [];
		for (let turn = 0; turn < 3; turn++) {
			turns.push(yielder.turn);
			clock.pass(10);
			expect(yielder.turn).toBe(turns[turn]);
			await yielder.rest();
		}
		expect(new Set(turns).size).toBe(3);
	});

	it('does not count time in which the work waited for something', async () => {
		const clock = new ManualClock();
		const yielder = new Yielder(clock);
		yielder.isDue();
		await clock.sleep(1_000);
		expect(yielder.isDue()).toBe(false);
	});
});

describe('items mapped with yields', () => {
	it('keep their order, and the work rests every 25 ms', async () => {
		const clock = new ManualClock();
		let lastRest = 0;
		let longest = 0;
		const observer = (async () => {
			for (let turn = 0; turn < 10; turn++) {
				await clock.sleep(1);
				longest = Math.max(longest, clock.now() - lastRest);
				lastRest = clock.now();
			}
		})();
		const mapped = await mapWithYield(
			['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'],
			(item, index) => {
				clock.pass(10);
				return `${item}${index}`;
			},
			new Yielder(clock),
		);
		expect(mapped).toEqual(['a0', 'b1', 'c2', 'd3', 'e4', 'f5', 'g6', 'h7', 'i8', 'j9']);
		await observer;
		expect(longest).toBeLessThanOrEqual(40);
	});

	it('are mapped at once, without a rest, where it takes no time', async () => {
		const clock = new ManualClock();
		expect(await mapWithYield([1, 2, 3], (item) => item * 2, new Yielder(clock))).toEqual([2, 4, 6]);
		expect(clock.now()).toBe(0);
		expect(clock.sleeps.length).toBeLessThanOrEqual(1);
	});

	it('throw what the mapping throws', async () => {
		const mapping = mapWithYield(
			[1],
			() => {
				throw new Error('from the mapping');
			},
			new Yielder(new ManualClock()),
		);
		await expect(mapping).rejects.toThrow('from the mapping');
	});
});
