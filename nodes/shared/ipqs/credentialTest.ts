import type { ICredentialDataDecryptedObject, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';
import { ACCOUNT_PATH } from './account';
import { readBaseUrl } from './address';
import { askForTest } from './client';
import { FAILURES } from './errors';
import { withKey } from './key';
import { readAnswer } from './response';

/** A server that never answers is not waited for longer, in ms. */
const TIMEOUT = 15_000;

const refused = (message: string): INodeCredentialTestResult => ({ status: 'Error', message });

/**
 * Tests an IPQS API credential by reading the account, which spends no lookup. Tells a wrong key from an empty account, and
 * both from a server that is not IPQS.
 */
export async function testApiKey(
	helpers: ICredentialTestFunctions['helpers'],
	{ apiKey, baseUrl }: ICredentialDataDecryptedObject,
	now: () => number,
): Promise<INodeCredentialTestResult> {
	const key = String(apiKey ?? '').trim();
	const base = readBaseUrl(baseUrl);
	if ('refused' in base) return refused(`'Base URL' ${base.refused}`);
	if (key === '') return refused('\'API Key\' is empty');

	const { url } = withKey({ url: `${base.url}${ACCOUNT_PATH}` }, key, 'path');
	const verdict = readAnswer(await askForTest(helpers, url, TIMEOUT), now());
	if (verdict.kind === 'answered') return { status: 'OK', message: 'The key works' };
	const { message, whenTested, remedy } = FAILURES[verdict.reason];
	return refused(`${message}. ${whenTested ?? remedy}.`);
}
