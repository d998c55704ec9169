import type { ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';
import { DEFAULT_BASE_URL } from './baseUrl';
import { readNumber } from '../json/coerce';

/** Fields that both credentials have. */
export const baseUrl: INodeProperties = {
	displayName: 'Base URL',
	name: 'baseUrl',
	type: 'string',
	default: DEFAULT_BASE_URL,
	placeholder: 'e.g. https://www.ipqualityscore.com',
	description: 'Where IPQS is reached; must begin with https://',
};

const DEFAULT_REQUESTS_PER_SECOND = 20;

export const requestsPerSecond: INodeProperties = {
	displayName: 'Requests per Second',
	name: 'requestsPerSecond',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 1000 },
	default: DEFAULT_REQUESTS_PER_SECOND,
	description:
		"Ceiling for this account on this n8n process, shared by all its nodes and executions; with several workers, divide the account's limit by their number. 0 means no ceiling.",
};

/** Requests a second that a credential allows, 0 where it sets no ceiling; undefined where its field holds no number from 0 up. */
export function readRequestsPerSecond({ requestsPerSecond: value }: ICredentialDataDecryptedObject): number | undefined {
	const isEmpty = value === undefined || value === null || String(value).trim() === '';
	const ceiling = isEmpty ? DEFAULT_REQUESTS_PER_SECOND : readNumber(value);
	return ceiling === null || ceiling < 0 ? undefined : ceiling;
}

/** Fields that must not be empty. */
export type RequiredFields = ReadonlyArray<readonly [name: string, label: string]>;

/** Fields without which a credential can ask nothing. */
export const KEY_FIELDS: RequiredFields = [['apiKey', 'API Key']];

export const INTEGRATION_FIELDS: RequiredFields = [
	['integration', 'Integration'],
	['domain', 'Domain'],
	['secret', 'Secret'],
];

/** The label of the first of the fields that is not filled in; undefined when all are. */
export const findEmptyField = (credential: ICredentialDataDecryptedObject, fields: RequiredFields): string | undefined =>
	fields.find(([name]) => String(credential[name] ?? '').trim() === '')?.[1];
