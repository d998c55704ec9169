import type { BatchResult, LookupTask } from '../client/lookUpBatch';
import { stopsNodeFor } from '../ipqs/failures';
import type { ApiFailure } from '../ipqs/response';
import type { JsonObject } from '../json/json';
import { mapWithYield, type Yielder } from '../scheduling/yielder';
import type { LookupPlan } from './operation';

/** How the plans of a batch ended, and the pages of those that have pages, in order. */
export interface PagedResults {
	readonly results: ReadonlyArray<BatchResult | undefined>;
	readonly pages: ReadonlyArray<readonly JsonObject[]>;
}

const hasFailed = (result: BatchResult | undefined): boolean => result?.result.kind === 'failed' && stopsNodeFor(result.result.reason);

/** A plan in progress: its next task, its latest result, and the pages so far. */
interface PagedLookup {
	readonly plan: LookupPlan;
	readonly pages: JsonObject[];
	task: LookupTask | undefined;
	result: BatchResult | undefined;
}

const MISSING_LIST: ApiFailure = { kind: 'failed', reason: 'bad_response', apiMessage: null, status: null, retryAfter: null };

/** Fails a page without a list: treated as an empty one, it would hide every record. */
function validatePage({ plan }: PagedLookup, result: BatchResult): BatchResult {
	const isValid =
		result.result.kind === 'failed' || !('task' in plan) || plan.paging === undefined || plan.paging.holdsList(result.result.body);
	return isValid ? result : { ...result, status: 'failed', result: MISSING_LIST };
}

/** The task for the next page; undefined after the last one. */
function nextTask({ plan, pages }: PagedLookup, { result }: BatchResult): LookupTask | undefined {
	if (result.kind === 'failed' || !('task' in plan) || plan.paging === undefined) return undefined;
	pages.push(result.body);
	const request = plan.paging.next(pages);
	return request && { ...plan.task, request };
}

/**
 * Runs the tasks of a batch, then page after page for those that have more. If a page fails or has no list, the item fails: part
 * of a list would look like all of it.
 *
 * @param stopOnFailure whether to request no further page once an item has failed
 */
export async function lookUpPages(
	plans: readonly LookupPlan[],
	lookUp: (tasks: ReadonlyArray<LookupTask | undefined>) => Promise<ReadonlyArray<BatchResult | undefined>>,
	stopOnFailure: boolean,
	yielder: Yielder,
): Promise<PagedResults> {
	const lookups = await mapWithYield(
		plans,
		(plan): PagedLookup => ({ plan, pages: [], task: 'task' in plan ? plan.task : undefined, result: undefined }),
		yielder,
	);
	do {
		const batch = await lookUp(lookups.map(({ task }) => task));
		for (const [index, lookup] of lookups.entries()) {
			const received = batch[index];
			const result = lookup.task && received && validatePage(lookup, received);
			lookup.task = result && nextTask(lookup, result);
			if (result) lookup.result = result;
			if (yielder.isDue()) await yielder.rest();
		}
	} while (lookups.some(({ task }) => task !== undefined) && !(stopOnFailure && lookups.some(({ result }) => hasFailed(result))));
	return { results: lookups.map(({ result }) => result), pages: lookups.map(({ pages }) => pages) };
}
