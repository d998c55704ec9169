import { toRequestText, toText } from '../../../../nodes/shared/parameters/text';

describe('a value as text', () => {
	it.each<[unknown, string]>([
		[null, ''],
		[undefined, ''],
		[NaN, ''],
		[Infinity, ''],
		[' a ', 'a'],
		[0, '0'],
		[false, 'false'],
		['ada\ud83d', 'ada\ufffd'],
		['ada\ud83d\ude00', 'ada\ud83d\ude00'],
	])('%j is "%s"', (value, text) => {
		expect(toRequestText(value)).toBe(text);
		expect(toText(value)).toBe(text);
	});

	it.each<[unknown, string]>([
		[['a', 1], '["a",1]'],
		[{ toString: null }, '{"toString":null}'],
		[Object.create(null), '{}'],
		[new Date('2026-11-20T08:00:00Z'), '2026-11-20T08:00:00.000Z'],
		[new Date(NaN), ''],
		[{ toJSON: () => undefined }, ''],
	])('%j is its JSON, a date its text', (value, text) => {
		expect(toText(value)).toBe(text);
	});
});
