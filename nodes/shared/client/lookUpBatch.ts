import { stopsNodeFor } from '../ipqs/failures';
import type { ApiRequest } from '../ipqs/request';
import { Pacer } from '../scheduling/pacer';
import { runPool } from '../scheduling/pool';
import type { RetryPolicy } from '../scheduling/retryPolicy';
import { Yielder } from '../scheduling/yielder';
import { lookUp, type LookupContext } from './lookUp';
import type { RequestResult } from './lookupResult';
import { resultCache } from './resultCache';

/** The same text in one piece: V8 keeps what `JSON.stringify` gives in pieces, which take twice the memory. */
const flat = (text: string): string => Buffer.from(text).toString();

/**
 * Whether n8n's retry of the node may send the request again: it failed, and if that could change something twice, it was not
 * processed.
 */
const isRepeatable = ({ nonIdempotent }: ApiRequest, { status, result }: RequestResult): boolean =>
	status === 'not_attempted' || (result.kind === 'failed' && (!nonIdempotent || result.reason === 'rate_limited'));

/** Milliseconds between two looks whether another execution's lookup has ended. */
const POLL = 50;

/** A request and how long it may take. */
export interface LookupTask {
	readonly request: ApiRequest;
	readonly retry: RetryPolicy;
}

export interface BatchOptions extends Omit<LookupContext, 'stopReason' | 'retry' | 'pacer'> {
	/** Identifies this run of this node; the same when n8n retries the node. */
	readonly runId: string;
	/** Requests in flight at once. */
	readonly concurrency: number;
	/** Results of this process up to so many ms old are used again; 0 = none. */
	readonly cacheMs: number;
	/** Whether no new request starts once one has failed. */
	readonly stopOnFailure: boolean;
}

export interface BatchResult extends RequestResult {
	/** Whether another item's request gave this result. */
	readonly deduplicated: boolean;
	/** Whether it was kept from another execution. */
	readonly reused: boolean;
}

/**
 * Looks up the tasks of a batch in order, identical requests once, at most `concurrency` at a time.
 *
 * @param tasks one for each item; undefined for an item that needs no request
 * @returns a result for each task, at the same index
 */
export async function lookUpBatch(
	tasks: ReadonlyArray<LookupTask | undefined>,
	options: BatchOptions,
): Promise<Array<BatchResult | undefined>> {
	const { transport, clock, state, runId, concurrency, cacheMs, stopOnFailure } = options;
	const keyOf = (request: ApiRequest, owner: string | null): string =>
		flat(JSON.stringify([transport.account?.id ?? null, request, owner]));
	// A free request may read or change what has changed since, so each run of the node sends it again.
	const sharedBy = (request: ApiRequest): string | null => (request.costsCredit ? null : runId);

	const yielder = new Yielder(clock);
	/** Identical requests, with the items that need them, in order of the first one. */
	const groups: Array<{ readonly key: string; readonly items: [number, ...number[]] }> = [];
	const itemsByKey = new Map<string, number[]>();
	for (const [index, task] of tasks.entries()) {
		if (yielder.isDue()) await yielder.rest();
		if (task === undefined) continue;
		const key = keyOf(task.request, sharedBy(task.request));
		const items = itemsByKey.get(key);
		if (items) items.push(index);
		else {
			const group: (typeof groups)[number] = { key, items: [index] };
			groups.push(group);
			itemsByKey.set(key, group.items);
		}
	}

	let hasFailed = false;
	const stopReason = () => (hasFailed ? 'cancelled' : undefined);
	const results: Array<BatchResult | undefined> = tasks.map(() => undefined);
	const pacer = new Pacer(concurrency, clock, yielder);

	const findCached = (cacheKey: string): RequestResult | undefined => resultCache.get(cacheKey, cacheMs, clock.now());
	/** Whether to wait for another execution that is looking the same up, `end` at the latest. */
	const isUnderWay = (cacheKey: string, end: number): boolean =>
		findCached(cacheKey) === undefined && resultCache.isPending(cacheKey) && clock.now() < end && !clock.cancelled() && !hasFailed;

	/** The result, whether the request of this very item gave it, also in an earlier try of n8n, and whether it was cached. */
	const lookUpOnce = async (key: string, index: number): Promise<{ result: RequestResult; isOwn: boolean; reused: boolean }> => {
		const { request, retry } = tasks[index] as LookupTask;
		const pending = state.lookups.get(key);
		if (pending !== undefined) {
			return { isOwn: pending.runId === runId && pending.index === index, reused: false, result: await pending.result };
		}
		const cacheKey = cacheMs > 0 && transport.account !== null && request.costsCredit ? keyOf(request, null) : undefined;
		const end = retry.maxWait === 0 ? Infinity : clock.now() + retry.maxWait;
		// Nothing is awaited between the last look and `share`, or two executions could look at once.
		while (cacheKey !== undefined && isUnderWay(cacheKey, end)) await clock.sleep(POLL);
		const cached = cacheKey === undefined ? undefined : findCached(cacheKey);
		if (cached !== undefined) return { isOwn: false, reused: true, result: cached };

		const lookup = { runId, index, result: lookUp(request, { ...options, retry, stopReason, pacer }) };
		state.lookups.set(key, lookup);
		if (cacheKey !== undefined) resultCache.share(cacheKey, lookup.result, clock.now, cacheMs);
		const result = await lookup.result;
		if (isRepeatable(request, result)) state.lookups.delete(key);
		return { isOwn: true, reused: false, result };
	};

	const lookUpGroup = async (position: number): Promise<void> => {
		const { key, items } = groups[position] as (typeof groups)[number];
		const { result, isOwn, reused } = await lookUpOnce(key, items[0]);
		hasFailed ||= stopOnFailure && result.result.kind === 'failed' && stopsNodeFor(result.result.reason);
		for (const [place, index] of items.entries()) {
			const deduplicated = !(isOwn && place === 0);
			results[index] = Object.assign({ deduplicated, reused }, result, deduplicated ? { billable: false, chargedAttempts: 0 } : {});
			if (yielder.isDue()) await yielder.rest();
		}
	};
	await runPool(groups.length, () => pacer.inFlightLimit, lookUpGroup);
	return results;
}
