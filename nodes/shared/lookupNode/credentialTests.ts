import type { ICredentialsDecrypted, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';
import { testApiKey, testCustomIntegration } from '../client/credentialTest';

/** What 'Test' of an IPQS API credential runs. */
export async function ipqsApiTest(
	this: ICredentialTestFunctions,
	{ data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	return await testApiKey(this.helpers, data, Date.now);
}

/** What 'Test' of an IPQS Custom Integration API credential runs. */
export async function ipqsCustomIntegrationApiTest(
	this: ICredentialTestFunctions,
	{ data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	return await testCustomIntegration(this.helpers, data, Date.now);
}
