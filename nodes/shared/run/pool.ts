/**
 * Runs `work` once for each index from 0 to count - 1, in that order, with at most `size` at once.
 *
 * @param stagger waits before a lane's first piece of work; lanes that start together come back together and wait for each
 *   other all along
 * @throws what `work` throws; it should not, for the other lanes then go on unobserved
 */
export async function runPool(
	count: number,
	size: number,
	work: (index: number) => Promise<void>,
	stagger: (lane: number) => Promise<void> = async () => {},
): Promise<void> {
	let next = 0;
	const runLane = async (lane: number): Promise<void> => {
		await stagger(lane);
		while (next < count) await work(next++);
	};
	await Promise.all(Array.from({ length: Math.min(size, count) }, (_, lane) => runLane(lane)));
}
