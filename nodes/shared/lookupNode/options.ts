import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { ResponseField } from '../ipqs/responseField';
import { HIDDEN_FOR_CUSTOM_INTEGRATION } from './authentication';
import { numericProperty } from './numericOptions';
import type { Operation } from './operation';

const byLabel = (one: string, other: string): number => one.localeCompare(other, 'en');

/** Response fields as a menu, alphabetical. */
export const fieldMenu = (fields: readonly ResponseField[]): INodePropertyOptions[] =>
	fields.map(({ name, label, description }) => ({ name: label, value: name, description })).sort((a, b) => byLabel(a.name, b.name));

const customVariables: INodeProperties = {
	displayName: 'Custom Variables',
	name: 'customVariables',
	type: 'fixedCollection',
	placeholder: 'Add Variable',
	default: {},
	typeOptions: { multipleValues: true },
	description: 'Tracking variables such as campaignID, which must exist in your IPQS account settings, and any further IPQS parameter',
	...HIDDEN_FOR_CUSTOM_INTEGRATION,
	options: [
		{
			name: 'values',
			displayName: 'Variable',
			values: [
				{ displayName: 'Name', name: 'name', type: 'string', default: '', placeholder: 'e.g. campaignID' },
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
					placeholder: 'e.g. spring-2026',
					description: 'Not sent when empty',
				},
			],
		},
	],
};

/** "Save Fields As", with the first field of the menu chosen. */
function fieldNames(fields: readonly ResponseField[]): INodeProperties {
	const menu = fieldMenu(fields);
	const chosen = (fields.find(({ name }) => name === 'fraud_score') ?? fields[0])?.name;
	return {
		displayName: 'Save Fields As',
		name: 'fieldNames',
		type: 'fixedCollection',
		placeholder: 'Add Field',
		default: {},
		typeOptions: { multipleValues: true },
		description:
			'Response fields to write into fields of the lead as well; a field of that name is replaced, and emptied when the lookup gave no result',
		options: [
			{
				name: 'values',
				displayName: 'Field',
				values: [
					{ displayName: 'IPQS Field', name: 'field', type: 'options', noDataExpression: true, options: menu, default: chosen },
					{
						displayName: 'Lead Field',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. phone_fraud_score',
						description: 'Dots make a path',
					},
				],
			},
		],
	};
}

const checkCredits: INodeProperties = {
	displayName: 'Check Credits First',
	name: 'checkCredits',
	type: 'boolean',
	default: false,
	description: 'Whether to read the account before a batch, which is free, and attempt nothing when it is out of credits',
	...HIDDEN_FOR_CUSTOM_INTEGRATION,
};

const includeInput: INodeProperties = {
	displayName: 'Include Input Fields',
	name: 'includeInput',
	type: 'boolean',
	default: true,
	description: "Whether to keep the lead's own fields beside the result",
};

const deduplicate: INodeProperties = {
	displayName: 'Remove Duplicate Lookups',
	name: 'deduplicate',
	type: 'boolean',
	default: true,
	description: 'Whether equal lookups of an execution cost one request',
};

const requestMethod: INodeProperties = {
	displayName: 'Request Method',
	name: 'requestMethod',
	type: 'options',
	options: [
		{ name: 'GET', value: 'GET', description: 'What is looked up is part of the address' },
		{ name: 'POST', value: 'POST', description: 'Keeps it out of addresses, and so out of access logs' },
	],
	default: 'GET',
	...HIDDEN_FOR_CUSTOM_INTEGRATION,
};

/** What every request has. */
const common = (): INodeProperties[] => [
	numericProperty('concurrency'),
	customVariables,
	includeInput,
	numericProperty('maxRetries'),
	numericProperty('maxWait'),
	deduplicate,
	numericProperty('timeout'),
];

/** What limits and saves spending, and keeps what is looked up out of logs. */
const ofLookups = (): INodeProperties[] => [checkCredits, numericProperty('maxLookups'), requestMethod, numericProperty('reuseMinutes')];

/** The 'Options' of an operation: those that all have, and its own. */
export const optionsCollection = ({
	fields,
	costsCredit,
	options: own,
}: Pick<Operation, 'fields' | 'costsCredit' | 'options'>): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [...common(), ...(costsCredit ? ofLookups() : []), fieldNames(fields), ...own].sort((a, b) =>
		byLabel(a.displayName, b.displayName),
	),
});
