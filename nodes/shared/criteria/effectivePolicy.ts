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

/** How two spellings of a campaign, or of a rule's name, are the same. */
export const normalizeName = (text: string): string => text.trim().toLowerCase();

/** The campaigns that a key of the overrides names. */
export const parseCampaigns = (key: string): string[] =>
	key
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '');

export const usesThreshold = (rules: readonly Rule[]): boolean =>
	rules.some(({ conditions }) => conditions.some(({ value }) => value === THRESHOLD));

interface RuleSource {
	/** `base`, or the campaign. */
	readonly source: string;
	readonly fraudThreshold: number | undefined;
	/** Where the threshold comes from. */
	readonly thresholdSource: string;
}

const effectiveCondition = (
	{ field, operator, value }: Condition,
	{ source, fraudThreshold, thresholdSource }: RuleSource,
): EffectiveCondition =>
	value === THRESHOLD ? { field, operator, value: fraudThreshold, source: thresholdSource } : { field, operator, value, source };

const effectiveRule = ({ name, match = 'all', conditions, action, whenUnknown = 'default' }: Rule, layer: RuleSource): EffectiveRule => ({
	name,
	match,
	conditions: conditions.map((condition) => effectiveCondition(condition, layer)),
	action,
	whenUnknown,
});

/** Rules are told by their names, so the one that a threshold makes takes none that another has. */
const unusedName = (wanted: string, rules: readonly Rule[]): string =>
	rules.some(({ name }) => normalizeName(name) === normalizeName(wanted)) ? unusedName(`${wanted} 2`, rules) : wanted;

const qaRule = (score: number, others: readonly Rule[]): Rule => ({
	name: unusedName(QA_RULE, others),
	conditions: [{ field: 'fraud_score', operator: 'greaterOrEqual', value: score }],
	action: 'qa',
});

/** The rules below an override's own: those of its preset, else of the policy. */
export const baseRules = (policy: Policy, override: PolicyOverride): readonly Rule[] => {
	const preset = override.preset ?? policy.preset;
	return preset === undefined ? (policy.rules ?? []) : getPreset(preset).rules;
};

function findOverride({ overrides = {} }: Policy, campaign: string | null): { campaign: string; override: PolicyOverride } | undefined {
	if (campaign === null) return undefined;
	for (const [key, override] of Object.entries(overrides)) {
		// A campaign's own name may hold a comma.
		const name = [key.trim(), ...parseCampaigns(key)].find((one) => normalizeName(one) === normalizeName(campaign));
		if (name !== undefined) return { campaign: name, override };
	}
	return undefined;
}

/** The threshold that holds, and whether the override or the policy beneath it says so. */
function resolveThreshold(
	policy: Policy,
	override: PolicyOverride,
	campaign: string,
): readonly [score: number | undefined, source: string] {
	if (override.fraudThreshold !== undefined) return [override.fraudThreshold, campaign];
	if (override.preset !== undefined) return [getPreset(override.preset).fraudThreshold, campaign];
	return [policy.fraudThreshold ?? (policy.preset && getPreset(policy.preset).fraudThreshold), BASE];
}

/** The policy that holds for a campaign, null for none; a campaign without an override has the policy's own. */
export function effectivePolicy(policy: Policy, campaign: string | null): EffectivePolicy {
	const found = findOverride(policy, campaign);
	const { campaign: name = BASE, override = {} } = found ?? {};
	const [fraudThreshold, thresholdSource] = resolveThreshold(policy, override, name);
	const layer = (source: string): RuleSource => ({ source, fraudThreshold, thresholdSource });
	const disabled = new Set(override.disableRules?.map(normalizeName));
	const qaThreshold = override.qaThreshold ?? policy.qaThreshold;
	const beneath = baseRules(policy, override).filter((rule) => !disabled.has(normalizeName(rule.name)));
	const replaced = override.preset !== undefined;
	return {
		name: policy.name ?? (policy.preset === undefined ? 'Custom Policy' : getPreset(policy.preset).label),
		campaign: found?.campaign ?? null,
		hitPolicy: replaced ? 'first' : (policy.hitPolicy ?? 'first'),
		rules: [
			...(override.rules ?? []).map((rule) => effectiveRule(rule, layer(name))),
			...beneath.map((rule) => effectiveRule(rule, layer(replaced ? name : BASE))),
			...(qaThreshold === undefined
				? []
				: [
						effectiveRule(
							qaRule(qaThreshold, [...(override.rules ?? []), ...beneath]),
							layer(override.qaThreshold === undefined ? BASE : name),
						),
					]),
		],
		defaultAction: override.defaultAction ?? policy.defaultAction ?? 'accept',
		onFailedLookup: override.onFailedLookup ?? policy.onFailedLookup ?? 'qa',
	};
}

const withoutSource = ({ field, operator, value }: EffectiveCondition): Condition =>
	value === undefined ? { field, operator } : { field, operator, value };

/** An effective policy as an ordinary one, written out in full. */
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
