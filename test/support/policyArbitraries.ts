/**
 * Random policies and campaigns for tests of the rule engine (SPEC 4). Policies are valid by SPEC 4.3; what SPEC leaves
 * open about validity is left out: metadata fields, `in` for numbers, `contains` for choices, thresholds that nothing uses.
 */

import fc from 'fast-check';

import type { ResponseField } from '../../nodes/shared/ipqs/responseField';
import { PRESET_NAMES, presetRules } from './referencePolicy';
import type { ConditionJson, JudgedByPreset, OverrideJson, PolicyJson, PresetName, ResultName, RuleJson } from './referencePolicy';
import { RESULT_NAMES, RESULTS } from './referenceResults';

export const isJudgeable = ({ type, isMetadata }: ResponseField) => type !== 'list' && type !== 'object' && isMetadata !== true;
export const fieldName = (result: ResultName, { name }: ResponseField) => (result === 'phone' ? name : `${result}.${name}`);

/** Every field with a single value, by the name it has in a condition. */
export const JUDGED_FIELDS: ReadonlyArray<{ readonly name: string; readonly field: ResponseField }> = RESULT_NAMES.flatMap((result) =>
	RESULTS[result].fields.filter(isJudgeable).map((field) => ({ name: fieldName(result, field), field })),
);

const CAMPAIGNS = ['solar', 'roofing', 'Home Insurance', 'debt-tx'] as const;
const COUNTRY_NAMES = ['country', 'country_code', 'bin_country', 'billing_phone_country', 'shipping_phone_country'];
/** Conditions never hold these: they are unknown values. */
const UNKNOWN_CHOICES = ['Inconclusive Status', 'Unknown'];

export const isCountry = (name: string) => COUNTRY_NAMES.includes(name.replace(/^.*\./, ''));
export const textsOf = (name: string): readonly string[] =>
	isCountry(name) ? ['US', 'CA', 'GB', 'DE'] : ['Example', 'example one', 'Another', 'AT&T Mobility', 'MA'];
const choicesOf = ({ choices = [] }: ResponseField): readonly string[] => choices.filter((choice) => !UNKNOWN_CHOICES.includes(choice));

export const numberIn = ({ range: [lowest, highest] = [0, 100] }: ResponseField) => fc.integer({ min: lowest, max: highest });

const withoutValue = (...operators: string[]) => fc.record({ operator: fc.constantFrom(...operators) });
const withValue = <T>(value: fc.Arbitrary<T>, ...operators: string[]) => fc.record({ operator: fc.constantFrom(...operators), value });

function comparisonOf(name: string, field: ResponseField): fc.Arbitrary<Omit<ConditionJson, 'field'>> {
	if (field.type === 'boolean') return withoutValue('isTrue', 'isFalse');
	if (field.type === 'number') {
		const number = numberIn(field);
		const range = fc.tuple(number, number).map(([one, other]) => [Math.min(one, other), Math.max(one, other)]);
		return fc.oneof(
			withValue(number, 'equals', 'notEquals', 'greaterThan', 'greaterOrEqual', 'lessThan', 'lessOrEqual'),
			withValue(range, 'between'),
			...(field.name === 'fraud_score' ? [withValue(fc.constant('threshold'), 'greaterOrEqual')] : []),
		);
	}
	const texts = field.type === 'choice' ? choicesOf(field) : textsOf(name);
	const spelled = isCountry(name) ? [...texts, 'USA', 'UK', 'United States'] : texts;
	const one = withValue(fc.constantFrom(...spelled), 'equals', 'notEquals');
	const several = withValue(fc.subarray([...texts], { minLength: 1 }), 'in', 'notIn');
	if (field.type === 'choice' || isCountry(name)) return fc.oneof(one, several);
	return fc.oneof(one, several, withValue(fc.constantFrom('exam', 'a', 'MOBILITY'), 'contains', 'startsWith'));
}

/** Fields that most policies are about come up more often than the rest. */
export const FREQUENT =
	/^((email\.|ip\.)?(fraud_score|recent_abuse|valid)|VOIP|prepaid|active|active_status|line_type|do_not_call|email\.disposable|ip\.proxy)$/;
const judgedField = fc.oneof(
	{ weight: 2, arbitrary: fc.constantFrom(...JUDGED_FIELDS.filter(({ name }) => FREQUENT.test(name))) },
	{ weight: 1, arbitrary: fc.constantFrom(...JUDGED_FIELDS) },
);

export const conditionArbitrary: fc.Arbitrary<ConditionJson> = judgedField.chain(({ name, field }) =>
	fc
		.oneof({ weight: 9, arbitrary: comparisonOf(name, field) }, { weight: 1, arbitrary: withoutValue('isKnown', 'isUnknown') })
		.map((comparison) => ({ field: name, ...comparison })),
);

const action = fc.constantFrom('accept', 'qa', 'reject');

const rule: fc.Arbitrary<RuleJson> = fc.record(
	{
		conditions: fc.uniqueArray(conditionArbitrary, { minLength: 1, maxLength: 3, selector: ({ field }) => field }),
		action,
		match: fc.constantFrom('all', 'any'),
		whenUnknown: fc.oneof(
			{ weight: 3, arbitrary: fc.constant('default' as const) },
			{ weight: 1, arbitrary: fc.constantFrom('qa', 'reject', 'accept', 'skip') },
		),
		campaigns: fc.oneof(
			{ weight: 3, arbitrary: fc.constant('') },
			{ weight: 1, arbitrary: fc.subarray([...CAMPAIGNS], { minLength: 1 }).map((names) => names.join(', ').toUpperCase()) },
		),
	},
	{ requiredKeys: ['conditions', 'action'] },
);

/** Rules with names that no other list of the policy uses. */
const rulesNamed = (list: string, minLength: number) =>
	fc.array(rule, { minLength, maxLength: 4 }).map((rules) => rules.map((one, index) => ({ name: `${list} rule ${index + 1}`, ...one })));

const preset = fc.constantFrom(...PRESET_NAMES);
const judge = fc.subarray(['phone', 'email', 'ip'] as JudgedByPreset[], { minLength: 1 });
const score = fc.oneof(
	{ weight: 3, arbitrary: fc.integer({ min: 40, max: 100 }) },
	{ weight: 1, arbitrary: fc.integer({ min: 0, max: 100 }) },
);
const settings = {
	defaultAction: action,
	onFailedLookup: action,
	onUnusableNumber: fc.constantFrom('qa', 'rejectMissing', 'reject', 'accept'),
	onMissingValue: fc.constantFrom('qa', 'ignore'),
} as const;

const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined, freq: 2 });

const namesOf = (of: PresetName, judged: readonly JudgedByPreset[]): string[] => {
	const { reject, qa } = presetRules(of, judged);
	return [...reject, ...qa].flatMap(({ name = [] }) => name);
};

const usesThreshold = (rules: readonly RuleJson[] = []) =>
	rules.some(({ conditions }) => conditions.some(({ value }) => value === 'threshold'));
const defined = <T extends object>(members: T): T =>
	Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T;

/** Keeps what SPEC refuses out of an override or a policy: thresholds nothing uses, rules to leave out of no preset. */
function valid<T extends OverrideJson>(
	members: T,
	of: PresetName | undefined,
	judged: readonly JudgedByPreset[],
	base: readonly RuleJson[],
): T {
	const { fraudThreshold, qaThreshold, disableRules, rules = [] } = members;
	const names = of === undefined ? [] : namesOf(of, judged);
	const usesS = of !== undefined || usesThreshold(rules) || usesThreshold(base);
	const left = disableRules?.map((position) => names[Number(position) % names.length]).filter((name) => name?.includes('≥ S') === false);
	return defined({
		...members,
		fraudThreshold: usesS ? fraudThreshold : undefined,
		qaThreshold: of !== undefined && judged.includes('phone') ? qaThreshold : undefined,
		disableRules: names.length === 0 || left === undefined || left.length === 0 ? undefined : [...new Set(left)],
	});
}

const positions = fc.array(fc.nat(20).map(String), { minLength: 1, maxLength: 3 });

const overrideFor = (campaign: string, base: PolicyJson): fc.Arbitrary<OverrideJson> =>
	fc
		.record(
			{
				...settings,
				preset,
				fraudThreshold: score,
				qaThreshold: score,
				disableRules: positions,
				rules: rulesNamed(campaign, 1),
			},
			{ requiredKeys: [] },
		)
		.map((members) => {
			const baseRules = members.preset === undefined ? (base.rules ?? []) : [];
			return valid(members, members.preset ?? base.preset, base.judge ?? ['phone'], baseRules);
		});

const basePolicy: fc.Arbitrary<PolicyJson> = fc
	.record(
		{
			...settings,
			preset: optional(preset),
			judge,
			hitPolicy: fc.constantFrom('first', 'worst'),
			isWorstWithPreset: fc.nat(7).map((chance) => chance === 0),
			fraudThreshold: score,
			qaThreshold: score,
			disableRules: positions,
			rules: rulesNamed('Base', 1),
		},
		{ requiredKeys: ['preset'] },
	)
	.chain((members) =>
		(members.preset ?? members.rules) ? fc.constant(members) : rulesNamed('Base', 1).map((rules) => ({ ...members, rules })),
	)
	.map(({ judge: judged, isWorstWithPreset, ...members }) => {
		if (members.preset === undefined) return valid(members, undefined, ['phone'], []);
		// SPEC speaks of `worst` for rules, so presets have it seldom.
		const hitPolicy = isWorstWithPreset === true ? members.hitPolicy : undefined;
		return valid({ ...members, judge: judged, hitPolicy }, members.preset, judged ?? ['phone'], []);
	});

/** A valid policy: a preset, rules or both, and in half the cases overrides. */
export const policyArbitrary: fc.Arbitrary<PolicyJson> = basePolicy.chain((base) =>
	optional(fc.subarray([...CAMPAIGNS], { minLength: 1 })).chain((campaigns = []) =>
		fc.tuple(...campaigns.map((campaign) => overrideFor(campaign, base))).map((overrides) => {
			const filled = campaigns.map((campaign, index) => [campaign, overrides[index] ?? {}] as const);
			const changing = filled.filter(([, override]) => Object.keys(override).length > 0);
			return changing.length === 0 ? base : { ...base, overrides: Object.fromEntries(changing) };
		}),
	),
);

/** Campaigns of a lead, the strongest first, in various spellings. */
export const campaignsArbitrary: fc.Arbitrary<string[]> = fc.array(
	fc.oneof(
		{ weight: 5, arbitrary: fc.constantFrom(...CAMPAIGNS) },
		{ weight: 1, arbitrary: fc.constantFrom(...CAMPAIGNS).map((name) => ` ${name.toUpperCase()} `) },
		{ weight: 1, arbitrary: fc.constant('unknown campaign') },
	),
	{ maxLength: 3 },
);
