import type { JsonObject } from '../shared/json';
import type { Inquiry, ItemOutcome } from '../shared/run/batch';
import { endsNode } from '../shared/run/record';
import type { Plan } from './operation';

export type Outcomes = Array<ItemOutcome | undefined>;

/** How the plans of a batch ended, and every body that was answered on the way, in order. */
export interface Asked {
	readonly outcomes: Outcomes;
	readonly answers: ReadonlyArray<readonly JsonObject[]>;
}

const bodyOf = (outcome: ItemOutcome | undefined): JsonObject[] => (outcome?.verdict.kind === 'answered' ? [outcome.verdict.body] : []);

const hasFailed = (outcome: ItemOutcome | undefined): boolean => outcome?.verdict.kind === 'failed' && endsNode(outcome.verdict.reason);

/**
 * Asks what a batch asks, and then for page after page of what has more. Where a page is not answered, that is how the item
 * ended: part of a list would look like all of it.
 *
 * @param stopOnFailure whether no further page is asked for once an item has ended so
 */
export async function askPages(
	plans: readonly Plan[],
	ask: (inquiries: ReadonlyArray<Inquiry | undefined>) => Promise<Outcomes>,
	stopOnFailure: boolean,
): Promise<Asked> {
	const outcomes: Outcomes = plans.map(() => undefined);
	const answers = plans.map((): JsonObject[] => []);
	let inquiries = plans.map((plan) => ('inquiry' in plan ? plan.inquiry : undefined));
	do {
		const asked = await ask(inquiries);
		const before = inquiries;
		inquiries = plans.map((plan, index) => {
			const outcome = asked[index];
			if (before[index] === undefined || outcome === undefined) return undefined;
			outcomes[index] = outcome;
			answers[index]?.push(...bodyOf(outcome));
			if (!('paging' in plan) || plan.paging === undefined || outcome.verdict.kind === 'failed') return undefined;
			const request = plan.paging.next(answers[index] ?? []);
			return request && { ...plan.inquiry, request };
		});
	} while (inquiries.some((inquiry) => inquiry !== undefined) && !(stopOnFailure && outcomes.some(hasFailed)));
	return { outcomes, answers };
}
