import type { ConditionField } from './conditionFields';
import { compileCondition, type CompiledCondition } from './compileCondition';
import { ruleCode, explainMatch } from './reasons';
import { stableHash } from './hash';
import { writeOutPolicy } from './writeOutPolicy';
import { RESULT_KINDS, type LeadResults, type ResultKind } from './resultKinds';
import type { EffectivePolicy, EffectiveRule, TruthValue } from './types';

export interface CompiledRule {
	readonly rule: EffectiveRule;
	/** Code of the reason if the rule matches, such as `FRAUD_SCORE`. */
	readonly code: string;
	readonly conditions: readonly CompiledCondition[];
	evaluate(results: LeadResults): TruthValue;
	/** A sentence that says why the rule matches. */
	explain(results: LeadResults): string;
}

export interface CompiledPolicy {
	readonly policy: EffectivePolicy;
	readonly hash: string;
	readonly rules: readonly CompiledRule[];
	/** The fields that the conditions use, each once. */
	readonly fields: readonly ConditionField[];
	/** The results that the conditions are about, in the order of all kinds. */
	readonly kinds: readonly ResultKind[];
}

function compileRule(rule: EffectiveRule): CompiledRule {
	const conditions = rule.conditions.map(compileCondition);
	/** The value that decides the rule early: `false` for `all`, `true` for `any`. */
	const [decisive, otherwise]: [TruthValue, TruthValue] = rule.match === 'all' ? ['false', 'true'] : ['true', 'false'];
	return {
		rule,
		code: ruleCode(conditions),
		conditions,
		evaluate: (results) => {
			let value: TruthValue = otherwise;
			for (const condition of conditions) {
				const one = condition.evaluate(results);
				if (one === decisive) return decisive;
				if (one === 'unknown') value = 'unknown';
			}
			return value;
		},
		explain: explainMatch(conditions),
	};
}

/** Leaves a setting out of the hash if it is the default. */
const unlessDefault = <Action extends string>(action: Action | undefined): Action | undefined => (action === 'qa' ? undefined : action);

/** The parts of a policy that its hash covers. Names are not among them: policies with the same rules have the same hash. */
const decidingParts = (policy: ReturnType<typeof writeOutPolicy>) => ({
	...policy,
	name: undefined,
	onUnusableNumber: unlessDefault(policy.onUnusableNumber),
	onMissingValue: unlessDefault(policy.onMissingValue),
	rules: policy.rules.map((rule) => ({ ...rule, name: undefined })),
});

export function compilePolicy(policy: EffectivePolicy): CompiledPolicy {
	const rules = policy.rules.map(compileRule);
	const fields = [...new Set(rules.flatMap(({ conditions }) => conditions.map(({ field }) => field)))];
	const used = new Set(fields.map(({ kind }) => kind));
	const kinds = RESULT_KINDS.filter((kind) => used.has(kind));
	return { policy, hash: stableHash(decidingParts(writeOutPolicy(policy))), rules, fields, kinds };
}
