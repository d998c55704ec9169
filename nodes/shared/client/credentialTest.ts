import type { ICredentialDataDecryptedObject, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';
import { ACCOUNT_REQUEST } from '../ipqs/account';
import { readBaseUrl } from './baseUrl';
import { askForTest } from './transport';
import { emptyField, INTEGRATION_FIELDS, KEY_FIELDS, type FilledIn } from './credentialFields';
import { FAILURES, type Reason } from '../ipqs/errors';
import { withKey } from './apiKeyAuth';
import type { ApiRequest } from '../ipqs/request';
import { readAnswer } from '../ipqs/response';

/** A server that never answers is not waited for longer, in ms. */
const TIMEOUT = 15_000;

const refused = (message: string): INodeCredentialTestResult => ({ status: 'Error', message });

const sentenceOf = (reason: Reason): string => {
	const { message, whenTested, remedy } = FAILURES[reason];
	return `${message}. ${whenTested ?? remedy}.`;
};

type Helpers = ICredentialTestFunctions['helpers'];

interface Trial {
	/** Must be filled in before anything is asked. */
	readonly fields: FilledIn;
	readonly request: ApiRequest;
	/** The request's path as it is asked, the key in its place. */
	readonly pathOf: (credential: ICredentialDataDecryptedObject) => string;
	/** What is then known. */
	readonly answered: string;
}

/** Asks IPQS once, with a credential whose address and fields can be used, and tells what came of it. */
async function tryOut({ fields, request, pathOf, answered }: Trial, helpers: Helpers, credential: ICredentialDataDecryptedObject, now: () => number): Promise<INodeCredentialTestResult> {
	const base = readBaseUrl(credential.baseUrl);
	if ('refused' in base) return refused(`'Base URL' ${base.refused}`);
	const empty = emptyField(credential, fields);
	if (empty !== undefined) return refused(`'${empty}' is empty`);

	const verdict = readAnswer(await askForTest(helpers, `${base.url}${pathOf(credential)}`, TIMEOUT), now(), request);
	return verdict.kind === 'answered' ? { status: 'OK', message: answered } : refused(sentenceOf(verdict.reason));
}

const KEY_TRIAL: Trial = {
	fields: KEY_FIELDS,
	request: ACCOUNT_REQUEST,
	pathOf: ({ apiKey }) => String(withKey({ url: ACCOUNT_REQUEST.path }, String(apiKey).trim(), 'path').url),
	answered: 'The key works',
};

/** Needs no key, costs nothing, and is IPQS's alone. */
const COUNTRY_LIST: ApiRequest = { method: 'GET', path: '/api/json/country/list', parameters: {}, free: true };

const INTEGRATION_TRIAL: Trial = {
	fields: INTEGRATION_FIELDS,
	request: COUNTRY_LIST,
	pathOf: () => COUNTRY_LIST.path,
	answered: 'IPQS answers at this address; the first lookup checks domain and secret',
};

/**
 * Tests an IPQS API credential by reading the account, which spends no lookup. Tells a wrong key from an empty account, and
 * both from a server that is not IPQS.
 */
export const testApiKey = async (helpers: Helpers, credential: ICredentialDataDecryptedObject, now: () => number): Promise<INodeCredentialTestResult> =>
	await tryOut(KEY_TRIAL, helpers, credential, now);

/**
 * Tests an IPQS Custom Integration API credential as far as it can be seen without a lookup: whether its fields are filled in
 * and IPQS answers at its address. Neither domain nor secret is sent.
 */
export const testCustomIntegration = async (helpers: Helpers, credential: ICredentialDataDecryptedObject, now: () => number): Promise<INodeCredentialTestResult> =>
	await tryOut(INTEGRATION_TRIAL, helpers, credential, now);
