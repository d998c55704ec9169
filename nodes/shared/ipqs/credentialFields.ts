import type { INodeProperties } from 'n8n-workflow';
import { DEFAULT_BASE_URL } from './address';

/** Fields that both credentials have. */
export const baseUrl: INodeProperties = {
	displayName: 'Base URL',
	name: 'baseUrl',
	type: 'string',
	default: DEFAULT_BASE_URL,
	placeholder: 'e.g. https://www.ipqualityscore.com',
	description: 'Where IPQS is reached; must begin with https://',
};

export const requestsPerSecond: INodeProperties = {
	displayName: 'Requests per Second',
	name: 'requestsPerSecond',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 1000 },
	default: 20,
	description:
		'Ceiling for this account on this n8n process, shared by all its nodes and executions; with several workers, divide the account\'s limit by their number. 0 means no ceiling.',
};
