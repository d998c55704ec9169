import { normalizeName, parseCampaigns } from './normalizeName';
import type { Policy, PolicyOverride, Rule } from './types';

/** An override and the name of its campaign as the policy writes it. */
export interface CampaignOverride {
	readonly campaign: string;
	readonly override: PolicyOverride;
}

/** The campaigns that a policy knows. All other campaigns are judged alike. */
export interface CampaignIndex {
	/** By normalized name. */
	readonly overrides: ReadonlyMap<string, CampaignOverride>;
	/** Normalized names of the campaigns of rules that are not for all campaigns. */
	readonly ruleCampaigns: ReadonlyMap<Rule, ReadonlySet<string>>;
	/** Normalized names of campaigns with an override or a rule of their own. */
	readonly names: ReadonlySet<string>;
}

const campaignsOf = ({ campaigns = '' }: Rule): ReadonlySet<string> => new Set(parseCampaigns(campaigns).map(normalizeName));

export function indexCampaigns({ rules = [], overrides = {} }: Policy): CampaignIndex {
	const byName = new Map<string, CampaignOverride>();
	for (const [key, override] of Object.entries(overrides)) {
		// The name of a campaign can contain a comma.
		for (const campaign of [key.trim(), ...parseCampaigns(key)]) {
			const name = normalizeName(campaign);
			if (!byName.has(name)) byName.set(name, { campaign, override });
		}
	}
	const all = [...rules, ...Object.values(overrides).flatMap((override) => override.rules ?? [])];
	const ruleCampaigns = new Map(all.map((rule) => [rule, campaignsOf(rule)] as const).filter(([, names]) => names.size > 0));
	return {
		overrides: byName,
		ruleCampaigns,
		names: new Set([...byName.keys(), ...[...ruleCampaigns.values()].flatMap((names) => [...names])]),
	};
}

/** The overrides for the campaigns of a lead, the strongest first. One that lists several campaigns of the lead applies once. */
export function findOverrides({ overrides }: CampaignIndex, campaigns: readonly string[]): readonly CampaignOverride[] {
	const found = new Map<PolicyOverride, CampaignOverride>();
	for (const campaign of campaigns) {
		const one = overrides.get(normalizeName(campaign));
		if (one !== undefined && !found.has(one.override)) found.set(one.override, one);
	}
	return [...found.values()];
}
