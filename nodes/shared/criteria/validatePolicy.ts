import { usesThreshold } from './effectiveRule';
import { normalizeName, parseCampaigns } from './normalizeName';
import type { IssuePath, PolicyIssue } from './policyIssue';
import { presetRules, type PresetName } from './presets';
import { THRESHOLD, type Policy, type PolicyOverride, type Rule } from './types';

/** Names of rules that a message lists. */
const MAX_LISTED = 30;

/** The rules that an override inherits: of its preset, or else of the policy. */
class InheritedRules {
	/** Names by normalized name. */
	private readonly names: ReadonlyMap<string, string>;

	private readonly threshold: ReadonlySet<string>;

	constructor(rules: readonly Rule[]) {
		this.names = new Map(rules.map(({ name }) => [normalizeName(name), name]));
		this.threshold = new Set(rules.filter(usesThreshold).map(({ name }) => normalizeName(name)));
	}

	has(name: string): boolean {
		return this.names.has(normalizeName(name));
	}

	toString(): string {
		const names = [...this.names.values()];
		return names.length > MAX_LISTED ? `${names.slice(0, MAX_LISTED).join(', ')} and others` : names.join(', ');
	}

	/** How many rules are left without those of the list, and how many of them use the fraud threshold. */
	without(disableRules: readonly string[] = []): { readonly left: number; readonly usingThreshold: number } {
		const disabled = [...new Set(disableRules.map(normalizeName))];
		const count = ({ size, has }: { readonly size: number; has(name: string): boolean }): number => size - disabled.filter(has).length;
		return {
			left: count({ size: this.names.size, has: (name) => this.names.has(name) }),
			usingThreshold: count({ size: this.threshold.size, has: (name) => this.threshold.has(name) }),
		};
	}
}

function inheritedRules({ preset, judge, rules = [] }: Policy, replacement?: PresetName): InheritedRules {
	const name = replacement ?? preset;
	const { rejecting, qa } = name === undefined ? { rejecting: [], qa: [] } : presetRules(name, judge);
	return new InheritedRules([...(replacement === undefined ? rules : []), ...rejecting, ...qa]);
}

function duplicateNames(rules: readonly Rule[], isTaken: (name: string) => boolean, path: IssuePath): PolicyIssue[] {
	const names = new Set<string>();
	return rules.flatMap(({ name }, index) => {
		const key = normalizeName(name);
		if (names.has(key) || isTaken(name))
			return [{ path: [...path, 'rules', index, 'name'], message: 'must be unique, but another rule has this name' }];
		names.add(key);
		return [];
	});
}

/** Names of rules to leave out that do not exist. */
const unknownNames = (disableRules: readonly string[], inherited: InheritedRules, path: IssuePath): PolicyIssue[] =>
	disableRules.flatMap((name, index) =>
		inherited.has(name) ? [] : [{ path: [...path, 'disableRules', index], message: `must be one of the rules: ${inherited}` }],
	);

/** A fraud threshold that changes nothing is probably a mistake. */
export const UNUSED_THRESHOLD = `must be removed, because no condition on fraud_score has the value "${THRESHOLD}"`;

const leavesNothing = (path: IssuePath): PolicyIssue => ({ path: [...path, 'disableRules'], message: 'must leave at least one rule' });

/** A QA threshold is about the score of the phone, which a preset does not always judge. */
const uselessQaThreshold = (
	{ judge }: Policy,
	preset: PresetName | undefined,
	score: number | undefined,
	path: IssuePath,
): PolicyIssue[] =>
	score === undefined || preset === undefined || judge === undefined || judge.includes('phone')
		? []
		: [
				{
					path: [...path, 'qaThreshold'],
					message: 'must be removed, because it applies to the phone fraud score, which this policy does not check',
				},
			];

function checkBase(policy: Policy): PolicyIssue[] {
	const { preset, judge, rules, fraudThreshold, qaThreshold, disableRules = [], overrides = {} } = policy;
	const all = Object.values(overrides);
	if (preset === undefined && rules === undefined) return [{ path: [], message: 'must have a preset or rules' }];
	if (preset === undefined && rules?.length === 0) return [{ path: ['rules'], message: 'must have at least one rule' }];
	if (judge !== undefined && preset === undefined && all.every((override) => override.preset === undefined))
		return [{ path: ['judge'], message: 'must be removed, because it only applies to a preset' }];

	const inherited = inheritedRules(policy);
	const ofPreset = inheritedRules({ preset, judge });
	const issues = [
		...duplicateNames(rules ?? [], (name) => ofPreset.has(name), []),
		...unknownNames(disableRules, inherited, []),
		...uselessQaThreshold(policy, preset, qaThreshold, []),
	];
	const { left, usingThreshold } = inherited.without(disableRules);
	if (left === 0) issues.push(leavesNothing([]));
	if (fraudThreshold !== undefined && usingThreshold === 0 && !all.some((override) => (override.rules ?? []).some(usesThreshold))) {
		issues.push({ path: ['fraudThreshold'], message: UNUSED_THRESHOLD });
	}
	return issues;
}

function checkOverride(policy: Policy, override: PolicyOverride, inherited: InheritedRules, path: IssuePath): PolicyIssue[] {
	const { preset = policy.preset, rules: own = [], disableRules, fraudThreshold, qaThreshold } = override;
	const issues = [
		...duplicateNames(own, (name) => inherited.has(name), path),
		...unknownNames(disableRules ?? [], inherited, path),
		...uselessQaThreshold(policy, preset, qaThreshold, path),
	];
	const { left, usingThreshold } = inherited.without(disableRules ?? policy.disableRules);
	if (left + own.length === 0) issues.push(leavesNothing(path));
	if (fraudThreshold !== undefined && usingThreshold === 0 && !own.some(usesThreshold)) {
		issues.push({ path: [...path, 'fraudThreshold'], message: UNUSED_THRESHOLD });
	}
	return issues;
}

/** Overrides usually inherit the same rules, which are then put together once. */
function checkOverrides(policy: Policy): PolicyIssue[] {
	const byPreset = new Map<PresetName | undefined, InheritedRules>();
	return Object.entries(policy.overrides ?? {}).flatMap(([key, override]) => {
		const inherited = byPreset.get(override.preset) ?? inheritedRules(policy, override.preset);
		byPreset.set(override.preset, inherited);
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
