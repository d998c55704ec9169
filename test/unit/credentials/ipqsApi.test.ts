import type { IHttpRequestOptions } from 'n8n-workflow';
import { IpqsApi } from '../../../credentials/IpqsApi.credentials';

const credential = new IpqsApi();

const KEY = ' a/b?c ';
const SENT = 'a/b?c';
const ENCODED = 'a%2Fb%3Fc';

const authenticate = async (request: IHttpRequestOptions, changes: Record<string, string> = {}) =>
	await credential.authenticate({ apiKey: KEY, keyLocation: 'header', baseUrl: 'https://ipqs.test', ...changes }, request);

describe('the credential signs a request', () => {
	it('with the key as a header', async () => {
		const request = { url: 'https://ipqs.test/api/json/phone', headers: { accept: 'application/json' } };
		expect(await authenticate(request)).toEqual({ ...request, headers: { accept: 'application/json', 'IPQS-KEY': SENT } });
	});

	it('with the key in the path', async () => {
		expect(await authenticate({ url: 'https://ipqs.test/api/json/phone?phone=1' }, { keyLocation: 'path' })).toEqual({
			url: `https://ipqs.test/api/json/phone/${ENCODED}?phone=1`,
		});
	});

	it.each(['header', 'path'])('with the key at its marker, whatever the place: %s', async (keyLocation) => {
		expect(await authenticate({ url: '/api/json/account/{key}' }, { keyLocation })).toEqual({ url: `/api/json/account/${ENCODED}` });
	});

	it.each(['', 'elsewhere'])('with the key as a header where the place is unknown: "%s"', async (keyLocation) => {
		expect(await authenticate({ url: '/api/json/phone' }, { keyLocation })).toEqual({
			url: '/api/json/phone',
			headers: { 'IPQS-KEY': SENT },
		});
	});

	it("of n8n's HTTP Request node, which names the address uri", async () => {
		const request = { uri: 'https://ipqs.test/api/json/phone' } as unknown as IHttpRequestOptions;
		expect(await authenticate(request, { keyLocation: 'path' })).toEqual({ uri: `https://ipqs.test/api/json/phone/${ENCODED}` });
	});

	it('and leaves the one it is given as it is', async () => {
		const request = { url: '/api/json/phone', headers: {} };
		await authenticate(request);
		expect(request).toEqual({ url: '/api/json/phone', headers: {} });
	});

	it('also for IPQS itself, where no address is set', async () => {
		expect(await authenticate({ url: '/api/json/phone' }, { baseUrl: '' })).toHaveProperty('headers', { 'IPQS-KEY': SENT });
	});

	it.each([
		['http://ipqs.test', "'Base URL' must start with https:// (http:// is only allowed for localhost)"],
		['ipqs.test', "'Base URL' must be a URL such as https://www.ipqualityscore.com"],
		['https://ada:word@ipqs.test', "'Base URL' must not contain a login, query or fragment"],
	])('but not for %s', async (baseUrl, message) => {
		await expect(authenticate({ url: '/api/json/phone' }, { baseUrl })).rejects.toThrow(new Error(message));
	});
});

describe('the form of the credential', () => {
	it('has the fields and defaults that a saved one relies on', () => {
		expect(credential.name).toBe('ipqsApi');
		expect(credential.displayName).toBe('IPQS API');
		expect(credential.properties.map(({ name, type, default: value }) => [name, type, value])).toEqual([
			['apiKey', 'string', ''],
			['requestsPerSecond', 'number', 20],
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
			expect(credential.properties[2]?.description).toContain(call);
		},
	);

	it('offers header and path, and a limit from none to 1,000', () => {
		expect(credential.properties[2]?.options).toMatchObject([{ value: 'header' }, { value: 'path' }]);
		expect(credential.properties[1]?.typeOptions).toEqual({ minValue: 0, maxValue: 1_000 });
	});

	it('has an icon for light and for dark, and a page to read', () => {
		expect(credential.icon).toEqual({ light: 'file:ipqs.svg', dark: 'file:ipqs.dark.svg' });
		expect(credential.documentationUrl).toMatch(/^https:\/\/.*#credentials$/);
	});
});
