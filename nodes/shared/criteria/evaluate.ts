import type { JsonObject } from '../json/json';
import { effectWhenOpen, openConditions, type CompiledPolicy, type CompiledRule } from './compile';
import type { CompiledCondition } from './conditions';
import { NO_RULE_MATCHED, unknownCode, whyNoResult, whyNotAnswered, whyUnknown } from './explain';
import type { Finding } from './extractResult';
import { OUTCOMES, type DecisionSource, type EffectivePolicy, type Judgement, type Outcome, type Reason } from './types';

/** A rule that matched, or one that is open, with what it does about it. */
interface Hit {
	readonly rule: CompiledRule;
	readonly code: string;
	readonly effect: Outcome | 'skip' | 'fork';
	/** The conditions that are unknown; null when the rule matched. */
	readonly open: readonly CompiledCondition[] | null;
}

type DecidingHit = Hit & { readonly effect: Outcome };

const isDeciding = (hit: Hit): hit is DecidingHit => hit.effect !== 'skip' && hit.effect !== 'fork';

const SEVERITY = Object.fromEntries(OUTCOMES.map((outcome, severity) => [outcome, severity])) as Readonly<Record<Outcome, number>>;

function hitsOf(rules: readonly CompiledRule[], result: JsonObject): Hit[] {
	const hits: Hit[] = [];
	for (const rule of rules) {
		const verdict = rule.judge(result);
		if (verdict === 'false') continue;
		if (verdict === 'true') {
			hits.push({ rule, code: rule.code, effect: rule.rule.action, open: null });
			continue;
		}
		const open = openConditions(rule, result);
		hits.push({ rule, code: unknownCode(open), effect: effectWhenOpen(rule, open, result), open });
	}
	return hits;
}

/** Where the hits lead if no forked rule matches, and the forked rules that count. */
interface Settlement {
	readonly outcome: Outcome;
	readonly deciding: DecidingHit | undefined;
	readonly forks: readonly Hit[];
}

/** Settles the hits by the hit policy. */
function settle(hits: readonly Hit[], { hitPolicy, defaultAction }: EffectivePolicy): Settlement {
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
 * Where a settlement leads if a forked rule matches. Each is taken as the only one that does: under `first` the earliest
 * decides anyhow, under `worst` the most severe, so several at once lead nowhere else.
 */
function outcomeIfMatched({ rule: { rule } }: Hit, { deciding }: Settlement, { hitPolicy }: EffectivePolicy): Outcome {
	const outweighed = hitPolicy === 'worst' && deciding !== undefined && SEVERITY[deciding.effect] > SEVERITY[rule.action];
	return outweighed ? deciding.effect : rule.action;
}

const reasonOf = ({ rule, code, effect }: Hit): Reason => ({ code, rule: rule.rule.name, action: effect === 'fork' ? 'qa' : effect });

/** The codes of the rules that matched and, where being unknown decided, of those that are unknown and not passed over. */
function codesOf(hits: readonly Hit[], source: DecisionSource): string {
	const codes: string[] = [];
	for (const { code, effect, open } of hits) {
		const counts = open === null || (source === 'unknown' && effect !== 'skip');
		if (counts && !codes.includes(code)) codes.push(code);
	}
	return codes.join(', ');
}

function judgeResult({ policy, rules }: CompiledPolicy, result: JsonObject): Judgement {
	const hits = hitsOf(rules, result);
	const settlement = settle(hits, policy);
	const { outcome, deciding, forks } = settlement;
	const turning = forks.find((fork) => outcomeIfMatched(fork, settlement, policy) !== outcome);
	const hit = turning ?? deciding;
	const source = hit === undefined ? 'default' : hit.open === null ? 'rule' : 'unknown';
	return {
		outcome: turning === undefined ? outcome : 'qa',
		rule: hit?.rule.rule.name ?? null,
		source,
		reason: hit === undefined ? NO_RULE_MATCHED : hit.open === null ? hit.rule.why(result) : whyUnknown(hit.open),
		codes: codesOf(hits, source),
		reasons: hits.map(reasonOf),
	};
}

/** A judgement that no rule made. */
export const judgementWithoutRule = (outcome: Outcome, source: DecisionSource, code: string, reason: string): Judgement => ({
	outcome,
	rule: null,
	source,
	reason,
	codes: code,
	reasons: [{ code, rule: null, action: outcome }],
});

/**
 * What a policy says of what was found in an item. Never throws for what a result holds.
 *
 * @param resultField where it was looked for, for the explanation
 */
export function judge(compiled: CompiledPolicy, finding: Finding, resultField: string): Judgement {
	switch (finding.kind) {
		case 'none':
			return judgementWithoutRule('qa', 'no_result', 'NO_RESULT', whyNoResult(resultField));
		case 'failed':
			return judgementWithoutRule(compiled.policy.onFailedLookup, 'failed_lookup', 'LOOKUP_FAILED', whyNotAnswered(finding.reason));
		case 'result':
			return judgeResult(compiled, finding.result);
	}
}

/** The outcomes that a result may lead to if every open rule might match or not, whatever it does about being open. */
export function reachableOutcomes({ policy, rules }: CompiledPolicy, result: JsonObject): ReadonlySet<Outcome> {
	const hits = hitsOf(rules, result).map((hit): Hit => (hit.open === null ? hit : { ...hit, effect: 'fork' }));
	const settlement = settle(hits, policy);
	return new Set([settlement.outcome, ...settlement.forks.map((fork) => outcomeIfMatched(fork, settlement, policy))]);
}
