import { usesThreshold } from '../shared/criteria/effectiveRule';
import { getPreset } from '../shared/criteria/presets';
import type { Policy } from '../shared/criteria/types';
import { formatCount } from '../shared/text';

/** The name of a policy, as in its decisions. */
export const policyNameOf = ({ name, preset }: Policy): string =>
	name ?? (preset === undefined ? 'Custom Policy' : getPreset(preset).label);

/** The fraud threshold, if one number applies to all results that the policy judges. */
function thresholdOf({ preset, judge = ['phone'], rules = [], fraudThreshold }: Policy): number | undefined {
	if (fraudThreshold !== undefined) return fraudThreshold;
	// Email addresses have a threshold of their own.
	if (preset === undefined || judge.includes('email') || rules.some(usesThreshold)) return undefined;
	return getPreset(preset).fraudThreshold;
}

/** A policy in a few words: "Standard, fraud threshold 85, 2 own rules". */
export function describePolicy(policy: Policy): string {
	const { preset, rules = [], disableRules = [], qaThreshold, overrides = {} } = policy;
	const threshold = thresholdOf(policy);
	const campaigns = Object.keys(overrides).length;
	return [
		policyNameOf(policy),
		...(threshold === undefined ? [] : [`fraud threshold ${threshold}`]),
		...(qaThreshold === undefined ? [] : [`QA threshold ${qaThreshold}`]),
		...(rules.length === 0 ? [] : [formatCount(rules.length, preset === undefined ? 'rule' : 'own rule')]),
		...(disableRules.length === 0 ? [] : [`${formatCount(disableRules.length, 'rule')} left out`]),
		...(campaigns === 0 ? [] : [`overrides for ${formatCount(campaigns, 'campaign')}`]),
	].join(', ');
}
