import type { ResolvedPolicy } from '../shared/criteria/buildDecision';
import type { PolicyParseResult } from '../shared/criteria/parsePolicy';
import { PRESETS } from '../shared/criteria/presets';
import type { Variant } from '../shared/criteria/report/types';
import type { Policy } from '../shared/criteria/types';
import { validatePolicy } from '../shared/criteria/validatePolicy';
import type { ParameterIssue } from '../shared/policyNode/parameterIssues';
import { compilePolicies, type ByCampaigns, type CampaignPolicies } from '../shared/policyNode/policyResolver';

/** One way to decide, made of the policy as it is set. */
export interface PolicyVariant {
	/** Its name in the report; null for the policy as it is set. */
	readonly name: string | null;
	readonly threshold?: number;
	apply(policy: Policy): PolicyParseResult<ParameterIssue>;
}

const AS_SET: PolicyVariant = { name: null, apply: (policy) => ({ policy }) };

const thresholdVariant = (threshold: number): PolicyVariant => ({
	name: `Threshold ${threshold}`,
	threshold,
	apply(policy) {
		const changed: Policy = { ...policy, fraudThreshold: threshold };
		if (validatePolicy(changed).length === 0) return { policy: changed };
		const sentence =
			"'Thresholds' change nothing, because no rule of the policy uses the fraud threshold. " +
			"Use the operator 'Reaches the Fraud Threshold' in a rule, or set 'Variants' to None";
		return { issues: [{ path: ['thresholdList'], sentence }] };
	},
});

/** Each preset as it comes. Only what happens to leads that no rule decides about stays as it is set. */
const PRESET_VARIANTS: readonly PolicyVariant[] = PRESETS.map(({ name, label }) => ({
	name: label,
	apply: ({ judge, defaultAction, onFailedLookup, onUnusableNumber, onMissingValue }) => ({
		policy: { preset: name, judge, defaultAction, onFailedLookup, onUnusableNumber, onMissingValue },
	}),
}));

/** What to test: the policy as it is set, then its variants. */
export type PolicyVariants = readonly [PolicyVariant, ...PolicyVariant[]];

export const thresholdVariants = (thresholds: readonly number[]): PolicyVariants => [AS_SET, ...thresholds.map(thresholdVariant)];

export const presetVariants = (): PolicyVariants => [AS_SET, ...PRESET_VARIANTS];

export const NO_VARIANTS: PolicyVariants = [AS_SET];

/** Variants with their names, which are different from each other. */
export function nameVariants(variants: readonly PolicyVariant[], policyName: string): readonly Variant[] {
	const ownName = variants.length === 1 ? policyName : `${policyName} (as set)`;
	return variants.map(({ name, threshold }) => ({ name: name ?? ownName, ...(threshold === undefined ? {} : { threshold }) }));
}

/** Compiles the variants of a policy for each combination of campaigns that it knows. */
export function compileVariants([asSet, ...others]: PolicyVariants): (
	parsed: PolicyParseResult<ParameterIssue>,
) => ByCampaigns<readonly ResolvedPolicy[]> {
	return (parsed) => {
		const compile = ({ apply }: PolicyVariant): CampaignPolicies => compilePolicies('policy' in parsed ? apply(parsed.policy) : parsed);
		const [policiesAsSet, otherPolicies] = [compile(asSet), others.map(compile)];
		/** Leads of equal campaigns share a list. */
		const lists = new WeakMap<ResolvedPolicy, readonly ResolvedPolicy[]>();
		return (campaigns) => {
			const resolved = policiesAsSet(campaigns);
			const existing = lists.get(resolved);
			if (existing !== undefined) return existing;
			const list = [resolved, ...otherPolicies.map((policies) => policies(campaigns))];
			lists.set(resolved, list);
			return list;
		};
	};
}
