import { conditionField } from './conditionFields';
import { operandOf } from './compileCondition';
import { UniqueNames } from './normalizeName';
import { getOperator } from './operators';
import { PRESET_RULE_NAMES } from './presets';
import { THRESHOLD, type Condition, type Policy, type PolicyOverride, type Rule } from './types';

/** "Fraud Score is at or above 85". */
function describe({ field, operator, value }: Condition): string {
	const operand = value === THRESHOLD ? ['the Fraud Threshold'] : operandOf(value).map(String);
	return `${conditionField(field)?.label ?? field} ${getOperator(operator).phrase(operand)}`;
}

type UnnamedRule = Omit<Rule, 'name'> & { readonly name?: string | undefined };
type Unnamed<T> = Omit<T, 'rules'> & { readonly rules?: readonly UnnamedRule[] | undefined };

/** A policy with rules that may have no name. */
export type UnnamedPolicy = Unnamed<Omit<Policy, 'overrides'>> & {
	readonly overrides?: Readonly<Record<string, Unnamed<PolicyOverride>>> | undefined;
};

/** Names every rule without a name by its first condition, each differently. */
export function nameRules({ overrides, ...policy }: UnnamedPolicy): Policy {
	const lists = [policy, ...Object.values(overrides ?? {})].map(({ rules = [] }) => rules);
	const given = lists.flatMap((rules) => rules.flatMap(({ name }) => name?.trim() || []));
	// A campaign can have rules next to those of the policy or of any preset.
	const names = new UniqueNames([...PRESET_RULE_NAMES, ...given]);
	const toNamed = ({ name, ...rule }: UnnamedRule): Rule => {
		const [first] = rule.conditions;
		return { name: name?.trim() || names.add(first === undefined ? 'Rule' : describe(first)), ...rule };
	};
	const withNames = <T extends { readonly rules?: readonly UnnamedRule[] | undefined }>(one: T): Omit<T, 'rules'> & { rules?: Rule[] } => {
		const { rules, ...rest } = one;
		return rules === undefined ? rest : { ...rest, rules: rules.map(toNamed) };
	};
	const base = withNames(policy);
	if (overrides === undefined) return base;
	// Most overrides have no rules, and there can be thousands.
	// Stryker disable next-line ConditionalExpression,EqualityOperator,ArrowFunction: only saves time
	if (Object.values(overrides).every(({ rules }) => rules === undefined)) return { ...base, overrides: overrides as Policy['overrides'] };
	return { ...base, overrides: Object.fromEntries(Object.entries(overrides).map(([key, override]) => [key, withNames(override)])) };
}
