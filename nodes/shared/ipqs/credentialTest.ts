import type { ICredentialDataDecryptedObject, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';
import { ACCOUNT_REQUEST } from './account';
import { readBaseUrl } from './address';
import { askForTest } from './client';
import { emptyField, INTEGRATION_FIELDS, KEY_FIELDS } from './credentialFields';
import { FAILURES, type Reason } from './errors';
import { withKey } from './key';
import type { ApiRequest } from './request';
import { readAnswer } from './response';

/** A server that never answers is not waited for longer, in ms. */
const TIMEOUT = 15_000;

const refused = (message: string): INodeCredentialTestResult => ({ status: 'Error', message });

const sentenceOf = (reason: Reason): string => {
	const { message, whenTested, remedy } = FAILURES[reason];
	return `${message}. ${whenTested ?? remedy}.`;
};

/**
 * Tests an IPQS API credential by reading the account, which spends no lookup. Tells a wrong key from an empty account, and
 * both from a server that is not IPQS.
 */
export async function testApiKey(
	helpers: ICredentialTestFunctions['helpers'],
	credential: ICredentialDataDecryptedObject,
	now: () => number,
): Promise<INodeCredentialTestResult> {
	const base = readBaseUrl(credential.baseUrl);
	if ('refused' in base) return refused(`'Base URL' ${base.refused}`);
	const empty = emptyField(credential, KEY_FIELDS);
	if (empty !== undefined) return refused(`'${empty}' is empty`);

	const { url } = withKey({ url: `${base.url}${ACCOUNT_REQUEST.path}` }, String(credential.apiKey).trim(), 'path');
	const verdict = readAnswer(await askForTest(helpers, url, TIMEOUT), now(), ACCOUNT_REQUEST);
	if (verdict.kind === 'answered') return { status: 'OK', message: 'The key works' };
	return refused(sentenceOf(verdict.reason));
}

/** Needs no key, costs nothing, and is IPQS's alone. */
const COUNTRY_LIST: ApiRequest = { method: 'GET', path: '/api/json/country/list', parameters: {}, free: true };

/**
 * Tests an IPQS Custom Integration API credential as far as it can be seen without a lookup: whether its fields are filled in
 * and IPQS answers at its address. Neither domain nor secret is sent.
 */
export async function testCustomIntegration(
	helpers: ICredentialTestFunctions['helpers'],
	credential: ICredentialDataDecryptedObject,
	now: () => number,
): Promise<INodeCredentialTestResult> {
	const base = readBaseUrl(credential.baseUrl);
	if ('refused' in base) return refused(`'Base URL' ${base.refused}`);
	const empty = emptyField(credential, INTEGRATION_FIELDS);
	if (empty !== undefined) return refused(`'${empty}' is empty`);

	const verdict = readAnswer(await askForTest(helpers, `${base.url}${COUNTRY_LIST.path}`, TIMEOUT), now(), COUNTRY_LIST);
	if (verdict.kind === 'answered') return { status: 'OK', message: 'IPQS answers at this address; the first lookup checks domain and secret' };
	return refused(sentenceOf(verdict.reason));
}
