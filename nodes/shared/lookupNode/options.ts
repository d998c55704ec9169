import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { ResponseField } from '../ipqs/responseField';
import { HIDDEN_FOR_CUSTOM_INTEGRATION } from './authentication';
import { earlierResultOptions } from './earlierResult';
import { fieldPrefix, OVERWRITE_NOTE } from './fieldPrefix';
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
	description: 'Tracking variables from your IPQS account, such as campaignID, or any other IPQS parameter',
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
					description: 'Not sent if empty',
				},
			],
		},
	],
};

/** 'Output: Field Mapping'. A new row has the fraud score selected if the response has one, else its first field. */
function fieldNames(fields: readonly ResponseField[]): INodeProperties {
	const menu = fieldMenu(fields);
	const selected = (fields.find(({ name }) => name === 'fraud_score') ?? fields[0])?.name;
	return {
		displayName: 'Output: Field Mapping',
		name: 'fieldNames',
		type: 'fixedCollection',
		placeholder: 'Add Field',
		default: {},
		typeOptions: { multipleValues: true, sortable: true, fixedCollection: { layout: 'inline' } },
		description: `Copies response fields to other fields of the item. To copy all of them, use 'Output: Field Prefix'. Existing fields ${OVERWRITE_NOTE}`,
		options: [
			{
				name: 'values',
				displayName: 'Field',
				values: [
					{ displayName: 'IPQS Field', name: 'field', type: 'options', noDataExpression: true, options: menu, default: selected },
					{
						displayName: 'Output Field',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. phone_fraud_score',
						description: 'Use dots for nested fields',
					},
				],
			},
		],
	};
}

const includeInput: INodeProperties = {
	displayName: 'Output: Include Input Fields',
	name: 'includeInput',
	type: 'boolean',
	default: true,
	description: 'Whether to include the fields of the input item in the output',
};

const requestMethod: INodeProperties = {
	displayName: 'Request Method',
	name: 'requestMethod',
	type: 'options',
	options: [
		{ name: 'GET', value: 'GET', description: 'The value is part of the URL' },
		{ name: 'POST', value: 'POST', description: 'The value is sent in the body, which keeps it out of access logs' },
	],
	default: 'GET',
	...HIDDEN_FOR_CUSTOM_INTEGRATION,
};

const commonOptions = (): INodeProperties[] => [
	numericProperty('concurrency'),
	customVariables,
	includeInput,
	numericProperty('maxRetries'),
	numericProperty('maxWait'),
	numericProperty('timeout'),
];

/** For operations that cost credits. */
const lookupOptions = (): INodeProperties[] => [
	{ ...numericProperty('keepCredits'), ...HIDDEN_FOR_CUSTOM_INTEGRATION },
	...earlierResultOptions(),
	numericProperty('maxLookups'),
	requestMethod,
	numericProperty('reuseMinutes'),
];

/** 'Options' of an operation: the common ones and its own, in alphabetical order. */
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
	options: [...commonOptions(), ...(costsCredit ? lookupOptions() : []), fieldNames(fields), fieldPrefix, ...own].sort((a, b) =>
		byLabel(a.displayName, b.displayName),
	),
});
