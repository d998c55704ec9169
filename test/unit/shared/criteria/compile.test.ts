import { compilePolicy, type CompiledRule } from '../../../../nodes/shared/criteria/compile';
import { effectivePolicy } from '../../../../nodes/shared/criteria/effectivePolicy';
import type { Rule } from '../../../../nodes/shared/criteria/types';
import { policyOf, ruled } from './evaluations';

const compiled = (policy: unknown) => compilePolicy(effectivePolicy(policyOf(policy)));
const hashOf = (policy: unknown): string => compiled(policy).hash;

describe('a compiled rule', () => {
	const conditions = [
		{ field: 'fraud_score', operator: 'greaterOrEqual', value: 85 },
		{ field: 'VOIP', operator: 'isTrue' },
	];
	const rule = (match: Rule['match']): CompiledRule => {
		const [one] = compiled({ rules: [{ match, conditions, action: 'reject' }] }).rules;
		if (one === undefined) throw new TypeError('no rule');
		return one;
	};

	it.each([
		['all', [90, true], 'true'],
		['all', [90, false], 'false'],
		['all', [90, null], 'unknown'],
		['all', [null, false], 'false'],
		['any', [10, false], 'false'],
		['any', [10, true], 'true'],
		['any', [null, true], 'true'],
		['any', [null, false], 'unknown'],
	] as const)('that asks for %s of two says of %j: %s', (match, [fraud_score, VOIP], truth) => {
		expect(rule(match).evaluate({ phone: { fraud_score, VOIP } })).toBe(truth);
	});
});

describe('a compiled policy', () => {
	it('lists each field that its conditions use once', () => {
		const score = { field: 'fraud_score', operator: 'greaterOrEqual', value: 85 };
		const { fields } = compiled(ruled(score, { field: 'VOIP', operator: 'isTrue' }, { ...score, value: 50 }));
		expect(fields.map(({ name }) => name)).toEqual(['fraud_score', 'VOIP']);
	});
});

describe('the results that a compiled policy is about', () => {
	it('are those of its conditions, the phone first', () => {
		const disposable = { field: 'email.disposable', operator: 'isTrue' };
		expect(compiled(ruled(disposable, { field: 'VOIP', operator: 'isTrue' })).kinds).toEqual(['phone', 'email']);
		expect(compiled(ruled(disposable)).kinds).toEqual(['email']);
	});
});

describe('policy hash', () => {
	it('is the same on every machine and in every release', () => {
		expect(hashOf({ preset: 'standard' })).toBe('a42113ffec1fc5d8');
	});

	it('covers rules, hit policy and both actions, and no names', () => {
		const policy = ruled({ field: 'VOIP', operator: 'isTrue' });
		const [rule] = policy.rules;
		const same = [
			{ ...policy, name: 'Mine' },
			{ rules: [{ ...rule, name: 'Other' }] },
			{ ...policy, defaultAction: 'accept', onFailedLookup: 'qa', hitPolicy: 'first' },
		];
		const other = [
			{ ...policy, hitPolicy: 'worst' },
			{ ...policy, defaultAction: 'qa' },
			{ ...policy, onFailedLookup: 'reject' },
			{ ...policy, onUnusableNumber: 'reject' },
			{ ...policy, onMissingValue: 'ignore' },
			{ rules: [{ ...rule, action: 'qa' }] },
			{ rules: [{ ...rule, whenUnknown: 'skip' }] },
		];
		expect(new Set([policy, ...same].map(hashOf)).size).toBe(1);
		expect(new Set([policy, ...other].map(hashOf)).size).toBe(1 + other.length);
	});
});
