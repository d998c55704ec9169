import type { JsonObject } from '../json/json';
import type { Failed } from '../ipqs/response';
import type { Inquiry, ItemOutcome } from '../client/lookUpBatch';
import { endsNode } from '../ipqs/errors';
import type { Plan } from './operation';

export type Outcomes = Array<ItemOutcome | undefined>;

/** How the plans of a batch ended, and every body that was answered on the way, in order. */
export interface Answers {
	readonly outcomes: Outcomes;
	readonly answers: ReadonlyArray<readonly JsonObject[]>;
}

const hasFailed = (outcome: ItemOutcome | undefined): boolean => outcome?.verdict.kind === 'failed' && endsNode(outcome.verdict.reason);

/** A plan on its way: what it asks next, how it ended so far, and what was answered. */
interface Course {
	readonly plan: Plan;
	readonly answers: JsonObject[];
	inquiry: Inquiry | undefined;
	outcome: ItemOutcome | undefined;
}

const NO_LIST: Failed = { kind: 'failed', reason: 'bad_response', said: null, status: null, retryAfter: null };

/** The outcome of a page, which failed where the body holds no list: read as an empty one, it would hide every record. */
function readPage({ plan }: Course, outcome: ItemOutcome): ItemOutcome {
	const { verdict } = outcome;
	const readable = verdict.kind === 'failed' || 'settled' in plan || plan.paging === undefined || plan.paging.holdsList(verdict.body);
	return readable ? outcome : { ...outcome, status: 'failed', verdict: NO_LIST };
}

/** What a course asks after an outcome; undefined where nothing follows. */
function nextInquiry({ plan, answers }: Course, { verdict }: ItemOutcome): Inquiry | undefined {
	if (verdict.kind === 'failed') return undefined;
	answers.push(verdict.body);
	if ('settled' in plan || plan.paging === undefined) return undefined;
	const request = plan.paging.next(answers);
	return request && { ...plan.inquiry, request };
}

/**
 * Asks what a batch asks, and then for page after page of what has more. Where a page is not answered or
 * holds no list, that is how the item ended: part of a list would look like all of it.
 *
 * @param stopOnFailure whether no further page is asked for once an item has ended so
 */
export async function askPages(
	plans: readonly Plan[],
	ask: (inquiries: ReadonlyArray<Inquiry | undefined>) => Promise<Outcomes>,
	stopOnFailure: boolean,
): Promise<Answers> {
	const courses = plans.map((plan): Course => ({ plan, answers: [], inquiry: 'inquiry' in plan ? plan.inquiry : undefined, outcome: undefined }));
	do {
		const asked = await ask(courses.map(({ inquiry }) => inquiry));
		for (const [index, course] of courses.entries()) {
			const answer = asked[index];
			const outcome = course.inquiry && answer && readPage(course, answer);
			course.inquiry = outcome && nextInquiry(course, outcome);
			if (outcome) course.outcome = outcome;
		}
	} while (courses.some(({ inquiry }) => inquiry !== undefined) && !(stopOnFailure && courses.some(({ outcome }) => hasFailed(outcome))));
	return { outcomes: courses.map(({ outcome }) => outcome), answers: courses.map(({ answers }) => answers) };
}
