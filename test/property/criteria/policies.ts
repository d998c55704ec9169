import fc from 'fast-check';
import { CONDITION_FIELDS } from '../../../nodes/shared/criteria/conditionFields';
import { operatorsFor, type Operator } from '../../../nodes/shared/criteria/operators';
import { PRESET_NAMES } from '../../../nodes/shared/criteria/presets';
import {
	HIT_POLICIES,
	MATCHES,
	OUTCOMES,
	WHEN_UNKNOWN,
	type Condition,
	type Policy,
	type Rule,
} from '../../../nodes/shared/criteria/types';

const FIELDS = CONDITION_FIELDS.filter(({ name }) =>
	['fraud_score', 'valid', 'VOIP', 'prepaid', 'line_type', 'active_status', 'country', 'do_not_call', 'risky'].includes(name),
);
const COUNTRIES = ['US', 'CA', 'GB', 'DE'];
const TEXTS = ['Wireless', 'Mobile', 'Landline', 'VOIP', 'Toll-Free', 'US', 'CA', 'GB', 'Phone Turned Off', 'Inconclusive Status'];

const score = fc.integer({ min: 0, max: 100 });
export const outcome = fc.constantFrom(...OUTCOMES);

const operandOf = ({ operand, name }: Operator, isNumber: boolean, isCountry: boolean): fc.Arbitrary<{ value?: Condition['value'] }> => {
	if (operand === 'none') return fc.constant({});
	if (operand === 'range') return fc.tuple(score, score).map(([one, other]) => ({ value: [Math.min(one, other), Math.max(one, other)] }));
	const texts = isCountry && (name === 'equals' || name === 'notEquals' || operand === 'list') ? COUNTRIES : TEXTS;
	if (operand === 'list') return fc.uniqueArray(fc.constantFrom(...texts), { minLength: 1, maxLength: 3 }).map((value) => ({ value }));
	return isNumber ? score.map((value) => ({ value })) : fc.constantFrom(...texts).map((value) => ({ value }));
};

const condition: fc.Arbitrary<Condition> = fc.constantFrom(...FIELDS).chain((field) =>
	fc.constantFrom(...operatorsFor(field.type)).chain((operator) =>
		operandOf(operator, field.type === 'number', field.isCountry === true).map((operand) => ({
			field: field.name,
			operator: operator.name,
			...operand,
		})),
	),
);

const rule: fc.Arbitrary<Omit<Rule, 'name'>> = fc.record({
	match: fc.constantFrom(...MATCHES),
	conditions: fc.array(condition, { minLength: 1, maxLength: 3 }),
	action: outcome,
	whenUnknown: fc.constantFrom(...WHEN_UNKNOWN),
});

const rules = fc
	.array(rule, { minLength: 1, maxLength: 6 })
	.map((all): Rule[] => all.map((one, index) => ({ name: `Rule ${index}`, ...one })));

const rest = { defaultAction: outcome, onFailedLookup: outcome };

/** Policies with uniquely named rules. */
export const rulePolicy: fc.Arbitrary<Policy & { rules: readonly Rule[] }> = fc.record({
	rules,
	hitPolicy: fc.constantFrom(...HIT_POLICIES),
	...rest,
});

export const presetPolicy: fc.Arbitrary<Policy & { fraudThreshold: number }> = fc.record({
	preset: fc.constantFrom(...PRESET_NAMES),
	fraudThreshold: score,
	...rest,
});

const known = (value: fc.Arbitrary<unknown>) =>
	fc.oneof({ weight: 3, arbitrary: value }, fc.constantFrom(null, undefined, '', 'N/A', 'Premium required.', {}));
const flag = known(fc.constantFrom(true, false, 'true', 'false', 1, 0));

/** Results as IPQS or sheets have them, with invalid and missing values. */
export const result = fc.record(
	{
		success: fc.constantFrom(true, 'true', true, true, false, null),
		fraud_score: known(fc.oneof(score, score.map(String))),
		valid: flag,
		VOIP: flag,
		prepaid: flag,
		risky: flag,
		recent_abuse: flag,
		active: flag,
		do_not_call: flag,
		tcpa_blacklist: flag,
		spammer: flag,
		line_type: known(fc.constantFrom(...TEXTS)),
		active_status: known(fc.constantFrom('Active Line', 'Phone Turned Off', 'Disconnected Line', 'Inconclusive Status')),
		country: known(fc.constantFrom('US', 'CA', 'GB', 'Canada')),
	},
	{ requiredKeys: [] },
);
