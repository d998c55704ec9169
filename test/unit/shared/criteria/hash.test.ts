import { canonicalJson, stableHash } from '../../../../nodes/shared/criteria/hash';

describe('the hash of a value', () => {
	test('is 64-bit FNV-1a of the canonical JSON', () => {
		expect(stableHash(0)).toBe('af63ad4c86019caf');
		expect(canonicalJson({ b: [1, { d: undefined, c: null }], a: 'é' })).toBe('{"a":"é","b":[1,{"c":null}]}');
		expect(stableHash({ b: 1, a: 2 })).toBe(stableHash({ a: 2, b: 1 }));
	});

	test('writes what JSON cannot say as null, as JSON does within a list', () => {
		expect(canonicalJson([undefined, 1, null])).toBe('[null,1,null]');
		expect(canonicalJson(undefined)).toBe('null');
	});

	test('has 16 digits, also where the first are zeros', () => {
		expect(stableHash(10)).toBe('07f89207b4ba08a4');
	});
});
