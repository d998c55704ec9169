import type { Clock } from './clock';

/** Milliseconds between two looks at the deadlines. */
const TICK = 50;

/** A longer tick means that this process was busy; the time beyond it does not count. */
const MAX_TICK = 2 * TICK;

export type Expiry = 'timeout' | 'cancelled';

interface Deadline {
	left: number;
	readonly onExpired: (expiry: Expiry) => void;
}

/**
 * Deadlines that count only time in which this process could have received something. After a stall of the event loop they wait
 * for another tick, so that data that already lies in a socket is read first. They also expire when the execution is stopped.
 */
export class Deadlines {
	private readonly active = new Set<Deadline>();

	private ticking = false;

	constructor(private readonly clock: Clock) {}

	/**
	 * Starts a deadline.
	 *
	 * @returns ends it
	 */
	start(milliseconds: number, onExpired: (expiry: Expiry) => void): () => void {
		const deadline: Deadline = { left: milliseconds, onExpired };
		this.active.add(deadline);
		if (!this.ticking) void this.tick();
		return () => this.active.delete(deadline);
	}

	private async tick(): Promise<void> {
		this.ticking = true;
		for (let last = this.clock.now(); this.active.size > 0; ) {
			await this.clock.sleep(TICK);
			const now = this.clock.now();
			this.expire(now - last);
			last = now;
		}
		this.ticking = false;
	}

	private expire(elapsed: number): void {
		const cancelled = this.clock.cancelled();
		for (const deadline of this.active) {
			deadline.left -= Math.min(elapsed, MAX_TICK);
			const isOver = deadline.left <= 0 && elapsed <= MAX_TICK;
			if (!cancelled && !isOver) continue;
			this.active.delete(deadline);
			deadline.onExpired(cancelled ? 'cancelled' : 'timeout');
		}
	}
}
