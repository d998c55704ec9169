import { readOr } from '../../../../nodes/shared/json/readOr';

describe('a read that may throw', () => {
	it('gives what it reads, or else the fallback', () => {
		expect(readOr(() => 7, 0)).toBe(7);
		expect(readOr(() => undefined, 0)).toBeUndefined();
		const item = {
			get field(): number {
				throw new TypeError('no');
			},
		};
		expect(readOr(() => item.field, 0)).toBe(0);
	});
});
