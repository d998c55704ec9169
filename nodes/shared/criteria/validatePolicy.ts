import type { PolicyIssue, IssuePath } from './policyIssue';
import { baseRules, parseCampaigns, normalizeName, usesThreshold } from './effectivePolicy';
import { THRESHOLD, type Policy, type PolicyOverride, type Rule } from './types';

const THRESHOLD_REQUIRED = `must be a number from 0 to 100, because a condition has the value "${THRESHOLD}"`;

function duplicateNames(rules: readonly Rule[], taken: readonly Rule[], path: IssuePath): PolicyIssue[] {
	const names = new Set(taken.map(({ name }) => normalizeName(name)));
	return rules.flatMap(({ name }, index) => {
		if (names.has(normalizeName(name)))
			return [{ path: [...path, 'rules', index, 'name'], message: 'must be unique, but another rule has this name' }];
		names.add(normalizeName(name));
		return [];
	});
}

function checkBase(policy: Policy): PolicyIssue[] {
	const { preset, rules, fraudThreshold, overrides = {} } = policy;
	if (preset === undefined && rules === undefined) return [{ path: [], message: 'must have either a preset or rules' }];
	if (preset !== undefined && rules !== undefined)
		return [{ path: ['rules'], message: 'cannot be combined with a preset. Remove one of them' }];
	if (rules === undefined) return [];
	if (rules.length === 0) return [{ path: ['rules'], message: 'must have at least one rule' }];

	const issues = duplicateNames(rules, [], []);
	const used = usesThreshold(rules);
	const usedByOverride = Object.values(overrides).some((override) => usesThreshold(override.rules ?? []));
	if (used && fraudThreshold === undefined) issues.push({ path: ['fraudThreshold'], message: THRESHOLD_REQUIRED });
	if (!used && !usedByOverride && fraudThreshold !== undefined) {
		issues.push({
			path: ['fraudThreshold'],
			message: `must be removed, because no condition on fraud_score has the value "${THRESHOLD}"`,
		});
	}
	return issues;
}

function checkOverride(policy: Policy, override: PolicyOverride, path: IssuePath): PolicyIssue[] {
	const inherited = baseRules(policy, override);
	const own = override.rules ?? [];
	const issues = duplicateNames(own, inherited, path);
	const names = new Set(inherited.map(({ name }) => normalizeName(name)));
	const disabled = new Set(override.disableRules?.map(normalizeName));
	override.disableRules?.forEach((name, index) => {
		if (!names.has(normalizeName(name))) {
			const known = inherited.map((rule) => rule.name).join(', ');
			issues.push({ path: [...path, 'disableRules', index], message: `must be one of the rules: ${known}` });
		}
	});
	const enabled = [...own, ...inherited.filter(({ name }) => !disabled.has(normalizeName(name)))];
	if (enabled.length === 0) issues.push({ path: [...path, 'disableRules'], message: 'must leave at least one rule' });
	const used = usesThreshold(enabled);
	if (override.fraudThreshold !== undefined && !used) {
		issues.push({ path: [...path, 'fraudThreshold'], message: 'must be removed, because no rule of the campaign uses it' });
	}
	const known = [override.fraudThreshold, override.preset, policy.fraudThreshold, policy.preset].some((source) => source !== undefined);
	if (used && !known) issues.push({ path: [...path, 'fraudThreshold'], message: THRESHOLD_REQUIRED });
	return issues;
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
	const overrides = Object.entries(policy.overrides ?? {});
	const base = checkBase(policy);
	const campaigns = checkCampaigns(overrides.map(([key]) => key));
	// Overrides are checked against the base policy, so only once that is valid.
	if (base.length > 0) return [...base, ...campaigns];
	return [...campaigns, ...overrides.flatMap(([key, override]) => checkOverride(policy, override, ['overrides', key]))];
}
