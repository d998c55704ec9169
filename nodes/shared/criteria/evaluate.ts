import type { JsonObject } from '../json';
import { effectWhenOpen, openConditions, type CompiledPolicy, type CompiledRule } from './compile';
import type { CompiledCondition } from './conditions';
import { NO_RULE_MATCHED, unknownCode, whyMatched, whyNoResult, whyNotAnswered, whyUnknown } from './explain';
import type { Finding } from './result';
import { OUTCOMES, type DecisionSource, type EffectivePolicy, type Judgement, type Outcome, type Reason } from './types';

/** A rule that matched, or one that is open, with what it does about it. */
interface Hit {
	readonly rule: CompiledRule;
	readonly effect: Outcome | 'skip' | 'fork';
	/** The conditions that are unknown; null when the rule matched. */
	readonly open: readonly CompiledCondition[] | null;
}

type DecidingHit = Hit & { readonly effect: Outcome };

const isDeciding = (hit: Hit): hit is DecidingHit => hit.effect !== 'skip' && hit.effect !== 'fork';

const severity = (outcome: Outcome): number => OUTCOMES.indexOf(outcome);

function hitsOf(rules: readonly CompiledRule[], result: JsonObject): Hit[] {
	const hits: Hit[] = [];
	for (const rule of rules) {
		const verdict = rule.judge(result);
		if (verdict === 'false') continue;
		if (verdict === 'true') {
			hits.push({ rule, effect: rule.rule.action, open: null });
			continue;
		}
		const open = openConditions(rule, result);
		hits.push({ rule, effect: effectWhenOpen(rule, open, result), open });
	}
	return hits;
}

/** Where the hits lead if no forked rule matches, and where each forked rule leads if it does. */
interface Settlement {
	readonly outcome: Outcome;
	readonly deciding: DecidingHit | undefined;
	readonly forks: ReadonlyArray<{ readonly hit: Hit; readonly outcome: Outcome }>;
}

/**
 * Settles the hits by the hit policy. Each forked rule is taken as the only one that matches: under `first` the earliest
 * decides anyhow, under `worst` the most severe, so several at once lead nowhere else.
 */
function settle(hits: readonly Hit[], { hitPolicy, defaultAction }: EffectivePolicy): Settlement {
	const definite = hits.filter(isDeciding);
	if (hitPolicy === 'first') {
		const [deciding] = definite;
		const reached = deciding === undefined ? hits : hits.slice(0, hits.indexOf(deciding));
		const forks = reached.filter(({ effect }) => effect === 'fork').map((hit) => ({ hit, outcome: hit.rule.rule.action }));
		return { outcome: deciding?.effect ?? defaultAction, deciding, forks };
	}
	const deciding = definite.reduce<DecidingHit | undefined>(
		(worst, hit) => (worst === undefined || severity(hit.effect) > severity(worst.effect) ? hit : worst),
		undefined,
	);
	const forks = hits
		.filter(({ effect }) => effect === 'fork')
		.map((hit) => {
			const { action } = hit.rule.rule;
			return { hit, outcome: deciding !== undefined && severity(deciding.effect) > severity(action) ? deciding.effect : action };
		});
	return { outcome: deciding?.effect ?? defaultAction, deciding, forks };
}

const reasonOf = ({ rule, effect, open }: Hit): Reason => ({
	code: open === null ? rule.code : unknownCode(open.map(({ field }) => field.name)),
	rule: rule.rule.name,
	action: effect === 'fork' ? 'qa' : effect,
});

const codesOf = (reasons: readonly Reason[]): string =>
	reasons.length === 0 ? '' : [...new Set(reasons.filter(({ action }) => action !== 'skip').map(({ code }) => code))].join(', ');

const whyHit = ({ rule, open }: Hit, result: JsonObject): string => (open === null ? whyMatched(rule.conditions, result) : whyUnknown(open));

function judgeResult({ policy, rules }: CompiledPolicy, result: JsonObject): Judgement {
	const hits = hitsOf(rules, result);
	const { outcome, deciding, forks } = settle(hits, policy);
	const turning = forks.find((fork) => fork.outcome !== outcome)?.hit;
	const hit = turning ?? deciding;
	const reasons = hits.map(reasonOf);
	return {
		outcome: turning === undefined ? outcome : 'qa',
		rule: hit?.rule.rule.name ?? null,
		source: hit === undefined ? 'default' : hit.open === null ? 'rule' : 'unknown',
		reason: hit === undefined ? NO_RULE_MATCHED : whyHit(hit, result),
		codes: codesOf(reasons),
		reasons,
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
	const { outcome, forks } = settle(hits, policy);
	return new Set([outcome, ...forks.map((fork) => fork.outcome)]);
}
