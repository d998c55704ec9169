import type { ICredentialsDecrypted, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';
import { currentDate } from '../client/createClock';
import { testApiKey, testCustomIntegration } from '../client/credentialTest';

// n8n runs these when a credential is saved or tested. They are methods of the nodes, as `testedBy` of a credential refers to them.

export async function ipqsApiTest(
	this: ICredentialTestFunctions,
	{ data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	return await testApiKey(this.helpers, data, currentDate);
}

export async function ipqsCustomIntegrationApiTest(
	this: ICredentialTestFunctions,
	{ data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	return await testCustomIntegration(this.helpers, data, currentDate);
}
