import { sleepUnlessCancelled, type Clock } from './clock';

/** Share of the round trip over which requests start. Below 1, because the first round trips are measured in a burst and come out too long. */
const ROUND_TRIP_SHARE = 0.6;
/** Milliseconds; timers cannot wait for less. */
const MIN_WAIT = 1;

/**
 * Spaces the requests of a batch over one round trip. Requests that start together return together and then queue for the same
 * event loop.
 */
export class Pacer {
	private nextStart = 0;

	private roundTrip = Infinity;

	/** @param size requests in flight at once */
	constructor(
		private readonly size: number,
		private readonly clock: Clock,
	) {}

	/** Waits for this request's turn; returns at once until a round trip was measured. */
	async waitForTurn(): Promise<void> {
		const now = this.clock.now();
		const start = Math.max(now, this.nextStart);
		this.nextStart = start + (this.roundTrip === Infinity ? 0 : (ROUND_TRIP_SHARE * this.roundTrip) / this.size);
		if (start - now >= MIN_WAIT) await sleepUnlessCancelled(start - now, this.clock);
	}

	/** Records how long a request took, in ms. Only the shortest counts: the rest of a longer one is this process's own work. */
	onCompleted(latency: number): void {
		this.roundTrip = Math.min(this.roundTrip, latency);
	}
}
