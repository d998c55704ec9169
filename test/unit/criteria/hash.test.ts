import { canonicalJson, stableHash } from '../../../nodes/shared/criteria/hash';
import { CLEAN, decided, ruled } from './judged';

const hashOf = (policy: unknown): string | null => decided(policy, CLEAN).policy.hash;

describe('policy hash', () => {
	test('is 64-bit FNV-1a of the canonical JSON', () => {
		expect(stableHash(0)).toBe('af63ad4c86019caf');
		expect(canonicalJson({ b: [1, { d: undefined, c: null }], a: 'é' })).toBe('{"a":"é","b":[1,{"c":null}]}');
		expect(stableHash({ b: 1, a: 2 })).toBe(stableHash({ a: 2, b: 1 }));
	});

	test('is the same on every machine and in every release', () => {
		expect(hashOf({ preset: 'standard' })).toBe('a42113ffec1fc5d8');
	});

	test('covers rules, hit policy and both actions, and no names', () => {
		const policy = ruled({ field: 'VOIP', operator: 'isTrue' });
		const [rule] = policy.rules;
		const same = [{ ...policy, name: 'Mine' }, { rules: [{ ...rule, name: 'Other' }] }, { ...policy, defaultAction: 'accept', onFailedLookup: 'qa', hitPolicy: 'first' }];
		const other = [{ ...policy, hitPolicy: 'worst' }, { ...policy, defaultAction: 'qa' }, { ...policy, onFailedLookup: 'reject' }, { rules: [{ ...rule, action: 'qa' }] }, { rules: [{ ...rule, whenUnknown: 'skip' }] }];
		expect(new Set([policy, ...same].map(hashOf)).size).toBe(1);
		expect(new Set([policy, ...other].map(hashOf)).size).toBe(1 + other.length);
	});
});
