import type { JsonObject } from '../json/json';
import { compileCondition, isOrdinarilyNull, type CompiledCondition, type ConditionField } from './conditions';
import { ruleCode, whyMatched } from './explain';
import { stableHash } from './hash';
import { asPolicy } from './effectivePolicy';
import type { EffectivePolicy, EffectiveRule, Outcome, Verdict } from './types';

export interface CompiledRule {
	readonly rule: EffectiveRule;
	/** Code of the reason when the rule matches. */
	readonly code: string;
	readonly conditions: readonly CompiledCondition[];
	judge(result: JsonObject): Verdict;
	/** Why it matched a result, in words. */
	why(result: JsonObject): string;
}

export interface CompiledPolicy {
	readonly policy: EffectivePolicy;
	readonly hash: string;
	readonly rules: readonly CompiledRule[];
	/** The fields that the conditions are about. */
	readonly fields: readonly ConditionField[];
}

function compileRule(rule: EffectiveRule): CompiledRule {
	const conditions = rule.conditions.map(compileCondition);
	/** One condition that comes out so settles the rule: a false one of all, a true one of any. */
	const [settling, otherwise]: [Verdict, Verdict] = rule.match === 'all' ? ['false', 'true'] : ['true', 'false'];
	return {
		rule,
		code: ruleCode(conditions),
		conditions,
		judge: (result) => {
			let verdict: Verdict = otherwise;
			for (const condition of conditions) {
				const one = condition.judge(result);
				if (one === settling) return settling;
				if (one === 'unknown') verdict = 'unknown';
			}
			return verdict;
		},
		why: whyMatched(conditions),
	};
}

/** Everything that decides, without names: policies that always decide alike by the same rules have the same. */
const substance = ({ rules, hitPolicy, defaultAction, onFailedLookup }: ReturnType<typeof asPolicy>) => ({
	rules: rules.map((rule) => ({ ...rule, name: undefined })),
	hitPolicy,
	defaultAction,
	onFailedLookup,
});

export function compilePolicy(policy: EffectivePolicy): CompiledPolicy {
	const rules = policy.rules.map(compileRule);
	const fields = [...new Set(rules.flatMap(({ conditions }) => conditions.map(({ field }) => field)))];
	return { policy, hash: stableHash(substance(asPolicy(policy))), rules, fields };
}

/** The conditions that keep an open rule open for a result: those that are unknown. */
export const openConditions = ({ conditions }: CompiledRule, result: JsonObject): readonly CompiledCondition[] =>
	conditions.length === 1 ? conditions : conditions.filter((condition) => condition.judge(result) === 'unknown');

/**
 * What a rule does when it cannot be told whether it matches: an outcome, nothing (`skip`), or `fork`, when the decision is
 * to be reached both ways.
 */
export function effectWhenOpen({ rule }: CompiledRule, open: readonly CompiledCondition[], result: JsonObject): Outcome | 'skip' | 'fork' {
	if (rule.whenUnknown !== 'default') return rule.whenUnknown;
	return open.every(({ field }) => isOrdinarilyNull(field, result)) ? 'skip' : 'fork';
}
