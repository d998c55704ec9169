import type { CompiledPolicy, CompiledRule } from './compile';
import { isNullNormal, type CompiledCondition } from './compileCondition';
import { explainNoRule, explainUnknown, unknownCode } from './reasons';
import type { LeadResults } from './resultKinds';
import { SEVERITY } from './severity';
import type { DecisionReason, DecisionSource, EffectivePolicy, Evaluation, Outcome } from './types';

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

/** The conditions that make a rule unknown. */
export const unknownConditions = ({ conditions }: CompiledRule, results: LeadResults): readonly CompiledCondition[] =>
	conditions.length === 1 ? conditions : conditions.filter((condition) => condition.evaluate(results) === 'unknown');

/** What an unknown rule does: an outcome, nothing (`skip`), or `fork`, when the decision is reached both ways. */
export function effectWhenUnknown(
	{ rule }: CompiledRule,
	unknown: readonly CompiledCondition[],
	results: LeadResults,
): Outcome | 'skip' | 'fork' {
	if (rule.whenUnknown !== 'default') return rule.whenUnknown;
	return unknown.every(({ field }) => isNullNormal(field, results)) ? 'skip' : 'fork';
}

function findHits(rules: readonly CompiledRule[], results: LeadResults): Hit[] {
	const hits: Hit[] = [];
	for (const rule of rules) {
		const value = rule.evaluate(results);
		if (value === 'false') continue;
		if (value === 'true') {
			hits.push({ rule, code: rule.code, effect: rule.rule.action, unknown: null });
			continue;
		}
		const unknown = unknownConditions(rule, results);
		hits.push({ rule, code: unknownCode(unknown), effect: effectWhenUnknown(rule, unknown, results), unknown });
	}
	return hits;
}

/** Where the hits lead if no forked rule matches, and the forked rules that could decide. */
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

/** Code of a lead that no rule accepts. */
const NO_RULE = 'NO_RULE';

/**
 * The codes that speak against the lead: of the rules that matched and do not accept, and if an unknown rule decided, of the unknown
 * rules that neither accept nor are skipped.
 */
function codesOf(hits: readonly Hit[], source: DecisionSource, outcome: Outcome): string {
	if (source === 'default' && outcome !== 'accept') return NO_RULE;
	const codes: string[] = [];
	for (const { code, effect, unknown, rule } of hits) {
		const counts = unknown === null ? rule.rule.action !== 'accept' : source === 'unknown' && effect !== 'skip' && effect !== 'accept';
		if (counts && !codes.includes(code)) codes.push(code);
	}
	return codes.join(', ');
}

/** The first of the rules of which the largest share of conditions is true. */
function findNearestRule(rules: readonly CompiledRule[], results: LeadResults): CompiledRule | undefined {
	let nearest: CompiledRule | undefined;
	let largest = -1;
	for (const rule of rules) {
		const share = rule.conditions.filter((condition) => condition.evaluate(results) === 'true').length / rule.conditions.length;
		if (share > largest) [nearest, largest] = [rule, share];
	}
	return nearest;
}

/** Evaluates the rules of a policy. Never throws because of values in the results. */
export function evaluateRules({ policy, rules }: CompiledPolicy, results: LeadResults): Evaluation {
	const hits = findHits(rules, results);
	const applied = applyHitPolicy(hits, policy);
	const { deciding, forks } = applied;
	const decisiveFork = forks.find((fork) => outcomeIfMatched(fork, applied, policy) !== applied.outcome);
	const outcome = decisiveFork === undefined ? applied.outcome : 'qa';
	const hit = decisiveFork ?? deciding;
	const source = hit === undefined ? 'default' : hit.unknown === null ? 'rule' : 'unknown';
	return {
		outcome,
		rule: hit?.rule.rule.name ?? null,
		source,
		reason: explainHit(hit, outcome, rules, results),
		codes: codesOf(hits, source, outcome),
		reasons: hits.map(toReason),
	};
}

function explainHit(hit: Hit | undefined, outcome: Outcome, rules: readonly CompiledRule[], results: LeadResults): string {
	if (hit === undefined) return explainNoRule(outcome === 'accept' ? undefined : findNearestRule(rules, results), results);
	return hit.unknown === null ? hit.rule.explain(results) : explainUnknown(hit.unknown);
}

/** The outcomes that are possible if every unknown rule could match or not, whatever its `whenUnknown` says. */
export function reachableOutcomes({ policy, rules }: CompiledPolicy, results: LeadResults): ReadonlySet<Outcome> {
	const hits = findHits(rules, results).map((hit): Hit => (hit.unknown === null ? hit : { ...hit, effect: 'fork' }));
	const applied = applyHitPolicy(hits, policy);
	return new Set([applied.outcome, ...applied.forks.map((fork) => outcomeIfMatched(fork, applied, policy))]);
}
