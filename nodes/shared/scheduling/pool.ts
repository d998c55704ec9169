/**
 * Runs `work` once for each index from 0 to count - 1, started in that order, at most `size` at a time.
 *
 * @throws what `work` throws. It should not: the other workers would continue in the background
 */
export async function runPool(count: number, size: number, work: (index: number) => Promise<void>): Promise<void> {
	let next = 0;
	const worker = async (): Promise<void> => {
		while (next < count) await work(next++);
	};
	await Promise.all(Array.from({ length: Math.min(size, count) }, worker));
}
