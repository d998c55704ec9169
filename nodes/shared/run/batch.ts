import type { ApiRequest } from '../ipqs/request';
import { lookUp, type LookupConditions } from './lookup';
import type { Outcome } from './outcome';
import { runPool } from './pool';
import type { RetryPolicy } from './retry';

/** What an item asks, and how long it may take. */
export interface Inquiry {
	readonly request: ApiRequest;
	readonly retry: RetryPolicy;
}

export interface BatchConditions extends Omit<LookupConditions, 'halted' | 'retry'> {
	/** Names this run of this node, the same when n8n tries it again. */
	readonly run: string;
	/** Requests in flight at once. */
	readonly concurrency: number;
	/** Whether equal requests of an execution cost one. */
	readonly deduplicate: boolean;
	/** Whether no new request starts once one has ended without a result. */
	readonly stopOnFailure: boolean;
}

export interface ItemOutcome extends Outcome {
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
	const { line, memory, run, concurrency, deduplicate, stopOnFailure } = conditions;
	const ownerOf = (index: number): string => `${run}:${index}`;
	const keyOf = (request: ApiRequest, index: number): string =>
		JSON.stringify([line.account?.id ?? 'sandbox', request, deduplicate ? null : ownerOf(index)]);

	const itemsByKey = new Map<string, [number, ...number[]]>();
	inquiries.forEach((inquiry, index) => {
		if (inquiry === undefined) return;
		const key = keyOf(inquiry.request, index);
		const items = itemsByKey.get(key);
		if (items) items.push(index);
		else itemsByKey.set(key, [index]);
	});

	let failed = false;
	const halted = () => (failed ? 'cancelled' : undefined);
	const outcomes: Array<ItemOutcome | undefined> = inquiries.map(() => undefined);
	const distinct = [...itemsByKey];
	await runPool(distinct.length, concurrency, async (place) => {
		const [key, items] = distinct[place] as (typeof distinct)[number];
		const { request, retry } = inquiries[items[0]] as Inquiry;
		const known = memory.asked.get(key);
		const asked = known ?? { owner: ownerOf(items[0]), outcome: lookUp(request, { ...conditions, retry, halted }) };
		memory.asked.set(key, asked);
		const outcome = await asked.outcome;
		if (outcome.status !== 'ok') {
			memory.asked.delete(key);
			failed ||= stopOnFailure && outcome.verdict.kind === 'failed' && outcome.verdict.reason !== 'max_lookups';
		}
		for (const index of items) {
			const deduplicated = asked.owner !== ownerOf(index);
			outcomes[index] = { ...outcome, deduplicated, billable: deduplicated ? false : outcome.billable };
		}
	});
	return outcomes;
}
