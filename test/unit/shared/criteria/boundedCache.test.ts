import { BoundedCache } from '../../../../nodes/shared/criteria/boundedCache';

describe('a bounded cache', () => {
	it('keeps no more entries than its limit, the newest ones', () => {
		const cache = new BoundedCache<number>({ entries: 2, size: 100 });
		['a', 'b', 'c'].forEach((key, index) => cache.set(key, index, 1));
		expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual([undefined, 1, 2]);
	});

	it('keeps no more than its size, but always the last entry', () => {
		const cache = new BoundedCache<number>({ entries: 10, size: 10 });
		cache.set('a', 1, 6);
		cache.set('b', 2, 4);
		expect([cache.get('a'), cache.get('b')]).toEqual([1, 2]);
		cache.set('c', 3, 1);
		expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([undefined, 2, 3]);
		cache.set('d', 4, 50);
		expect([cache.get('b'), cache.get('c'), cache.get('d')]).toEqual([undefined, undefined, 4]);
	});

	it('counts an entry that is set again once', () => {
		const cache = new BoundedCache<number>({ entries: 10, size: 10 });
		for (let value = 0; value < 5; value++) cache.set('a', value, 6);
		cache.set('b', 1, 4);
		expect([cache.get('a'), cache.get('b')]).toEqual([4, 1]);
	});
});
