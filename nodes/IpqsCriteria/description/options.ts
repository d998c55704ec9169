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
			description: 'Whether each decision holds the policy it was reached under, ready to be used as Policy JSON',
		},
		{
			displayName: 'Include Trace',
			name: 'includeTrace',
			type: 'boolean',
			default: false,
			description: 'Whether each decision holds how every condition came out',
		},
		{
			displayName: 'Put Decision in Field',
			name: 'decisionField',
			type: 'string',
			default: DECISION_FIELD,
			placeholder: 'e.g. decision',
			description: 'The field of the lead that takes the decision; dots make a path',
		},
		{
			displayName: 'Shadow Policy',
			name: 'shadowPolicy',
			type: 'string',
			default: '',
			placeholder: 'e.g. strict',
			description: 'A second policy, as the name of a preset or as JSON, whose decision is recorded beside the first and never carried out',
		},
	],
};
