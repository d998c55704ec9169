import { isPlanNotice, normalizeChoice } from '../ipqs/readValue';
import { isJsonObject } from '../json/json';
import type { CompiledPolicy } from './compile';
import type { ConditionField } from './conditionFields';
import type { CompiledCondition } from './conditions';
import { reachableOutcomes } from './evaluate';
import { neverMatches, ruleImplies } from './implies';
import { getOperator, type Comparable, type Operator } from './operators';
import { RESULT_KIND_INFO, RESULT_KINDS, type LeadResults } from './resultKinds';
import type { EffectiveRule } from './types';

/** Results without a bad sign: valid, score 0, no flags. Fields such as line type and country are unknown. */
export const CLEAN_RESULTS: LeadResults = Object.fromEntries(
	RESULT_KINDS.map((kind) => [
		kind,
		Object.fromEntries(
			RESULT_KIND_INFO[kind].fields
				.filter(({ name, type, range }) => !name.includes('.') && (type === 'boolean' || range !== undefined))
				.map(({ name, range, goodWhenTrue }) => [name, range === undefined ? (goodWhenTrue ?? false) : range[0]]),
		),
	]),
);

/** Whether a lead without a bad sign can be accepted. If not, a condition may be reversed. */
export const acceptsCleanLead = (compiled: CompiledPolicy): boolean => reachableOutcomes(compiled, CLEAN_RESULTS).has('accept');

/** A rule that can never decide. */
export interface UnreachableRule {
	readonly rule: string;
	/** The earlier rule that matches whenever this one does; null if the rule contradicts itself. */
	readonly because: string | null;
}

/** Whether an earlier unknown rule always decides before a later rule that is unknown because of the same field. */
const catchesUnknown = (earlier: EffectiveRule, later: EffectiveRule): boolean =>
	later.whenUnknown === 'skip' || later.whenUnknown === earlier.whenUnknown || !['default', 'skip'].includes(earlier.whenUnknown);

/** Rules compared with each other. Comparing each rule of a very long policy with all others would take too long. */
const MAX_COMPARED = 200;

/** Finds rules that contradict themselves and rules after one that matches the same results. */
export function findUnreachableRules({ policy, rules }: CompiledPolicy): UnreachableRule[] {
	return rules.slice(0, MAX_COMPARED).flatMap((compiled, index): UnreachableRule[] => {
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

/** Whether results have the field: it is present, no plan notice, and not listed in `lookup.not_in_plan`. */
export function hasField(field: ConditionField, results: LeadResults): boolean {
	const value = field.raw(results);
	if (value === undefined) return false;
	const lookup = results[field.kind]?.lookup;
	if (value === null && isJsonObject(lookup) && isJsonObject(lookup.not_in_plan)) return !Object.hasOwn(lookup.not_in_plan, field.path);
	return typeof value !== 'string' || field.type === 'text' || !isPlanNotice(value);
}
