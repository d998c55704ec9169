import type { IHttpRequestOptions } from 'n8n-workflow';
import { IpqsApi } from '../../../credentials/IpqsApi.credentials';
import { IpqsCustomIntegrationApi } from '../../../credentials/IpqsCustomIntegrationApi.credentials';

const credential = new IpqsCustomIntegrationApi();

const SECRET = 'not-a-real-secret';
const REQUEST: IHttpRequestOptions = {
	method: 'POST',
	url: 'https://ipqs.test/webhooks/ExampleCRM/json/phone_check',
	headers: { accept: 'application/json' },
};

const authenticate = async (request: IHttpRequestOptions, changes: Record<string, string> = {}) =>
	await credential.authenticate(
		{ integration: 'ExampleCRM', domain: ' shop.example ', secret: ` ${SECRET}\n`, baseUrl: 'https://ipqs.test', ...changes },
		request,
	);

describe('the credential signs a request', () => {
	it('with domain and secret in the form, and nowhere else', async () => {
		const body = new URLSearchParams({ phone: '12015550123', strictness: '0' });
		const { body: sent, ...rest } = await authenticate({ ...REQUEST, body });
		expect(String(sent)).toBe(`phone=12015550123&strictness=0&key=shop.example&secret=${SECRET}`);
		expect(rest).toEqual(REQUEST);
	});

	it("of n8n's HTTP Request node, whose body is an object", async () => {
		expect(await authenticate({ ...REQUEST, body: { phone: '12015550123' } })).toEqual({
			...REQUEST,
			body: { phone: '12015550123', key: 'shop.example', secret: SECRET },
		});
	});

	it('and leaves the one it is given as it is', async () => {
		const request = { ...REQUEST, body: new URLSearchParams({ phone: '1' }) };
		await authenticate(request);
		expect(String(request.body)).toBe('phone=1');
	});

	it.each<[IHttpRequestOptions['method'] | undefined]>([['GET'], ['PUT'], [undefined]])(
		'but not one by %s, which would put them into an address or go nowhere',
		async (method) => {
			await expect(authenticate({ ...REQUEST, method })).rejects.toThrow(
				new Error('IPQS accepts the domain and secret of a custom integration only in POST requests'),
			);
		},
	);

	it.each([
		['http://ipqs.test', "'Base URL' must start with https:// (http:// is only allowed for localhost)"],
		['https://ada:word@ipqs.test', "'Base URL' must not contain a login, query or fragment"],
	])('but not for %s', async (baseUrl, message) => {
		await expect(authenticate(REQUEST, { baseUrl })).rejects.toThrow(new Error(message));
	});
});

describe('the form of the credential', () => {
	it('has the fields and defaults that a saved one relies on', () => {
		expect(credential.name).toBe('ipqsCustomIntegrationApi');
		expect(credential.displayName).toBe('IPQS Custom Integration API');
		expect(credential.properties.map(({ name, type, required, default: value }) => [name, type, required, value])).toEqual([
			['integration', 'string', true, ''],
			['domain', 'string', true, ''],
			['secret', 'string', true, ''],
			['requestsPerSecond', 'number', undefined, 20],
			['baseUrl', 'string', undefined, 'https://www.ipqualityscore.com'],
		]);
	});

	it('hides the secret alone', () => {
		expect(credential.properties.filter(({ typeOptions }) => typeOptions?.password).map(({ name }) => name)).toEqual(['secret']);
	});

	it('says what its test does not verify', () => {
		expect(credential.properties[2]?.description).toContain('The first lookup verifies domain and secret');
	});

	it('shares base URL and rate limit with the other credential', () => {
		const shared = credential.properties.slice(-2);
		expect(shared.map(({ name }) => name)).toEqual(['requestsPerSecond', 'baseUrl']);
		for (const property of shared) expect(new IpqsApi().properties).toContainEqual(property);
	});

	it('has an icon for light and for dark, and a page to read', () => {
		expect(credential.icon).toEqual({ light: 'file:ipqs.svg', dark: 'file:ipqs.dark.svg' });
		expect(credential.documentationUrl).toMatch(/^https:\/\/.*#custom-integration$/);
	});
});
