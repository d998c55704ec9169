/** Time and randomness, passed in so that tests need no timers. */
export interface Clock {
	/** Milliseconds since the epoch. */
	now(): number;
	/** Waits for the full time, even if the execution is cancelled. */
	sleep(milliseconds: number): Promise<void>;
	/** From 0 (inclusive) to 1 (exclusive). */
	random(): number;
	/** Whether the execution was cancelled. */
	cancelled(): boolean;
}

/** Milliseconds between checks for cancellation. */
const SLICE = 200;

/** Waits in short slices, and returns early if the execution is cancelled. */
export async function sleepUnlessCancelled(milliseconds: number, clock: Clock): Promise<void> {
	const end = clock.now() + milliseconds;
	for (let left = milliseconds; left > 0 && !clock.cancelled(); left = end - clock.now()) {
		await clock.sleep(Math.min(left, SLICE));
	}
}
