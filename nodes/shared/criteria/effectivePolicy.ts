import { getPreset, presetRules, presetThreshold, type PresetName } from './presets';
import { conditionField } from './conditionFields';
import {
	BASE,
	THRESHOLD,
	type Condition,
	type EffectiveCondition,
	type EffectivePolicy,
	type EffectiveRule,
	type Policy,
	type PolicyOverride,
	type Rule,
} from './types';

const QA_RULE = 'QA Threshold';

/** Normalizes a campaign or the name of a rule for comparison: no case, one kind of space, none at the ends. */
export const normalizeName = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

/** The campaigns in a text, which are separated by commas. */
export const parseCampaigns = (text: string): string[] =>
	text
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '');

export const usesThreshold = (rules: readonly Rule[]): boolean =>
	rules.some(({ conditions }) => conditions.some(({ value }) => value === THRESHOLD));

/** An override and the name of its campaign as the policy writes it. */
export interface CampaignOverride {
	readonly campaign: string;
	readonly override: PolicyOverride;
}

/** The campaigns that a policy knows, so that all other campaigns are judged alike. */
export interface CampaignIndex {
	/** By normalized name. */
	readonly overrides: ReadonlyMap<string, CampaignOverride>;
	/** Normalized names of campaigns with an override or a rule of their own. */
	readonly names: ReadonlySet<string>;
}

const ruleCampaigns = ({ campaigns = '' }: Rule): string[] => parseCampaigns(campaigns);

export function indexCampaigns({ rules = [], overrides = {} }: Policy): CampaignIndex {
	const byName = new Map<string, CampaignOverride>();
	for (const [key, override] of Object.entries(overrides)) {
		// The name of a campaign can contain a comma.
		for (const campaign of [key.trim(), ...parseCampaigns(key)]) {
			const name = normalizeName(campaign);
			if (!byName.has(name)) byName.set(name, { campaign, override });
		}
	}
	const ofRules = [...rules, ...Object.values(overrides).flatMap((override) => override.rules ?? [])].flatMap(ruleCampaigns);
	return { overrides: byName, names: new Set([...byName.keys(), ...ofRules.map(normalizeName)]) };
}

/** A member of a policy, and where it comes from: `base`, or the campaign whose override brings it. */
interface Sourced<Value> {
	readonly value: Value;
	readonly source: string;
}

/** The member of the strongest override that has it, or else of the policy. */
function pick<Name extends keyof PolicyOverride & keyof Policy>(
	name: Name,
	policy: Policy,
	overrides: readonly CampaignOverride[],
): Sourced<NonNullable<Policy[Name]>> | undefined {
	const found = overrides.find(({ override }) => override[name] !== undefined);
	const value = (found === undefined ? policy[name] : found.override[name]) as NonNullable<Policy[Name]> | undefined;
	return value === undefined ? undefined : { value, source: found?.campaign ?? BASE };
}

/** A rule and where it comes from. */
type SourcedRule = Sourced<Rule>;

const fromSource = (rules: readonly Rule[], source: string): SourcedRule[] => rules.map((value) => ({ value, source }));

/**
 * The rules of a policy without overrides' own, which come before them. Beside a preset, rules that accept come after those of the
 * preset that reject, so that no rule accepts a lead that the preset rejects.
 */
export function baseRules(policy: Policy, preset: Sourced<PresetName> | undefined): SourcedRule[] {
	if (preset === undefined) return fromSource(policy.rules ?? [], BASE);
	const { rejecting, qa } = presetRules(preset.value, policy.judge);
	// An override's preset replaces the rules of the policy.
	const own = preset.source === BASE ? (policy.rules ?? []) : [];
	return [
		...fromSource(
			own.filter(({ action }) => action !== 'accept'),
			BASE,
		),
		...fromSource(rejecting, preset.source),
		...fromSource(
			own.filter(({ action }) => action === 'accept'),
			BASE,
		),
		...fromSource(qa, preset.source),
	];
}

/** Names of rules are unique, so the rule of the QA threshold needs one that no other rule has. */
function unusedName(wanted: string, rules: readonly SourcedRule[]): string {
	const names = new Set(rules.map(({ value }) => normalizeName(value.name)));
	let name = wanted;
	for (let number = 2; names.has(normalizeName(name)); number++) name = `${wanted} ${number}`;
	return name;
}

/**
 * The policy for the campaigns of a lead, the strongest first. Overrides apply member by member; without any, it is the policy
 * itself.
 *
 * @param index of the policy
 */
export function effectivePolicy(policy: Policy, campaigns: readonly string[] = [], index = indexCampaigns(policy)): EffectivePolicy {
	const names = campaigns.map(normalizeName);
	const overrides = names.flatMap((name) => index.overrides.get(name) ?? []);
	const preset = pick('preset', policy, overrides);
	const own = pick('fraudThreshold', policy, overrides);
	/** A preset that an override brings has its own threshold, unless a stronger or the same override gives one. */
	const threshold = own !== undefined && isAtLeastAsStrong(own.source, preset?.source, overrides) ? own : undefined;
	const qaThreshold = pick('qaThreshold', policy, overrides);
	const disabled = new Set(
		[...(policy.disableRules ?? []), ...overrides.flatMap(({ override }) => override.disableRules ?? [])].map(normalizeName),
	);
	const isForCampaigns = ({ value }: SourcedRule): boolean => {
		const only = ruleCampaigns(value).map(normalizeName);
		return only.length === 0 || only.some((name) => names.includes(name));
	};
	const enabled = [
		...overrides.flatMap(({ campaign, override }) => fromSource(override.rules ?? [], campaign)),
		...baseRules(policy, preset).filter(({ value }) => !disabled.has(normalizeName(value.name))),
	].filter(isForCampaigns);
	const qaRule: SourcedRule[] =
		qaThreshold === undefined
			? []
			: [
					{
						value: { name: unusedName(QA_RULE, enabled), conditions: [qaCondition(qaThreshold.value)], action: 'qa' },
						source: qaThreshold.source,
					},
				];
	const applied = [...overrides.map(({ campaign }) => campaign), ...appliedRuleCampaigns(enabled, campaigns)];
	return {
		name: policy.name ?? (policy.preset === undefined ? 'Custom Policy' : getPreset(policy.preset).label),
		campaign: applied.length === 0 ? null : [...new Set(applied)].join(', '),
		hitPolicy: preset === undefined || preset.source === BASE ? (policy.hitPolicy ?? 'first') : 'first',
		rules: [...enabled, ...qaRule].map((rule) => toEffectiveRule(rule, threshold, preset)),
		defaultAction: pick('defaultAction', policy, overrides)?.value ?? 'accept',
		onFailedLookup: pick('onFailedLookup', policy, overrides)?.value ?? 'qa',
		onUnusableNumber: pick('onUnusableNumber', policy, overrides)?.value ?? 'qa',
		onMissingValue: pick('onMissingValue', policy, overrides)?.value ?? 'qa',
	};
}

const qaCondition = (score: number): Condition => ({ field: 'fraud_score', operator: 'greaterOrEqual', value: score });

/** Whether a member's source comes before another's, or is the same. */
function isAtLeastAsStrong(source: string, other: string | undefined, overrides: readonly CampaignOverride[]): boolean {
	if (other === undefined || other === BASE) return true;
	const order = overrides.map(({ campaign }) => campaign);
	return source !== BASE && order.indexOf(source) <= order.indexOf(other);
}

/** The lead's campaigns that rules name. */
function appliedRuleCampaigns(rules: readonly SourcedRule[], campaigns: readonly string[]): string[] {
	const named = new Set(rules.flatMap(({ value }) => ruleCampaigns(value).map(normalizeName)));
	return campaigns.filter((campaign) => named.has(normalizeName(campaign)));
}

/** Fraud threshold of own rules, if neither the user nor a preset gives one. */
export const DEFAULT_THRESHOLD = 85;

function toEffectiveRule(
	{ value: { name, match = 'all', conditions, action, whenUnknown = 'default' }, source }: SourcedRule,
	threshold: Sourced<number> | undefined,
	preset: Sourced<PresetName> | undefined,
): EffectiveRule {
	const toEffective = ({ field, operator, value }: Condition): EffectiveCondition => {
		if (value !== THRESHOLD) return { field, operator, value, source };
		if (threshold !== undefined) return { field, operator, value: threshold.value, source: threshold.source };
		const kind = conditionField(field)?.kind ?? 'phone';
		return {
			field,
			operator,
			value: preset === undefined ? DEFAULT_THRESHOLD : presetThreshold(preset.value, kind),
			source: preset?.source ?? BASE,
		};
	};
	return { name, match, conditions: conditions.map(toEffective), action, whenUnknown };
}

const withoutSource = ({ field, operator, value }: EffectiveCondition): Condition =>
	value === undefined ? { field, operator } : { field, operator, value };

/** Converts an effective policy to one that can be pasted into 'Policy JSON', with every rule written out. */
export const toPolicy = ({
	name,
	hitPolicy,
	rules,
	defaultAction,
	onFailedLookup,
	onUnusableNumber,
	onMissingValue,
}: EffectivePolicy): Policy & Required<Pick<Policy, 'rules'>> => ({
	...{ name, hitPolicy, defaultAction, onFailedLookup, onUnusableNumber, onMissingValue },
	rules: rules.map((rule) => ({ ...rule, conditions: rule.conditions.map(withoutSource) })),
});
