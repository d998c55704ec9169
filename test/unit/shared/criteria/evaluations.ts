import type { PolicyValues } from '../../../../nodes/shared/policyNode/policyParameters';
import { compileCampaignPolicies } from '../../../../nodes/shared/criteria/compileCampaignPolicies';
import { decide } from '../../../../nodes/shared/criteria/buildDecision';
import { parsePolicy } from '../../../../nodes/shared/criteria/parsePolicy';
import { extractResult } from '../../../../nodes/shared/criteria/extractResult';
import type { Decision, Policy } from '../../../../nodes/shared/criteria/types';
import type { JsonObject } from '../../../../nodes/shared/json/json';

/** A mobile number in the US without a bad sign. */
export const CLEAN: JsonObject = {
	success: true,
	valid: true,
	fraud_score: 0,
	recent_abuse: false,
	VOIP: false,
	prepaid: false,
	risky: false,
	active: true,
	active_status: 'Active Line',
	line_type: 'Wireless',
	country: 'US',
	do_not_call: false,
	tcpa_blacklist: false,
	leaked: false,
	spammer: false,
};

/** The parameters of the policy as the node reads them from a new form. */
export const FORM: PolicyValues = {
	policySource: 'preset',
	preset: 'standard',
	judge: null,
	fraudThreshold: '',
	qaThreshold: '',
	rules: null,
	policyJson: null,
	hitPolicy: null,
	defaultAction: 'accept',
	onFailedLookup: 'qa',
	overridesSource: null,
	overrideRows: null,
	onUnusableNumber: null,
	onMissingValue: null,
	disableRules: null,
	overrides: null,
	campaignField: 'campaign',
};

/** Parses a policy that must be valid. */
export function policyOf(value: unknown): Policy {
	const parsed = parsePolicy(value);
	if ('issues' in parsed) throw new TypeError(JSON.stringify(parsed.issues));
	return parsed.policy;
}

/** The decision of a policy about a result in `ipqs`. */
export function judgeBy(policy: Policy, campaign: string | null = null): (result: unknown) => Decision {
	const resolved = compileCampaignPolicies(policy)(campaign === null ? [] : [campaign]);
	const options = { resultField: 'ipqs', enforced: true, includeTrace: true, includePolicy: true };
	return (result) => decide(resolved, undefined, { phone: extractResult({ ipqs: result }, 'ipqs', 'phone') }, options);
}

export const decided = (policy: unknown, result: unknown, campaign: string | null = null): Decision =>
	judgeBy(policyOf(policy), campaign)(result);

export const outcomeOf = (policy: unknown, result: unknown): string => decided(policy, result).outcome;

/** A policy of rules with one condition each. */
export const ruled = (...rules: Array<{ field: string; operator: string; value?: unknown; action?: string; whenUnknown?: string }>) => ({
	rules: rules.map(({ action = 'reject', whenUnknown = 'default', ...condition }, index) => ({
		name: `Rule ${index}`,
		conditions: [condition],
		action,
		whenUnknown,
	})),
});
