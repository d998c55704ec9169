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

/** Lower ones would make a lookup wait for minutes and are most likely a slip. */
const MIN_REQUESTS_PER_SECOND = 0.1;

/** What 'Requests per Second' takes, as the rest of a sentence. */
export const REQUESTS_PER_SECOND_TAKES = `must be a number from ${MIN_REQUESTS_PER_SECOND} to 1000, such as 20, or 0 for no limit`;

/** The requests per second that a credential allows, 0 for no limit; undefined if the field has no usable number. */
export function readRequestsPerSecond({ requestsPerSecond: value }: ICredentialDataDecryptedObject): number | undefined {
	const isEmpty = value === undefined || value === null || String(value).trim() === '';
	const limit = isEmpty ? DEFAULT_REQUESTS_PER_SECOND : readNumber(value);
	return limit === 0 || (limit !== null && limit >= MIN_REQUESTS_PER_SECOND && limit <= 1000) ? limit : undefined;
}

/** Fields that must not be empty, and whether they hold a secret. */
export type RequiredFields = ReadonlyArray<readonly [name: string, label: string, kind: 'text' | 'secret']>;

export const KEY_FIELDS: RequiredFields = [['apiKey', 'API Key', 'secret']];

export const INTEGRATION_FIELDS: RequiredFields = [
	['integration', 'Integration', 'text'],
	['domain', 'Domain', 'text'],
	['secret', 'Secret', 'secret'],
];

/** Visible ASCII: all that an HTTP header carries unchanged, and all that IPQS's keys consist of. */
const SECRET = /^[\x21-\x7e]+$/;

/** A field that cannot be used, and why, as the rest of a sentence. */
export interface FieldError {
	readonly label: string;
	readonly error: string;
}

/** Finds the first required field that cannot be used. */
export function findFieldError(credential: ICredentialDataDecryptedObject, fields: RequiredFields): FieldError | undefined {
	for (const [name, label, kind] of fields) {
		const text = String(credential[name] ?? '').trim();
		if (text === '') return { label, error: 'is empty' };
		if (kind === 'secret' && !SECRET.test(text)) {
			return { label, error: 'contains a space or a character that cannot be sent; copy it again from your IPQS account' };
		}
	}
	return undefined;
}
