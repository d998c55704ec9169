import { DailySpending } from '../../../../nodes/shared/client/dailySpending';

const HOUR = 3_600_000;
const MIDNIGHT = Date.UTC(2026, 10, 25);
const NOON = MIDNIGHT + 12 * HOUR;

/** Spending with so many requests at noon. */
function spent(requests: number): DailySpending {
	const spending = new DailySpending();
	for (let index = 0; index < requests; index++) spending.reserve(NOON)(true);
	return spending;
}

describe('the requests of a day', () => {
	it('are counted from when they are reserved', () => {
		const spending = spent(2);
		spending.reserve(NOON);
		expect(spending.usedOn(NOON)).toBe(3);
		expect([spending.reserved, spending.settled]).toEqual([3, 2]);
	});

	it('are given back when IPQS refused them', () => {
		const spending = spent(1);
		spending.reserve(NOON)(false);
		expect(spending.usedOn(NOON)).toBe(1);
		expect([spending.reserved, spending.settled]).toEqual([1, 1]);
	});

	it('end at midnight UTC, and are given back to the day they were reserved on', () => {
		const spending = spent(2);
		const end = spending.reserve(MIDNIGHT + 24 * HOUR - 1);
		spending.reserve(MIDNIGHT + 24 * HOUR);
		end(false);
		expect([spending.usedOn(NOON), spending.usedOn(NOON + 24 * HOUR)]).toEqual([2, 1]);
	});

	it('stay counted when the clock is set back over midnight', () => {
		const spending = spent(2);
		spending.reserve(MIDNIGHT + 24 * HOUR)(true);
		expect(spending.usedOn(NOON)).toBe(2);
	});

	it('of days long ago are forgotten, and nothing is given back to them', () => {
		const spending = spent(1);
		const end = spending.reserve(NOON);
		spending.reserve(NOON + 72 * HOUR)(true);
		end(false);
		expect([spending.usedOn(NOON), spending.usedOn(NOON + 72 * HOUR)]).toEqual([0, 1]);
	});
});

describe('Lookups per Day', () => {
	it('is not limited by default, nor by 0', () => {
		const spending = spent(1_000);
		spending.setDailyLimit('a', 0, NOON);
		expect(spending.isDailyLimitReached(NOON)).toBe(false);
		expect(spending.dailyLimit(NOON)).toBe(0);
	});

	it('is reached with the last request, and open again on the next day', () => {
		const spending = spent(2);
		spending.setDailyLimit('a', 3, NOON);
		expect(spending.isDailyLimitReached(NOON)).toBe(false);
		spending.reserve(NOON);
		expect(spending.isDailyLimitReached(NOON)).toBe(true);
		expect(spending.isDailyLimitReached(MIDNIGHT + 24 * HOUR - 1)).toBe(true);
		expect(spending.isDailyLimitReached(MIDNIGHT + 24 * HOUR)).toBe(false);
	});

	it('is the smallest of all credentials with the key', () => {
		const spending = spent(0);
		for (const [credential, lookups] of [
			['a', 500],
			['b', 100],
			['c', 0],
		] as const)
			spending.setDailyLimit(credential, lookups, NOON);
		expect(spending.dailyLimit(NOON)).toBe(100);
	});

	it('is what a credential says now, and forgets a credential that is no longer used', () => {
		const spending = spent(0);
		spending.setDailyLimit('a', 10, NOON);
		spending.setDailyLimit('b', 50, NOON);
		spending.setDailyLimit('a', 90, NOON);
		expect(spending.dailyLimit(NOON)).toBe(50);
		spending.setDailyLimit('a', 90, NOON + 48 * HOUR);
		expect(spending.dailyLimit(NOON + 48 * HOUR)).toBe(90);
	});
});
