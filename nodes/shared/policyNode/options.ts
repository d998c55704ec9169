import type { INodeProperties } from 'n8n-workflow';
import { RESULT_KIND_INFO, RESULT_KINDS } from '../criteria/resultKinds';
import { byLabel, PRESET_RULE_MENU, UNUSABLE_NUMBER_MENU } from './policyMenus';

/** Options that belong to the policy, or say where results are. */
export const POLICY_OPTIONS: INodeProperties[] = [
	{
		displayName: 'Skip Rules',
		name: 'disableRules',
		type: 'multiOptions',
		displayOptions: { show: { '/policySource': ['preset'] } },
		options: PRESET_RULE_MENU,
		default: [],
		description: 'Rules of the preset to skip, for example Prepaid',
	},
	{
		displayName: 'Other Result Fields',
		name: 'resultFields',
		type: 'fixedCollection',
		default: {},
		placeholder: 'Set Fields',
		description: 'Fields with the results of other lookups, if they are not in their default fields',
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
		displayName: 'When Email or IP Is Missing',
		name: 'onMissingValue',
		type: 'options',
		options: [
			{ name: 'Skip Its Rules', value: 'ignore', description: 'Decide based on the other results' },
			{ name: 'Treat as Unknown', value: 'qa', description: 'Send the lead to QA if the missing value could change the decision' },
		],
		default: 'qa',
		description: 'What to do if the lead has no email address or IP address to look up. Failed lookups are never ignored.',
	},
	{
		displayName: 'When the Number Is Unusable',
		name: 'onUnusableNumber',
		type: 'options',
		options: UNUSABLE_NUMBER_MENU,
		default: 'qa',
		description:
			'Where to send leads whose phone number is missing, unreadable or has no country. These numbers were not looked up and cost nothing. Impossible numbers count as invalid instead.',
	},
];

/** 'Options' of a node: those of the policy and the node's own, in alphabetical order. */
export const optionsWith = (own: readonly INodeProperties[]): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [...POLICY_OPTIONS, ...own].sort((one, other) => byLabel({ name: one.displayName }, { name: other.displayName })),
});
