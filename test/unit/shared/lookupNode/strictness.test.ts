import { readOptionalStrictness, readStrictness, strictnessProperty } from '../../../../nodes/shared/lookupNode/strictness';

describe('a strictness', () => {
	it.each<[2 | 3, number[]]>([
		[2, [0, 1, 2]],
		[3, [0, 1, 2, 3]],
	])('has the levels up to %d', (highest, levels) => {
		const property = strictnessProperty('Strictness', 'strictness', highest, 'How strict');
		expect(property).toMatchObject({
			displayName: 'Strictness',
			name: 'strictness',
			type: 'options',
			default: 0,
			description: 'How strict',
		});
		expect(property.options?.map((option) => 'value' in option && option.value)).toEqual(levels);
		for (const option of property.options ?? []) expect(option.name).toMatch(/^\d - [A-Z]/);
	});

	it.each<[unknown, 2 | 3, string]>([
		[0, 2, '0'],
		['2', 2, '2'],
		[3, 3, '3'],
	])('%j up to %d is sent as "%s"', (value, highest, text) => {
		expect(readStrictness('Strictness', value, highest)).toBe(text);
		expect(readOptionalStrictness('Strictness', value, highest)).toBe(text);
	});

	it('is not sent where it is an option that was not added', () => {
		expect(readOptionalStrictness('Strictness', undefined, 2)).toBe('');
	});

	it.each<[unknown, 2 | 3]>([
		[undefined, 2],
		[3, 2],
		[4, 3],
		[-1, 3],
		[0.5, 3],
		['', 2],
		[null, 2],
		['strict', 2],
		[true, 2],
	])('%j up to %d is none', (value, highest) => {
		expect(() => readStrictness('Strictness', value, highest)).toThrow(`'Strictness' must be a whole number from 0 to ${highest}`);
	});
});
