import { sleepUnlessCancelled, type Clock } from './clock';

/** Share of the round trip over which requests start. Below 1, because the first round trips are measured in a burst and are too long. */
const ROUND_TRIP_SHARE = 0.6;
/** Shortest wait of a timer, in ms. */
const MIN_WAIT = 1;

/**
 * Spaces the requests of a batch over one round trip. Requests that start together return together and then queue for the same
 * event loop.
 */
export class Pacer {
	/** Earliest start of the next request, ms of the clock. */
	private nextStart = 0;

	/** Shortest round trip so far, in ms. */
	private roundTrip = Infinity;

	/** @param size maximum number of requests in flight */
	constructor(
		private readonly size: number,
		private readonly clock: Clock,
	) {}

	/** Waits for this request's turn. Returns immediately until a round trip has been measured. */
	async waitForTurn(): Promise<void> {
		const now = this.clock.now();
		const start = Math.max(now, this.nextStart);
		this.nextStart = start + (this.roundTrip === Infinity ? 0 : (ROUND_TRIP_SHARE * this.roundTrip) / this.size);
		if (start - now >= MIN_WAIT) await sleepUnlessCancelled(start - now, this.clock);
	}

	/** Records how long a request took, in ms. Only the shortest counts: the rest of a longer one is work of this process. */
	onCompleted(latency: number): void {
		this.roundTrip = Math.min(this.roundTrip, latency);
	}
}
