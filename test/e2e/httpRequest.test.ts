import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { startRecordingServer, type RecordedRequest, type RecordingServer } from '../support/recording-server';
import { credential, KEY } from './support/account';
import { readSaved, runByHand, savedExecutions } from './support/execution';
import { n8n } from './support/n8n';
import { node, pinned, row, START } from './support/workflow';

/** A secret that belongs to nobody, and is written otherwise in a URL. */
const SECRET = ['n0B0dys+S3cr3t/', 'W0rd='].join('').repeat(6);
const SPELLINGS = [KEY, SECRET].flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]);

let allowed: RecordingServer;
let thief: RecordingServer;

beforeAll(async () => {
	[allowed, thief] = await Promise.all([startRecordingServer(), startRecordingServer()]);
});
afterEach(() => {
	allowed.requests.length = 0;
	thief.requests.length = 0;
});
afterAll(async () => await Promise.all([allowed.close(), thief.close()]));

const integration = (url: string): object => ({
	integration: 'ExampleCRM',
	domain: 'shop.example',
	secret: SECRET,
	baseUrl: url,
	requestsPerSecond: 0,
});

const CREDENTIALS: Record<string, { type: string; data: (url: string) => object }> = {
	'a key in the header': { type: 'ipqsApi', data: (url) => credential(url) },
	'a key in the path': { type: 'ipqsApi', data: (url) => credential(url, { keyLocation: 'path' }) },
	'a custom integration': { type: 'ipqsCustomIntegrationApi', data: integration },
};

const newCredential = async (type: string, data: object): Promise<{ id: string; name: string }> => {
	const { id } = await n8n.rest<{ id: string }>('POST', '/credentials', { name: type, type, data });
	return { id, name: type };
};

interface Setup {
	readonly baseUrl: string;
	readonly urls: readonly string[];
	readonly parameters?: INodeParameters;
	readonly options?: INodeParameters;
	readonly certificates?: { id: string; name: string };
}

/** Sends a request to each URL with n8n's HTTP Request node and the predefined credential, and returns what came back for each. */
async function request(name: string, { baseUrl, urls, parameters = {}, options = {}, certificates }: Setup): Promise<IDataObject[]> {
	const { type, data } = CREDENTIALS[name] as (typeof CREDENTIALS)[string];
	const form = {
		sendBody: true,
		contentType: 'form-urlencoded',
		bodyParameters: { parameters: [{ name: 'phone', value: '12015550123' }] },
	};
	const credentials = { [type]: await newCredential(type, data(baseUrl)), ...(certificates && { httpSslAuth: certificates }) };
	const http = node(
		'HTTP Request',
		'n8n-nodes-base.httpRequest',
		{
			method: type === 'ipqsApi' ? 'GET' : 'POST',
			...(type === 'ipqsApi' ? {} : form),
			url: '={{ $json.url }}',
			authentication: 'predefinedCredentialType',
			nodeCredentialType: type,
			...(certificates && { provideSslCertificates: true }),
			options,
			...parameters,
		},
		{ typeVersion: 4.2, onError: 'continueRegularOutput', credentials },
	);
	const execution = await runByHand(
		pinned(
			row(`HTTP Request with ${name}`, [START, http]),
			urls.map((url) => ({ url })),
		),
	);
	expect(execution.status).toBe('success');
	return execution.items('HTTP Request').map(({ json }) => json);
}

const textOf = (recorded: RecordedRequest): string => `${recorded.path} ${JSON.stringify(recorded.headers)} ${recorded.body}`;
const hasSecret = (recorded: RecordedRequest): boolean =>
	SPELLINGS.some((spelling) => textOf(recorded).includes(spelling)) || new URLSearchParams(recorded.body).get('secret') === SECRET;

const PATH = '/ipqs/api/json/phone';

describe.each(Object.keys(CREDENTIALS))('HTTP Request with %s', (name) => {
	const MESSAGE = 'This credential only sends requests to ';

	it('sends nothing to another host, port or path', async () => {
		const urls = [
			`${thief.url}${PATH}`,
			`http://localhost:${thief.port}${PATH}`,
			`http://127.0.0.1:${allowed.port}@127.0.0.1:${thief.port}${PATH}`,
			`http://user:word@127.0.0.1:${allowed.port}${PATH}`,
			`http://127.0.0.1:${allowed.port}\\@127.0.0.1:${thief.port}${PATH}`,
			`http:\\\\127.0.0.1:${thief.port}\\ipqs`,
			`http://127.0.0.1:${thief.port}/\n${PATH}`,
			`${thief.url}${PATH}#${allowed.url}/ipqs`,
			...[
				'/ipqs-evil/api/json/phone',
				'/ipqs/../evil/api/json/phone',
				'/ipqs/%2e%2e/evil/api/json/phone',
				'/ipqs/..%2fevil/api/json/phone',
				'/ipqs/%252e%252e%252fevil/api/json/phone',
				'/ipqs/..;/evil/api/json/phone',
				'/evil/api/json/phone',
				'/',
			].map((path) => `${allowed.url}${path}`),
		];
		const results = await request(name, { baseUrl: `${allowed.url}/ipqs`, urls });
		expect(results).toHaveLength(urls.length);
		expect(thief.requests).toEqual([]);
		expect(allowed.requests).toEqual([]);
		expect(JSON.stringify(results[0])).toContain(`${MESSAGE}${allowed.url}/ipqs. Change the URL of the request`);
	});

	it('follows no redirect, whatever the options say', async () => {
		const urls = [301, 302, 303, 307, 308].map(
			(status) => `${allowed.url}${PATH}/redirect/${status}?to=${encodeURIComponent(`${thief.url}${PATH}`)}`,
		);
		const redirect = { redirect: { followRedirects: true, maxRedirects: 21 } };
		for (const options of [{}, { redirect }, { redirect, sendCredentialsOnCrossOriginRedirect: true }]) {
			await request(name, { baseUrl: `${allowed.url}/ipqs`, urls, options });
		}
		expect(thief.requests).toEqual([]);
		expect(allowed.requests).toHaveLength(3 * urls.length);
		expect(allowed.requests.every(hasSecret)).toBe(true);
	});

	it('shows a proxy nothing, whether it decrypts https or not', async () => {
		await request(name, { baseUrl: `${allowed.url}/ipqs`, urls: [`${allowed.url}${PATH}`], options: { proxy: thief.url } });
		expect(allowed.requests.filter(hasSecret)).toHaveLength(1);

		const urls = ['https://ipqs.test/api/json/phone', 'http://ipqs.test/api/json/phone'];
		const setup = { baseUrl: 'https://ipqs.test', urls, options: { proxy: thief.url, timeout: 5_000, allowUnauthorizedCerts: true } };
		await request(name, setup);
		const certificates = await newCredential('httpSslAuth', { ca: thief.certificate });
		await request(name, { ...setup, options: { proxy: thief.url, timeout: 5_000 }, certificates });
		await request(name, { ...setup, certificates });
		expect(thief.requests).toEqual([]);
	});

	it('sends the key to no site that IPQS visits', async () => {
		const urls = [
			'/api/json/url?url=https://thief.test/{key}',
			'/api/json/url/OWN0KEY/https%3A%2F%2Fthief.test%2F{key}',
			'/api/json//url/OWN0KEY/https://thief.test/api/json/url/{key}',
		].map((path) => `${allowed.url}/ipqs${path}`);
		await request(name, { baseUrl: `${allowed.url}/ipqs`, urls });
		for (const { path } of allowed.requests) for (const spelling of SPELLINGS) expect(path.split('thief.test')[1]).not.toContain(spelling);
	});

	it.each(['', '/ipqs', '/ipqs/api', '/ipqs/api/json'])('sends requests within the base URL {origin}%s', async (path) => {
		const root = `${allowed.url}${path.replace(/\/api.*/, '')}`;
		const urls = [`${root}/api/json/phone?phone=12015550123`, `${root}/api/json/ip/../email`];
		const results = await request(name, { baseUrl: `${allowed.url}${path}`, urls });
		expect(results).toMatchObject([{ success: true }, { success: true }]);
		expect(allowed.requests.every(hasSecret)).toBe(true);
		expect(allowed.requests).toHaveLength(2);
	});

	it('shows the key in no error of a request that fails', async () => {
		const urls = [401, 404, 500].map((status) => `${allowed.url}${PATH}/status/${status}`);
		const results = await request(name, { baseUrl: `${allowed.url}/ipqs`, urls });
		expect(allowed.requests.filter(hasSecret).length).toBeGreaterThanOrEqual(urls.length);
		for (const spelling of SPELLINGS) expect(JSON.stringify(results)).not.toContain(spelling);
	});
});

describe('HTTP Request with a custom integration', () => {
	const URLS = (): string[] => [`${allowed.url}/webhooks/ExampleCRM/json/phone_check`];
	const fields = { bodyParameters: { parameters: [{ name: 'phone', value: '12015550123' }] } };

	it.each<[string, INodeParameters]>([
		['a form', {}],
		['JSON fields', { contentType: 'json', specifyBody: 'keypair', ...fields }],
		['JSON', { contentType: 'json', specifyBody: 'json', jsonBody: '{"phone":"12015550123"}' }],
		['URL-encoded text', { contentType: 'raw', rawContentType: 'application/x-www-form-urlencoded', body: 'phone=12015550123' }],
		['JSON text', { contentType: 'raw', rawContentType: 'application/json', body: '{"phone":"12015550123"}' }],
	])('adds domain and secret to %s', async (_body, parameters) => {
		const results = await request('a custom integration', { baseUrl: allowed.url, urls: URLS(), parameters });
		expect(results).toMatchObject([{ success: true }]);
		const [{ body, path, headers }] = allowed.requests as [RecordedRequest];
		for (const value of ['12015550123', 'shop.example']) expect(body).toContain(value);
		expect([body, decodeURIComponent(body)].some((text) => text.includes(SECRET))).toBe(true);
		expect(`${path} ${JSON.stringify(headers)}`).not.toContain(SECRET);
	});

	it.each<[string, INodeParameters, RegExp]>([
		['a GET', { method: 'GET', sendBody: false }, /only accepts POST requests. Set the method/],
		['plain text', { contentType: 'raw', rawContentType: 'text/plain', body: 'hello' }, /only accepts URL-encoded fields or JSON as body/],
		['a multipart form', { contentType: 'multipart-form-data', ...fields }, /only accepts URL-encoded fields or JSON as body/],
	])('refuses %s and says what to do', async (_what, parameters, message) => {
		const results = await request('a custom integration', { baseUrl: allowed.url, urls: URLS(), parameters });
		expect(JSON.stringify(results)).toMatch(message);
		expect(allowed.requests).toEqual([]);
	});
});

describe('http request', () => {
	it('no execution of these tests holds a key or secret', async () => {
		const ids = await savedExecutions();
		expect(ids.length).toBeGreaterThan(0);
		for (const id of ids) {
			const saved = JSON.stringify(await readSaved(id));
			for (const spelling of SPELLINGS) expect(saved).not.toContain(spelling);
		}
		for (const spelling of SPELLINGS) expect(n8n.log()).not.toContain(spelling);
	});
});
