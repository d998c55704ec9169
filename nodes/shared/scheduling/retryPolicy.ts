/** How often and how long to retry a request. Times in ms. */
export interface RetryPolicy {
	/** Attempts after the first. */
	readonly maxRetries: number;
	/** For all attempts together, from the start of the first; 0 = no limit. */
	readonly maxWait: number;
	/** For each attempt. */
	readonly timeout: number;
	/** Upper bound of the first backoff. It doubles with each further one. */
	readonly baseDelay: number;
}

/** Milliseconds. */
const MAX_DELAY = 8_000;

/** Longest wait that a server may ask for, in ms. */
const MAX_RETRY_AFTER = 3_600_000;

/**
 * How long to wait before attempt `attempt + 1`, in ms: capped exponential backoff with full jitter, or the server's `Retry-After`
 * plus jitter, so that requests that were rate limited together are not retried together.
 *
 * @param retryAfter in ms, null if the server does not say
 * @param random from 0 (inclusive) to 1 (exclusive)
 */
export function backoff(attempt: number, policy: RetryPolicy, retryAfter: number | null, random: number): number {
	if (retryAfter !== null) return Math.min(retryAfter, MAX_RETRY_AFTER) + random * policy.baseDelay;
	return random * Math.min(MAX_DELAY, policy.baseDelay * 2 ** (attempt - 1));
}

/** Time left of `maxWait`, in ms; Infinity without a limit. */
export const timeLeft = (policy: RetryPolicy, elapsed: number): number =>
	policy.maxWait === 0 ? Infinity : Math.max(0, policy.maxWait - elapsed);
