import type { NodeHint } from 'n8n-workflow';

const beforeRun = (message: string, displayCondition: string): NodeHint => ({
	message,
	type: 'warning',
	location: 'outputPane',
	whenToDisplay: 'beforeExecution',
	displayCondition: `={{ ${displayCondition} }}`,
});

/** What the parameters alone show, before a run. */
export const hints: NodeHint[] = [
	beforeRun('Monitor: decisions are recorded, and every lead goes to Accept', '$parameter["mode"] === "monitor"'),
	beforeRun('Leads whose lookup was not answered go to Accept unchecked', '$parameter["onFailedLookup"] === "accept"'),
	beforeRun(
		'Add a rule: without one nothing can be decided',
		'$parameter["policySource"] === "rules" && !$parameter["rules"]?.["values"]?.length',
	),
	beforeRun(
		'A rule has no condition: add one, or remove the rule',
		'$parameter["policySource"] === "rules" && ($parameter["rules"]?.["values"] ?? []).some((rule) => !rule.conditions?.values?.length)',
	),
];
