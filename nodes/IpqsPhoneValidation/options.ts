import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { PHONE_FIELDS } from '../shared/ipqs/fields';

interface NumberOption {
	readonly label: string;
	readonly default: number;
	readonly min: number;
	readonly max: number;
	readonly description: string;
	/** Shown below the field, where no tooltip has to be opened. */
	readonly unit?: string;
}

/** Options that are whole numbers: their bounds hold in the form and, for expressions, again when they are read. */
export const NUMBER_OPTIONS = {
	concurrency: { label: 'Concurrency', default: 10, min: 1, max: 100, description: 'Requests in flight at once' },
	maxLookups: { label: 'Max Lookups', default: 0, min: 0, max: 1_000_000, description: 'Requests one execution may spend; the leads after that are not attempted. 0 means no limit.' },
	maxRetries: { label: 'Max Retries', default: 3, min: 0, max: 10, description: 'How often a lead is tried again when IPQS is busy or out of reach; a timeout is tried again once at most' },
	maxWait: { unit: 'Seconds', label: 'Max Wait', default: 30, min: 0, max: 3_600, description: 'Seconds that all attempts of a lead may take together. 0 means no limit.' },
	reuseMinutes: { unit: 'Minutes', label: 'Reuse Answers For', default: 0, min: 0, max: 1_440, description: 'Minutes in which an equal answered lookup of this account is used again without a request, also in other executions. Kept in memory alone. 0 means never.' },
	timeout: { unit: 'Seconds', label: 'Timeout', default: 10, min: 1, max: 60, description: 'Seconds to wait for each answer; with Enhanced Line Check the default is 20' },
} as const satisfies Record<string, NumberOption>;

export type NumberOptionName = keyof typeof NUMBER_OPTIONS;

/** Seconds to wait for an answer when a line check has to reach the phone's own network. */
export const LINE_CHECK_TIMEOUT = 20;

export const MALFORMED_PHONE = ['invalid', 'fail', 'send'] as const;
export const REQUEST_METHODS = ['GET', 'POST'] as const;

/** Response fields as a menu, alphabetical. */
export const FIELD_MENU: INodePropertyOptions[] = PHONE_FIELDS.map(({ name, label, description }) => ({ name: label, value: name, description })).sort(
	(a, b) => a.name.localeCompare(b.name, 'en'),
);

const numberProperty = (name: NumberOptionName): INodeProperties => {
	const { label, default: value, min, max, description, unit }: NumberOption = NUMBER_OPTIONS[name];
	const typeOptions = { minValue: min, maxValue: max };
	return { displayName: label, name, type: 'number', typeOptions, default: value, description, ...(unit ? { hint: unit } : {}) };
};

const customVariables: INodeProperties = {
	displayName: 'Custom Variables',
	name: 'customVariables',
	type: 'fixedCollection',
	placeholder: 'Add Variable',
	default: {},
	typeOptions: { multipleValues: true },
	description: 'Tracking variables such as campaignID, which must exist in your IPQS account settings, and any further IPQS parameter',
	options: [
		{
			name: 'values',
			displayName: 'Variable',
			values: [
				{ displayName: 'Name', name: 'name', type: 'string', default: '', placeholder: 'e.g. campaignID' },
				{ displayName: 'Value', name: 'value', type: 'string', default: '', placeholder: 'e.g. spring-2026', description: 'Not sent when empty' },
			],
		},
	],
};

const fieldNames: INodeProperties = {
	displayName: 'Save Fields As',
	name: 'fieldNames',
	type: 'fixedCollection',
	placeholder: 'Add Field',
	default: {},
	typeOptions: { multipleValues: true },
	description: 'Response fields to write into fields of the lead as well; a field of that name is replaced, and emptied when the lookup gave no result',
	options: [
		{
			name: 'values',
			displayName: 'Field',
			values: [
				{ displayName: 'IPQS Field', name: 'field', type: 'options', noDataExpression: true, options: FIELD_MENU, default: 'fraud_score' },
				{ displayName: 'Lead Field', name: 'name', type: 'string', default: '', placeholder: 'e.g. phone_fraud_score', description: 'Dots make a path' },
			],
		},
	],
};

export const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Check Credits First',
			name: 'checkCredits',
			type: 'boolean',
			default: false,
			description: 'Whether to read the account before a batch, which is free, and attempt nothing when it is out of credits',
		},
		numberProperty('concurrency'),
		customVariables,
		{
			displayName: 'Include Input Fields',
			name: 'includeInput',
			type: 'boolean',
			default: true,
			description: 'Whether to keep the lead\'s own fields beside the result',
		},
		{
			displayName: 'Malformed Numbers',
			name: 'malformedPhone',
			type: 'options',
			options: [
				{ name: 'Mark as Invalid', value: 'invalid', description: 'Costs no lookup; the lead goes on with valid = false' },
				{ name: 'Fail the Item', value: 'fail', description: 'Costs no lookup; the lead follows \'On Error\'' },
				{ name: 'Ask IPQS Anyway', value: 'send', description: 'Costs a lookup' },
			],
			default: 'invalid',
			description: 'What to do with an empty or impossible number: one with letters, under 7 or over 15 digits',
		},
		numberProperty('maxLookups'),
		numberProperty('maxRetries'),
		numberProperty('maxWait'),
		{
			displayName: 'Remove Duplicate Lookups',
			name: 'deduplicate',
			type: 'boolean',
			default: true,
			description: 'Whether equal lookups of an execution cost one request',
		},
		{
			displayName: 'Request Method',
			name: 'requestMethod',
			type: 'options',
			options: [
				{ name: 'GET', value: 'GET', description: 'The number is part of the address' },
				{ name: 'POST', value: 'POST', description: 'Keeps the number out of addresses, and so out of access logs' },
			],
			default: 'GET',
		},
		numberProperty('reuseMinutes'),
		fieldNames,
		{
			displayName: 'SMS Pumping Check',
			name: 'smsPumping',
			type: 'boolean',
			default: false,
			description: 'Whether to ask for the risk of artificially inflated text traffic as well',
		},
		numberProperty('timeout'),
	],
};
