import { isPlanNotice } from '../ipqs/readResponseValue';
import type { ResponseField } from '../ipqs/responseField';
import { isJsonObject } from '../json/json';
import type { CompiledPolicy } from './compile';
import type { ConditionField } from './conditionFields';
import { NO_RULE_FOR_CAMPAIGN } from './effectiveRule';
import { reachableOutcomes } from './evaluateRules';
import { neverMatches, ruleImplies } from './implies';
import { RESULT_KIND_INFO, RESULT_KINDS, type LeadResults } from './resultKinds';
import type { EffectiveRule } from './types';

/** What a clean lead has in a field; undefined for fields such as line type and country. */
function cleanValue({ type, range, goodWhenTrue, goodWhenHigh }: ResponseField): boolean | number | undefined {
	if (type === 'boolean') return goodWhenTrue ?? false;
	return range?.[goodWhenHigh ? 1 : 0];
}

/** Results without a bad sign: valid, score 0, no flags. Fields such as line type and country are unknown. */
export const CLEAN_RESULTS: LeadResults = Object.fromEntries(
	RESULT_KINDS.map((kind) => {
		const fields = RESULT_KIND_INFO[kind].fields.filter((field) => !field.name.includes('.') && cleanValue(field) !== undefined);
		return [kind, Object.fromEntries(fields.map((field) => [field.name, cleanValue(field)]))];
	}),
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
		if (rule.name === NO_RULE_FOR_CAMPAIGN) return [];
		if (neverMatches(compiled)) return [{ rule: rule.name, because: null }];
		if (policy.hitPolicy !== 'first') return [];
		const catching = rules.slice(0, index).find((earlier) => catchesUnknown(earlier.rule, rule) && ruleImplies(compiled, earlier));
		return catching === undefined ? [] : [{ rule: rule.name, because: catching.rule.name }];
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
