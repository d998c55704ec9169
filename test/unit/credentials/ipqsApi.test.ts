import { UserError, type IHttpRequestOptions } from 'n8n-workflow';
import { IpqsApi } from '../../../credentials/IpqsApi.credentials';

const credential = new IpqsApi();

const KEY = ' a/b?c ';
const SENT = 'a/b?c';
const ENCODED = 'a%2Fb%3Fc';
const NO_REDIRECTS = { disableFollowRedirect: true, followRedirect: false, followAllRedirects: false, maxRedirects: 0 };

const authenticate = async (request: object, changes: object = {}) =>
	await credential.authenticate(
		{ apiKey: KEY, keyLocation: 'header', baseUrl: 'https://ipqs.test', ...changes },
		request as IHttpRequestOptions,
	);

describe('the credential signs a request within its base URL', () => {
	it('with the key as a header', async () => {
		const request = { url: 'https://ipqs.test/api/json/phone', headers: { accept: 'application/json' } };
		const headers = { accept: 'application/json', 'IPQS-KEY': SENT };
		expect(await authenticate(request)).toEqual({ ...request, ...NO_REDIRECTS, headers });
	});

	it('with the key in the path', async () => {
		const { url, headers } = await authenticate({ url: 'https://ipqs.test/api/json/phone?phone=1' }, { keyLocation: 'path' });
		expect([url, headers]).toEqual([`https://ipqs.test/api/json/phone/${ENCODED}?phone=1`, undefined]);
	});

	it.each(['header', 'path'])('with the key at its marker, whatever the place: %s', async (keyLocation) => {
		const { url, headers } = await authenticate({ url: 'https://ipqs.test/api/json/account/{key}' }, { keyLocation });
		expect([url, headers]).toEqual([`https://ipqs.test/api/json/account/${ENCODED}`, undefined]);
	});

	it.each(['', 'elsewhere', undefined, {}])('with the key as a header where the place is unknown: %j', async (keyLocation) => {
		expect(await authenticate({ url: 'https://ipqs.test/api/json/phone' }, { keyLocation })).toMatchObject({
			url: 'https://ipqs.test/api/json/phone',
			headers: { 'IPQS-KEY': SENT },
		});
	});

	it("of n8n's HTTP Request node, which names the URL uri", async () => {
		const signed = await authenticate({ uri: 'https://ipqs.test/api/json/phone' }, { keyLocation: 'path' });
		expect(signed).toEqual({ ...NO_REDIRECTS, url: `https://ipqs.test/api/json/phone/${ENCODED}` });
	});

	it('behind the path of a proxy', async () => {
		const baseUrl = 'https://gateway.test/ipqs/';
		const url = 'https://gateway.test/ipqs/api/json/phone';
		expect(await authenticate({ url }, { baseUrl })).toMatchObject({ url, headers: { 'IPQS-KEY': SENT } });
		expect(await authenticate({ url }, { baseUrl, keyLocation: 'path' })).toMatchObject({ url: `${url}/${ENCODED}` });
	});

	it('and leaves the one it is given as it is', async () => {
		const request = { url: 'https://ipqs.test/api/json/phone', headers: {} };
		await authenticate(request);
		expect(request).toEqual({ url: 'https://ipqs.test/api/json/phone', headers: {} });
	});

	it.each(['', '  ', undefined, null])('of IPQS itself, where the base URL is %j', async (baseUrl) => {
		const signed = await authenticate({ url: 'https://www.ipqualityscore.com/api/json/phone' }, { baseUrl });
		expect(signed).toHaveProperty('headers', { 'IPQS-KEY': SENT });
	});
});

describe('the credential refuses, with a UserError that says what to do,', () => {
	const refusal = async (request: object, changes: object = {}) => {
		const thrown: unknown = await authenticate(request, changes).catch((error: unknown) => error);
		expect(thrown).toBeInstanceOf(UserError);
		const { message } = thrown as UserError;
		expect(message).not.toContain(SENT);
		return message;
	};

	it.each(['header', 'path'])('a request elsewhere, with the key in the %s', async (keyLocation) => {
		for (const request of [
			{ url: 'https://thief.test/api/json/phone' },
			{ uri: 'http://ipqs.test/api/json/phone' },
			{ baseURL: 'https://thief.test', url: '/api/json/phone' },
		]) {
			expect(await refusal(request, { keyLocation })).toMatch(/^This credential only sends requests to https:\/\/ipqs\.test\. Change /);
		}
		for (const request of [{}, { url: '/api/json/phone' }, { url: 7 }, { url: new URL('https://ipqs.test/') }]) {
			expect(await refusal(request, { keyLocation })).toBe('The URL of the request must be a full URL as text');
		}
	});

	it.each(['/', '/status', '/status?x=/api/json/phone', '/a/api/json/phone', '/api//json/phone', '/api/json/'])(
		'a request to %s with the key in the path, which has no place for it',
		async (path) => {
			expect(await refusal({ url: `https://ipqs.test${path}` }, { keyLocation: 'path' })).toMatch(/^With 'Send Key In' set to URL, /);
		},
	);

	it.each<[unknown, RegExp]>([
		['', /^'API Key' of the credential is empty$/],
		[' \n', /^'API Key' of the credential is empty$/],
		[undefined, /^'API Key' of the credential is empty$/],
		[{}, /^'API Key' of the credential must be text$/],
		[['abcdefgh'], /^'API Key' of the credential must be text$/],
		[Object.create(null), /^'API Key' of the credential must be text$/],
		['abcd\u200befgh', /^'API Key' of the credential contains a character that cannot be sent, .* Copy it again from IPQS$/],
		['abcd\nefgh', /^'API Key' of the credential contains a character that cannot be sent, /],
		['abcd\u0000efgh', /^'API Key' of the credential contains a character that cannot be sent, /],
		['cl\u00e9', /^'API Key' of the credential contains a character that cannot be sent, /],
		['\u{1f600}', /^'API Key' of the credential contains a character that cannot be sent, /],
	])('the key %j', async (apiKey, message) => {
		for (const keyLocation of ['header', 'path']) {
			expect(await refusal({ url: 'https://ipqs.test/api/json/phone' }, { apiKey, keyLocation })).toMatch(message);
		}
	});

	it.each<[unknown, string]>([
		['http://ipqs.test', 'must start with https:// (http:// is only allowed for localhost)'],
		['ipqs.test', 'must be a URL such as https://www.ipqualityscore.com'],
		['https://ada:word@ipqs.test', 'must not contain a login, query or fragment'],
		['https://ipqs.test/api/json/phone/a%2Fb%3Fc', 'must end before /api/json, such as https://www.ipqualityscore.com'],
		[443, 'must be text such as https://www.ipqualityscore.com'],
		[{ toString: () => 'https://ipqs.test' }, 'must be text such as https://www.ipqualityscore.com'],
	])('the base URL %j', async (baseUrl, message) => {
		expect(await refusal({ url: 'https://ipqs.test/api/json/phone' }, { baseUrl })).toBe(`'Base URL' of the credential ${message}`);
	});
});

describe('the form of the credential', () => {
	it('has the fields and defaults that a saved one relies on', () => {
		expect(credential.name).toBe('ipqsApi');
		expect(credential.displayName).toBe('IPQS API');
		expect(credential.properties.map(({ name, type, default: value }) => [name, type, value])).toEqual([
			['apiKey', 'string', ''],
			['requestsPerSecond', 'number', 20],
			['lookupsPerDay', 'number', 0],
			['keyLocation', 'options', 'header'],
			['baseUrl', 'string', 'https://www.ipqualityscore.com'],
		]);
	});

	it('hides the key, and needs it', () => {
		expect(credential.properties[0]).toMatchObject({ typeOptions: { password: true }, required: true });
	});

	it('shows where to find the key without hovering', () => {
		expect(credential.properties[0]?.hint).toContain('Settings');
	});

	it.each(['Account', 'credential test', 'statistics', 'fraud report', 'list', 'device fingerprint'])(
		'says that the key is always in the URL of calls such as: %s',
		(call) => {
			expect(credential.properties[3]?.description).toContain(call);
		},
	);

	it('offers header and path, and a limit from none to 1,000', () => {
		expect(credential.properties[3]?.options).toMatchObject([{ value: 'header' }, { value: 'path' }]);
		expect(credential.properties[1]?.typeOptions).toEqual({ minValue: 0, maxValue: 1_000 });
		expect(credential.properties[2]?.typeOptions).toEqual({ minValue: 0, maxValue: 100_000_000 });
	});

	it('has an icon for light and for dark, and a page to read', () => {
		expect(credential.icon).toEqual({ light: 'file:ipqs.svg', dark: 'file:ipqs.dark.svg' });
		expect(credential.documentationUrl).toMatch(/^https:\/\/.*#credentials$/);
	});
});
