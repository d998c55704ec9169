import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { readNumber } from '../json/coerce';
import { isDotSegment } from '../ipqs/request';
import { parseBaseUrl } from './baseUrl';

export const DEFAULT_REQUESTS_PER_SECOND = 20;

export const MAX_LOOKUPS_PER_DAY = 100_000_000;

/** What 'Lookups per Day' takes, as the rest of a sentence. */
const LOOKUPS_PER_DAY_TAKES = 'must be a whole number such as 500, or 0 for no limit';

const isEmptyField = (value: unknown): boolean =>
	value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** The lookups per day that a credential allows, 0 for no limit; undefined if the field has no usable number. */
export function readLookupsPerDay({ lookupsPerDay: value }: ICredentialDataDecryptedObject): number | undefined {
	const limit = isEmptyField(value) ? 0 : readNumber(value);
	return limit !== null && Number.isInteger(limit) && limit >= 0 && limit <= MAX_LOOKUPS_PER_DAY ? limit : undefined;
}

/** Lower ones would make a lookup wait for minutes and are most likely a slip. */
const MIN_REQUESTS_PER_SECOND = 0.1;

/** What 'Requests per Second' takes, as the rest of a sentence. */
const REQUESTS_PER_SECOND_TAKES = `must be a number from ${MIN_REQUESTS_PER_SECOND} to 1000, such as 20, or 0 for no limit`;

/** The requests per second that a credential allows, 0 for no limit; undefined if the field has no usable number. */
export function readRequestsPerSecond({ requestsPerSecond: value }: ICredentialDataDecryptedObject): number | undefined {
	const limit = isEmptyField(value) ? DEFAULT_REQUESTS_PER_SECOND : readNumber(value);
	return limit === 0 || (limit !== null && limit >= MIN_REQUESTS_PER_SECOND && limit <= 1000) ? limit : undefined;
}

/** The text of a credential field without spaces around it; empty if it is not text or a number. */
export const readCredentialText = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** Fields that must not be empty, and what they are: other text, a segment of a path, or a secret. */
export type RequiredFields = ReadonlyArray<readonly [name: string, label: string, kind: 'text' | 'segment' | 'secret']>;

export const KEY_FIELDS: RequiredFields = [['apiKey', 'API Key', 'secret']];

export const INTEGRATION_FIELDS: RequiredFields = [
	['integration', 'Integration', 'segment'],
	['domain', 'Domain', 'text'],
	['secret', 'Secret', 'secret'],
];

/** What an HTTP header carries unchanged (RFC 9110, 5.5, without tab). */
const HEADER_TEXT = /^[\x20-\x7e]+$/;

/** A field that cannot be used, and why, as the rest of a sentence. */
export interface FieldError {
	readonly label: string;
	readonly error: string;
}

/** Finds the first required field that cannot be used. */
export function findFieldError(credential: ICredentialDataDecryptedObject, fields: RequiredFields): FieldError | undefined {
	for (const [name, label, kind] of fields) {
		const value: unknown = credential[name];
		const text = readCredentialText(value);
		if (text === '') return { label, error: typeof value === 'object' && value !== null ? 'must be text' : 'is empty' };
		if (kind === 'segment' && isDotSegment(text)) return { label, error: 'must be the name that IPQS registered' };
		if (kind === 'secret' && !HEADER_TEXT.test(text)) {
			return { label, error: 'contains a character that cannot be sent, possibly an invisible one. Copy it again from IPQS' };
		}
	}
	return undefined;
}

/** What requests need to know of a credential, besides how they authenticate. */
export interface ConnectionFields {
	readonly baseUrl: string;
	readonly requestsPerSecond: number;
	readonly lookupsPerDay: number;
}

/**
 * Reads and checks the fields of a credential, for lookups and for the credential test alike, so that a credential that passes the
 * test can be used.
 *
 * @returns the first field that cannot be used, if there is one
 */
export function readConnectionFields(credential: ICredentialDataDecryptedObject, required: RequiredFields): ConnectionFields | FieldError {
	const base = parseBaseUrl(credential.baseUrl);
	if ('error' in base) return { label: 'Base URL', error: base.error };
	const fieldError = findFieldError(credential, required);
	if (fieldError !== undefined) return fieldError;
	const requestsPerSecond = readRequestsPerSecond(credential);
	if (requestsPerSecond === undefined) return { label: 'Requests per Second', error: REQUESTS_PER_SECOND_TAKES };
	const lookupsPerDay = readLookupsPerDay(credential);
	if (lookupsPerDay === undefined) return { label: 'Lookups per Day', error: LOOKUPS_PER_DAY_TAKES };
	return { baseUrl: base.url, requestsPerSecond, lookupsPerDay };
}
