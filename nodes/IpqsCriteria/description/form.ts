import type { INodeProperties } from 'n8n-workflow';
import { optionsWith } from '../../shared/policyNode/options';
import { policyProperties } from '../../shared/policyNode/properties';
import { DECISION_FIELD } from '../../shared/policyNode/resultLocations';

const mode: INodeProperties = {
	displayName: 'Mode',
	name: 'mode',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Active', value: 'enforce', description: 'Send each lead where the policy decides' },
		{
			name: 'Monitor (Everything Goes to Accept)',
			value: 'monitor',
			description: 'Record every decision, but send all leads to Accept. Use it to try out a policy.',
		},
	],
	default: 'enforce',
};

const options = optionsWith([
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
		placeholder: 'e.g. Cautious',
		description: 'A second policy to compare with: the name of a preset, or policy JSON. Its decision is recorded but never applied.',
	},
]);

export const properties: INodeProperties[] = [...policyProperties, mode, options];
