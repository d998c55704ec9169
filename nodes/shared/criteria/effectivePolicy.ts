import { getPreset } from './presets';
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

/** Normalizes a campaign or the name of a rule for comparison. */
export const normalizeName = (text: string): string => text.trim().toLowerCase();

/** The campaigns in a key of `overrides`, which are separated by commas. */
export const parseCampaigns = (key: string): string[] =>
	key
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '');

export const usesThreshold = (rules: readonly Rule[]): boolean =>
	rules.some(({ conditions }) => conditions.some(({ value }) => value === THRESHOLD));

/** Where a rule and its threshold come from: `base`, or the campaign whose override brings them. */
interface RuleSource {
	readonly source: string;
	readonly fraudThreshold: number | undefined;
	readonly thresholdSource: string;
}

const effectiveCondition = (
	{ field, operator, value }: Condition,
	{ source, fraudThreshold, thresholdSource }: RuleSource,
): EffectiveCondition =>
	value === THRESHOLD ? { field, operator, value: fraudThreshold, source: thresholdSource } : { field, operator, value, source };

const effectiveRule = ({ name, match = 'all', conditions, action, whenUnknown = 'default' }: Rule, source: RuleSource): EffectiveRule => ({
	name,
	match,
	conditions: conditions.map((condition) => effectiveCondition(condition, source)),
	action,
	whenUnknown,
});

/** Names of rules are unique, so the rule of the QA threshold needs one that no other rule has. */
const unusedName = (wanted: string, rules: readonly Rule[]): string =>
	rules.some(({ name }) => normalizeName(name) === normalizeName(wanted)) ? unusedName(`${wanted} 2`, rules) : wanted;

const qaRule = (score: number, others: readonly Rule[]): Rule => ({
	name: unusedName(QA_RULE, others),
	conditions: [{ field: 'fraud_score', operator: 'greaterOrEqual', value: score }],
	action: 'qa',
});

/** The rules that an override inherits: those of its preset, or else of the policy. */
export const baseRules = (policy: Policy, override: PolicyOverride): readonly Rule[] => {
	const preset = override.preset ?? policy.preset;
	return preset === undefined ? (policy.rules ?? []) : getPreset(preset).rules;
};

function findOverride({ overrides = {} }: Policy, campaign: string | null): { campaign: string; override: PolicyOverride } | undefined {
	if (campaign === null) return undefined;
	for (const [key, override] of Object.entries(overrides)) {
		// The name of a campaign can contain a comma.
		const name = [key.trim(), ...parseCampaigns(key)].find((one) => normalizeName(one) === normalizeName(campaign));
		if (name !== undefined) return { campaign: name, override };
	}
	return undefined;
}

/** The fraud threshold, and where it comes from: `base` or the campaign. */
function resolveThreshold(
	policy: Policy,
	override: PolicyOverride,
	campaign: string,
): readonly [score: number | undefined, source: string] {
	if (override.fraudThreshold !== undefined) return [override.fraudThreshold, campaign];
	if (override.preset !== undefined) return [getPreset(override.preset).fraudThreshold, campaign];
	return [policy.fraudThreshold ?? (policy.preset && getPreset(policy.preset).fraudThreshold), BASE];
}

/** The policy for a campaign. Without an override, or without a campaign (null), it is the policy itself. */
export function effectivePolicy(policy: Policy, campaign: string | null): EffectivePolicy {
	const found = findOverride(policy, campaign);
	const { campaign: name = BASE, override = {} } = found ?? {};
	const [fraudThreshold, thresholdSource] = resolveThreshold(policy, override, name);
	const from = (source: string): RuleSource => ({ source, fraudThreshold, thresholdSource });
	const disabled = new Set(override.disableRules?.map(normalizeName));
	const qaThreshold = override.qaThreshold ?? policy.qaThreshold;
	const inherited = baseRules(policy, override).filter((rule) => !disabled.has(normalizeName(rule.name)));
	const replaced = override.preset !== undefined;
	return {
		name: policy.name ?? (policy.preset === undefined ? 'Custom Policy' : getPreset(policy.preset).label),
		campaign: found?.campaign ?? null,
		hitPolicy: replaced ? 'first' : (policy.hitPolicy ?? 'first'),
		rules: [
			...(override.rules ?? []).map((rule) => effectiveRule(rule, from(name))),
			...inherited.map((rule) => effectiveRule(rule, from(replaced ? name : BASE))),
			...(qaThreshold === undefined
				? []
				: [
						effectiveRule(
							qaRule(qaThreshold, [...(override.rules ?? []), ...inherited]),
							from(override.qaThreshold === undefined ? BASE : name),
						),
					]),
		],
		defaultAction: override.defaultAction ?? policy.defaultAction ?? 'accept',
		onFailedLookup: override.onFailedLookup ?? policy.onFailedLookup ?? 'qa',
	};
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
}: EffectivePolicy): Policy & Required<Pick<Policy, 'rules'>> => ({
	name,
	hitPolicy,
	rules: rules.map((rule) => ({ ...rule, conditions: rule.conditions.map(withoutSource) })),
	defaultAction,
	onFailedLookup,
});
