import type { INodeProperties } from 'n8n-workflow';
import { FIELD_MENU, options } from './options';

export const OUTPUT_MODES = ['simplified', 'selected', 'raw'] as const;

const authentication: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'API Key', value: 'apiKey', description: 'Look numbers up with your IPQS account' },
		{ name: 'Sandbox (No Account Needed)', value: 'sandbox', description: 'Try a workflow with documented test numbers; nothing is checked and nothing is spent' },
	],
	default: 'apiKey',
};

const phone: INodeProperties = {
	displayName: 'Phone Number',
	name: 'phone',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +12015550123',
	description: 'One number, best with + and its country code; spaces, punctuation and extensions are understood',
};

const country: INodeProperties = {
	displayName: 'Country',
	name: 'country',
	type: 'string',
	default: '',
	placeholder: 'e.g. US or US,CA',
	description: 'Where numbers without a country code belong: codes or English names, several separated by commas',
};

const strictness: INodeProperties = {
	displayName: 'Strictness',
	name: 'strictness',
	type: 'options',
	options: [
		{ name: '0 - Loose', value: 0, description: 'What IPQS recommends to start with' },
		{ name: '1 - Normal', value: 1 },
		{ name: '2 - Strict', value: 2, description: 'Catches more, and flags more good numbers too' },
	],
	default: 0,
	description: 'How readily IPQS flags a number',
};

const enhancedLineCheck: INodeProperties = {
	displayName: 'Enhanced Line Check',
	name: 'enhancedLineCheck',
	type: 'boolean',
	default: false,
	description: 'Whether to ask the phone network (HLR) if the line is active, an IPQS add-on that takes longer',
};

const enhancedNameCheck: INodeProperties = {
	displayName: 'Enhanced Name Check',
	name: 'enhancedNameCheck',
	type: 'boolean',
	default: false,
	description: 'Whether to look up the owner\'s name, an IPQS add-on',
};

const output: INodeProperties = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Simplified', value: 'simplified', description: 'The fields that decide about a lead, typed' },
		{ name: 'Selected Fields', value: 'selected', description: 'The fields you choose, typed' },
		{ name: 'Raw', value: 'raw', description: 'All that IPQS sent, as it came' },
	],
	default: 'simplified',
};

const fields: INodeProperties = {
	displayName: 'Fields',
	name: 'fields',
	type: 'multiOptions',
	displayOptions: { show: { output: ['selected'] } },
	options: FIELD_MENU,
	default: [],
	description: 'The fields to keep; Success and the lookup record always stay',
};

const outputField: INodeProperties = {
	displayName: 'Put Result in Field',
	name: 'outputField',
	type: 'string',
	required: true,
	default: 'ipqs',
	placeholder: 'e.g. ipqs',
	description: 'Field of the lead that takes the result',
};

export const properties: INodeProperties[] = [
	authentication,
	phone,
	country,
	strictness,
	enhancedLineCheck,
	enhancedNameCheck,
	output,
	fields,
	outputField,
	options,
];
