import { canonicalJson, stableHash } from '../../../../nodes/shared/criteria/hash';

describe('the hash of a value', () => {
	it('is 64-bit FNV-1a of the canonical JSON', () => {
		expect(stableHash(0)).toBe('af63ad4c86019caf');
		expect(canonicalJson({ b: [1, { d: undefined, c: null }], a: 'é' })).toBe('{"a":"é","b":[1,{"c":null}]}');
		expect(stableHash({ b: 1, a: 2 })).toBe(stableHash({ a: 2, b: 1 }));
	});

	it('treats values without JSON as null, as JSON.stringify does in lists', () => {
		expect(canonicalJson([undefined, 1, null])).toBe('[null,1,null]');
		expect(canonicalJson(undefined)).toBe('null');
	});

	it('has 16 digits, including leading zeros', () => {
		expect(stableHash(10)).toBe('07f89207b4ba08a4');
	});
});
