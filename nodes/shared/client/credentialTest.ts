import type { ICredentialDataDecryptedObject, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';
import { ACCOUNT_REQUEST } from '../ipqs/account';
import { FAILURES, type FailureReason } from '../ipqs/errors';
import type { ApiRequest } from '../ipqs/request';
import { parseResponse } from '../ipqs/response';
import { readNumber } from '../json/coerce';
import type { JsonObject } from '../json/json';
import { withKey } from './apiKeyAuth';
import { parseBaseUrl } from './baseUrl';
import {
	findFieldError,
	INTEGRATION_FIELDS,
	KEY_FIELDS,
	readRequestsPerSecond,
	REQUESTS_PER_SECOND_TAKES,
	type RequiredFields,
} from './credentialFields';
import { requestForTest, type TestRequest } from './transport';

/** Milliseconds. */
const TIMEOUT = 15_000;

type Credential = ICredentialDataDecryptedObject;
type Helpers = ICredentialTestFunctions['helpers'];

const toError = (message: string): INodeCredentialTestResult => ({ status: 'Error', message });

const formatReason = (reason: FailureReason): string => {
	const { message, credentialTestRemedy, remedy } = FAILURES[reason];
	return `${message}. ${credentialTestRemedy ?? remedy}.`;
};

const text = (value: unknown): string => String(value).trim();

interface CredentialTest {
	readonly fields: RequiredFields;
	/** How the response is read. */
	readonly request: ApiRequest;
	/** The request with the credential in it, its URL below the base URL. */
	readonly buildRequest: (credential: Credential) => Omit<TestRequest, 'timeout'>;
	readonly successMessage: string;
	/** What is wrong although IPQS accepts the credential. */
	readonly findProblem?: (body: JsonObject) => string | undefined;
}

/** Sends one request to IPQS, once the fields of the credential can be used, and converts the response. */
async function runCredentialTest(
	{ fields, request, buildRequest, successMessage, findProblem }: CredentialTest,
	helpers: Helpers,
	credential: Credential,
	now: () => number,
): Promise<INodeCredentialTestResult> {
	const base = parseBaseUrl(credential.baseUrl);
	if ('error' in base) return toError(`'Base URL' ${base.error}`);
	const field = findFieldError(credential, fields);
	if (field !== undefined) return toError(`'${field.label}' ${field.error}`);
	if (readRequestsPerSecond(credential) === undefined) return toError(`'Requests per Second' ${REQUESTS_PER_SECOND_TAKES}`);

	const { url, ...rest } = buildRequest(credential);
	const result = parseResponse(await requestForTest(helpers, { ...rest, url: `${base.url}${url}`, timeout: TIMEOUT }), now(), request);
	if (result.kind === 'failed') return toError(formatReason(result.reason));
	const problem = findProblem?.(result.body);
	return problem === undefined ? { status: 'OK', message: successMessage } : toError(problem);
}

const API_KEY_TEST: CredentialTest = {
	fields: KEY_FIELDS,
	request: ACCOUNT_REQUEST,
	buildRequest: ({ apiKey }) => ({ method: 'GET', url: withKey({ url: ACCOUNT_REQUEST.path }, text(apiKey), 'path').url }),
	successMessage: 'The key works',
	findProblem: ({ credits }) => {
		const left = readNumber(credits);
		return left !== null && left <= 0
			? 'The key works, but the account has no credits left. Top up the account before you run lookups.'
			: undefined;
	},
};

/** Reads the overview of the connected domain (IPQS documentation, custom integrations, Overview & Statistics). */
const OVERVIEW_REQUEST: ApiRequest = { method: 'POST', path: '/overview', parameters: {}, costsCredit: false };

const CUSTOM_INTEGRATION_TEST: CredentialTest = {
	fields: INTEGRATION_FIELDS,
	request: OVERVIEW_REQUEST,
	buildRequest: ({ integration, domain, secret }) => ({
		method: 'POST',
		url: `/webhooks/${encodeURIComponent(text(integration))}/json/overview`,
		form: { key: text(domain), secret: text(secret) },
	}),
	successMessage: 'Domain and secret work',
};

/**
 * Tests an IPQS API credential by reading the account, which costs no credit. Distinguishes an invalid key, an account without
 * credits, and a server that is not IPQS.
 */
export const testApiKey = async (helpers: Helpers, credential: Credential, now: () => number): Promise<INodeCredentialTestResult> =>
	await runCredentialTest(API_KEY_TEST, helpers, credential, now);

/** Tests an IPQS Custom Integration API credential by reading the overview of its domain, which looks nothing up. */
export const testCustomIntegration = async (
	helpers: Helpers,
	credential: Credential,
	now: () => number,
): Promise<INodeCredentialTestResult> => await runCredentialTest(CUSTOM_INTEGRATION_TEST, helpers, credential, now);
