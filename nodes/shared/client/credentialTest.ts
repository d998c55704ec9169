import type { ICredentialDataDecryptedObject, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';
import { ACCOUNT_REQUEST } from '../ipqs/account';
import { parseBaseUrl } from './baseUrl';
import { requestForTest } from './transport';
import { findEmptyField, INTEGRATION_FIELDS, KEY_FIELDS, type RequiredFields } from './credentialFields';
import { FAILURES, type FailureReason } from '../ipqs/errors';
import { withKey } from './apiKeyAuth';
import type { ApiRequest } from '../ipqs/request';
import { parseResponse } from '../ipqs/response';

/** A server that never answers is not waited for longer, in ms. */
const TIMEOUT = 15_000;

const toError = (message: string): INodeCredentialTestResult => ({ status: 'Error', message });

const formatReason = (reason: FailureReason): string => {
	const { message, credentialTestRemedy, remedy } = FAILURES[reason];
	return `${message}. ${credentialTestRemedy ?? remedy}.`;
};

type Helpers = ICredentialTestFunctions['helpers'];

interface CredentialTest {
	/** Must be filled in before anything is asked. */
	readonly fields: RequiredFields;
	readonly request: ApiRequest;
	/** The request's path as it is asked, the key in its place. */
	readonly pathOf: (credential: ICredentialDataDecryptedObject) => string;
	/** What is then known. */
	readonly answered: string;
}

/** Asks IPQS once, with a credential whose address and fields can be used, and tells what came of it. */
async function runCredentialTest(
	{ fields, request, pathOf, answered }: CredentialTest,
	helpers: Helpers,
	credential: ICredentialDataDecryptedObject,
	now: () => number,
): Promise<INodeCredentialTestResult> {
	const base = parseBaseUrl(credential.baseUrl);
	if ('error' in base) return toError(`'Base URL' ${base.error}`);
	const empty = findEmptyField(credential, fields);
	if (empty !== undefined) return toError(`'${empty}' is empty`);

	const verdict = parseResponse(await requestForTest(helpers, `${base.url}${pathOf(credential)}`, TIMEOUT), now(), request);
	return verdict.kind === 'success' ? { status: 'OK', message: answered } : toError(formatReason(verdict.reason));
}

const API_KEY_TEST: CredentialTest = {
	fields: KEY_FIELDS,
	request: ACCOUNT_REQUEST,
	pathOf: ({ apiKey }) => String(withKey({ url: ACCOUNT_REQUEST.path }, String(apiKey).trim(), 'path').url),
	answered: 'The key works',
};

/** Needs no key, costs nothing, and is IPQS's alone. */
const COUNTRY_LIST: ApiRequest = { method: 'GET', path: '/api/json/country/list', parameters: {}, costsCredit: false };

const CUSTOM_INTEGRATION_TEST: CredentialTest = {
	fields: INTEGRATION_FIELDS,
	request: COUNTRY_LIST,
	pathOf: () => COUNTRY_LIST.path,
	answered: 'IPQS answers at this address; the first lookup checks domain and secret',
};

/**
 * Tests an IPQS API credential by reading the account, which spends no lookup. Tells a wrong key from an empty account, and
 * both from a server that is not IPQS.
 */
export const testApiKey = async (
	helpers: Helpers,
	credential: ICredentialDataDecryptedObject,
	now: () => number,
): Promise<INodeCredentialTestResult> => await runCredentialTest(API_KEY_TEST, helpers, credential, now);

/**
 * Tests an IPQS Custom Integration API credential as far as it can be seen without a lookup: whether its fields are filled in
 * and IPQS answers at its address. Neither domain nor secret is sent.
 */
export const testCustomIntegration = async (
	helpers: Helpers,
	credential: ICredentialDataDecryptedObject,
	now: () => number,
): Promise<INodeCredentialTestResult> => await runCredentialTest(CUSTOM_INTEGRATION_TEST, helpers, credential, now);
