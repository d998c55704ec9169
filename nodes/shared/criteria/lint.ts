import { PHONE_FIELDS } from '../ipqs/phoneFields';
import { isPlanNotice, normalizeChoice } from '../ipqs/readValue';
import { isJsonObject, type JsonObject } from '../json/json';
import type { CompiledPolicy } from './compile';
import type { CompiledCondition, ConditionField } from './conditions';
import { reachableOutcomes } from './evaluate';
import { neverMatches, ruleImplies } from './implies';
import { getOperator, type Comparable, type Operator } from './operators';
import type { EffectiveRule } from './types';

/** A number about which nothing speaks: valid, score 0, no flag; what it is and where it comes from is left open. */
export const CLEAN_NUMBER: JsonObject = {
	...Object.fromEntries(
		PHONE_FIELDS.filter(({ name, type }) => type === 'boolean' && !name.includes('.')).map(({ name, goodWhenTrue }) => [
			name,
			goodWhenTrue ?? false,
		]),
	),
	fraud_score: 0,
};

/** Whether a spotless number can reach Accept: if not, a condition may be the wrong way round. */
export const acceptsCleanNumber = (compiled: CompiledPolicy): boolean => reachableOutcomes(compiled, CLEAN_NUMBER).has('accept');

/** A rule that can never be the one that decides. */
export interface UnreachableRule {
	readonly rule: string;
	/** The earlier rule that matches whenever this one would; null when it contradicts itself. */
	readonly because: string | null;
}

/** Whether an open earlier rule leaves nothing to a later one that is open for the same reason. */
const catchesUnknown = (earlier: EffectiveRule, later: EffectiveRule): boolean =>
	later.whenUnknown === 'skip' || later.whenUnknown === earlier.whenUnknown || !['default', 'skip'].includes(earlier.whenUnknown);

/** Rules that can never be reached: they contradict themselves, or an earlier rule catches all that they would. */
export function findUnreachableRules({ policy, rules }: CompiledPolicy): UnreachableRule[] {
	return rules.flatMap((compiled, index): UnreachableRule[] => {
		const { rule } = compiled;
		if (neverMatches(compiled)) return [{ rule: rule.name, because: null }];
		if (policy.hitPolicy !== 'first') return [];
		const catching = rules.slice(0, index).find((earlier) => catchesUnknown(earlier.rule, rule) && ruleImplies(compiled, earlier));
		return catching === undefined ? [] : [{ rule: rule.name, because: catching.rule.name }];
	});
}

/** A condition whose value is none that IPQS is known to send, as a slip of the pen would be; IPQS may add values. */
export interface UnrecognizedChoice {
	readonly rule: string;
	/** Label of the field. */
	readonly field: string;
	/** What IPQS is known to send in it. */
	readonly known: readonly string[];
}

/** Whether an operator compares a part of the value; the others compare all of it. */
const matchesPart = ({ name }: Operator): boolean => name === 'contains' || name === 'startsWith';

type Choice = ConditionField & { readonly choices: readonly string[] };

const isChoice = (field: ConditionField): field is Choice => field.choices !== undefined;

/** The condition's field where its value is none of the choices; a list, for flattening. */
function strangeField({ field, condition, operand }: CompiledCondition): Choice[] {
	if (!isChoice(field)) return [];
	const known = field.choices.map(normalizeChoice);
	const operator = getOperator(condition.operator);
	const isKnown = (value: Comparable): boolean => known.some(matchesPart(operator) ? operator.test([value]) : (choice) => choice === value);
	return operand.every(isKnown) ? [] : [field];
}

/** Conditions on a choice with a value that IPQS is not known to send; one for each rule and field. */
export function unrecognizedChoices({ rules }: CompiledPolicy): UnrecognizedChoice[] {
	return rules.flatMap(({ rule, conditions }) => {
		const fields = new Set(conditions.flatMap(strangeField));
		return [...fields].map(({ label, choices }) => ({ rule: rule.name, field: label, known: choices }));
	});
}

/** Whether a result has the field: present, and neither a plan sentence nor listed as not in the plan. */
export function hasField(field: ConditionField, result: JsonObject): boolean {
	const value = field.raw(result);
	if (value === undefined) return false;
	if (value === null && isJsonObject(result.lookup) && isJsonObject(result.lookup.not_in_plan)) {
		return !Object.hasOwn(result.lookup.not_in_plan, field.name);
	}
	return typeof value !== 'string' || field.type === 'text' || !isPlanNotice(value);
}
