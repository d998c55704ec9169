import type { NodeHint } from 'n8n-workflow';

const beforeRun = (message: string, displayCondition: string): NodeHint => ({
	message,
	type: 'warning',
	location: 'outputPane',
	whenToDisplay: 'beforeExecution',
	displayCondition: `={{ ${displayCondition} }}`,
});

/** Hints that need only the parameters, shown before a run. */
export const hints: NodeHint[] = [
	beforeRun('Monitor: decisions are recorded, but every lead goes to Accept', '$parameter["mode"] === "monitor"'),
	beforeRun('Leads whose lookup failed go to Accept without being checked', '$parameter["onFailedLookup"] === "accept"'),
	beforeRun('Add at least one rule', '$parameter["policySource"] === "rules" && !$parameter["rules"]?.["values"]?.length'),
	beforeRun(
		'A rule has no condition. Add one, or remove the rule.',
		'$parameter["policySource"] !== "json" && ($parameter["rules"]?.["values"] ?? []).some((rule) => !rule.conditions?.values?.length)',
	),
	beforeRun(
		"A rule applies only to certain campaigns. Set 'Campaign Field'.",
		'$parameter["policySource"] !== "json" && !$parameter["campaignField"] && ($parameter["rules"]?.["values"] ?? []).some((rule) => rule.campaigns)',
	),
];
