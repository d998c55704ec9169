import { compileCampaignPolicies } from '../../../../nodes/shared/criteria/compileCampaignPolicies';
import { compilePolicy } from '../../../../nodes/shared/criteria/compile';
import { effectivePolicy } from '../../../../nodes/shared/criteria/effectivePolicy';
import { usesThreshold } from '../../../../nodes/shared/criteria/effectiveRule';
import { normalizeName, parseCampaigns } from '../../../../nodes/shared/criteria/normalizeName';
import { writeOutPolicy } from '../../../../nodes/shared/criteria/writeOutPolicy';
import { PRESETS } from '../../../../nodes/shared/criteria/presets';
import { CLEAN, decided, judgeBy, policyOf } from './evaluations';

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
	it('a threshold replaces the one of the policy, whatever the case of the campaign', () => {
		expect([at(75, null), at(75, 'solar'), at(75, ' SOLAR ')].map(({ outcome }) => outcome)).toEqual(['accept', 'reject', 'reject']);
		expect([at(75, null), at(75, 'solar')].map(({ policy }) => policy.campaign)).toEqual([null, 'Solar']);
		expect(at(75, 'solar').reason).toBe('Fraud Score 75 is at or above 70');
	});

	it('a campaign without an override has the policy itself, with the same hash', () => {
		expect(at(75, 'Plumbing').policy).toEqual(at(75, null).policy);
	});

	it('a preset replaces the rules and brings its own threshold', () => {
		expect([at(89, 'windows'), at(90, 'Roofing'), at(0, 'Windows')].map(({ outcome }) => outcome)).toEqual(['qa', 'reject', 'qa']);
		expect(decided(POLICY, { success: false }, 'windows').outcome).toBe('reject');
		expect([39, 40, 59, 60].map((score) => at(score, 'debt').outcome)).toEqual(['accept', 'qa', 'qa', 'reject']);
	});

	it('rules of the override come first, and disabled rules are skipped', () => {
		expect(at(99, 'insurance', { user_activity: 'high' })).toMatchObject({ outcome: 'accept', rule: 'Trusted' });
		expect(at(99, 'insurance').outcome).toBe('reject');
		expect([at(0, 'insurance', { VOIP: true }), at(0, null, { VOIP: true })].map(({ outcome }) => outcome)).toEqual(['accept', 'qa']);
	});

	it('the trace says what comes from the policy and what from the campaign', () => {
		const sources = (campaign: string | null) => at(75, campaign).trace?.map(({ rule, source }) => `${rule}: ${source}`);
		expect(sources('solar')).toEqual([
			'Fraud Score: Solar',
			'Invalid Number: base',
			'Recent Abuse: base',
			'VOIP: base',
			'Prepaid: base',
			'Inactive Line: base',
		]);
		expect(sources('insurance')?.slice(0, 2)).toEqual(['Trusted: Insurance', 'Fraud Score: base']);
		expect(sources('windows')?.slice(0, 2)).toEqual(['Invalid Number: Windows', 'Fraud Score: Windows']);
		expect(sources('debt')).toContain('QA Threshold: Debt');
		const qa = { preset: 'standard', qaThreshold: 50, overrides: { Solar: { fraudThreshold: 70 } } };
		expect(decided(qa, CLEAN, 'Solar').trace?.at(-1)).toMatchObject({ rule: 'QA Threshold', expected: 50, source: 'base' });
		expect(at(75, 'solar').trace?.[0]).toEqual({
			rule: 'Fraud Score',
			field: 'fraud_score',
			operator: 'greaterOrEqual',
			expected: 70,
			actual: 75,
			result: 'true',
			source: 'Solar',
		});
	});

	it('the name of a campaign can contain a comma', () => {
		const policy = { preset: 'standard', overrides: { 'Smith, Jones LLC': { fraudThreshold: 10 }, 'Ada, Bob': { fraudThreshold: 20 } } };
		const decision = decided(policy, { ...CLEAN, fraud_score: 15 }, 'smith, jones LLC ');
		expect(decision).toMatchObject({ outcome: 'reject', policy: { campaign: 'Smith, Jones LLC' } });
		expect(decided(policy, { ...CLEAN, fraud_score: 25 }, 'Bob').outcome).toBe('reject');
		expect(effectivePolicy({ preset: 'standard', overrides: { ' Smith, Jones LLC ': {} } }, ['smith, jones llc']).campaign).toBe(
			'Smith, Jones LLC',
		);
	});

	it('campaigns are trimmed, and empty parts between commas are ignored', () => {
		expect(parseCampaigns(' Solar Energy, ,Roofing ,')).toEqual(['Solar Energy', 'Roofing']);
	});

	it('names that differ in case are the same, names that differ in letters are not', () => {
		expect(
			[normalizeName(' SOLAR '), normalizeName('Straßenbau')].map(
				(name) => name === normalizeName('Solar') || name === normalizeName('STRASSENBAU'),
			),
		).toEqual([true, false]);
	});

	it('a rule uses the threshold if any of its conditions does', () => {
		const score = (value: number | 'threshold') => ({ field: 'fraud_score', operator: 'greaterOrEqual', value }) as const;
		const using = (...values: Array<number | 'threshold'>) => usesThreshold({ name: 'Score', action: 'qa', conditions: values.map(score) });
		expect([using(85), using(50, 'threshold'), using()]).toEqual([false, true, false]);
	});

	it('a preset that replaces rules uses First Match, as presets do', () => {
		const rule = { name: 'VOIP', conditions: [{ field: 'VOIP', operator: 'isTrue' }], action: 'reject' };
		const policy = policyOf({
			hitPolicy: 'worst',
			rules: [rule],
			overrides: { Solar: { preset: 'strict' }, Roofing: { defaultAction: 'qa' } },
		});
		expect([[], ['Solar'], ['Roofing']].map((campaigns) => effectivePolicy(policy, campaigns).hitPolicy)).toEqual([
			'worst',
			'first',
			'worst',
		]);
	});

	it('a policy without a name has the label of its preset', () => {
		const names = [{ preset: 'strict' }, { preset: 'strict', name: 'Mine' }, { defaultAction: 'qa' }] as const;
		expect(names.map((policy) => effectivePolicy(policy).name)).toEqual(['Cautious', 'Mine', 'Custom Policy']);
	});

	it('a hit policy counts for a preset of the policy itself', () => {
		expect(effectivePolicy(policyOf({ preset: 'standard', hitPolicy: 'worst' })).hitPolicy).toBe('worst');
	});

	it('own rules come before those of the preset that reject, and those that accept after them', () => {
		const rule = (name: string, action: string) => ({ name, action, conditions: [{ field: 'VOIP', operator: 'isTrue' }] });
		const policy = policyOf({
			preset: 'clearAbuse',
			rules: [rule('Trusted', 'accept'), rule('Own', 'qa')],
			overrides: { Solar: { preset: 'outreach' }, Debt: { preset: 'standard', rules: [rule('Late', 'accept')] }, Aged: {} },
		});
		const namesFor = (...campaigns: string[]) => effectivePolicy(policy, campaigns).rules.map(({ name }) => name);
		const own = ['Own', 'Invalid Number', 'Recent Abuse', 'Fraud Score', 'Trusted'];
		expect([namesFor(), namesFor('Aged')]).toEqual([own, own]);
		expect(namesFor('Solar').filter((name) => name === 'Own' || name === 'Trusted')).toEqual([]);
		expect(namesFor('Debt')).toEqual([
			...['Late', 'Fraud Score', 'Invalid Number', 'Recent Abuse'],
			...['VOIP', 'Prepaid', 'Inactive Line'],
		]);
	});

	it('where leads go that were not looked up can differ by campaign', () => {
		const policy = policyOf({
			...{ preset: 'standard', onUnusableNumber: 'reject', onMissingValue: 'ignore' },
			overrides: { Solar: { onUnusableNumber: 'accept', onMissingValue: 'qa' } },
		});
		expect(effectivePolicy(policy)).toMatchObject({ onUnusableNumber: 'reject', onMissingValue: 'ignore' });
		expect(effectivePolicy(policy, ['Solar'])).toMatchObject({ onUnusableNumber: 'accept', onMissingValue: 'qa' });
	});

	it('a policy that is written out has all its settings', () => {
		const { rules, ...settings } = writeOutPolicy(effectivePolicy({ preset: 'clearAbuse', defaultAction: 'reject' }));
		expect(rules).toHaveLength(3);
		expect(settings).toEqual({
			...{ name: 'Only Clear Abuse', hitPolicy: 'first', defaultAction: 'reject' },
			...{ onFailedLookup: 'qa', onUnusableNumber: 'qa', onMissingValue: 'qa' },
		});
	});

	it('a policy that is written out has no undefined members', () => {
		const [rule] = writeOutPolicy(effectivePolicy({ preset: 'clearAbuse' })).rules;
		expect(rule).toStrictEqual({
			name: 'Invalid Number',
			match: 'all',
			conditions: [{ field: 'valid', operator: 'isFalse' }],
			action: 'reject',
			whenUnknown: 'default',
		});
	});

	it('a QA threshold together with a rule of its name gives a policy that can be written out and parsed again', () => {
		const rule = (name: string) => ({ name, conditions: [{ field: 'VOIP', operator: 'isTrue' }], action: 'reject' });
		const { json, hash } = decided({ rules: [rule('qa threshold'), rule('QA Threshold (2)')], qaThreshold: 50 }, CLEAN).policy;
		expect(json?.rules?.map(({ name }) => name)).toEqual(['qa threshold', 'QA Threshold (2)', 'QA Threshold (3)']);
		expect(decided(json, CLEAN).policy.hash).toBe(hash);
	});

	it('a campaign can be called base', () => {
		expect(at(20, 'Base')).toMatchObject({ outcome: 'reject', policy: { campaign: 'base' } });
	});

	it('an effective policy that is written out decides the same', () => {
		for (const campaign of [null, 'solar', 'windows', 'insurance', 'debt']) {
			const { json, hash } = at(75, campaign).policy;
			expect(json).toEqual(writeOutPolicy(effectivePolicy(policyOf(POLICY), campaign === null ? [] : [campaign])));
			expect(decided(JSON.parse(JSON.stringify(json)), { ...CLEAN, fraud_score: 75 }).policy.hash).toBe(hash);
		}
	});

	it('a policy with neither a preset nor rules has only its default, and a rule that never matches', () => {
		expect(effectivePolicy({ defaultAction: 'qa' })).toMatchObject({
			...{ name: 'Custom Policy', campaign: null, hitPolicy: 'first', rules: [{ name: 'No Rule for This Campaign', whenUnknown: 'skip' }] },
			...{ defaultAction: 'qa', onFailedLookup: 'qa', onUnusableNumber: 'qa', onMissingValue: 'qa' },
		});
		expect(compilePolicy(effectivePolicy({ defaultAction: 'qa' })).rules.map((rule) => rule.evaluate({ phone: CLEAN }))).toEqual(['false']);
	});

	it('the rule that never matches is about the results that the rules for other campaigns are about', () => {
		const policy = policyOf({
			rules: [{ name: 'Disposable', action: 'reject', campaigns: 'Debt', conditions: [{ field: 'email.disposable', operator: 'isTrue' }] }],
		});
		expect(effectivePolicy(policy).rules.flatMap(({ conditions }) => conditions.map(({ field }) => field))).toEqual([
			...['email.success', 'email.success'],
		]);
		expect(effectivePolicy({}).rules.flatMap(({ conditions }) => conditions.map(({ field }) => field))).toEqual(['success', 'success']);
	});

	it('an empty override changes nothing', () => {
		const empty = { preset: 'strict', overrides: { Solar: {} } };
		expect(decided(empty, CLEAN, 'Solar').policy).toMatchObject({
			hash: decided({ preset: 'strict' }, CLEAN).policy.hash,
			campaign: 'Solar',
		});
	});
});

describe('a rule for campaigns', () => {
	const rule = (name: string, campaigns?: string) => ({
		...{ name, action: 'reject', campaigns },
		conditions: [{ field: 'VOIP', operator: 'isTrue' }],
	});
	const policy = policyOf({
		rules: [rule('For All'), rule('For Some', ' Solar , Roof Repair'), rule('For One', 'Debt')],
		overrides: { Aged: { rules: [rule('Late', 'Late'), rule('Always')] } },
	});
	const namesFor = (...campaigns: string[]) => effectivePolicy(policy, campaigns).rules.map(({ name }) => name);

	it('counts only for leads of one of its campaigns, whatever the spelling', () => {
		expect(namesFor()).toEqual(['For All']);
		expect(namesFor('Other')).toEqual(['For All']);
		expect(namesFor('SOLAR')).toEqual(['For All', 'For Some']);
		expect(namesFor('roof  repair', 'Debt')).toEqual(['For All', 'For Some', 'For One']);
	});

	it('can be one of an override, whose campaign the lead must have too', () => {
		expect(namesFor('Aged')).toEqual(['Always', 'For All']);
		expect(namesFor('Aged', 'Late')).toEqual(['Late', 'Always', 'For All']);
		expect(namesFor('Late')).toEqual(['For All']);
	});

	it('makes its campaign part of the policy, as the lead spells it', () => {
		const campaignOf = (...campaigns: string[]) => effectivePolicy(policy, campaigns).campaign;
		expect([campaignOf(' SOLAR ', 'Other', 'Debt'), campaignOf('Other'), campaignOf('aged', 'late')]).toEqual([
			...['SOLAR, Debt', null],
			'Aged, late',
		]);
	});

	it('makes a policy of its own for its campaigns', () => {
		const policies = compileCampaignPolicies(policy);
		expect(policies(['Other'])).toBe(policies([]));
		expect(policies(['Other', 'Debt'])).toBe(policies([' DEBT ']));
		expect(policies(['Debt'])).not.toBe(policies([]));
	});
});

/** Each member of an override, with a value that changes a decision. */
const MEMBERS = {
	preset: 'clearAbuse',
	fraudThreshold: 70,
	qaThreshold: 40,
	defaultAction: 'qa',
	onFailedLookup: 'reject',
	disableRules: ['recent abuse'],
	rules: [{ name: 'Trusted', conditions: [{ field: 'user_activity', operator: 'equals', value: 'high' }], action: 'accept' }],
} as const;

type Member = keyof typeof MEMBERS;

/** Every combination of members. */
const COMBINATIONS = (Object.keys(MEMBERS) as Member[]).reduce<Member[][]>(
	(sets, member) => [...sets, ...sets.map((set) => [...set, member])],
	[[]],
);

describe('an override of the Standard preset with', () => {
	it.each(COMBINATIONS.map((members) => [members.join(' and ') || 'nothing', members] as const))(
		'%s changes that and nothing else',
		(_, members) => {
			const has = (member: Member): boolean => members.includes(member);
			const override = Object.fromEntries(members.map((member) => [member, MEMBERS[member]]));
			const policy = policyOf({ preset: 'standard', overrides: { Solar: override } });
			const ofSolar = judgeBy(policy, 'Solar');
			const decision = (changes: object) => {
				const { outcome, rule } = ofSolar({ ...CLEAN, ...changes });
				return [outcome, rule];
			};
			const unmatched = [has('defaultAction') ? 'qa' : 'accept', null];
			const belowThreshold = has('qaThreshold') ? ['qa', 'QA Threshold'] : unmatched;
			const threshold = has('fraudThreshold') ? 70 : has('preset') ? 90 : 85;

			expect([-1, 0, 1].map((beside) => decision({ fraud_score: threshold + beside }))).toEqual([
				belowThreshold,
				['reject', 'Fraud Score'],
				['reject', 'Fraud Score'],
			]);
			expect([39, 40, 41].map((fraud_score) => decision({ fraud_score }))).toEqual([unmatched, belowThreshold, belowThreshold]);
			expect(decision({ VOIP: true })).toEqual(has('preset') ? unmatched : ['qa', 'VOIP']);
			expect(decision({ recent_abuse: true })).toEqual(has('disableRules') ? unmatched : ['reject', 'Recent Abuse']);
			expect(decision({ fraud_score: 100, user_activity: 'high' })).toEqual(
				has('rules') ? ['accept', 'Trusted'] : ['reject', 'Fraud Score'],
			);
			expect(decision({ success: false })).toEqual([has('onFailedLookup') ? 'reject' : 'qa', null]);
			expect(effectivePolicy(policy, ['Roofing'])).toEqual(effectivePolicy({ preset: 'standard' }));
		},
	);
});

describe('thresholds', () => {
	const rejects = (policy: object, around: number, campaign: string | null): boolean[] =>
		[around - 1, around, around + 1].map((fraud_score) => decided(policy, { ...CLEAN, fraud_score }, campaign).outcome === 'reject');
	const REACHED = [false, true, true];

	it.each(PRESETS.map(({ name, fraudThreshold }) => [name, fraudThreshold] as const))(
		'the preset %s of an override rejects from its own %d on, or from what the override says',
		(preset, own) => {
			const base = { preset: 'standard', fraudThreshold: 30 };
			expect(rejects({ ...base, overrides: { Solar: { preset } } }, own, 'Solar')).toEqual(REACHED);
			expect(rejects({ ...base, overrides: { Solar: { preset, fraudThreshold: 60 } } }, 60, 'Solar')).toEqual(REACHED);
			expect(rejects({ ...base, overrides: { Solar: { preset } } }, 30, null)).toEqual(REACHED);
		},
	);

	const byThreshold = (name: string) => ({
		name,
		conditions: [{ field: 'fraud_score', operator: 'greaterOrEqual', value: 'threshold' }],
		action: 'reject',
	});

	it('"threshold" in JSON rules is the threshold of the campaign, or else of the policy', () => {
		const policy = {
			rules: [byThreshold('Score')],
			fraudThreshold: 55,
			overrides: { Solar: { fraudThreshold: 45 }, Roofing: { defaultAction: 'qa' } },
		};
		expect([rejects(policy, 55, null), rejects(policy, 45, 'Solar'), rejects(policy, 55, 'Roofing')]).toEqual([REACHED, REACHED, REACHED]);
	});

	it('"threshold" is 85 if neither the policy nor a preset has one, and 90 for the email address in a preset', () => {
		const valuesOf = (policy: object) =>
			effectivePolicy(policyOf(policy)).rules.flatMap(({ conditions }) =>
				conditions.flatMap(({ field, value, source }) => (field.endsWith('fraud_score') ? [[field, value, source]] : [])),
			);
		expect(valuesOf({ rules: [byThreshold('Score')] })).toEqual([['fraud_score', 85, 'base']]);
		expect(valuesOf({ preset: 'outreach', judge: ['phone', 'email', 'ip'] })).toEqual([
			['fraud_score', 85, 'base'],
			['email.fraud_score', 90, 'base'],
			['ip.fraud_score', 85, 'base'],
		]);
	});

	it('a rule of a campaign uses the threshold of the campaign', () => {
		const valid = { name: 'Invalid', conditions: [{ field: 'valid', operator: 'isFalse' }], action: 'reject' };
		const policy = {
			rules: [valid],
			fraudThreshold: 65,
			overrides: { Solar: { rules: [byThreshold('Score')] }, Roofing: { rules: [byThreshold('Score')], fraudThreshold: 35 } },
		};
		expect([rejects(policy, 65, 'Solar'), rejects(policy, 35, 'Roofing')]).toEqual([REACHED, REACHED]);
		expect(rejects(policy, 65, null)).toEqual([false, false, false]);
	});

	it('0 and 100 are valid thresholds, scores beyond them are not', () => {
		expect(rejects({ preset: 'standard', fraudThreshold: 0 }, 0, null)).toEqual(REACHED);
		expect(rejects({ preset: 'standard', fraudThreshold: 100 }, 100, null)).toEqual([false, true, false]);
	});

	it('the QA threshold of an override replaces the one of the policy', () => {
		const policy = { preset: 'clearAbuse', qaThreshold: 20, overrides: { Solar: { qaThreshold: 50 } } };
		const at = (fraud_score: number, campaign: string | null) => decided(policy, { ...CLEAN, fraud_score }, campaign).outcome;
		expect([19, 20, 21].map((score) => at(score, null))).toEqual(['accept', 'qa', 'qa']);
		expect([49, 50, 51].map((score) => at(score, 'Solar'))).toEqual(['accept', 'qa', 'qa']);
	});
});
