import type { RequestResult } from './requestResult';

const MAX_RESULTS = 10_000;

/** Characters of JSON that all results may have together. */
const MAX_SIZE = 32_000_000;

interface CachedResult {
	readonly result: RequestResult;
	/** Ms of the clock. */
	readonly storedAt: number;
	readonly size: number;
}

const results = new Map<string, CachedResult>();

const running = new Map<string, Promise<RequestResult>>();

let totalSize = 0;

function remove(key: string): void {
	totalSize -= results.get(key)?.size ?? 0;
	results.delete(key);
}

/**
 * Successful results of this process, in memory only, for 'Reuse Results For'. Failures are never kept. The oldest go first when
 * there are too many or they are too large.
 */
export const resultCache = {
	/** The result of an identical lookup that is not older than `maxAge` ms. An older one is kept for those who take it. */
	get(key: string, maxAge: number, now: number): RequestResult | undefined {
		const cached = results.get(key);
		return cached !== undefined && now - cached.storedAt <= maxAge ? cached.result : undefined;
	},

	set(key: string, result: RequestResult, now: number, maxAge: number): void {
		remove(key);
		const size = result.result.kind === 'success' ? JSON.stringify(result.result.body).length : 0;
		results.set(key, { result, storedAt: now, size });
		totalSize += size;
		// The map is in the order of storing, so what has expired comes first.
		for (const [oldest, { storedAt }] of results) {
			if (results.size <= MAX_RESULTS && totalSize <= MAX_SIZE && now - storedAt <= maxAge) break;
			remove(oldest);
		}
	},

	/** An identical lookup that another execution has under way. */
	running: (key: string): Promise<RequestResult> | undefined => running.get(key),

	/** Lets other executions wait for a lookup instead of paying for it again. */
	share(key: string, lookup: Promise<RequestResult>): void {
		running.set(key, lookup);
		const end = (): void => {
			if (running.get(key) === lookup) running.delete(key);
		};
		lookup.then(end, end);
	},
};
