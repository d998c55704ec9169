import type { RequestResult } from './lookupResult';

const MAX_RESULTS = 10_000;

/** Characters that all results and their keys may have together. */
const MAX_SIZE = 32_000_000;

interface CachedResult {
	readonly result: RequestResult;
	/** Ms of the clock, as `expiresAt`. */
	readonly storedAt: number;
	readonly expiresAt: number;
	readonly size: number;
}

const results = new Map<string, CachedResult>();

/** How many lookups are under way, by key: one that is stopped at once may begin and end while another one runs. */
const pending = new Map<string, number>();

let totalSize = 0;

function remove(key: string): void {
	totalSize -= results.get(key)?.size ?? 0;
	results.delete(key);
}

const sizeOf = (key: string, { result }: RequestResult): number =>
	key.length + (result.kind === 'success' ? JSON.stringify(result.body).length : 0);

/**
 * Successful results of this process, in memory only, for 'Reuse: Recent Results'. Failures are never kept. The oldest go first when
 * they have expired, or when there are too many or they are too large.
 */
export const resultCache = {
	/** The result of an identical lookup that is not older than `maxAge` ms. */
	get(key: string, maxAge: number, now: number): RequestResult | undefined {
		const cached = results.get(key);
		return cached !== undefined && now - cached.storedAt <= maxAge ? cached.result : undefined;
	},

	/** Keeps a result for `maxAge` ms. */
	set(key: string, result: RequestResult, now: number, maxAge: number): void {
		remove(key);
		const size = sizeOf(key, result);
		results.set(key, { result, storedAt: now, expiresAt: now + maxAge, size });
		totalSize += size;
		for (const [oldest, { expiresAt }] of results) {
			if (results.size <= MAX_RESULTS && totalSize <= MAX_SIZE && now <= expiresAt) break;
			remove(oldest);
		}
	},

	/** Whether an identical lookup is under way. */
	isPending: (key: string): boolean => pending.has(key),

	/** Lets other executions wait for a lookup instead of paying for it again, and keeps its result for `maxAge` ms. */
	share(key: string, lookup: Promise<RequestResult>, now: () => number, maxAge: number): void {
		pending.set(key, (pending.get(key) ?? 0) + 1);
		const end = (result?: RequestResult): void => {
			if (result?.status === 'ok') resultCache.set(key, result, now(), maxAge);
			const others = (pending.get(key) ?? 1) - 1;
			if (others > 0) pending.set(key, others);
			else pending.delete(key);
		};
		lookup.then(end, () => end());
	},
};
