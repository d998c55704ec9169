import { PHONE_FIELDS } from '../ipqs/phoneFields';
import { isPlanNotice, normalizeChoice } from '../ipqs/readValue';
import { isJsonObject, type JsonObject } from '../json/json';
import type { CompiledPolicy } from './compile';
import type { CompiledCondition, ConditionField } from './conditions';
import { reachableOutcomes } from './evaluate';
import { neverMatches, ruleImplies } from './implies';
import { getOperator, type Comparable, type Operator } from './operators';
import type { EffectiveRule } from './types';

/** A number without a bad sign: valid, score 0, no flags. Fields such as line type and country are unknown. */
export const CLEAN_NUMBER: JsonObject = {
	...Object.fromEntries(
		PHONE_FIELDS.filter(({ name, type }) => type === 'boolean' && !name.includes('.')).map(({ name, goodWhenTrue }) => [
			name,
			goodWhenTrue ?? false,
		]),
	),
	fraud_score: 0,
};

/** Whether a clean number can be accepted. If not, a condition may be reversed. */
export const acceptsCleanNumber = (compiled: CompiledPolicy): boolean => reachableOutcomes(compiled, CLEAN_NUMBER).has('accept');

/** A rule that can never decide. */
export interface UnreachableRule {
	readonly rule: string;
	/** The earlier rule that matches whenever this one does; null if the rule contradicts itself. */
	readonly because: string | null;
}

/** Whether an earlier unknown rule always decides before a later rule that is unknown because of the same field. */
const catchesUnknown = (earlier: EffectiveRule, later: EffectiveRule): boolean =>
	later.whenUnknown === 'skip' || later.whenUnknown === earlier.whenUnknown || !['default', 'skip'].includes(earlier.whenUnknown);

/** Finds rules that contradict themselves and rules after one that matches the same results. */
export function findUnreachableRules({ policy, rules }: CompiledPolicy): UnreachableRule[] {
	return rules.flatMap((compiled, index): UnreachableRule[] => {
		const { rule } = compiled;
		if (neverMatches(compiled)) return [{ rule: rule.name, because: null }];
		if (policy.hitPolicy !== 'first') return [];
		const catching = rules.slice(0, index).find((earlier) => catchesUnknown(earlier.rule, rule) && ruleImplies(compiled, earlier));
		return catching === undefined ? [] : [{ rule: rule.name, because: catching.rule.name }];
	});
}

/** A condition with a choice that IPQS is not known to send: probably a typo, but IPQS may add choices. */
export interface UnrecognizedChoice {
	readonly rule: string;
	/** Label of the field. */
	readonly field: string;
	/** The choices that IPQS is known to send, normalized. */
	readonly known: readonly string[];
}

/** Whether an operator compares with a part of the value. */
const matchesPart = ({ name }: Operator): boolean => name === 'contains' || name === 'startsWith';

type Choice = ConditionField & { readonly choices: readonly string[] };

const isChoice = (field: ConditionField): field is Choice => field.choices !== undefined;

/** The field of a condition whose value is not among the choices; a list of none or one. */
function unrecognizedField({ field, condition, operand }: CompiledCondition): Choice[] {
	if (!isChoice(field)) return [];
	const known = field.choices.map(normalizeChoice);
	const operator = getOperator(condition.operator);
	const isKnown = (value: Comparable): boolean => known.some(matchesPart(operator) ? operator.test([value]) : (choice) => choice === value);
	return operand.every(isKnown) ? [] : [field];
}

/** Conditions with choices that IPQS is not known to send, one per rule and field. */
export function unrecognizedChoices({ rules }: CompiledPolicy): UnrecognizedChoice[] {
	return rules.flatMap(({ rule, conditions }) => {
		const fields = new Set(conditions.flatMap(unrecognizedField));
		return [...fields].map(({ label, choices }) => ({ rule: rule.name, field: label, known: choices }));
	});
}

/** Whether a result has the field: it is present, no plan notice, and not listed in `lookup.not_in_plan`. */
export function hasField(field: ConditionField, result: JsonObject): boolean {
	const value = field.raw(result);
	if (value === undefined) return false;
	if (value === null && isJsonObject(result.lookup) && isJsonObject(result.lookup.not_in_plan)) {
		return !Object.hasOwn(result.lookup.not_in_plan, field.name);
	}
	return typeof value !== 'string' || field.type === 'text' || !isPlanNotice(value);
}
