import type { ICredentialDataDecryptedObject, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';
import { ACCOUNT_REQUEST } from '../ipqs/accountRequest';
import { FAILURES } from '../ipqs/failures';
import { KEY_MARKER, type ApiRequest } from '../ipqs/request';
import { parseResponse, type ApiFailure } from '../ipqs/response';
import { readNumber } from '../json/coerce';
import type { JsonObject } from '../json/json';
import { INTEGRATION_FIELDS, KEY_FIELDS, readConnectionFields, readCredentialText, type RequiredFields } from './readCredential';
import { requestForTest, type TestRequest } from './httpTransport';

/** Milliseconds. */
const TIMEOUT = 15_000;

type Credential = ICredentialDataDecryptedObject;
type Helpers = ICredentialTestFunctions['helpers'];

const toError = (message: string): INodeCredentialTestResult => ({ status: 'Error', message });

interface CredentialTest {
	readonly fields: RequiredFields;
	/** How the response is read. */
	readonly request: ApiRequest;
	/** The request with the credential in it. */
	readonly buildRequest: (credential: Credential, baseUrl: string) => Pick<TestRequest, 'method' | 'url' | 'form' | 'secret'>;
	readonly successMessage: string;
	/** What is wrong although IPQS accepts the credential. */
	readonly findProblem?: (body: JsonObject) => string | undefined;
	/** What happened and what to do where IPQS rejects what was sent; the reason's own message and remedy if absent. */
	readonly rejection?: Readonly<{ message: string; remedy: string }>;
}

/** What happened, with the message from IPQS where the reason alone does not say it, and what to do. */
function formatFailure({ reason, apiMessage }: ApiFailure, rejection: CredentialTest['rejection']): string {
	const { message, needsDetail, credentialTestRemedy } = FAILURES[reason];
	const detail = apiMessage === null || !needsDetail ? '' : `: ${apiMessage.replace(/\.$/, '')}`;
	if (rejection !== undefined && (needsDetail || reason === 'invalid_key')) return `${rejection.message}${detail}. ${rejection.remedy}.`;
	return `${message}${detail}. ${credentialTestRemedy ?? "Check 'Base URL' and your IPQS account"}.`;
}

/** Sends one request to IPQS, once the fields of the credential can be used, and converts the response. */
async function runCredentialTest(
	{ fields, request, buildRequest, successMessage, findProblem, rejection }: CredentialTest,
	helpers: Helpers,
	credential: Credential,
	now: () => number,
): Promise<INodeCredentialTestResult> {
	const read = readConnectionFields(credential, fields);
	if ('error' in read) return toError(`'${read.label}' ${read.error}`);

	const response = await requestForTest(helpers, { ...buildRequest(credential, read.baseUrl), timeout: TIMEOUT });
	const result = parseResponse(response, now(), request);
	if (result.kind === 'failed') return toError(formatFailure(result, rejection));
	const problem = findProblem?.(result.body);
	return problem === undefined ? { status: 'OK', message: successMessage } : toError(problem);
}

const API_KEY_TEST: CredentialTest = {
	fields: KEY_FIELDS,
	request: ACCOUNT_REQUEST,
	buildRequest: ({ apiKey }, baseUrl) => {
		const key = readCredentialText(apiKey);
		return { method: 'GET', url: `${baseUrl}${ACCOUNT_REQUEST.path.replace(KEY_MARKER, () => encodeURIComponent(key))}`, secret: key };
	},
	successMessage: 'The API key works',
	findProblem: ({ credits }) => {
		const left = readNumber(credits);
		return left !== null && left <= 0
			? 'The API key works, but the account has no credits left. Top up the account before you run lookups.'
			: undefined;
	},
};

/** Reads the overview of the connected domain (IPQS documentation, custom integrations, Overview & Statistics). */
const OVERVIEW_REQUEST: ApiRequest = { method: 'POST', path: '/overview', parameters: {}, costsCredit: false };

const CUSTOM_INTEGRATION_TEST: CredentialTest = {
	fields: INTEGRATION_FIELDS,
	request: OVERVIEW_REQUEST,
	buildRequest: ({ integration, domain, secret }, baseUrl) => ({
		method: 'POST',
		url: `${baseUrl}/webhooks/${encodeURIComponent(readCredentialText(integration))}/json/overview`,
		form: { key: readCredentialText(domain), secret: readCredentialText(secret) },
		secret: readCredentialText(secret),
	}),
	successMessage: 'Domain and secret work',
	rejection: {
		message: 'IPQS did not accept the integration, domain or secret',
		remedy: "Check 'Integration' and 'Domain', or connect the domain again to get a new secret",
	},
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
