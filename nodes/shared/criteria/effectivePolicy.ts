import { findOverrides, indexCampaigns, type CampaignIndex, type CampaignOverride } from './campaignIndex';
import { emptyRule, toEffectiveRule, toQaRule, withUniqueNames, type Sourced, type SourcedRule } from './effectiveRule';
import { normalizeName } from './normalizeName';
import { getPreset, presetRules, type PresetName } from './presets';
import { BASE, type EffectivePolicy, type Policy, type PolicyOverride, type Rule } from './types';

/** The member of the strongest override that has it, or else of the policy. */
function pick<Name extends keyof PolicyOverride & keyof Policy>(
	name: Name,
	policy: Policy,
	overrides: readonly CampaignOverride[],
): Sourced<NonNullable<Policy[Name]>> | undefined {
	const index = overrides.findIndex(({ override }) => override[name] !== undefined);
	const found = overrides[index];
	const value = (found === undefined ? policy[name] : found.override[name]) as NonNullable<Policy[Name]> | undefined;
	if (value === undefined) return undefined;
	return { value, source: found?.campaign ?? BASE, rank: found === undefined ? overrides.length : index };
}

/**
 * The rules of a policy without those of overrides, which come before them. Together with a preset, rules that accept come after
 * those of the preset that reject, so that no rule accepts a lead that the preset rejects. An override's preset replaces the rules
 * of the policy.
 */
function baseRules({ rules = [], judge }: Policy, preset: Sourced<PresetName> | undefined, baseRank: number): SourcedRule[] {
	const own = rules.map((value): SourcedRule => ({ value, source: BASE, rank: baseRank }));
	if (preset === undefined) return own;
	const { source, rank } = preset;
	const { rejecting, qa } = presetRules(preset.value, judge);
	const ofPreset = (all: readonly Rule[]): SourcedRule[] => all.map((value) => ({ value, source, rank }));
	const kept = rank === baseRank ? own : [];
	const isAccepting = ({ value: { action } }: SourcedRule): boolean => action === 'accept';
	return [...kept.filter((rule) => !isAccepting(rule)), ...ofPreset(rejecting), ...kept.filter(isAccepting), ...ofPreset(qa)];
}

/** The campaigns of a lead that change the policy, in their order. An override's is spelled as in the policy. */
function appliedCampaigns(
	campaigns: readonly string[],
	overrides: readonly CampaignOverride[],
	rules: readonly SourcedRule[],
	{ ruleCampaigns }: CampaignIndex,
): string | null {
	const spellings = new Map(overrides.map(({ campaign }) => [normalizeName(campaign), campaign]));
	const ofRules = new Set(rules.flatMap(({ value }) => [...(ruleCampaigns.get(value) ?? [])]));
	const applied = campaigns.flatMap((campaign) => {
		const name = normalizeName(campaign);
		return spellings.get(name) ?? (ofRules.has(name) ? campaign.trim() : []);
	});
	return applied.length === 0 ? null : [...new Set(applied)].join(', ');
}

/**
 * The policy for the campaigns of a lead, the strongest first. Overrides apply member by member; without any, it is the policy
 * itself.
 *
 * @param index of the policy
 */
export function effectivePolicy(policy: Policy, campaigns: readonly string[] = [], index = indexCampaigns(policy)): EffectivePolicy {
	const overrides = findOverrides(index, campaigns);
	const baseRank = overrides.length;
	const preset = pick('preset', policy, overrides);
	const own = pick('fraudThreshold', policy, overrides);
	/** A preset that an override brings has its own threshold, unless the same or a stronger override gives one. */
	const threshold = own !== undefined && (preset === undefined || own.rank <= preset.rank) ? own : undefined;
	const disabled = new Set(pick('disableRules', policy, overrides)?.value.map(normalizeName));
	const names = new Set(campaigns.map(normalizeName));
	const isForLead = ({ value }: SourcedRule): boolean => {
		const only = index.ruleCampaigns.get(value);
		return only === undefined || [...only].some((name) => names.has(name));
	};
	const ofOverrides = overrides.flatMap(({ campaign, override }, rank) =>
		(override.rules ?? []).map((value): SourcedRule => ({ value, source: campaign, rank })),
	);
	const inherited = baseRules(policy, preset, baseRank).filter(
		({ value }) => disabled.size === 0 || !disabled.has(normalizeName(value.name)),
	);
	const all = [...ofOverrides, ...inherited];
	const rules = all.filter(isForLead);
	const qaThreshold = pick('qaThreshold', policy, overrides);
	const complete = [...rules, ...(qaThreshold === undefined ? [] : [toQaRule(qaThreshold)])];
	return {
		name: policy.name ?? (policy.preset === undefined ? 'Custom Policy' : getPreset(policy.preset).label),
		campaign: appliedCampaigns(campaigns, overrides, rules, index),
		hitPolicy: preset === undefined || preset.rank === baseRank ? (policy.hitPolicy ?? 'first') : 'first',
		rules: withUniqueNames(complete.length === 0 ? [emptyRule(all)] : complete).map((rule) => toEffectiveRule(rule, threshold, preset)),
		defaultAction: pick('defaultAction', policy, overrides)?.value ?? 'accept',
		onFailedLookup: pick('onFailedLookup', policy, overrides)?.value ?? 'qa',
		onUnusableNumber: pick('onUnusableNumber', policy, overrides)?.value ?? 'qa',
		onMissingValue: pick('onMissingValue', policy, overrides)?.value ?? 'qa',
	};
}
