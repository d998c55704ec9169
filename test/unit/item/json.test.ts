import { isJsonObject } from '../../../nodes/shared/json';

it.each([[{}], [{ a: 1 }], [Object.create(null)]])('%j is a JSON object', (value) => {
	expect(isJsonObject(value)).toBe(true);
});

it.each([[null], [undefined], [[]], [[{}]], ['{}'], [7], [true], [() => ({})]])('%j is none', (value) => {
	expect(isJsonObject(value)).toBe(false);
});
