import type { RequestResult } from './requestResult';

const CAPACITY = 10_000;

const results = new Map<string, RequestResult>();

/** Successful results of this process, in memory only, for 'Reuse Results For'. Failures are never kept; the oldest go first. */
export const resultCache = {
	/** The result of an identical lookup that is not older than `maxAge` ms. */
	get(key: string, maxAge: number, now: number): RequestResult | undefined {
		const result = results.get(key);
		if (result === undefined || result.checkedAt === null) return undefined;
		return now - result.checkedAt <= maxAge ? result : undefined;
	},

	set(key: string, result: RequestResult): void {
		results.delete(key);
		results.set(key, result);
		const oldest = results.keys().next();
		if (results.size > CAPACITY && !oldest.done) results.delete(oldest.value);
	},
};
