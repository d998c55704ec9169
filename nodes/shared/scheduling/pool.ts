/**
 * Runs `work` once for each index from 0 to count - 1, started in that order, at most `size` at a time.
 *
 * @throws what `work` throws; nothing further is started then
 */
export async function runPool(count: number, size: number, work: (index: number) => Promise<void>): Promise<void> {
	let next = 0;
	const worker = async (): Promise<void> => {
		try {
			while (next < count) await work(next++);
		} finally {
			// Also after a throw: the other workers would go on unobserved.
			next = count;
		}
	};
	await Promise.all(Array.from({ length: Math.min(size, count) }, worker));
}
