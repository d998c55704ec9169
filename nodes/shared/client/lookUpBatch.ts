import { endsNode } from '../ipqs/errors';
import type { ApiRequest } from '../ipqs/request';
import { keptAnswers } from './resultCache';
import { lookUp, type LookupConditions } from './lookUp';
import type { LookupOutcome } from './requestResult';
import { runPool } from '../scheduling/pool';
import type { RetryPolicy } from '../scheduling/retry';
import { Spread } from '../scheduling/pacer';

/** What an item asks, and how long it may take. */
export interface Inquiry {
	readonly request: ApiRequest;
	readonly retry: RetryPolicy;
}

export interface BatchConditions extends Omit<LookupConditions, 'halted' | 'retry' | 'spread'> {
	/** Names this run of this node, the same when n8n tries it again. */
	readonly run: string;
	/** Requests in flight at once. */
	readonly concurrency: number;
	/** Whether equal requests of an execution cost one. */
	readonly deduplicate: boolean;
	/** Answers of this process up to so many ms old are used again; 0 = none. */
	readonly reuseFor: number;
	/** Whether no new request starts once one has ended without a result. */
	readonly stopOnFailure: boolean;
}

export interface ItemOutcome extends LookupOutcome {
	/** Whether another item's request gave this outcome. */
	readonly deduplicated: boolean;
}

/**
 * Looks up what a batch asks, equal requests once, at most `concurrency` at a time and in order.
 *
 * @param inquiries one for each item; undefined where an item needs no request
 * @returns an outcome for each inquiry, in the same places
 */
export async function lookUpBatch(
	inquiries: ReadonlyArray<Inquiry | undefined>,
	conditions: BatchConditions,
): Promise<Array<ItemOutcome | undefined>> {
	const { line, clock, memory, run, concurrency, deduplicate, reuseFor, stopOnFailure } = conditions;
	const ownerOf = (index: number): string => `${run}:${index}`;
	const keyOf = (request: ApiRequest, owner: string | null): string => JSON.stringify([line.account?.id ?? null, request, owner]);
	// What is free is asked again by the next run: it reads or changes what may have changed since.
	const sharedBy = (request: ApiRequest): string | null => (request.free ? run : null);

	const itemsByKey = new Map<string, [number, ...number[]]>();
	inquiries.forEach((inquiry, index) => {
		if (inquiry === undefined) return;
		const key = keyOf(inquiry.request, deduplicate ? sharedBy(inquiry.request) : ownerOf(index));
		const items = itemsByKey.get(key);
		if (items) items.push(index);
		else itemsByKey.set(key, [index]);
	});

	let failed = false;
	const halted = () => (failed ? 'cancelled' : undefined);
	const outcomes: Array<ItemOutcome | undefined> = inquiries.map(() => undefined);
	const distinct = [...itemsByKey];
	const spread = new Spread(concurrency, clock);

	/** The outcome of an item's lookup and which item pays for it: this one, one before it, or null where it is an answer kept from another execution. */
	const obtain = async (key: string, index: number): Promise<{ outcome: LookupOutcome; owner: string | null }> => {
		const { request, retry } = inquiries[index] as Inquiry;
		const remembered = memory.asked.get(key);
		if (remembered !== undefined) return { owner: remembered.owner, outcome: await remembered.outcome };
		const reusable = reuseFor > 0 && line.account !== null && !request.free ? keyOf(request, null) : undefined;
		const kept = reusable === undefined ? undefined : keptAnswers.find(reusable, reuseFor, clock.now());
		if (kept !== undefined) return { owner: null, outcome: kept };

		const asked = { owner: ownerOf(index), outcome: lookUp(request, { ...conditions, retry, halted, spread }) };
		memory.asked.set(key, asked);
		const outcome = await asked.outcome;
		if (outcome.status !== 'ok') memory.asked.delete(key);
		else if (reusable !== undefined) keptAnswers.keep(reusable, outcome);
		return { owner: asked.owner, outcome };
	};

	const lookUpDistinct = async (place: number): Promise<void> => {
		const [key, items] = distinct[place] as (typeof distinct)[number];
		const { outcome, owner } = await obtain(key, items[0]);
		failed ||= stopOnFailure && outcome.verdict.kind === 'failed' && endsNode(outcome.verdict.reason);
		for (const index of items) {
			const deduplicated = owner !== ownerOf(index);
			outcomes[index] = { ...outcome, deduplicated, billable: deduplicated ? false : outcome.billable };
		}
	};
	await runPool(distinct.length, concurrency, lookUpDistinct);
	return outcomes;
}
