import { resultCache } from '../../../../nodes/shared/client/resultCache';
import type { RequestResult } from '../../../../nodes/shared/client/lookupResult';

const NOON = 1_000_000;

const MINUTE = 60_000;

const answerOf = (body: Record<string, unknown> = {}): RequestResult => ({
	status: 'ok',
	result: { kind: 'success', body: { success: true, ...body } },
	attempts: 1,
	chargedAttempts: 1,
	latency: 100,
	checkedAt: 7,
	billable: true,
});

const isFound = (key: string, now = NOON): boolean => resultCache.get(key, MINUTE, now) !== undefined;

describe('a kept answer', () => {
	it.each([
		['is found at once', 0, 1, true],
		['is found at its greatest age', 60_000, 60_000, true],
		['is not found when it is older', 60_001, 60_000, false],
		['is not found when nothing may be reused', 1, 0, false],
	])('%s', (what, age, maxAge, found) => {
		const answer = answerOf();
		resultCache.set(what, answer, NOON, MINUTE);
		expect(resultCache.get(what, maxAge, NOON + age)).toBe(found ? answer : undefined);
	});

	it('is as old as the time since it was kept, whatever the date says', () => {
		const answer = { ...answerOf(), checkedAt: null };
		resultCache.set('timeless', answer, NOON, MINUTE);
		expect(resultCache.get('timeless', MINUTE, NOON + MINUTE)).toBe(answer);
		expect(resultCache.get('timeless', MINUTE, NOON + MINUTE + 1)).toBeUndefined();
	});

	it('is not found under another key', () => {
		resultCache.set('one', answerOf(), NOON, MINUTE);
		expect(isFound('other')).toBe(false);
	});

	it('is replaced by a newer one', () => {
		const newer = answerOf();
		resultCache.set('twice', answerOf(), NOON, MINUTE);
		resultCache.set('twice', newer, NOON + 1, MINUTE);
		expect(resultCache.get('twice', MINUTE, NOON + 1)).toBe(newer);
	});

	it('makes room for others when 10,000 newer ones are kept, unless it was kept again', () => {
		for (let index = 0; index < 10_000; index++) resultCache.set(`number ${index}`, answerOf(), NOON, MINUTE);
		expect([isFound('number 0'), isFound('number 1'), isFound('number 9999')]).toEqual([true, true, true]);
		resultCache.set('number 0', answerOf(), NOON, MINUTE);
		resultCache.set('one more', answerOf(), NOON, MINUTE);
		expect([isFound('number 0'), isFound('number 1'), isFound('number 2'), isFound('one more')]).toEqual([true, false, true, true]);
	});

	it('makes room for others when all together are over 32 million characters', () => {
		const carrier = 'x'.repeat(1_000_000);
		for (let index = 0; index < 40; index++) resultCache.set(`large ${index}`, answerOf({ carrier }), NOON, MINUTE);
		expect(Array.from({ length: 40 }, (_, index) => isFound(`large ${index}`)).filter(Boolean)).toHaveLength(31);
		expect([isFound('large 8'), isFound('large 9'), isFound('large 39')]).toEqual([false, true, true]);
	});

	it('counts with its key, which may be long', () => {
		const keys = Array.from({ length: 40 }, (_, index) => `${index} ${'x'.repeat(1_000_000)}`);
		for (const key of keys) resultCache.set(key, answerOf(), NOON, MINUTE);
		expect(keys.filter((key) => isFound(key))).toHaveLength(31);
	});

	it('of its own too large is not kept, and leaves room for others', () => {
		resultCache.set('endless', answerOf({ carrier: 'x'.repeat(32_000_001) }), NOON, MINUTE);
		resultCache.set('short', answerOf(), NOON, MINUTE);
		expect([isFound('endless'), isFound('short')]).toEqual([false, true]);
	});

	it('leaves memory once it has expired and another one is kept', () => {
		resultCache.set('expired', answerOf(), NOON, MINUTE);
		resultCache.set('fresh', answerOf(), NOON + MINUTE + 1, MINUTE);
		expect(resultCache.get('expired', Infinity, NOON)).toBeUndefined();
		expect(isFound('fresh', NOON + MINUTE + 1)).toBe(true);
	});

	it('stays as long as it was kept for, although others are kept for less', () => {
		resultCache.set('for an hour', answerOf(), NOON, 60 * MINUTE);
		resultCache.set('for a minute', answerOf(), NOON + 2 * MINUTE, MINUTE);
		expect(resultCache.get('for an hour', 60 * MINUTE, NOON + 2 * MINUTE)).toBeDefined();
	});
});

describe('a lookup under way', () => {
	const share = (key: string) => {
		let end: (result: RequestResult) => void = () => undefined;
		let fail: (error: Error) => void = () => undefined;
		const lookup = new Promise<RequestResult>((resolve, reject) => {
			end = resolve;
			fail = reject;
		});
		resultCache.share(key, lookup, () => NOON, MINUTE);
		const settled = async () => await lookup.catch(() => undefined);
		return { end, fail, settled };
	};

	it('is pending until its answer is kept', async () => {
		const answer = answerOf();
		const { end, settled } = share('shared');
		expect([resultCache.isPending('shared'), isFound('shared')]).toEqual([true, false]);
		end(answer);
		await settled();
		expect([resultCache.isPending('shared'), resultCache.get('shared', MINUTE, NOON)]).toEqual([false, answer]);
	});

	it('that fails is not kept', async () => {
		const { end, settled } = share('failed');
		end({ ...answerOf(), status: 'failed' });
		await settled();
		expect([resultCache.isPending('failed'), isFound('failed')]).toEqual([false, false]);
	});

	it('that throws is not kept', async () => {
		const { fail, settled } = share('thrown');
		fail(new Error('from the lookup'));
		await settled();
		expect([resultCache.isPending('thrown'), isFound('thrown')]).toEqual([false, false]);
	});

	it('stays pending when an earlier one of the same key ends', async () => {
		const first = share('both');
		const second = share('both');
		first.end({ ...answerOf(), status: 'failed' });
		await first.settled();
		expect(resultCache.isPending('both')).toBe(true);
		second.end(answerOf());
		await second.settled();
		expect(resultCache.isPending('both')).toBe(false);
	});

	it('stays pending when a later one of the same key ends', async () => {
		const first = share('earlier');
		const second = share('earlier');
		second.end({ ...answerOf(), status: 'not_attempted' });
		await second.settled();
		expect(resultCache.isPending('earlier')).toBe(true);
		first.end(answerOf());
		await first.settled();
		expect(resultCache.isPending('earlier')).toBe(false);
	});

	it('is none under another key', () => {
		expect(resultCache.isPending('nobody asks this')).toBe(false);
	});
});
