import { sleepUnlessCancelled, type Clock } from './clock';
import type { Yielder } from './yielder';

/** Share of the round trip over which requests start. Below 1, because the first round trips are measured in a burst and are too long. */
const ROUND_TRIP_SHARE = 0.6;
/** Shortest wait of a timer, in ms. */
const MIN_WAIT = 1;
/** Milliseconds between two starts until a round trip has been measured. */
const FIRST_GAP = 1;

/** Requests that end in one turn of the event loop: more are too many, and so many may be in flight however busy this process is. */
const CROWD = 4;
/** Milliseconds of work after which no further request starts in a turn. While V8 collects garbage, work takes several times as long. */
const MAX_WORK_BEFORE_START = 5;
/** Times as long as the shortest round trip: a longer one was mostly spent waiting for this process. */
const LONG_ROUND_TRIP = 3;
/** What is left of the limit after a crowded turn. */
const DECREASE_FACTOR = 0.5;
/** What each other turn adds to the limit. */
const INCREASE = 0.25;

/**
 * Spaces the requests of a batch over one round trip. Requests that start together occupy the event loop together, return together
 * and then queue for the same event loop.
 *
 * Also limits how many are in flight. All responses that have arrived are read in one turn of the event loop, so where this process
 * is the bottleneck, more requests in flight make its turns longer and nothing faster. The limit falls with each turn in which too
 * many requests ended that had waited for this process, and rises slowly with each other.
 */
export class Pacer {
	/** Earliest start of the next request, ms of the clock. */
	private nextStart = 0;

	/** Shortest round trip so far, in ms. */
	private roundTrip = Infinity;

	private limit: number;
	private turn = -1;
	private endedInTurn = 0;

	/** @param size maximum number of requests in flight */
	constructor(
		private readonly size: number,
		private readonly clock: Clock,
		private readonly yielder: Yielder,
	) {
		this.limit = size;
	}

	/** How many requests may be in flight now. */
	get inFlightLimit(): number {
		return Math.floor(this.limit);
	}

	/** Waits for this request's turn, and until the event loop is free. */
	async waitForTurn(): Promise<void> {
		const now = this.clock.now();
		const start = Math.max(now, this.nextStart);
		this.nextStart = start + (this.roundTrip === Infinity ? FIRST_GAP : (ROUND_TRIP_SHARE * this.roundTrip) / this.size);
		if (start - now >= MIN_WAIT) await sleepUnlessCancelled(start - now, this.clock);
		// Many results can come at once, and requests that have rested wake up at once: each looks again before it starts.
		while (this.yielder.isDue(MAX_WORK_BEFORE_START)) await this.yielder.rest();
	}

	/** Records how long a request took, in ms. Only the shortest counts: the rest of a longer one is work of this process. */
	onCompleted(latency: number): void {
		this.roundTrip = Math.min(this.roundTrip, latency);
		this.adjustLimit(latency);
	}

	private adjustLimit(latency: number): void {
		const { turn } = this.yielder;
		if (this.turn !== turn) {
			this.turn = turn;
			this.endedInTurn = 0;
			this.limit = Math.min(this.size, this.limit + INCREASE);
		}
		if (latency <= LONG_ROUND_TRIP * this.roundTrip) return;
		this.endedInTurn++;
		if (this.endedInTurn === CROWD + 1) this.limit = Math.max(Math.min(CROWD, this.size), this.limit * DECREASE_FACTOR);
	}
}
