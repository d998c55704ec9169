import { pause, type Clock } from './clock';

/** Share of the round trip that starts are spread over: the first ones are measured long, in the burst that is to be broken up. */
const SHARE = 0.6;
/** Shorter gaps than a timer can wait for are none. */
const SHORTEST_WAIT = 1;

/**
 * Spreads the starts of a batch's requests over a round trip. Requests that start together come back together, and then wait
 * for each other's work all along; one at a time, none waits.
 */
export class Spread {
	private nextStart = 0;

	private roundTrip = Infinity;

	/** @param size requests in flight at once */
	constructor(
		private readonly size: number,
		private readonly clock: Clock,
	) {}

	/** Waits for this request's place in the round trip; not at all before one is known. */
	async turn(): Promise<void> {
		const now = this.clock.now();
		const start = Math.max(now, this.nextStart);
		this.nextStart = start + (this.roundTrip === Infinity ? 0 : (SHARE * this.roundTrip) / this.size);
		if (start - now >= SHORTEST_WAIT) await pause(start - now, this.clock);
	}

	/** Notes how long a request took, in ms. The shortest counts: what comes on top of it is this process's own work. */
	took(latency: number): void {
		this.roundTrip = Math.min(this.roundTrip, latency);
	}
}
