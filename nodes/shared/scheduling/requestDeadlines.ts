import type { Clock } from './clock';

/** Milliseconds between two looks at the deadlines. */
const TICK = 50;

/** A longer tick means that this process was busy; the time beyond it does not count. */
const MAX_TICK = 2 * TICK;

/** After a busy tick no deadline expires for so many ticks, so that data that already lies in a socket is read and decoded first. */
const GRACE = 2;

export type Expiry = 'timeout' | 'cancelled';

interface Deadline {
	/** Milliseconds from the latest tick on. */
	left: number;
	readonly onExpired: (expiry: Expiry) => void;
}

/**
 * Deadlines that count only time in which this process could have received something: a stall of the event loop is not the
 * server's. They also expire when the execution is stopped.
 */
export class RequestDeadlines {
	private readonly active = new Set<Deadline>();

	/** When the latest tick ended, ms of the clock; undefined while nothing ticks. */
	private ticked: number | undefined;

	constructor(private readonly clock: Clock) {}

	/**
	 * Starts a deadline.
	 *
	 * @returns ends it
	 */
	start(milliseconds: number, onExpired: (expiry: Expiry) => void): () => void {
		const now = this.clock.now();
		const deadline: Deadline = { left: milliseconds + Math.min(now - (this.ticked ?? now), MAX_TICK), onExpired };
		this.active.add(deadline);
		if (this.ticked === undefined) void this.tick(now);
		return () => this.active.delete(deadline);
	}

	private async tick(start: number): Promise<void> {
		this.ticked = start;
		for (let grace = 0; this.active.size > 0; ) {
			const last = this.ticked;
			await this.clock.sleep(TICK);
			this.ticked = this.clock.now();
			const elapsed = this.ticked - last;
			// Not renewed before it has ended, or deadlines of a process that is always busy would never expire.
			if (grace > 0) grace--;
			else if (elapsed > MAX_TICK) grace = GRACE;
			this.expire(Math.min(elapsed, MAX_TICK), grace > 0);
		}
		this.ticked = undefined;
	}

	private expire(elapsed: number, isGrace: boolean): void {
		const cancelled = this.clock.cancelled();
		for (const deadline of [...this.active]) {
			deadline.left -= elapsed;
			if (!cancelled && (deadline.left > 0 || isGrace)) continue;
			this.active.delete(deadline);
			deadline.onExpired(cancelled ? 'cancelled' : 'timeout');
		}
	}
}
