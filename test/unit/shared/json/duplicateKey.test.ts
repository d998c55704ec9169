import fc from 'fast-check';
import { findDuplicateKey } from '../../../../nodes/shared/json/duplicateKey';

describe('a key that an object has twice', () => {
	it.each([
		['{"a": 1, "a": 1}', 'a'],
		['{"a": 1, "b": {"c": [], "d": 2, "c" : 3}}', 'c'],
		['[{"x": 1}, {"x": {}, "y": 1, "x": 2}]', 'x'],
		['{"solar": {"q": 1}, "other": {"q": 1}, "solar": {}}', 'solar'],
		['{"a": 1, "\\u0061": 2}', 'a'],
		['{"a\\"b": 1, "a\\"b": 2}', 'a"b'],
		['{"": 1, "":\n2}', ''],
		['{"__proto__": 1, "__proto__": 2}', '__proto__'],
	])('%s', (json, key) => expect(findDuplicateKey(json)).toBe(key));

	it.each([
		'{}',
		'[]',
		'"a"',
		'{"a": "a", "b": "a"}',
		'{"a": {"a": {"a": 1}}}',
		'[{"a": 1}, {"a": 1}]',
		'{"a": ["a", "a"]}',
		'{"a": "{\\"a\\": 1, \\"a\\": 2}", "b": "}{"}',
		'{"a": 1, "A": 2, "a ": 3}',
		'{"a": "\\\\", "b": "\\\\"}',
	])('is not found in %s', (json) => expect(findDuplicateKey(json)).toBeUndefined());

	it('is never found in what JSON.stringify writes', () => {
		fc.assert(fc.property(fc.json(), (json) => findDuplicateKey(JSON.stringify(JSON.parse(json))) === undefined));
	});
});
