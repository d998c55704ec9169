import type { INodeProperties } from 'n8n-workflow';
import { fieldMenu, optionsCollection } from './options';
import type { Operation } from './operation';

const output: INodeProperties = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Simplified', value: 'simplified', description: 'The fields that decide, typed' },
		{ name: 'Selected Fields', value: 'selected', description: 'The fields you choose, typed' },
		{ name: 'Raw', value: 'raw', description: 'All that IPQS sent, as it came' },
	],
	default: 'simplified',
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

/** The form of an operation: its own parameters, then what all operations have. */
export const operationProperties = (operation: Operation): INodeProperties[] => [
	...operation.properties,
	output,
	{
		displayName: 'Fields',
		name: 'fields',
		type: 'multiOptions',
		displayOptions: { show: { output: ['selected'] } },
		options: fieldMenu(operation.fields),
		default: [],
		description: 'The fields to keep; the lookup record always stays, and Success where there is one',
	},
	outputField,
	optionsCollection(operation),
];
