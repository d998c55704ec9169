import { compilePolicy, type CompiledPolicy } from './compile';
import { evaluatePolicy, evaluationWithoutRule } from './evaluate';
import { toPolicy, effectivePolicy, normalizeName } from './effectivePolicy';
import type { ExtractedResult } from './extractResult';
import { buildTrace } from './trace';
import type { Decision, Evaluation, Policy, PolicyLabel } from './types';

/** The compiled policy for an item, or a sentence that says why its policy is invalid. */
export type ResolvedPolicy = { readonly compiled: CompiledPolicy } | { readonly error: string };

export interface DecisionOptions {
	/** Path of the result in the item, for the reason. */
	readonly resultField: string;
	readonly enforced: boolean;
	readonly includeTrace: boolean;
	readonly includePolicy: boolean;
}

/** Compiles a policy once per campaign with an override. Leads without a campaign (null), or without an override, share one. */
export function compileCampaignPolicies(
	policy: Policy,
): (campaign: string | null) => Extract<ResolvedPolicy, { compiled: CompiledPolicy }> {
	const base = { compiled: compilePolicy(effectivePolicy(policy, null)) };
	const byCampaign = new Map<string, typeof base>();
	return (campaign) => {
		if (campaign === null) return base;
		const name = normalizeName(campaign);
		const existing = byCampaign.get(name);
		if (existing !== undefined) return existing;
		const effective = effectivePolicy(policy, campaign);
		const resolved = effective.campaign === null ? base : { compiled: compilePolicy(effective) };
		byCampaign.set(name, resolved);
		return resolved;
	};
}

function toPolicyLabel(resolved: ResolvedPolicy, includePolicy: boolean): PolicyLabel {
	if ('error' in resolved) return { name: null, hash: null, campaign: null };
	const { policy, hash } = resolved.compiled;
	const label = { name: policy.name, hash, campaign: policy.campaign };
	return includePolicy ? { ...label, json: toPolicy(policy) } : label;
}

const evaluateResolved = (resolved: ResolvedPolicy, extracted: ExtractedResult, resultField: string): Evaluation =>
	'error' in resolved
		? evaluationWithoutRule('qa', 'bad_policy', 'BAD_POLICY', resolved.error)
		: evaluatePolicy(resolved.compiled, extracted, resultField);

type Writable<T> = { -readonly [Member in keyof T]: T[Member] };

/**
 * Applies a policy to the result of an item.
 *
 * @param shadow a second policy, whose evaluation is recorded but never applied
 */
export function decide(
	resolved: ResolvedPolicy,
	shadow: ResolvedPolicy | undefined,
	extracted: ExtractedResult,
	options: DecisionOptions,
): Decision {
	const { resultField, enforced, includeTrace, includePolicy } = options;
	// Members are listed because spreading an object would take most of the time of a decision.
	const { outcome, rule, source, reason, codes, reasons } = evaluateResolved(resolved, extracted, resultField);
	const decision: Writable<Decision> = {
		outcome,
		rule,
		source,
		reason,
		codes,
		reasons,
		policy: toPolicyLabel(resolved, includePolicy),
		enforced,
	};
	if ('sandbox' in extracted && extracted.sandbox) decision.sandbox = true;
	if (includeTrace && 'compiled' in resolved && extracted.kind === 'result')
		decision.trace = buildTrace(resolved.compiled, extracted.result);
	if (shadow !== undefined) decision.shadow = { ...evaluateResolved(shadow, extracted, resultField), policy: toPolicyLabel(shadow, false) };
	return decision;
}
