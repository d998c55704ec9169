import type { ICredentialDataDecryptedObject, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';
import { ACCOUNT_REQUEST } from '../ipqs/account';
import { parseBaseUrl } from './baseUrl';
import { requestForTest } from './transport';
import { findEmptyField, INTEGRATION_FIELDS, KEY_FIELDS, type RequiredFields } from './credentialFields';
import { FAILURES, type FailureReason } from '../ipqs/errors';
import { withKey } from './apiKeyAuth';
import type { ApiRequest } from '../ipqs/request';
import { parseResponse } from '../ipqs/response';
import { readNumber } from '../json/coerce';
import type { JsonObject } from '../json/json';

/** Milliseconds. */
const TIMEOUT = 15_000;

const toError = (message: string): INodeCredentialTestResult => ({ status: 'Error', message });

const formatReason = (reason: FailureReason): string => {
	const { message, credentialTestRemedy, remedy } = FAILURES[reason];
	return `${message}. ${credentialTestRemedy ?? remedy}.`;
};

type Helpers = ICredentialTestFunctions['helpers'];

interface CredentialTest {
	readonly fields: RequiredFields;
	readonly request: ApiRequest;
	/** The request's path, with the key in place of its marker. */
	readonly pathOf: (credential: ICredentialDataDecryptedObject) => string;
	/** What a response proves, as a message for the user. */
	readonly successMessage: (body: JsonObject) => string;
}

/** Checks the fields of a credential, then sends one request. */
async function runCredentialTest(
	{ fields, request, pathOf, successMessage }: CredentialTest,
	helpers: Helpers,
	credential: ICredentialDataDecryptedObject,
	now: () => number,
): Promise<INodeCredentialTestResult> {
	const base = parseBaseUrl(credential.baseUrl);
	if ('error' in base) return toError(`'Base URL' ${base.error}`);
	const empty = findEmptyField(credential, fields);
	if (empty !== undefined) return toError(`'${empty}' is empty`);

	const result = parseResponse(await requestForTest(helpers, `${base.url}${pathOf(credential)}`, TIMEOUT), now(), request);
	return result.kind === 'success' ? { status: 'OK', message: successMessage(result.body) } : toError(formatReason(result.reason));
}

const isOutOfCredits = ({ credits }: JsonObject): boolean => {
	const left = readNumber(credits);
	return left !== null && left <= 0;
};

const API_KEY_TEST: CredentialTest = {
	fields: KEY_FIELDS,
	request: ACCOUNT_REQUEST,
	pathOf: ({ apiKey }) => String(withKey({ url: ACCOUNT_REQUEST.path }, String(apiKey).trim(), 'path').url),
	successMessage: (body) => (isOutOfCredits(body) ? 'The API key works, but the account has no credits left' : 'The API key works'),
};

/** IPQS's only call that needs neither key nor secret and costs no credit. */
const COUNTRY_LIST: ApiRequest = { method: 'GET', path: '/api/json/country/list', parameters: {}, costsCredit: false };

const CUSTOM_INTEGRATION_TEST: CredentialTest = {
	fields: INTEGRATION_FIELDS,
	request: COUNTRY_LIST,
	pathOf: () => COUNTRY_LIST.path,
	successMessage: () => 'IPQS is reachable. The first lookup verifies domain and secret',
};

/**
 * Tests an IPQS API credential by reading the account, which costs no credit. The message tells apart a wrong key, an account
 * without credits, and a server that is not IPQS.
 */
export const testApiKey = async (
	helpers: Helpers,
	credential: ICredentialDataDecryptedObject,
	now: () => number,
): Promise<INodeCredentialTestResult> => await runCredentialTest(API_KEY_TEST, helpers, credential, now);

/**
 * Tests an IPQS Custom Integration API credential as far as that works without a lookup: its fields are filled in, and IPQS
 * responds at its base URL. Neither domain nor secret is sent.
 */
export const testCustomIntegration = async (
	helpers: Helpers,
	credential: ICredentialDataDecryptedObject,
	now: () => number,
): Promise<INodeCredentialTestResult> => await runCredentialTest(CUSTOM_INTEGRATION_TEST, helpers, credential, now);
