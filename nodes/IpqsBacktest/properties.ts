import type { INodeProperties } from 'n8n-workflow';
import { MAX_GROUPS } from '../shared/criteria/report/selectGroups';
import { optionsWith } from '../shared/policyNode/options';
import { POLICY_LABEL } from '../shared/policyNode/policyLabelExpression';
import { policyProperties } from '../shared/policyNode/properties';
import { DECISION_FIELD } from '../shared/policyNode/resultLocations';

export const MAX_CHANGED = 1000;
export const DEFAULT_THRESHOLDS = '50-95/5';

const variants: INodeProperties = {
	displayName: 'Variants',
	name: 'variants',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'None', value: 'none', description: 'Only test the current policy' },
		{ name: 'Presets', value: 'presets', description: 'Also test each preset, without your rules, thresholds and overrides' },
		{ name: 'Thresholds', value: 'thresholds', description: 'Also test the policy with other fraud thresholds' },
	],
	default: 'none',
	description: 'What else to test, for comparison',
};

const thresholdList: INodeProperties = {
	displayName: 'Thresholds',
	name: 'thresholdList',
	type: 'string',
	displayOptions: { show: { variants: ['thresholds'] } },
	default: DEFAULT_THRESHOLDS,
	placeholder: 'e.g. 70, 75, 80, 85, 90',
	hint: 'A list such as 70, 75, 80 or a range with a step such as 50-95/5',
	description: 'Fraud thresholds to test, from 0 to 100. Campaigns with a threshold in their override keep it.',
};

const compareWith: INodeProperties = {
	displayName: 'Compare With',
	name: 'compareWith',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Earlier Decision', value: 'decision', description: 'The decision stored in each lead' },
		{ name: 'Nothing', value: 'nothing', description: 'Only count outcomes' },
		{ name: 'Other Policy', value: 'policy', description: 'A preset or a policy as JSON' },
	],
	default: 'decision',
	description: 'What to compare the outcomes with. Leads with a different outcome go to the Changed output.',
};

const decisionField: INodeProperties = {
	displayName: 'Decision Field',
	name: 'decisionField',
	type: 'string',
	requiresDataPath: 'single',
	default: DECISION_FIELD,
	placeholder: 'e.g. decision',
	description: 'Field with the earlier decision: the one IPQS Criteria added, or a column that contains accept, qa or reject',
};

const comparePolicy: INodeProperties = {
	displayName: 'Other Policy',
	name: 'comparePolicy',
	type: 'string',
	displayOptions: { show: { compareWith: ['policy'] } },
	default: '',
	placeholder: 'e.g. Cautious',
	description: 'The policy to compare with, as the name of a preset, or as policy JSON',
};

const groupBy: INodeProperties = {
	displayName: 'Group By',
	name: 'groupBy',
	type: 'string',
	requiresDataPath: 'single',
	default: '',
	placeholder: 'e.g. source',
	description: `Field to group leads by, such as their source or campaign. Leave empty to count all leads together. The report shows the ${MAX_GROUPS} largest groups.`,
};

const knownField: INodeProperties = {
	displayName: 'Known Result Field',
	name: 'knownField',
	type: 'string',
	requiresDataPath: 'single',
	default: '',
	placeholder: 'e.g. status',
	hint: 'Fill in to see how many good and bad leads the policy rejects',
	description: 'Field that says how the lead turned out, such as sold or returned. Leave empty if you do not know.',
};

const values = (displayName: string, name: string, placeholder: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	displayOptions: { hide: { knownField: [''] } },
	default: '',
	placeholder,
	description: `${description}. Separate multiple values with commas. Leads with any other value have no known result.`,
});

const cost = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 0,
	description,
});

const options = optionsWith([
	cost(
		'Cost per Lead',
		'costPerLead',
		"What you pay for a lead. Adds to the report how much rejecting leads saves and loses. Requires 'Known Result Field'.",
	),
	cost('Cost per Lookup', 'costPerLookup', 'What you pay for a lookup. Adds the total cost of the lookups to the report.'),
	{
		displayName: 'HTML Report',
		name: 'htmlReport',
		type: 'boolean',
		default: true,
		description: 'Whether to add the report as an HTML file with charts to the first item of the Report output',
	},
	{
		displayName: 'Max Changed Leads',
		name: 'maxChanged',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: MAX_CHANGED,
		description: 'Maximum number of leads in the Changed output. The report still counts all changed leads.',
	},
]);

export const properties: INodeProperties[] = [
	...policyProperties,
	variants,
	thresholdList,
	compareWith,
	comparePolicy,
	decisionField,
	groupBy,
	knownField,
	values('Good Values', 'goodValues', 'e.g. sold', 'Values that mean the lead turned out good'),
	values('Bad Values', 'badValues', 'e.g. returned, fraud', 'Values that mean the lead turned out bad'),
	options,
];

/** The label of the policy, and what is varied. */
export const SUBTITLE = `={{ ${POLICY_LABEL} + ({ thresholds: " at " + $parameter["thresholdList"], presets: " and presets" }[$parameter["variants"]] ?? "") }}`;
