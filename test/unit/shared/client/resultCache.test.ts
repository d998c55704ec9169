import { resultCache } from '../../../../nodes/shared/client/resultCache';
import type { RequestResult } from '../../../../nodes/shared/client/requestResult';

const NOON = 1_000_000;

const answerOf = (checkedAt: number | null): RequestResult => ({
	status: 'ok',
	result: { kind: 'success', body: { success: true } },
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
		resultCache.set(what, answer);
		expect(resultCache.get(what, maxAge, NOON + age)).toBe(found ? answer : undefined);
	});

	it('is not found under another key', () => {
		resultCache.set('one', answerOf(NOON));
		expect(resultCache.get('other', 60_000, NOON)).toBeUndefined();
	});

	it('is not found when nobody knows how old it is', () => {
		resultCache.set('timeless', answerOf(null));
		expect(resultCache.get('timeless', 60_000, 0)).toBeUndefined();
	});

	it('is replaced by a newer one', () => {
		const newer = answerOf(NOON + 1);
		resultCache.set('twice', answerOf(NOON));
		resultCache.set('twice', newer);
		expect(resultCache.get('twice', 60_000, NOON + 1)).toBe(newer);
	});

	it('makes room for others when 10,000 newer ones are kept, unless it was kept again', () => {
		const found = (key: string) => resultCache.get(key, 60_000, NOON) !== undefined;
		for (let index = 0; index < 10_000; index++) resultCache.set(`number ${index}`, answerOf(NOON));
		expect([found('number 0'), found('number 1'), found('number 9999')]).toEqual([true, true, true]);
		resultCache.set('number 0', answerOf(NOON));
		resultCache.set('one more', answerOf(NOON));
		expect([found('number 0'), found('number 1'), found('number 2'), found('one more')]).toEqual([true, false, true, true]);
	});
});
