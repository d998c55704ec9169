import { BoundedCache } from './boundedCache';
import { indexCampaigns } from './campaignIndex';
import { compilePolicy, type CompiledPolicy } from './compile';
import { effectivePolicy } from './effectivePolicy';
import { normalizeName } from './normalizeName';
import type { Policy } from './types';

/** Compiled policies kept per policy, and their conditions in total. */
// Stryker disable next-line ObjectLiteral: only limits memory
const LIMIT = { entries: 10_000, size: 50_000 };

// Stryker disable next-line ArrowFunction,ArithmeticOperator: only limits memory
const countConditions = ({ rules }: CompiledPolicy): number => rules.reduce((count, { conditions }) => count + conditions.length, 0);

/** Compiles a policy for each combination of campaigns that it knows; the campaigns of a lead come with the strongest first. */
export function compileCampaignPolicies(policy: Policy): (campaigns: readonly string[]) => { readonly compiled: CompiledPolicy } {
	const index = indexCampaigns(policy);
	const byCampaigns = new BoundedCache<{ readonly compiled: CompiledPolicy }>(LIMIT);
	let base: { readonly compiled: CompiledPolicy } | undefined;
	const compile = (campaigns: readonly string[]) => ({ compiled: compilePolicy(effectivePolicy(policy, campaigns, index)) });
	return (campaigns) => {
		// All campaigns that the policy does not know are judged alike, however many there are.
		const known = campaigns.filter((campaign) => index.names.has(normalizeName(campaign)));
		// Stryker disable next-line ConditionalExpression,ArrayDeclaration: only saves time
		if (known.length === 0) return (base ??= compile([]));
		const key = JSON.stringify(known.map(normalizeName));
		const existing = byCampaigns.get(key);
		if (existing !== undefined) return existing;
		const resolved = compile(known);
		byCampaigns.set(key, resolved, countConditions(resolved.compiled));
		return resolved;
	};
}
