/** The parameters that a policy is made of, and where the form has them. */
export const POLICY_PARAMETERS = {
	policySource: 'policySource',
	preset: 'preset',
	judge: 'judge',
	fraudThreshold: 'fraudThreshold',
	qaThreshold: 'qaThreshold',
	rules: 'rules',
	policyJson: 'policyJson',
	hitPolicy: 'hitPolicy',
	defaultAction: 'defaultAction',
	onFailedLookup: 'onFailedLookup',
	onUnusableNumber: 'options.onUnusableNumber',
	onMissingValue: 'options.onMissingValue',
	disableRules: 'options.disableRules',
	overridesSource: 'overridesSource',
	overrides: 'overrides',
	overrideRows: 'overrideRows',
	campaignField: 'campaignField',
} as const;

export type PolicyParameter = keyof typeof POLICY_PARAMETERS;

/** Their values for an item; null for parameters that the form hides and options that were not added. */
export type PolicyValues = Readonly<Record<PolicyParameter, unknown>>;
