import type { Clock } from './clock';

/** Milliseconds; rates are requests per window. */
const WINDOW = 1_000;
/** Share of the rate to try after a rate limit error: of a configured limit that was respected, and of an adaptive rate. */
const DECREASE_FACTOR = { configured: 0.95, adaptive: 0.9 };
/** Growth of the rate with each response. */
const RECOVERY_FACTOR = 1.01;
/** Requests per second. */
const MIN_RATE = 1;
/** Milliseconds without a rate limit error after which the adaptive rate is reset. */
const FORGET_AFTER = 10_000;
/** Longest pause of an account in ms, whatever IPQS asks for: all its leads wait. */
const MAX_PAUSE = 60_000;
/** Longest time in ms between two looks at the queue. */
const MAX_SLEEP = 200;
/** Milliseconds that a start may be late and the next one still keep its time, however short the interval is. */
const MAX_LATENESS = 25;

interface WaitingRequest {
	/** Requests per second, 0 = none. */
	readonly limit: number;
	readonly isOver: () => boolean;
	readonly proceed: () => void;
}

/**
 * Decides when the requests of one account may start, for all nodes and executions of this process. It spaces starts evenly under
 * a configured limit, and adapts below it after rate limit errors: multiplicative decrease, slow recovery.
 */
export class RateLimiter {
	/** Requests that wait for their turn. */
	private queue: WaitingRequest[] = [];

	private isDispatching = false;

	/** Earliest start of the next request, ms of `now`. */
	private nextStart = 0;

	/** Requests per second, derived from rate limit errors. */
	private adaptiveRate = Infinity;

	/** Ms of `now`. */
	private lastRateLimitedAt = -Infinity;

	/** When the adaptive rate is reset, ms of `now`. */
	private resetAt = 0;

	/** When requests succeeded within the last window, ms of `now`. */
	private readonly recentSuccesses: number[] = [];

	/** @param now ms from a fixed point, never going back */
	constructor(private readonly now: () => number) {}

	/**
	 * Waits for this request's turn, in the order of the calls. Returns early once `isOver`, and leaves the turn to the next one.
	 *
	 * @param limit requests per second, 0 = none
	 */
	async acquire(limit: number, clock: Clock, isOver = clock.cancelled): Promise<void> {
		if (isOver()) return;
		const now = this.now();
		if (this.queue.length === 0 && this.nextStart <= now) {
			this.nextStart = now + this.interval(limit);
			return;
		}
		await new Promise<void>((proceed) => {
			this.queue.push({ limit, isOver, proceed });
			if (!this.isDispatching) void this.dispatch(clock);
		});
	}

	/** Starts the requests that wait, one after the other. */
	private async dispatch(clock: Clock): Promise<void> {
		this.isDispatching = true;
		for (let next = this.firstWaiting(); next !== undefined; next = this.firstWaiting()) {
			const wait = this.nextStart - this.now();
			if (wait > 0) await clock.sleep(Math.min(wait, MAX_SLEEP));
			else this.start(next);
		}
		this.isDispatching = false;
	}

	/** Lets go of requests that no longer want a turn. Returns the first that does. */
	private firstWaiting(): WaitingRequest | undefined {
		this.queue = this.queue.filter(({ isOver, proceed }) => {
			const isFinished = isOver();
			if (isFinished) proceed();
			return !isFinished;
		});
		return this.queue[0];
	}

	/** Starts the first request. The timer may have fired a little late, which must not lower the rate. */
	private start({ limit, proceed }: WaitingRequest): void {
		this.queue.shift();
		const now = this.now();
		const interval = this.interval(limit);
		const isLate = now - this.nextStart < Math.max(interval, MAX_LATENESS);
		this.nextStart = (isLate ? this.nextStart : now) + interval;
		proceed();
	}

	/** Milliseconds between two starts. */
	private interval(limit: number): number {
		if (this.now() > this.resetAt) this.adaptiveRate = Infinity;
		return WINDOW / Math.min(limit === 0 ? Infinity : limit, this.adaptiveRate);
	}

	/** Records a successful request and raises the adaptive rate. */
	onSuccess(): void {
		const now = this.now();
		this.recentSuccesses.push(now);
		this.forgetBefore(now - WINDOW);
		this.adaptiveRate *= RECOVERY_FACTOR;
	}

	/**
	 * Records a rate limit error. Requests sent before the last decrease do not decrease the rate again.
	 *
	 * @param sentAt ms of `now`
	 * @param retryAfter how long IPQS asks to wait, in ms; null when it does not say
	 * @param limit requests per second, 0 = none
	 */
	onRateLimited(sentAt: number, retryAfter: number | null, limit = 0): void {
		const now = this.now();
		// Jitter in transit can exceed the limit for a moment, so one 429 is weak evidence that the limit is too high.
		const respected = limit > 0 && limit <= this.adaptiveRate;
		const rate = respected ? limit : this.adaptiveRate;
		const pause = Math.min(retryAfter ?? (rate === Infinity ? WINDOW : WINDOW / rate), MAX_PAUSE);
		this.nextStart = Math.max(this.nextStart, now + pause);
		this.resetAt = this.nextStart + FORGET_AFTER;
		if (sentAt < this.lastRateLimitedAt) return;
		this.lastRateLimitedAt = now;
		this.forgetBefore(now - WINDOW);
		const limited = respected ? limit : Math.min(this.adaptiveRate, this.recentSuccesses.length);
		this.adaptiveRate = Math.max(MIN_RATE, limited * (respected ? DECREASE_FACTOR.configured : DECREASE_FACTOR.adaptive));
	}

	private forgetBefore(time: number): void {
		while ((this.recentSuccesses[0] ?? Infinity) <= time) this.recentSuccesses.shift();
	}
}
