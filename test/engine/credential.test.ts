import { CredentialTestContext } from 'n8n-core';
import type { ICredentialDataDecryptedObject, ICredentialTestFunctions, INodeCredentialTestResult, IWorkflowExecuteAdditionalData } from 'n8n-workflow';
import { IpqsPhoneValidation } from '../../nodes/IpqsPhoneValidation/IpqsPhoneValidation.node';
import { FICTIONAL_KEY } from '../support/ipqs';
import { startStandIn, type StandIn, type StandInOptions } from '../support/stand-in';

const node = new IpqsPhoneValidation();
let ipqs: StandIn | undefined;

afterEach(async () => await ipqs?.close());

/** Tests a credential with what n8n itself gives a credential test. */
async function tested(options: StandInOptions, fields: ICredentialDataDecryptedObject = {}): Promise<INodeCredentialTestResult> {
	ipqs = await startStandIn(options);
	const context: ICredentialTestFunctions = new CredentialTestContext({} as IWorkflowExecuteAdditionalData);
	const data = { apiKey: FICTIONAL_KEY, keyLocation: 'header', baseUrl: ipqs.url, ...fields };
	return await node.methods.credentialTest.ipqsApiTest.call(context, { id: '1', name: 'IPQS', type: 'ipqsApi', data });
}

test('the node names this test for the credential', () => {
	expect(node.description.credentials).toEqual([expect.objectContaining({ name: 'ipqsApi', testedBy: 'ipqsApiTest' })]);
});

test.each(['header', 'path'])('a good key passes, with the key in the %s, and spends no lookup', async (keyLocation) => {
	expect(await tested({}, { keyLocation, apiKey: ` ${FICTIONAL_KEY} ` })).toEqual({ status: 'OK', message: 'The key works' });
	expect(ipqs?.counts).toMatchObject({ account: 1, requests: 0 });
});

test.each([
	['invalidKey', 'IPQS refused the API key. Copy it again from the settings of your IPQS account.'],
	['unauthorized', 'IPQS refused the API key. Copy it again from the settings of your IPQS account.'],
	['noCredits', 'The IPQS account is out of credits, or the key does not exist. Top up the account, or copy the key again from its settings.'],
	['quota', 'The request quota of the IPQS account is used up. The key is right; wait until the quota is reset, or upgrade the plan.'],
	['forbiddenHtml', 'IPQS is limiting the requests of this account or server. Try again in a minute, or from another network.'],
	['limited', 'IPQS is limiting the requests of this account or server. Try again in a minute, or from another network.'],
	['outOfService', "IPQS could not be reached or is out of service. Check 'Base URL' and the network of this server."],
	['drop', "IPQS could not be reached or is out of service. Check 'Base URL' and the network of this server."],
	['html', "What came back is not an IPQS answer. Check 'Base URL', and whether a proxy or firewall answers in place of IPQS."],
	['empty', "What came back is not an IPQS answer. Check 'Base URL', and whether a proxy or firewall answers in place of IPQS."],
	['redirect', "What came back is not an IPQS answer. Check 'Base URL', and whether a proxy or firewall answers in place of IPQS."],
])('%s fails with what to do about it, asked once, without the key', async (accountFault, message) => {
	const result = await tested({ accountFault });
	expect(result).toEqual({ status: 'Error', message });
	expect(ipqs?.counts).toMatchObject({ account: 1, requests: 0 });
});

test.each([
	[{ apiKey: ' ' }, "'API Key' is empty"],
	[{ baseUrl: 'http://example.com' }, "'Base URL' must begin with https:// (plain http is for this machine alone)"],
	[{ baseUrl: 'http://127.0.0.1:9' }, "IPQS could not be reached or is out of service. Check 'Base URL' and the network of this server."],
])('%j is told without asking IPQS', async (fields, message) => {
	expect(await tested({}, fields)).toEqual({ status: 'Error', message });
	expect(ipqs?.counts.account).toBe(0);
});
