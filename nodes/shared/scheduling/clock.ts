/** Time and randomness, passed in so that tests need no timers. */
export interface Clock {
	/** Milliseconds from a fixed point. Never goes back, whatever happens to the system's clock; for durations. */
	now(): number;
	/** Milliseconds since the epoch by the system's clock; only for what people and IPQS read as a date. */
	date(): number;
	/** Waits some milliseconds, cancelled or not. */
	sleep(milliseconds: number): Promise<void>;
	/** A number from 0 up to 1. */
	random(): number;
	/** Whether the execution was stopped. */
	cancelled(): boolean;
}

/** Milliseconds between checks for cancellation. */
const SLICE = 200;

/** Waits in short slices and returns early when the execution is stopped. */
export async function sleepUnlessCancelled(milliseconds: number, clock: Clock): Promise<void> {
	const end = clock.now() + milliseconds;
	for (let left = milliseconds; left > 0 && !clock.cancelled(); left = end - clock.now()) {
		await clock.sleep(Math.min(left, SLICE));
	}
}
