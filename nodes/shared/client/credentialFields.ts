import type { ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';
import { DEFAULT_BASE_URL } from './baseUrl';
import { readNumber } from '../json/coerce';

// Fields of both credentials.

export const baseUrl: INodeProperties = {
	displayName: 'Base URL',
	name: 'baseUrl',
	type: 'string',
	default: DEFAULT_BASE_URL,
	placeholder: 'e.g. https://www.ipqualityscore.com',
	description:
		'URL of the IPQS API, or of your own proxy for it. Must start with https:// and may contain a path, but no login, query or fragment.',
};

const DEFAULT_REQUESTS_PER_SECOND = 20;

export const requestsPerSecond: INodeProperties = {
	displayName: 'Requests per Second',
	name: 'requestsPerSecond',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 1000 },
	default: DEFAULT_REQUESTS_PER_SECOND,
	description:
		"Maximum requests per second to this account, shared by all executions of this n8n process. With several workers, divide your account's limit by the number of workers. 0 means no limit.",
};

/** Reads the limit of a credential in requests per second, 0 = no limit; undefined if the field is not a number from 0 up. */
export function readRequestsPerSecond({ requestsPerSecond: value }: ICredentialDataDecryptedObject): number | undefined {
	const isEmpty = value === undefined || value === null || String(value).trim() === '';
	const limit = isEmpty ? DEFAULT_REQUESTS_PER_SECOND : readNumber(value);
	return limit === null || limit < 0 ? undefined : limit;
}

/** Credential fields that must not be empty. */
export type RequiredFields = ReadonlyArray<readonly [name: string, label: string]>;

export const KEY_FIELDS: RequiredFields = [['apiKey', 'API Key']];

export const INTEGRATION_FIELDS: RequiredFields = [
	['integration', 'Integration'],
	['domain', 'Domain'],
	['secret', 'Secret'],
];

/** Returns the label of the first empty field; undefined if all are filled in. */
export const findEmptyField = (credential: ICredentialDataDecryptedObject, fields: RequiredFields): string | undefined =>
	fields.find(([name]) => String(credential[name] ?? '').trim() === '')?.[1];
