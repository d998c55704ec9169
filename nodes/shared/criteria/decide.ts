import { compilePolicy, type CompiledPolicy } from './compile';
import { judge, judgementWithoutRule } from './evaluate';
import { asPolicy, effectivePolicy, sameName } from './effectivePolicy';
import type { Finding } from './extractResult';
import { traceOf } from './trace';
import type { Decision, Judgement, Policy, PolicyLabel } from './types';

/** A policy that holds for an item, or the sentence that says why none does. */
export type Standing = { readonly compiled: CompiledPolicy } | { readonly unusable: string };

/** How a decision is recorded. */
export interface Recording {
	/** Where the result was looked for, for the explanation. */
	readonly resultField: string;
	readonly enforced: boolean;
	readonly includeTrace: boolean;
	readonly includePolicy: boolean;
}

/** Compiles a policy once for each campaign that changes it, null for none. */
export function campaignPolicies(policy: Policy): (campaign: string | null) => Extract<Standing, { compiled: CompiledPolicy }> {
	const base = { compiled: compilePolicy(effectivePolicy(policy, null)) };
	const byCampaign = new Map<string, typeof base>();
	return (campaign) => {
		if (campaign === null) return base;
		const name = sameName(campaign);
		const known = byCampaign.get(name);
		if (known !== undefined) return known;
		const effective = effectivePolicy(policy, campaign);
		const standing = effective.campaign === null ? base : { compiled: compilePolicy(effective) };
		byCampaign.set(name, standing);
		return standing;
	};
}

function labelOf(standing: Standing, includePolicy: boolean): PolicyLabel {
	if ('unusable' in standing) return { name: null, hash: null, campaign: null };
	const { policy, hash } = standing.compiled;
	const label = { name: policy.name, hash, campaign: policy.campaign };
	return includePolicy ? { ...label, json: asPolicy(policy) } : label;
}

const judgementOf = (standing: Standing, finding: Finding, resultField: string): Judgement =>
	'unusable' in standing
		? judgementWithoutRule('qa', 'bad_policy', 'BAD_POLICY', standing.unusable)
		: judge(standing.compiled, finding, resultField);

type Writable<T> = { -readonly [Member in keyof T]: T[Member] };

/**
 * The decision about what was found in an item.
 *
 * @param shadow a second policy, recorded and never carried out
 */
export function decide(standing: Standing, shadow: Standing | undefined, finding: Finding, recording: Recording): Decision {
	const { resultField, enforced, includeTrace, includePolicy } = recording;
	// Written out and added to: spreading members together takes most of a decision's time.
	const { outcome, rule, source, reason, codes, reasons } = judgementOf(standing, finding, resultField);
	const decision: Writable<Decision> = { outcome, rule, source, reason, codes, reasons, policy: labelOf(standing, includePolicy), enforced };
	if ('sandbox' in finding && finding.sandbox) decision.sandbox = true;
	if (includeTrace && 'compiled' in standing && finding.kind === 'result') decision.trace = traceOf(standing.compiled, finding.result);
	if (shadow !== undefined) decision.shadow = { ...judgementOf(shadow, finding, resultField), policy: labelOf(shadow, false) };
	return decision;
}
