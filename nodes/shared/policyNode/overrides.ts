import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { IS_FILLED, OUTCOME_MENU, PRESET_MENU, UNUSABLE_NUMBER_MENU } from './policyMenus';

/** Value of a menu, or text from an expression, that keeps the setting of the policy. */
export const INHERIT = 'inherit';

/** Collection with the settings that an entry does not always show. */
export const MORE_SETTINGS = 'more';

const menu = (displayName: string, name: string, options: INodePropertyOptions[], description: string): INodeProperties => ({
	displayName,
	name,
	type: 'options',
	options: [{ name: 'Same as Policy', value: INHERIT }, ...options],
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

/** Shown in every entry. */
const MAIN: INodeProperties[] = [
	text(
		'Campaign',
		'campaign',
		'e.g. Solar, Roofing',
		"Campaign, as written in 'Campaign Field' of the lead. Separate multiple campaigns with commas. Not case-sensitive.",
	),
	menu('Preset', 'preset', PRESET_MENU, 'Replaces the rules of the policy and their fraud threshold'),
	text(
		'Fraud Threshold',
		'fraudThreshold',
		'e.g. 70',
		'Rejects this score and higher. Leave empty for the threshold of the preset or policy.',
	),
];

/** Added to an entry where it needs them, so that entries are short. */
const MORE: INodeProperties[] = [
	text(
		'QA Threshold',
		'qaThreshold',
		'e.g. 50',
		'Sends this phone fraud score and higher to QA. Leave empty for the threshold of the policy.',
	),
	menu('When No Rule Matches', 'defaultAction', OUTCOME_MENU, 'Where to send leads of this campaign that match no rule'),
	menu('When the Lookup Failed', 'onFailedLookup', OUTCOME_MENU, 'Where to send leads of this campaign whose lookup failed'),
	menu(
		'When the Number Is Unusable',
		'onUnusableNumber',
		UNUSABLE_NUMBER_MENU,
		'Where to send leads of this campaign whose phone number is missing, unreadable or has no country',
	),
	text('Skip Rules', 'disableRules', 'e.g. VOIP, Prepaid', 'Names of rules to skip for this campaign, separated by commas'),
];

/** Every setting of an override. */
export const OVERRIDE_PROPERTIES: readonly INodeProperties[] = [...MAIN, ...MORE];

/** The values of a setting that change something. */
const changes = ({ options = [] }: INodeProperties): unknown[] =>
	options.length === 0 ? [IS_FILLED] : options.flatMap((option) => ('value' in option && option.value !== INHERIT ? [option.value] : []));

/** A setting in the entry itself, where workflows can have it from before 'More Settings'. */
const ofEntry = (property: INodeProperties): INodeProperties => ({
	...property,
	displayOptions: { show: { [property.name]: changes(property) } } as INodeProperties['displayOptions'],
});

const moreSettings: INodeProperties = {
	displayName: 'More Settings',
	name: MORE_SETTINGS,
	type: 'collection',
	placeholder: 'Add Setting',
	default: {},
	description: 'Other settings for this campaign. Add the ones that differ from the policy.',
	options: [...MORE].sort((one, other) => one.displayName.localeCompare(other.displayName, 'en')),
};

/** Shown where the form has campaigns, and the policy is not JSON with overrides of its own. */
const whenCampaigns = (source?: 'fields' | 'rows'): INodeProperties['displayOptions'] => ({
	show: { policySource: ['preset', 'rules'], ...(source === undefined ? {} : { overridesSource: [source] }) },
	hide: { campaignField: [''] },
});

export const overridesSource: INodeProperties = {
	displayName: 'Overrides From',
	name: 'overridesSource',
	type: 'options',
	noDataExpression: true,
	displayOptions: whenCampaigns(),
	options: [
		{ name: 'Fields Below', value: 'fields', description: 'Add an entry for each campaign in this node' },
		{ name: 'Table Rows', value: 'rows', description: 'One row of a Data Table or sheet per campaign, which others can edit' },
	],
	default: 'fields',
	description: 'Where to get the overrides of individual campaigns from',
};

/** The expression that people copy. */
export const OVERRIDE_ROWS_EXAMPLE = "{{ $('Campaign Policies').all() }}";

export const overrideRows: INodeProperties = {
	displayName: 'Override Rows',
	name: 'overrideRows',
	type: 'string',
	displayOptions: whenCampaigns('rows'),
	default: '',
	placeholder: `e.g. ${OVERRIDE_ROWS_EXAMPLE}`,
	hint: `Enter ${OVERRIDE_ROWS_EXAMPLE} as an expression, with the name of the node that reads your table`,
	description:
		'Rows with the columns campaign, preset, fraudThreshold, qaThreshold, defaultAction, onFailedLookup, onUnusableNumber and disableRules, or the labels of these settings. Empty cells keep the setting of the policy, and other columns are ignored.',
};

export const overrides: INodeProperties = {
	displayName: 'Overrides',
	name: 'overrides',
	type: 'fixedCollection',
	displayOptions: whenCampaigns('fields'),
	default: {},
	placeholder: 'Add Campaign',
	description: 'Changes to the policy for individual campaigns',
	typeOptions: {
		multipleValues: true,
		multipleValueButtonText: 'Add Campaign',
		fixedCollection: { itemTitle: '={{ $collection.item.value.campaign || "Campaign " + ($collection.item.index + 1) }}' },
	},
	options: [
		{
			name: 'values',
			displayName: 'Campaign',
			values: [...MAIN, ...MORE.map(ofEntry), moreSettings],
		},
	],
};
