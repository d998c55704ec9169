import { CredentialTestContext } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import nock from 'nock';
import { IpqsPhoneValidation } from '../../nodes/IpqsPhoneValidation/IpqsPhoneValidation.node';
import { FICTIONAL_KEY, IPQS, newIntegration, standInForIpqs } from '../support/ipqs';
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

describe('credential', () => {
	it('the node names a test for each credential', () => {
		expect(node.description.credentials).toEqual([
			expect.objectContaining({ name: 'ipqsApi', testedBy: 'ipqsApiTest' }),
			expect.objectContaining({ name: 'ipqsCustomIntegrationApi', testedBy: 'ipqsCustomIntegrationApiTest' }),
		]);
	});

	it.each(['header', 'path'])('a good key passes, with the key in the %s, and spends no lookup', async (keyLocation) => {
		expect(await tested({}, { keyLocation, apiKey: ` ${FICTIONAL_KEY} ` })).toEqual({ status: 'OK', message: 'The API key works' });
		expect(ipqs?.counts).toMatchObject({ account: 1, requests: 0 });
	});

	it.each([
		['invalidKey', 'IPQS rejected the API key. Copy it again from Settings in the IPQualityScore dashboard.'],
		['unauthorized', 'IPQS rejected the API key. Copy it again from Settings in the IPQualityScore dashboard.'],
		[
			'noCredits',
			'The IPQS account is out of credits, or the key does not exist. Top up the account, or copy the key again from Settings in the IPQualityScore dashboard.',
		],
		['quota', 'The request quota of the IPQS account is used up. The key works. Wait until the quota resets, or upgrade your IPQS plan.'],
		['forbiddenHtml', 'IPQS is rate limiting this account or server. Try again in a minute, or from another network.'],
		['limited', 'IPQS is rate limiting this account or server. Try again in a minute, or from another network.'],
		['outOfService', "IPQS is unreachable or unavailable. Check 'Base URL' and the network of the n8n server."],
		['drop', "IPQS is unreachable or unavailable. Check 'Base URL' and the network of the n8n server."],
		[
			'html',
			"The server did not return a valid IPQS response. Check 'Base URL', and whether a proxy or firewall responds instead of IPQS.",
		],
		[
			'empty',
			"The server did not return a valid IPQS response. Check 'Base URL', and whether a proxy or firewall responds instead of IPQS.",
		],
		[
			'redirect',
			"The server did not return a valid IPQS response. Check 'Base URL', and whether a proxy or firewall responds instead of IPQS.",
		],
	])('%s fails with what to do about it, asked once, without the key', async (accountFault, message) => {
		const result = await tested({ accountFault });
		expect(result).toEqual({ status: 'Error', message });
		expect(ipqs?.counts).toMatchObject({ account: 1, requests: 0 });
	});

	it.each([
		[{ apiKey: ' ' }, "'API Key' is empty"],
		[{ baseUrl: 'http://example.com' }, "'Base URL' must start with https:// (http:// is only allowed for localhost)"],
		[{ baseUrl: 7 }, "'Base URL' must be text such as https://www.ipqualityscore.com"],
		[
			{ apiKey: 'abcd\u200befgh' },
			"'API Key' contains a character that cannot be sent, possibly an invisible one. Copy it again from IPQS",
		],
		[{ requestsPerSecond: 0.0000001 }, "'Requests per Second' must be a number from 0.1 to 1000, such as 20, or 0 for no limit"],
		[{ baseUrl: 'http://127.0.0.1:9' }, "IPQS is unreachable or unavailable. Check 'Base URL' and the network of the n8n server."],
	])('%j is told without asking IPQS', async (fields, message) => {
		expect(await tested({}, fields)).toEqual({ status: 'Error', message });
		expect(ipqs?.counts.account).toBe(0);
	});
});

describe('a custom integration', () => {
	const OVERVIEW = { success: true, message: 'Success', recent_api_usage: 3 };
	const { ipqsCustomIntegrationApi: credential } = newIntegration({ baseUrl: IPQS });

	const testedIntegration = async (fields: ICredentialDataDecryptedObject = {}): Promise<INodeCredentialTestResult> => {
		const context: ICredentialTestFunctions = new CredentialTestContext({} as IWorkflowExecuteAdditionalData);
		const data = { ...credential, ...fields };
		return await node.methods.credentialTest.ipqsCustomIntegrationApiTest.call(context, {
			id: '2',
			name: 'Shop',
			type: 'ipqsCustomIntegrationApi',
			data,
		});
	};

	beforeAll(() => nock.disableNetConnect());
	afterEach(() => nock.cleanAll());
	afterAll(() => nock.enableNetConnect());

	it.each(['', '/proxy', '/api', '/api/json'])(
		'passes with the right secret, which only the body contains, with the base URL {IPQS}%s',
		async (path) => {
			const received = standInForIpqs(() => ({ body: OVERVIEW }));
			expect(await testedIntegration({ baseUrl: `${IPQS}${path}` })).toEqual({ status: 'OK', message: 'Domain and secret work' });
			const { secret, domain } = credential;
			expect(received).toMatchObject([{ method: 'POST', path: `${path.replace(/\/api.*/, '')}/webhooks/ExampleCRM/json/overview` }]);
			expect(Object.fromEntries(new URLSearchParams(received[0]?.body))).toEqual({ key: domain, secret });
			expect(`${received[0]?.path} ${JSON.stringify(received[0]?.headers)}`).not.toContain(secret);
		},
	);

	it.each([
		['Invalid or unauthorized key. Please check the API key and try again.', ''],
		['Invalid secret.', ': Invalid secret'],
		[`No access for ${credential.secret}`, ': No access for ***'],
		['', ''],
	])('fails when IPQS refuses with %j, and says what to do', async (message, words) => {
		standInForIpqs(() => ({ body: { success: false, message } }));
		expect(await testedIntegration()).toEqual({
			status: 'Error',
			message: `IPQS did not accept the integration, domain or secret${words}. Check 'Integration' and 'Domain', or connect the domain again to get a new secret.`,
		});
	});

	it.each<[string, number, string, string]>([
		[
			'a web page',
			200,
			'<!DOCTYPE html>',
			"The server did not return a valid IPQS response. Check 'Base URL', and whether a proxy or firewall responds instead of IPQS.",
		],
		[
			'a redirect',
			302,
			'',
			"The server did not return a valid IPQS response. Check 'Base URL', and whether a proxy or firewall responds instead of IPQS.",
		],
		['HTTP 503', 503, '', "IPQS is unreachable or unavailable. Check 'Base URL' and the network of the n8n server."],
	])('fails with %s, with what to do about it', async (_what, status, body, message) => {
		const received = standInForIpqs(() => ({ status, body, headers: { location: `${IPQS}/elsewhere` } }));
		expect(await testedIntegration()).toEqual({ status: 'Error', message });
		expect(received).toHaveLength(1);
	});

	it.each<[ICredentialDataDecryptedObject, string]>([
		[{ secret: ' ' }, "'Secret' is empty"],
		[
			{ secret: `${credential.secret}\u200b${credential.secret}` },
			"'Secret' contains a character that cannot be sent, possibly an invisible one. Copy it again from IPQS",
		],
		[{ baseUrl: 'http://example.com' }, "'Base URL' must start with https:// (http:// is only allowed for localhost)"],
	])('%j is told without asking IPQS', async (fields, message) => {
		const received = standInForIpqs(() => ({ body: OVERVIEW }));
		expect(await testedIntegration(fields)).toEqual({ status: 'Error', message });
		expect(received).toEqual([]);
	});
});
