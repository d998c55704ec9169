import { keptAnswers } from '../../../../nodes/shared/client/resultCache';
import type { LookupOutcome } from '../../../../nodes/shared/client/requestResult';

const NOON = 1_000_000;

const answerOf = (checkedAt: number | null): LookupOutcome => ({
	status: 'ok',
	verdict: { kind: 'answered', body: { success: true } },
	attempts: 1,
	latency: 100,
	checkedAt,
	billable: true,
});

describe('a kept answer', () => {
	it.each([
		['is found at once', 0, 1, true],
		['is found at its greatest age', 60_000, 60_000, true],
		['is not found when it is older', 60_001, 60_000, false],
		['is not found when nothing may be reused', 1, 0, false],
	])('%s', (what, age, maxAge, found) => {
		const answer = answerOf(NOON);
		keptAnswers.keep(what, answer);
		expect(keptAnswers.find(what, maxAge, NOON + age)).toBe(found ? answer : undefined);
	});

	it('is not found under another key', () => {
		keptAnswers.keep('one', answerOf(NOON));
		expect(keptAnswers.find('other', 60_000, NOON)).toBeUndefined();
	});

	it('is not found when nobody knows how old it is', () => {
		keptAnswers.keep('timeless', answerOf(null));
		expect(keptAnswers.find('timeless', 60_000, 0)).toBeUndefined();
	});

	it('is replaced by a newer one', () => {
		const newer = answerOf(NOON + 1);
		keptAnswers.keep('twice', answerOf(NOON));
		keptAnswers.keep('twice', newer);
		expect(keptAnswers.find('twice', 60_000, NOON + 1)).toBe(newer);
	});

	it('makes room for others when 10,000 newer ones are kept, unless it was kept again', () => {
		const found = (key: string) => keptAnswers.find(key, 60_000, NOON) !== undefined;
		for (let index = 0; index < 10_000; index++) keptAnswers.keep(`number ${index}`, answerOf(NOON));
		expect([found('number 0'), found('number 1'), found('number 9999')]).toEqual([true, true, true]);
		keptAnswers.keep('number 0', answerOf(NOON));
		keptAnswers.keep('one more', answerOf(NOON));
		expect([found('number 0'), found('number 1'), found('number 2'), found('one more')]).toEqual([true, false, true, true]);
	});
});
