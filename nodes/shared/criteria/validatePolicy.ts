import { baseRules, normalizeName, parseCampaigns, usesThreshold } from './effectivePolicy';
import type { IssuePath, PolicyIssue } from './policyIssue';
import { BASE, THRESHOLD, type Policy, type PolicyOverride, type Rule } from './types';

function duplicateNames(rules: readonly Rule[], taken: ReadonlySet<string>, path: IssuePath): PolicyIssue[] {
	const names = new Set(taken);
	return rules.flatMap(({ name }, index) => {
		if (names.has(normalizeName(name)))
			return [{ path: [...path, 'rules', index, 'name'], message: 'must be unique, but another rule has this name' }];
		names.add(normalizeName(name));
		return [];
	});
}

const namesOf = (rules: readonly Rule[]): Set<string> => new Set(rules.map(({ name }) => normalizeName(name)));

/** Names of rules to leave out that do not exist. */
function unknownNames(disableRules: readonly string[], rules: readonly Rule[], path: IssuePath): PolicyIssue[] {
	const names = namesOf(rules);
	return disableRules.flatMap((name, index) => {
		if (names.has(normalizeName(name))) return [];
		return [{ path: [...path, 'disableRules', index], message: `must be one of the rules: ${rules.map((rule) => rule.name).join(', ')}` }];
	});
}

const isEnabled = (disableRules: readonly string[] = []): ((rule: Rule) => boolean) => {
	const disabled = new Set(disableRules.map(normalizeName));
	return ({ name }) => !disabled.has(normalizeName(name));
};

/** The rules that an override inherits: of its preset, or else of the policy. */
const inheritedRules = (policy: Policy, override: PolicyOverride = {}): Rule[] => {
	const name = override.preset ?? policy.preset;
	const preset = name && { value: name, source: override.preset === undefined ? BASE : 'override' };
	return baseRules(policy, preset).map(({ value }) => value);
};

function checkBase(policy: Policy): PolicyIssue[] {
	const { preset, judge, rules, fraudThreshold, qaThreshold, disableRules = [], overrides = {} } = policy;
	if (preset === undefined && rules === undefined) return [{ path: [], message: 'must have a preset or rules' }];
	if (rules?.length === 0 && preset === undefined) return [{ path: ['rules'], message: 'must have at least one rule' }];
	if (preset === undefined && judge !== undefined) return [{ path: ['judge'], message: 'must be removed, because it belongs to a preset' }];

	const inherited = inheritedRules(policy);
	const own = rules ?? [];
	const taken = namesOf(inherited.filter((rule) => !own.includes(rule)));
	const issues = [...duplicateNames(own, taken, []), ...unknownNames(disableRules, inherited, [])];
	const enabled = inherited.filter(isEnabled(disableRules));
	if (enabled.length === 0) issues.push({ path: ['disableRules'], message: 'must leave at least one rule' });
	if (qaThreshold !== undefined && judge !== undefined && !judge.includes('phone')) {
		issues.push({
			path: ['qaThreshold'],
			message: 'must be removed, because it is about the fraud score of the phone, which is not judged',
		});
	}
	const usedByOverride = Object.values(overrides).some((override) => usesThreshold(override.rules ?? []));
	if (fraudThreshold !== undefined && !usesThreshold(enabled) && !usedByOverride) {
		issues.push({ path: ['fraudThreshold'], message: `must be removed, because no condition on fraud_score has the value "${THRESHOLD}"` });
	}
	return issues;
}

function checkOverride(policy: Policy, override: PolicyOverride, inherited: readonly Rule[], path: IssuePath): PolicyIssue[] {
	const { rules: own = [], disableRules = [] } = override;
	const issues = [...duplicateNames(own, namesOf(inherited), path), ...unknownNames(disableRules, inherited, path)];
	const enabled = [...own, ...inherited.filter(isEnabled([...(policy.disableRules ?? []), ...disableRules]))];
	if (enabled.length === 0) issues.push({ path: [...path, 'disableRules'], message: 'must leave at least one rule' });
	if (override.fraudThreshold !== undefined && !usesThreshold(enabled)) {
		issues.push({ path: [...path, 'fraudThreshold'], message: 'must be removed, because no rule of the campaign uses it' });
	}
	return issues;
}

/** Overrides usually inherit the same rules, which are then put together once. */
function checkOverrides(policy: Policy): PolicyIssue[] {
	const inheritedByPreset = new Map<string | undefined, Rule[]>();
	return Object.entries(policy.overrides ?? {}).flatMap(([key, override]) => {
		const inherited = inheritedByPreset.get(override.preset) ?? inheritedRules(policy, override);
		inheritedByPreset.set(override.preset, inherited);
		return checkOverride(policy, override, inherited, ['overrides', key]);
	});
}

function checkCampaigns(keys: readonly string[]): PolicyIssue[] {
	const seen = new Set<string>();
	return keys.flatMap((key) => {
		const campaigns = parseCampaigns(key).map(normalizeName);
		if (campaigns.length === 0) return [{ path: ['overrides', key], message: 'must name a campaign' }];
		return campaigns.flatMap((campaign) => {
			if (seen.has(campaign)) return [{ path: ['overrides', key], message: `repeats the campaign '${campaign}'` }];
			seen.add(campaign);
			return [];
		});
	});
}

/** The issues of a policy whose members all have the right type: conflicts, duplicates, and members without effect. */
export function validatePolicy(policy: Policy): PolicyIssue[] {
	const base = checkBase(policy);
	const campaigns = checkCampaigns(Object.keys(policy.overrides ?? {}));
	// Overrides are checked against the base policy, so only once that is valid.
	return base.length > 0 ? [...base, ...campaigns] : [...campaigns, ...checkOverrides(policy)];
}
