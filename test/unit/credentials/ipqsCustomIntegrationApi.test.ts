import { UserError, type IHttpRequestOptions } from 'n8n-workflow';
import { IpqsApi } from '../../../credentials/IpqsApi.credentials';
import { IpqsCustomIntegrationApi } from '../../../credentials/IpqsCustomIntegrationApi.credentials';

const credential = new IpqsCustomIntegrationApi();

const SECRET = 'not-a-real-secret';
const REQUEST: IHttpRequestOptions = {
	method: 'POST',
	url: 'https://ipqs.test/webhooks/ExampleCRM/json/phone_check',
	headers: { accept: 'application/json' },
};

const NO_REDIRECTS = { disableFollowRedirect: true, followRedirect: false, followAllRedirects: false, maxRedirects: 0 };

const authenticate = async (request: object, changes: object = {}) =>
	await credential.authenticate(
		{ integration: 'ExampleCRM', domain: ' shop.example ', secret: ` ${SECRET}\n`, baseUrl: 'https://ipqs.test', ...changes },
		request as IHttpRequestOptions,
	);

describe('the credential signs a POST within its base URL', () => {
	it('with domain and secret in the form, and nowhere else', async () => {
		const body = new URLSearchParams({ phone: '12015550123', strictness: '0' });
		const { body: sent, ...rest } = await authenticate({ ...REQUEST, body });
		expect(String(sent)).toBe(`phone=12015550123&strictness=0&key=shop.example&secret=${SECRET}`);
		expect(rest).toEqual({ ...REQUEST, ...NO_REDIRECTS });
	});

	it("of n8n's HTTP Request node, whose body is an object and whose URL is called uri", async () => {
		const { url: uri, ...request } = REQUEST;
		const body = { phone: '12015550123', key: 'shop.example', secret: SECRET };
		expect(await authenticate({ ...request, uri, method: 'post', body: { phone: '12015550123' } })).toEqual({
			...REQUEST,
			...NO_REDIRECTS,
			method: 'post',
			body,
		});
	});

	it.each(['https://ipqs.test/api', 'https://ipqs.test/api/json/', 'https://ipqs.test/'])('whose base URL is %s', async (baseUrl) => {
		expect(await authenticate(REQUEST, { baseUrl })).toMatchObject({ url: REQUEST.url });
	});

	it('and leaves the one it is given as it is', async () => {
		const request = { ...REQUEST, body: new URLSearchParams({ phone: '1' }) };
		await authenticate(request);
		expect(String(request.body)).toBe('phone=1');
	});
});

describe('the credential refuses, with a UserError that says what to do,', () => {
	const refusal = async (request: object, changes: object = {}) => {
		const thrown: unknown = await authenticate(request, changes).catch((error: unknown) => error);
		expect(thrown).toBeInstanceOf(UserError);
		const { message } = thrown as UserError;
		expect(message).not.toContain(SECRET);
		return message;
	};

	it.each(['GET', 'PUT', undefined])('a request by %s, which would put them into a URL or go nowhere', async (method) => {
		expect(await refusal({ ...REQUEST, method })).toBe(
			'A custom integration only accepts POST requests. Set the method of the request to POST',
		);
	});

	it.each(['https://thief.test/webhooks/ExampleCRM/json/phone_check', 'http://ipqs.test/', 'https://ipqs.test@thief.test/'])(
		'a request to %s',
		async (url) => {
			for (const request of [
				{ ...REQUEST, url },
				{ ...REQUEST, url: undefined, uri: url },
				{ ...REQUEST, url: '', baseURL: url },
			]) {
				expect(await refusal(request)).toMatch(/^This credential only sends requests to https:\/\/ipqs\.test\. Change /);
			}
		},
	);

	it.each([Buffer.from('{}'), new FormData(), [1], '<a>', 7])('a body that has no fields: %j', async (body) => {
		expect(await refusal({ ...REQUEST, body })).toBe(
			'A custom integration only accepts URL-encoded fields or JSON as body, no file. Change the body of the request',
		);
	});

	it.each<[object, string]>([
		[{ baseUrl: 'http://ipqs.test' }, "'Base URL' of the credential must start with https:// (http:// is only allowed for localhost)"],
		[{ baseUrl: 'https://ada:word@ipqs.test' }, "'Base URL' of the credential must not contain a login, query or fragment"],
		[{ integration: ' ' }, "'Integration' of the credential is empty"],
		[{ integration: '..' }, "'Integration' of the credential must be the name that IPQS registered"],
		[{ domain: Object.create(null) }, "'Domain' of the credential must be text"],
		[{ secret: '' }, "'Secret' of the credential is empty"],
		[
			{ secret: `${SECRET.slice(4)}\u200b${SECRET.slice(0, 4)}` },
			"'Secret' of the credential contains a character that cannot be sent, possibly an invisible one. Copy it again from IPQS",
		],
	])('%j', async (fields, message) => {
		expect(await refusal(REQUEST, fields)).toBe(message);
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

	it('says what its test reads', () => {
		expect(credential.properties[2]?.description).toContain('reads the IPQS overview of the domain and makes no lookup');
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
