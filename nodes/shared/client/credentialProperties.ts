import type { INodeProperties } from 'n8n-workflow';
import { DEFAULT_BASE_URL } from './baseUrl';
import { DEFAULT_REQUESTS_PER_SECOND, MAX_LOOKUPS_PER_DAY } from './readCredential';

// Fields of both credentials.

export const baseUrl: INodeProperties = {
	displayName: 'Base URL',
	name: 'baseUrl',
	type: 'string',
	default: DEFAULT_BASE_URL,
	placeholder: 'e.g. https://www.ipqualityscore.com',
	description:
		'URL of the IPQS API, or of your own proxy for it. Your key or secret is only sent to this URL. Must start with https://. Can include a path, but no username, password, query string or fragment.',
};

export const requestsPerSecond: INodeProperties = {
	displayName: 'Requests per Second',
	name: 'requestsPerSecond',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 1000 },
	default: DEFAULT_REQUESTS_PER_SECOND,
	description:
		"Maximum requests per second to this account, shared by all executions of this n8n process. With several workers, divide your account's limit by the number of workers. 0 means no limit.",
};

export const lookupsPerDay: INodeProperties = {
	displayName: 'Lookups per Day',
	name: 'lookupsPerDay',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: MAX_LOOKUPS_PER_DAY },
	default: 0,
	description:
		'Maximum lookups per day (UTC) that may cost a credit, shared by all executions of this n8n process. Remaining items are not looked up. The count is kept in memory: it starts again when n8n restarts, and each worker keeps its own count. If several credentials have the same key, the lowest limit applies. 0 means no limit.',
};
