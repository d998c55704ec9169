import type { LookupOutcome } from './requestResult';

const CAPACITY = 10_000;

const answers = new Map<string, LookupOutcome>();

/**
 * Answered lookups of this process, for those who let answers be used again across executions: in memory alone, the oldest
 * forgotten first, failures never kept.
 */
export const keptAnswers = {
	/** The answer to an equal lookup that is not older than `maxAge` ms. */
	find(key: string, maxAge: number, now: number): LookupOutcome | undefined {
		const answer = answers.get(key);
		if (answer === undefined || answer.checkedAt === null) return undefined;
		return now - answer.checkedAt <= maxAge ? answer : undefined;
	},

	keep(key: string, answer: LookupOutcome): void {
		answers.delete(key);
		answers.set(key, answer);
		const oldest = answers.keys().next();
		if (answers.size > CAPACITY && !oldest.done) answers.delete(oldest.value);
	},
};
