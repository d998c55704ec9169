/**
 * Runs `work` once for each index from 0 to count - 1, started in that order.
 *
 * @param size how many may run at once, at least 1; asked again before each start
 * @throws what `work` throws; nothing further is started then
 */
export async function runPool(count: number, size: () => number, work: (index: number) => Promise<void>): Promise<void> {
	let next = 0;
	let running = 0;
	await new Promise<void>((resolve, reject) => {
		const fail = (thrown: unknown): void => {
			next = count;
			reject(thrown);
		};
		const end = (): void => {
			running--;
			fill();
		};
		const fill = (): void => {
			while (next < count && running < size()) {
				running++;
				work(next++).then(end, fail);
			}
			if (running === 0) resolve();
		};
		fill();
	});
}
