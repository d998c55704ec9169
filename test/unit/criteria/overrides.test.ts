import { asPolicy, effectivePolicy } from '../../../nodes/shared/criteria/overrides';
import { CLEAN, decided, policyOf } from './judged';

const POLICY = {
	preset: 'standard',
	overrides: {
		Solar: { fraudThreshold: 70 },
		'Roofing, Windows': { preset: 'ipqsHighRisk', defaultAction: 'qa', onFailedLookup: 'reject' },
		Insurance: {
			disableRules: ['voip'],
			rules: [{ name: 'Trusted', conditions: [{ field: 'user_activity', operator: 'equals', value: 'high' }], action: 'accept' }],
		},
		Debt: { preset: 'strict', fraudThreshold: 60, qaThreshold: 40 },
		base: { fraudThreshold: 10 },
	},
};

const at = (fraud_score: number, campaign: string | null, changes = {}) => decided(POLICY, { ...CLEAN, fraud_score, ...changes }, campaign);

describe('overrides', () => {
	test('a threshold replaces the one of the policy, whatever the capitals of the campaign', () => {
		expect([at(75, null), at(75, 'solar'), at(75, ' SOLAR ')].map(({ outcome }) => outcome)).toEqual(['accept', 'reject', 'reject']);
		expect([at(75, null), at(75, 'solar')].map(({ policy }) => policy.campaign)).toEqual([null, 'Solar']);
		expect(at(75, 'solar').reason).toBe('Fraud Score 75 is at or above 70');
	});

	test('a campaign without an override has the policy\'s own, with the same hash', () => {
		expect(at(75, 'Plumbing').policy).toEqual(at(75, null).policy);
	});

	test('a preset replaces the rules and brings its own threshold', () => {
		expect([at(89, 'windows'), at(90, 'Roofing'), at(0, 'Windows')].map(({ outcome }) => outcome)).toEqual(['qa', 'reject', 'qa']);
		expect(decided(POLICY, { success: false }, 'windows').outcome).toBe('reject');
		expect([39, 40, 59, 60].map((score) => at(score, 'debt').outcome)).toEqual(['accept', 'qa', 'qa', 'reject']);
	});

	test('own rules come first, and disabled ones do not apply', () => {
		expect(at(99, 'insurance', { user_activity: 'high' })).toMatchObject({ outcome: 'accept', rule: 'Trusted' });
		expect(at(99, 'insurance').outcome).toBe('reject');
		expect([at(0, 'insurance', { VOIP: true }), at(0, null, { VOIP: true })].map(({ outcome }) => outcome)).toEqual(['accept', 'qa']);
	});

	test('the trace says what came from the policy and what from the campaign', () => {
		const sources = (campaign: string | null) => at(75, campaign).trace?.map(({ rule, source }) => `${rule}: ${source}`);
		expect(sources('solar')).toEqual(['Fraud Score: Solar', 'Invalid Number: base', 'Recent Abuse: base', 'VOIP: base', 'Prepaid: base', 'Inactive Line: base']);
		expect(sources('insurance')?.slice(0, 2)).toEqual(['Trusted: Insurance', 'Fraud Score: base']);
		expect(sources('debt')).toContain('QA Threshold: Debt');
		expect(at(75, 'solar').trace?.[0]).toEqual({ rule: 'Fraud Score', field: 'fraud_score', operator: 'greaterOrEqual', expected: 70, actual: 75, result: 'true', source: 'Solar' });
	});

	test('a campaign may be called base', () => {
		expect(at(20, 'Base')).toMatchObject({ outcome: 'reject', policy: { campaign: 'base' } });
	});

	test('an effective policy written out is a policy that decides alike', () => {
		for (const campaign of [null, 'solar', 'windows', 'insurance', 'debt']) {
			const { json, hash } = at(75, campaign).policy;
			expect(json).toEqual(asPolicy(effectivePolicy(policyOf(POLICY), campaign)));
			expect(decided(JSON.parse(JSON.stringify(json)), { ...CLEAN, fraud_score: 75 }).policy.hash).toBe(hash);
		}
	});

	test('an override that is empty changes nothing', () => {
		const empty = { preset: 'strict', overrides: { Solar: {} } };
		expect(decided(empty, CLEAN, 'Solar').policy).toMatchObject({ hash: decided({ preset: 'strict' }, CLEAN).policy.hash, campaign: 'Solar' });
	});
});
