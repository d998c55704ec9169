import type { INodeProperties } from 'n8n-workflow';

export const DECISION_FIELD = 'decision';

export const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Include Policy',
			name: 'includePolicy',
			type: 'boolean',
			default: false,
			description: "Whether to add the policy to the decision, ready to paste into 'Policy JSON'",
		},
		{
			displayName: 'Include Trace',
			name: 'includeTrace',
			type: 'boolean',
			default: false,
			description: 'Whether to add the result of every condition to the decision',
		},
		{
			displayName: 'Put Decision in Field',
			name: 'decisionField',
			type: 'string',
			default: DECISION_FIELD,
			placeholder: 'e.g. decision',
			description: 'Name of the field to put the decision in. Use dots for nested fields.',
		},
		{
			displayName: 'Shadow Policy',
			name: 'shadowPolicy',
			type: 'string',
			default: '',
			placeholder: 'e.g. strict',
			description: 'A second policy to compare with (preset name or JSON). Its decision is recorded but never applied.',
		},
	],
};
