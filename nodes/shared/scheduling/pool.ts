/**
 * Runs `work` once for each index from 0 to count - 1, in that order, with at most `size` at once.
 *
 * @throws what `work` throws; it should not, for the other workers would go on unobserved
 */
export async function runPool(count: number, size: number, work: (index: number) => Promise<void>): Promise<void> {
	let next = 0;
	const worker = async (): Promise<void> => {
		while (next < count) await work(next++);
	};
	await Promise.all(Array.from({ length: Math.min(size, count) }, worker));
}
