import type { ICredentialTestFunctions } from 'n8n-workflow';
import { ipqsApiTest, ipqsCustomIntegrationApiTest } from '../../../../nodes/shared/lookupNode/credentialTests';

const CREDENTIAL = { id: '1', name: 'IPQS', type: 'ipqs' };

describe('the test of a credential', () => {
	it.each([
		['with a key', ipqsApiTest, "'API Key' is empty"],
		['of an integration', ipqsCustomIntegrationApiTest, "'Integration' is empty"],
	])('%s names the first field that is empty where nothing was filled in, and asks nothing', async (_what, test, message) => {
		const request = jest.fn();
		const functions = { helpers: { request } } as unknown as ICredentialTestFunctions;
		expect(await test.call(functions, CREDENTIAL)).toEqual({ status: 'Error', message });
		expect(request).not.toHaveBeenCalled();
	});

	it.each([
		['with a key', ipqsApiTest, { apiKey: 'not-a-real-key' }, '{"success":true,"credits":1}'],
		[
			'of an integration',
			ipqsCustomIntegrationApiTest,
			{ integration: 'ExampleCRM', domain: 'shop.example', secret: 'not-a-real-one' },
			'{"success":true,"countries":{"US":"United States"}}',
		],
	])('%s asks IPQS once', async (_what, test, data, body) => {
		const request = jest.fn().mockResolvedValue({ statusCode: 200, headers: {}, body });
		const functions = { helpers: { request } } as unknown as ICredentialTestFunctions;
		expect(await test.call(functions, { ...CREDENTIAL, data })).toMatchObject({ status: 'OK' });
		expect(request).toHaveBeenCalledTimes(1);
	});
});
