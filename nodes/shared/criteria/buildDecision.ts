import type { CompiledPolicy } from './compile';
import { evaluatePolicy, evaluationWithoutRule, toLeadResults, type ExtractedResults } from './evaluateResults';
import { RESULT_KINDS } from './resultKinds';
import { buildTrace } from './trace';
import type { Decision, Evaluation, PolicyLabel } from './types';
import { writeOutPolicy } from './writeOutPolicy';

/** The compiled policy for an item, or a sentence that says why its policy is invalid. */
export type ResolvedPolicy = { readonly compiled: CompiledPolicy } | { readonly error: string };

export interface DecisionOptions {
	/** Path of the result in the item, for the reason. */
	readonly resultField: string;
	readonly enforced: boolean;
	readonly includeTrace: boolean;
	readonly includePolicy: boolean;
}

function toPolicyLabel(resolved: ResolvedPolicy, includePolicy: boolean): PolicyLabel {
	if ('error' in resolved) return { name: null, hash: null, campaign: null };
	const { policy, hash } = resolved.compiled;
	const label = { name: policy.name, hash, campaign: policy.campaign };
	return includePolicy ? { ...label, json: writeOutPolicy(policy) } : label;
}

export const evaluateResolved = (resolved: ResolvedPolicy, extracted: ExtractedResults, resultField: string): Evaluation =>
	'error' in resolved
		? evaluationWithoutRule('qa', 'bad_policy', ['BAD_POLICY'], resolved.error)
		: evaluatePolicy(resolved.compiled, extracted, resultField);

export const isFromSandbox = (extracted: ExtractedResults): boolean =>
	RESULT_KINDS.some((kind) => {
		const one = extracted[kind];
		return one !== undefined && one.kind !== 'none' && one.sandbox;
	});

type Writable<T> = { -readonly [Member in keyof T]: T[Member] };

/**
 * Applies a policy to the result of an item.
 *
 * @param shadow a second policy, whose evaluation is recorded but never applied
 */
export function decide(
	resolved: ResolvedPolicy,
	shadow: ResolvedPolicy | undefined,
	extracted: ExtractedResults,
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
	if (isFromSandbox(extracted)) decision.sandbox = true;
	if (includeTrace && 'compiled' in resolved) {
		const results = toLeadResults(resolved.compiled, extracted);
		if (Object.keys(results).length > 0) decision.trace = buildTrace(resolved.compiled, results);
	}
	if (shadow !== undefined) decision.shadow = { ...evaluateResolved(shadow, extracted, resultField), policy: toPolicyLabel(shadow, false) };
	return decision;
}
