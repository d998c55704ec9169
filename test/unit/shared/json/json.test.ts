import { isJsonObject, parseJson } from '../../../../nodes/shared/json/json';

describe('json', () => {
	it.each([[{}], [{ a: 1 }], [Object.create(null)]])('%j is a JSON object', (value) => {
		expect(isJsonObject(value)).toBe(true);
	});

	it.each([[null], [undefined], [[]], [[{}]], ['{}'], [7], [true], [() => ({})]])('%j is none', (value) => {
		expect(isJsonObject(value)).toBe(false);
	});

	it('JSON text is read as what it says, other text as nothing', () => {
		expect(['{"a":[1]}', ' null ', '7', '', '{', 'text'].map(parseJson)).toEqual([{ a: [1] }, null, 7, undefined, undefined, undefined]);
	});

	it('what is no text stays as it is', () => {
		const value = { toString: null };
		expect([value, 7, null, undefined].map(parseJson)).toEqual([value, 7, null, undefined]);
	});
});
