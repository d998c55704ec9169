import type { JsonObject } from '../json/json';
import type { FieldType, ResponseField } from './responseField';

const JSON_TYPES: Readonly<Record<FieldType, string>> = {
	boolean: 'boolean',
	number: 'number',
	choice: 'string',
	text: 'string',
	list: 'array',
	object: 'object',
};

const property = ({ type }: ResponseField): JsonObject => ({ type: JSON_TYPES[type] });

const LOOKUP: JsonObject = {
	type: 'object',
	properties: {
		status: { type: 'string' },
		reason: { type: 'string' },
		request_id: { type: 'string' },
		checked_at: { type: 'string' },
		attempts: { type: 'integer' },
		charged_attempts: { type: 'integer' },
		latency_ms: { type: 'integer' },
		deduplicated: { type: 'boolean' },
		billable: { type: 'boolean' },
		reused: { type: 'boolean' },
		sandbox: { type: 'boolean' },
		resource: { type: 'string' },
		key: { type: 'string' },
		output: { type: 'string' },
		not_in_plan: { type: 'object' },
	},
};

/**
 * JSON Schema of a lookup's output. The editor shows it before the first run, so that fields can be mapped.
 *
 * @param outputField default of 'Put Result in Field'
 */
export const lookupSchema = (fields: readonly ResponseField[], outputField: string): JsonObject => ({
	type: 'object',
	properties: {
		[outputField]: {
			type: 'object',
			properties: {
				...Object.fromEntries(fields.filter(({ simplified }) => simplified).map((field) => [field.name, property(field)])),
				lookup: LOOKUP,
			},
		},
	},
	version: 1,
});
