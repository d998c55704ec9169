/** How often and how long a request may be tried again. Times in ms. */
export interface RetryPolicy {
	/** Further attempts after the first. */
	readonly maxRetries: number;
	/** For all attempts together, from the first request on; 0 = no limit. */
	readonly maxWait: number;
	/** For each attempt. */
	readonly timeout: number;
	/** Ceiling of the first back-off; it doubles with each further one. */
	readonly baseDelay: number;
}

const MAX_DELAY = 8_000;

/** Longest wait that a server may ask for, in ms. */
const MAX_RETRY_AFTER = 3_600_000;

/**
 * How long to wait before attempt `attempt + 1`: capped exponential back-off with full jitter, or what the server asks for
 * plus a little jitter, so that leads that were refused together do not come back together.
 *
 * @param random from 0 up to 1
 */
export function backoff(attempt: number, policy: RetryPolicy, retryAfter: number | null, random: number): number {
	if (retryAfter !== null) return Math.min(retryAfter, MAX_RETRY_AFTER) + random * policy.baseDelay;
	return random * Math.min(MAX_DELAY, policy.baseDelay * 2 ** (attempt - 1));
}

/** What is left of `maxWait`, in ms; Infinity without a limit. */
export const timeLeft = (policy: RetryPolicy, elapsed: number): number =>
	policy.maxWait === 0 ? Infinity : Math.max(0, policy.maxWait - elapsed);
