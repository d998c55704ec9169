import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { OUTCOME_MENU, PRESET_MENU } from './menus';

/** The entry of a menu, or the text, by which an override leaves the base as it is. */
export const INHERIT = 'inherit';

const menu = (displayName: string, name: string, options: INodePropertyOptions[], description: string): INodeProperties => ({
	displayName,
	name,
	type: 'options',
	options: [{ name: 'As in the Policy', value: INHERIT }, ...options],
	default: INHERIT,
	description,
});

const text = (displayName: string, name: string, placeholder: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder,
	description,
});

/** What a row changes. */
export const OVERRIDE_PROPERTIES: INodeProperties[] = [
	text(
		'Campaign',
		'campaign',
		'e.g. Solar, Roofing',
		'The campaign as it stands in the campaign field, several separated by commas; capitals do not matter',
	),
	menu('Preset', 'preset', PRESET_MENU, 'The rules that replace those of the policy, with their own threshold'),
	text('Fraud Threshold', 'fraudThreshold', 'e.g. 70', 'Reject at or above; empty leaves it as it is'),
	text('QA Threshold', 'qaThreshold', 'e.g. 50', 'QA at or above; empty leaves it as it is'),
	menu('When No Rule Matches', 'defaultAction', OUTCOME_MENU, 'Where leads of the campaign go that no rule catches'),
	menu('When the Lookup Was Not Answered', 'onFailedLookup', OUTCOME_MENU, 'Where leads of the campaign go that IPQS gave no answer about'),
	text('Disable Rules', 'disableRules', 'e.g. VOIP, Prepaid', 'Names of rules that do not apply to the campaign, separated by commas'),
];

export const overrides: INodeProperties = {
	displayName: 'Overrides',
	name: 'overrides',
	type: 'fixedCollection',
	displayOptions: { show: { policySource: ['preset', 'rules'] }, hide: { campaignField: [''] } },
	default: {},
	placeholder: 'Add Campaign',
	description: 'What single campaigns change in the policy',
	typeOptions: {
		multipleValues: true,
		multipleValueButtonText: 'Add Campaign',
		fixedCollection: { itemTitle: '={{ $collection.item.value.campaign }}' },
	},
	options: [
		{
			name: 'values',
			displayName: 'Campaign',
			values: OVERRIDE_PROPERTIES,
		},
	],
};
