import type { PolicyIssue, IssuePath } from './policyIssue';
import { baseRules, parseCampaigns, normalizeName, usesThreshold } from './effectivePolicy';
import { THRESHOLD, type Policy, type PolicyOverride, type Rule } from './types';

const mustHaveThreshold = `must be a number from 0 to 100, for a condition has the value "${THRESHOLD}"`;

function duplicateNames(rules: readonly Rule[], taken: readonly Rule[], path: IssuePath): PolicyIssue[] {
	const names = new Set(taken.map(({ name }) => normalizeName(name)));
	return rules.flatMap(({ name }, index) => {
		if (names.has(normalizeName(name)))
			return [{ path: [...path, 'rules', index, 'name'], message: 'must differ from the names of the other rules' }];
		names.add(normalizeName(name));
		return [];
	});
}

function checkBase(policy: Policy): PolicyIssue[] {
	const { preset, rules, fraudThreshold, overrides = {} } = policy;
	if (preset === undefined && rules === undefined) return [{ path: [], message: 'must have either a preset or rules' }];
	if (preset !== undefined && rules !== undefined)
		return [{ path: ['rules'], message: 'must be left out beside a preset; keep one of the two' }];
	if (rules === undefined) return [];
	if (rules.length === 0) return [{ path: ['rules'], message: 'must hold a rule: without one every lead goes the same way' }];

	const issues = duplicateNames(rules, [], []);
	const used = usesThreshold(rules);
	const usedByOverride = Object.values(overrides).some((override) => usesThreshold(override.rules ?? []));
	if (used && fraudThreshold === undefined) issues.push({ path: ['fraudThreshold'], message: mustHaveThreshold });
	if (!used && !usedByOverride && fraudThreshold !== undefined) {
		issues.push({ path: ['fraudThreshold'], message: `must be left out, for no condition on fraud_score has the value "${THRESHOLD}"` });
	}
	return issues;
}

function checkOverride(policy: Policy, override: PolicyOverride, path: IssuePath): PolicyIssue[] {
	const beneath = baseRules(policy, override);
	const own = override.rules ?? [];
	const issues = duplicateNames(own, beneath, path);
	const names = new Set(beneath.map(({ name }) => normalizeName(name)));
	const disabled = new Set(override.disableRules?.map(normalizeName));
	override.disableRules?.forEach((name, index) => {
		if (!names.has(normalizeName(name))) {
			const known = beneath.map((rule) => rule.name).join(', ');
			issues.push({ path: [...path, 'disableRules', index], message: `must be the name of a rule: ${known}` });
		}
	});
	const left = [...own, ...beneath.filter(({ name }) => !disabled.has(normalizeName(name)))];
	if (left.length === 0)
		issues.push({ path: [...path, 'disableRules'], message: 'must leave a rule: without one every lead goes the same way' });
	const used = usesThreshold(left);
	if (override.fraudThreshold !== undefined && !used) {
		issues.push({ path: [...path, 'fraudThreshold'], message: 'must be left out, for no rule of the campaign uses the threshold' });
	}
	const known = [override.fraudThreshold, override.preset, policy.fraudThreshold, policy.preset].some((source) => source !== undefined);
	if (used && !known) issues.push({ path: [...path, 'fraudThreshold'], message: mustHaveThreshold });
	return issues;
}

function checkCampaigns(keys: readonly string[]): PolicyIssue[] {
	const seen = new Set<string>();
	return keys.flatMap((key) => {
		const campaigns = parseCampaigns(key).map(normalizeName);
		if (campaigns.length === 0) return [{ path: ['overrides', key], message: 'must name a campaign' }];
		return campaigns.flatMap((campaign) => {
			if (seen.has(campaign)) return [{ path: ['overrides', key], message: 'must name each campaign once; it is listed before' }];
			seen.add(campaign);
			return [];
		});
	});
}

/** What is wrong with the meaning of a policy whose form is right. */
export function validatePolicy(policy: Policy): PolicyIssue[] {
	const overrides = Object.entries(policy.overrides ?? {});
	const base = checkBase(policy);
	const campaigns = checkCampaigns(overrides.map(([key]) => key));
	// What an override may change can be told once the policy beneath it is right.
	if (base.length > 0) return [...base, ...campaigns];
	return [...campaigns, ...overrides.flatMap(([key, override]) => checkOverride(policy, override, ['overrides', key]))];
}
