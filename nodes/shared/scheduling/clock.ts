/** Time and randomness, passed in so that tests need no timers. */
export interface Clock {
	/** Milliseconds from a fixed point. Never goes back, whatever happens to the system's clock; for durations. */
	now(): number;
	/** Milliseconds since the epoch by the system's clock; only for dates that people and IPQS read. */
	date(): number;
	/** Waits for the full time, even if the execution is cancelled. */
	sleep(milliseconds: number): Promise<void>;
	/** From 0 (inclusive) to 1 (exclusive). */
	random(): number;
	/** Whether the execution was cancelled. */
	cancelled(): boolean;
}

/** Milliseconds between two checks whether to go on. */
const SLICE = 200;

/** Waits in short slices, and returns early once `isOver`. */
export async function sleepUnless(isOver: () => boolean, milliseconds: number, clock: Clock): Promise<void> {
	const end = clock.now() + milliseconds;
	for (let left = milliseconds; left > 0 && !isOver(); left = end - clock.now()) {
		await clock.sleep(Math.min(left, SLICE));
	}
}

/** Waits in short slices and returns early when the execution is stopped. */
export const sleepUnlessCancelled = async (milliseconds: number, clock: Clock): Promise<void> =>
	await sleepUnless(clock.cancelled, milliseconds, clock);
