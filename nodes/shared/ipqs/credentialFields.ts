import type { ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';
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

/** Fields that must not be empty. */
export type FilledIn = ReadonlyArray<readonly [name: string, label: string]>;

/** Fields without which a credential can ask nothing. */
export const KEY_FIELDS: FilledIn = [['apiKey', 'API Key']];

export const INTEGRATION_FIELDS: FilledIn = [
	['integration', 'Integration'],
	['domain', 'Domain'],
	['secret', 'Secret'],
];

/** The label of the first of the fields that is not filled in; undefined when all are. */
export const emptyField = (credential: ICredentialDataDecryptedObject, fields: FilledIn): string | undefined =>
	fields.find(([name]) => String(credential[name] ?? '').trim() === '')?.[1];
