import type { Clock } from './clock';

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
/** Milliseconds between two looks at the queue. */
const MIN_SLEEP = 1;
const MAX_SLEEP = 200;

/**
 * Decides when the requests of one account may start, for all nodes and executions of this process. It spaces starts evenly under
 * a configured limit, and adapts below it after rate limit errors: multiplicative decrease, slow recovery.
 */
export class RateLimiter {
	/** Requests that wait for their turn. */
	private readonly queue: object[] = [];

	/** Earliest start of the next request, ms of `now`. */
	private nextStart = 0;

	/** Requests per second, derived from rate limit errors. */
	private adaptiveRate = Infinity;

	private lastRateLimitedAt = -Infinity;

	/** When the adaptive rate is reset, ms of `now`. */
	private resetAt = 0;

	private readonly recentSuccesses: number[] = [];

	/** @param now ms from a fixed point, never going back */
	constructor(private readonly now: () => number) {}

	/**
	 * Waits for this request's turn, in the order of the calls; returns early, and gives the turn up, when the execution is stopped.
	 *
	 * @param limit requests per second, 0 = none
	 */
	async acquire(limit: number, clock: Clock): Promise<void> {
		const ticket = {};
		this.queue.push(ticket);
		while (!clock.cancelled()) {
			const position = this.queue.indexOf(ticket);
			const wait = this.nextStart + position * this.interval(limit) - this.now();
			if (position === 0 && wait <= 0) break;
			await clock.sleep(Math.min(Math.max(wait, MIN_SLEEP), MAX_SLEEP));
		}
		this.queue.splice(this.queue.indexOf(ticket), 1);
		if (!clock.cancelled()) this.schedule(this.interval(limit));
	}

	/** Schedules the next start. A timer that fired a little late must not lower the rate. */
	private schedule(interval: number): void {
		const now = this.now();
		this.nextStart = (now - this.nextStart < interval ? this.nextStart : now) + interval;
	}

	/** Milliseconds between two starts. */
	private interval(limit: number): number {
		if (this.now() > this.resetAt) this.adaptiveRate = Infinity;
		return WINDOW / Math.min(limit === 0 ? Infinity : limit, this.adaptiveRate);
	}

	/** Records a successful request; the rate recovers. */
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
