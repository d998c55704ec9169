import { MESSAGE, REQUEST_ID, SUCCESS } from './commonFields';
import type { ResponseField } from './responseField';

/** Fields of `/api/json/leaked` (OpenAPI description, leaked data). */
export const LEAK_FIELDS: readonly ResponseField[] = [
	SUCCESS,
	MESSAGE,
	{ name: 'exposed', label: 'Exposed', type: 'boolean', simplified: true, description: 'Whether it was found in a data breach' },
	{ name: 'source', label: 'Source', type: 'list', simplified: true, description: 'Breaches it was found in' },
	{
		name: 'first_seen',
		label: 'First Seen',
		type: 'object',
		simplified: true,
		description: 'When it was first seen: human, timestamp and iso; "just now" when it was not found',
	},
	{ name: 'request_hash', label: 'Request Hash', type: 'text', description: 'Hash of what was looked for' },
	REQUEST_ID,
];
