import { backoff, timeLeft, type RetryPolicy } from '../../../../nodes/shared/scheduling/retryPolicy';

const policy = (changes: Partial<RetryPolicy> = {}): RetryPolicy => ({
	maxRetries: 3,
	maxWait: 30_000,
	timeout: 10_000,
	baseDelay: 500,
	...changes,
});

describe('the wait before another attempt', () => {
	it.each([
		[1, 500],
		[2, 1_000],
		[3, 2_000],
		[4, 4_000],
		[5, 8_000],
		[6, 8_000],
		[10, 8_000],
	])('after attempt %d is at most %d ms, and anything below', (attempt, ceiling) => {
		expect(backoff(attempt, policy(), null, 0)).toBe(0);
		expect(backoff(attempt, policy(), null, 0.25)).toBe(ceiling / 4);
		expect(backoff(attempt, policy(), null, 0.999)).toBeCloseTo(ceiling * 0.999);
	});

	it('follows the first one that the policy gives', () => {
		expect(backoff(3, policy({ baseDelay: 100 }), null, 0.5)).toBe(200);
	});

	it.each([
		[0, 0, 0],
		[2_000, 0, 2_000],
		[2_000, 0.5, 2_250],
		[0, 0.5, 250],
		[60_000, 0.5, 60_250],
		[3_600_000, 0.5, 3_600_250],
	])('is %d ms and a little jitter (%d) when IPQS asks for it: %d', (retryAfter, random, wait) => {
		expect(backoff(1, policy(), retryAfter, random)).toBe(wait);
		expect(backoff(6, policy(), retryAfter, random)).toBe(wait);
	});
});

describe('retry policy', () => {
	it.each([3_600_001, 315_360_000_000, Number.MAX_VALUE])('a wait of %d ms that IPQS asks for is an hour', (retryAfter) => {
		expect(backoff(1, policy(), retryAfter, 0)).toBe(3_600_000);
	});
});

describe('the time left', () => {
	it.each([
		[0, 30_000],
		[29_999, 1],
		[30_000, 0],
		[30_001, 0],
	])('after %d ms of 30,000 is %d', (elapsed, left) => {
		expect(timeLeft(policy(), elapsed)).toBe(left);
	});

	it.each([0, 1_000_000])('after %d ms is endless without a limit', (elapsed) => {
		expect(timeLeft(policy({ maxWait: 0 }), elapsed)).toBe(Infinity);
	});
});
