import type { JsonObject } from '../json/json';
import { compileCondition, type CompiledCondition, type ConditionField } from './conditions';
import { ruleCode, explainMatch } from './explain';
import { stableHash } from './hash';
import { toPolicy } from './effectivePolicy';
import type { EffectivePolicy, EffectiveRule, TruthValue } from './types';

export interface CompiledRule {
	readonly rule: EffectiveRule;
	/** Code of the reason if the rule matches, such as `FRAUD_SCORE`. */
	readonly code: string;
	readonly conditions: readonly CompiledCondition[];
	evaluate(result: JsonObject): TruthValue;
	/** A sentence that says why the rule matches a result. */
	explain(result: JsonObject): string;
}

export interface CompiledPolicy {
	readonly policy: EffectivePolicy;
	readonly hash: string;
	readonly rules: readonly CompiledRule[];
	/** The fields that the conditions use, each once. */
	readonly fields: readonly ConditionField[];
}

function compileRule(rule: EffectiveRule): CompiledRule {
	const conditions = rule.conditions.map(compileCondition);
	/** The value that decides the rule early: `false` for `all`, `true` for `any`. */
	const [decisive, otherwise]: [TruthValue, TruthValue] = rule.match === 'all' ? ['false', 'true'] : ['true', 'false'];
	return {
		rule,
		code: ruleCode(conditions),
		conditions,
		evaluate: (result) => {
			let value: TruthValue = otherwise;
			for (const condition of conditions) {
				const one = condition.evaluate(result);
				if (one === decisive) return decisive;
				if (one === 'unknown') value = 'unknown';
			}
			return value;
		},
		explain: explainMatch(conditions),
	};
}

/** The parts of a policy that its hash covers. Names are not among them: policies with the same rules have the same hash. */
const decidingParts = ({ rules, hitPolicy, defaultAction, onFailedLookup }: ReturnType<typeof toPolicy>) => ({
	rules: rules.map((rule) => ({ ...rule, name: undefined })),
	hitPolicy,
	defaultAction,
	onFailedLookup,
});

export function compilePolicy(policy: EffectivePolicy): CompiledPolicy {
	const rules = policy.rules.map(compileRule);
	const fields = [...new Set(rules.flatMap(({ conditions }) => conditions.map(({ field }) => field)))];
	return { policy, hash: stableHash(decidingParts(toPolicy(policy))), rules, fields };
}
