import type { JsonObject } from '../json/json';
import type { CompiledPolicy, CompiledRule } from './compile';
import { isNullNormal, type CompiledCondition } from './conditions';
import { NO_RULE_MATCHED, unknownCode, explainNoResult, explainFailedLookup, explainUnknown } from './explain';
import type { ExtractedResult } from './extractResult';
import { OUTCOMES, type DecisionSource, type EffectivePolicy, type Evaluation, type Outcome, type DecisionReason } from './types';

/** A rule that matched or is unknown, with its effect. */
interface Hit {
	readonly rule: CompiledRule;
	readonly code: string;
	readonly effect: Outcome | 'skip' | 'fork';
	/** The conditions that are unknown; null if the rule matched. */
	readonly unknown: readonly CompiledCondition[] | null;
}

type DecidingHit = Hit & { readonly effect: Outcome };

const isDeciding = (hit: Hit): hit is DecidingHit => hit.effect !== 'skip' && hit.effect !== 'fork';

const SEVERITY = Object.fromEntries(OUTCOMES.map((outcome, severity) => [outcome, severity])) as Readonly<Record<Outcome, number>>;

/** The conditions that make a rule unknown for a result. */
export const unknownConditions = ({ conditions }: CompiledRule, result: JsonObject): readonly CompiledCondition[] =>
	conditions.length === 1 ? conditions : conditions.filter((condition) => condition.evaluate(result) === 'unknown');

/** The effect of an unknown rule: an outcome, nothing (`skip`), or `fork`, which compares the decisions with and without the rule. */
export function effectWhenUnknown(
	{ rule }: CompiledRule,
	unknown: readonly CompiledCondition[],
	result: JsonObject,
): Outcome | 'skip' | 'fork' {
	if (rule.whenUnknown !== 'default') return rule.whenUnknown;
	return unknown.every(({ field }) => isNullNormal(field, result)) ? 'skip' : 'fork';
}

function findHits(rules: readonly CompiledRule[], result: JsonObject): Hit[] {
	const hits: Hit[] = [];
	for (const rule of rules) {
		const value = rule.evaluate(result);
		if (value === 'false') continue;
		if (value === 'true') {
			hits.push({ rule, code: rule.code, effect: rule.rule.action, unknown: null });
			continue;
		}
		const unknown = unknownConditions(rule, result);
		hits.push({ rule, code: unknownCode(unknown), effect: effectWhenUnknown(rule, unknown, result), unknown });
	}
	return hits;
}

/** The outcome if no forked rule matches, and the forked rules that could change it. */
interface HitPolicyResult {
	readonly outcome: Outcome;
	readonly deciding: DecidingHit | undefined;
	readonly forks: readonly Hit[];
}

function applyHitPolicy(hits: readonly Hit[], { hitPolicy, defaultAction }: EffectivePolicy): HitPolicyResult {
	let deciding: DecidingHit | undefined;
	const forks: Hit[] = [];
	for (const hit of hits) {
		if (hit.effect === 'fork') forks.push(hit);
		if (isDeciding(hit) && (deciding === undefined || SEVERITY[hit.effect] > SEVERITY[deciding.effect])) deciding = hit;
		if (hitPolicy === 'first' && deciding !== undefined) break;
	}
	return { outcome: deciding?.effect ?? defaultAction, deciding, forks };
}

/**
 * The outcome if a forked rule matches. One rule at a time is enough: of several, only the earliest (`first`) or the most severe
 * (`worst`) would decide.
 */
function outcomeIfMatched({ rule: { rule } }: Hit, { deciding }: HitPolicyResult, { hitPolicy }: EffectivePolicy): Outcome {
	const outweighed = hitPolicy === 'worst' && deciding !== undefined && SEVERITY[deciding.effect] > SEVERITY[rule.action];
	return outweighed ? deciding.effect : rule.action;
}

const toReason = ({ rule, code, effect }: Hit): DecisionReason => ({
	code,
	rule: rule.rule.name,
	action: effect === 'fork' ? 'qa' : effect,
});

/** The codes of the rules that matched, and if an unknown rule decided, of the unknown rules that are not skipped. */
function codesOf(hits: readonly Hit[], source: DecisionSource): string {
	const codes: string[] = [];
	for (const { code, effect, unknown } of hits) {
		const counts = unknown === null || (source === 'unknown' && effect !== 'skip');
		if (counts && !codes.includes(code)) codes.push(code);
	}
	return codes.join(', ');
}

function evaluateRules({ policy, rules }: CompiledPolicy, result: JsonObject): Evaluation {
	const hits = findHits(rules, result);
	const applied = applyHitPolicy(hits, policy);
	const { outcome, deciding, forks } = applied;
	const decisiveFork = forks.find((fork) => outcomeIfMatched(fork, applied, policy) !== outcome);
	const hit = decisiveFork ?? deciding;
	const source = hit === undefined ? 'default' : hit.unknown === null ? 'rule' : 'unknown';
	return {
		outcome: decisiveFork === undefined ? outcome : 'qa',
		rule: hit?.rule.rule.name ?? null,
		source,
		reason: hit === undefined ? NO_RULE_MATCHED : hit.unknown === null ? hit.rule.explain(result) : explainUnknown(hit.unknown),
		codes: codesOf(hits, source),
		reasons: hits.map(toReason),
	};
}

/** An evaluation for a cause other than a rule. */
export const evaluationWithoutRule = (outcome: Outcome, source: DecisionSource, code: string, reason: string): Evaluation => ({
	outcome,
	rule: null,
	source,
	reason,
	codes: code,
	reasons: [{ code, rule: null, action: outcome }],
});

/**
 * Evaluates the result of an item. Never throws because of values in the result.
 *
 * @param resultField path of the result in the item, for the reason
 */
export function evaluatePolicy(compiled: CompiledPolicy, extracted: ExtractedResult, resultField: string): Evaluation {
	switch (extracted.kind) {
		case 'none':
			return evaluationWithoutRule('qa', 'no_result', 'NO_RESULT', explainNoResult(resultField));
		case 'failed':
			return evaluationWithoutRule(compiled.policy.onFailedLookup, 'failed_lookup', 'LOOKUP_FAILED', explainFailedLookup(extracted.reason));
		case 'result':
			return evaluateRules(compiled, extracted.result);
	}
}

/** The outcomes that are possible if every unknown rule could match or not, whatever its `whenUnknown` says. */
export function reachableOutcomes({ policy, rules }: CompiledPolicy, result: JsonObject): ReadonlySet<Outcome> {
	const hits = findHits(rules, result).map((hit): Hit => (hit.unknown === null ? hit : { ...hit, effect: 'fork' }));
	const applied = applyHitPolicy(hits, policy);
	return new Set([applied.outcome, ...applied.forks.map((fork) => outcomeIfMatched(fork, applied, policy))]);
}
