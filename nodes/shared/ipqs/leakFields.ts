import { MESSAGE, REQUEST_ID, SUCCESS } from './commonFields';
import type { ResponseField } from './responseField';

/** Fields of `/api/json/leaked` (OpenAPI description, leaked data). */
export const LEAK_FIELDS: readonly ResponseField[] = [
	SUCCESS,
	MESSAGE,
	{ name: 'exposed', label: 'Exposed', type: 'boolean', simplified: true, description: 'Whether the value was found in a data breach' },
	{ name: 'source', label: 'Source', type: 'list', simplified: true, description: 'Data breaches the value was found in' },
	{
		name: 'first_seen',
		label: 'First Seen',
		type: 'object',
		simplified: true,
		description: 'When the value was first seen (fields: human, timestamp, iso); "just now" if it was not found',
	},
	{ name: 'request_hash', label: 'Request Hash', type: 'text', description: 'Hash of the value' },
	REQUEST_ID,
];
