const DAY = 86_400_000;

/** The number of a UTC day. */
const toUtcDay = (date: number): number => Math.floor(date / DAY);

/** A limit of a credential, and the day of its last use. */
interface DailyLimit {
	readonly lookups: number;
	readonly day: number;
}

/**
 * Charged requests of an account in this process, shared by all nodes, executions and webhooks. In memory only: a restart begins
 * again, and each worker counts its own. Requests are reserved before they are sent, so that parallel ones cannot exceed a limit
 * together.
 */
export class DailySpending {
	/** By UTC day, of the latest two: the system's clock may be set back over midnight. */
	private readonly byDay = new Map<number, number>();

	private readonly limits = new Map<string, DailyLimit>();

	/** All requests so far, those under way included. */
	reserved = 0;

	/** Requests that have ended and may have been charged. */
	settled = 0;

	/**
	 * Sets the limit of a credential, 0 for none. Where several credentials have one key, the smallest limit applies; that of a
	 * credential that is no longer used is forgotten after a day.
	 *
	 * @param date ms since the epoch, as in all methods
	 */
	setDailyLimit(credentialId: string, lookups: number, date: number): void {
		this.limits.set(credentialId, { lookups, day: toUtcDay(date) });
	}

	/** Lookups per day, 0 = no limit. */
	dailyLimit(date: number): number {
		let smallest = 0;
		for (const { lookups, day } of this.limits.values()) {
			const applies = lookups > 0 && Math.abs(toUtcDay(date) - day) <= 1;
			if (applies && (smallest === 0 || lookups < smallest)) smallest = lookups;
		}
		return smallest;
	}

	/** Requests of the day, those under way included. */
	usedOn(date: number): number {
		return this.byDay.get(toUtcDay(date)) ?? 0;
	}

	isDailyLimitReached(date: number): boolean {
		const limit = this.dailyLimit(date);
		return limit > 0 && this.usedOn(date) >= limit;
	}

	/**
	 * Counts a request before it is sent.
	 *
	 * @returns ends the reservation: a request that IPQS refused is given back
	 */
	reserve(date: number): (mayBeCharged: boolean) => void {
		const day = toUtcDay(date);
		this.reserved++;
		this.byDay.set(day, this.usedOn(date) + 1);
		for (const other of this.byDay.keys()) if (Math.abs(other - day) > 1) this.byDay.delete(other);
		return (mayBeCharged) => {
			if (mayBeCharged) this.settled++;
			else this.giveBack(day);
		};
	}

	private giveBack(day: number): void {
		this.reserved--;
		const used = this.byDay.get(day);
		if (used !== undefined) this.byDay.set(day, used - 1);
	}
}
