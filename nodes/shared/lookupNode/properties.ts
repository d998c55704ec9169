import type { INodeProperties } from 'n8n-workflow';
import { fieldMenu, optionsCollection } from './options';
import type { Operation } from './operation';
import { DEFAULT_OUTPUT_FIELD } from './readOutputOptions';

const output = ({ costsCredit }: Operation): INodeProperties => ({
	displayName: 'Output',
	name: 'output',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Simplified', value: 'simplified', description: 'The most useful fields, converted to numbers and booleans' },
		{ name: 'Selected Fields', value: 'selected', description: 'The fields you select, converted to numbers and booleans' },
		{ name: 'Raw', value: 'raw', description: 'The full IPQS response, unchanged' },
		...(costsCredit
			? [
					{
						name: 'Key Only (No Lookup)',
						value: 'key',
						description: "Returns 'lookup.key' without sending anything to IPQS. Use the key to find an earlier result in a table.",
					},
				]
			: []),
	],
	default: 'simplified',
});

const outputField = (field: string): INodeProperties => ({
	displayName: 'Put Result in Field',
	name: 'outputField',
	type: 'string',
	required: true,
	default: field,
	placeholder: `e.g. ${field}`,
	description: 'Name of the field to put the result in',
});

/** The form of an operation: its own parameters, then those that all operations have. */
export const operationProperties = (operation: Operation): INodeProperties[] => [
	...operation.properties,
	output(operation),
	{
		displayName: 'Fields',
		name: 'fields',
		type: 'multiOptions',
		displayOptions: { show: { output: ['selected'] } },
		options: fieldMenu(operation.fields),
		default: [],
		description: "Fields to keep; 'lookup' and 'success' are always included",
	},
	outputField(operation.outputField ?? DEFAULT_OUTPUT_FIELD),
	optionsCollection(operation),
];
