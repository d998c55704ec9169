import type { INodeProperties } from 'n8n-workflow';
import { RESULT_KIND_INFO, RESULT_KINDS } from '../criteria/resultKinds';
import { PRESET_RULE_MENU, UNUSABLE_NUMBER_MENU } from './menus';

export const DECISION_FIELD = 'decision';

export const OPTION_PROPERTIES: INodeProperties[] = [
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
		displayName: 'Leave Out Rules',
		name: 'disableRules',
		type: 'multiOptions',
		displayOptions: { show: { '/policySource': ['preset'] } },
		options: PRESET_RULE_MENU,
		default: [],
		description: 'Rules of the preset to leave out, for example Prepaid',
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
		displayName: 'Result Fields',
		name: 'resultFields',
		type: 'fixedCollection',
		default: {},
		placeholder: 'Set Fields',
		description: 'Where the results of other lookups are, if not in their default fields',
		options: [
			{
				name: 'values',
				displayName: 'Fields',
				values: RESULT_KINDS.filter((kind) => kind !== 'phone').map((kind) => ({
					displayName: `${RESULT_KIND_INFO[kind].label} Result`,
					name: kind,
					type: 'string' as const,
					requiresDataPath: 'single' as const,
					default: RESULT_KIND_INFO[kind].defaultField,
					placeholder: `e.g. ${RESULT_KIND_INFO[kind].defaultField}`,
				})),
			},
		],
	},
	{
		displayName: 'Shadow Policy',
		name: 'shadowPolicy',
		type: 'string',
		default: '',
		placeholder: 'e.g. strict',
		description: 'A second policy to compare with (preset name or JSON). Its decision is recorded but never applied.',
	},
	{
		displayName: 'When a Value Is Missing',
		name: 'onMissingValue',
		type: 'options',
		options: [
			{ name: 'Ignore Its Rules', value: 'ignore', description: 'Judge the lead by the other results' },
			{ name: 'Treat as Unknown', value: 'qa', description: 'Send the lead to QA, unless the decision is the same either way' },
		],
		default: 'qa',
		description: 'What to do if the lead has no email address or IP address. Failed lookups are never ignored.',
	},
	{
		displayName: 'When the Number Is Unusable',
		name: 'onUnusableNumber',
		type: 'options',
		options: UNUSABLE_NUMBER_MENU,
		default: 'qa',
		description: 'Where to send leads whose phone number is missing, cannot be read or lacks its country. Nothing was looked up for them.',
	},
];

export const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: OPTION_PROPERTIES,
};
