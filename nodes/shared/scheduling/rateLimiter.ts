import { sleepUnlessCancelled, type Clock } from './clock';

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

/**
 * Decides when the requests of one account may start, for all nodes and executions of this process. It spaces starts evenly under
 * a configured limit, and adapts below it after rate limit errors: multiplicative decrease, slow recovery.
 */
export class RateLimiter {
	/** Earliest start of the next request, ms since the epoch. */
	private nextStart = 0;

	/** Requests per second, derived from rate limit errors. */
	private adaptiveRate = Infinity;

	/** Ms since the epoch. */
	private lastRateLimitedAt = -Infinity;

	/** When the adaptive rate is reset, ms since the epoch. */
	private resetAt = 0;

	/** When requests succeeded within the last window, ms since the epoch. */
	private readonly recentSuccesses: number[] = [];

	/** @param now ms since the epoch */
	constructor(private readonly now: () => number) {}

	/**
	 * Waits for this request's turn; returns early when the execution is stopped.
	 *
	 * @param limit requests per second, 0 = none
	 */
	async acquire(limit: number, clock: Clock): Promise<void> {
		const now = this.now();
		if (now > this.resetAt) this.adaptiveRate = Infinity;
		const rate = Math.min(limit === 0 ? Infinity : limit, this.adaptiveRate);
		const start = Math.max(now, this.nextStart);
		this.nextStart = start + WINDOW / rate;
		await sleepUnlessCancelled(start - now, clock);
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
	 * @param sentAt ms since the epoch
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
