import type { IHttpRequestOptions } from 'n8n-workflow';
import { restrictRequest, restrictToCredential, type CredentialRequest } from '../../../../nodes/shared/client/restrictRequest';
import { KEY_FIELDS } from '../../../../nodes/shared/client/readCredential';

const BASE = 'https://ipqs.test';
const NO_REDIRECTS = { disableFollowRedirect: true, followRedirect: false, followAllRedirects: false, maxRedirects: 0 };

const restrict = (request: object, baseUrl = BASE) => restrictRequest(request as CredentialRequest, baseUrl);

/** The URL that is sent, or why none is. */
function sentUrl(request: object, baseUrl?: string): string {
	const restricted = restrict(request, baseUrl);
	return 'error' in restricted ? restricted.error : restricted.request.url;
}

const sentOptions = (options: object, baseUrl?: string): object => {
	const restricted = restrict({ url: `${baseUrl ?? BASE}/api/json/phone`, ...options }, baseUrl);
	return 'error' in restricted ? restricted : restricted.request;
};

const NOT_TEXT = 'The URL of the request must be a full URL as text';
const only = (baseUrl: string): string =>
	`This credential only sends requests to ${baseUrl}. Change the URL of the request, or 'Base URL' of the credential`;

describe('a request within the base URL', () => {
	it.each<[string, object, string]>([
		['with its URL as url', { url: `${BASE}/api/json/phone?phone=1` }, `${BASE}/api/json/phone?phone=1`],
		['with its URL as uri', { uri: `${BASE}/api/json/phone` }, `${BASE}/api/json/phone`],
		['with both, of which n8n takes url', { url: `${BASE}/a`, uri: `${BASE}/b` }, `${BASE}/a`],
		['with a baseURL', { baseURL: `${BASE}/api/`, url: '/json/phone' }, `${BASE}/api/json/phone`],
		['with a baseURL and a path without slashes at its ends', { baseURL: `${BASE}/api`, url: 'json/phone' }, `${BASE}/api/json/phone`],
		['with a baseURL that ends in slashes', { baseURL: `${BASE}/api//`, url: 'json//phone' }, `${BASE}/api/json//phone`],
		['with a baseURL and no path', { baseURL: `${BASE}/api/json/phone`, url: '' }, `${BASE}/api/json/phone`],
		['with a baseURL that its full URL overrides', { baseURL: 'https://thief.test', url: `${BASE}/a` }, `${BASE}/a`],
		['with a baseURL and a path with a URL', { baseURL: BASE, url: 'a?next=https://thief.test' }, `${BASE}/a?next=https://thief.test`],
		['with the default port', { url: 'https://ipqs.test:443/a' }, `${BASE}/a`],
		['with a host in capitals', { url: 'HTTPS://IPQS.TEST/a' }, `${BASE}/a`],
		['with tabs, line breaks and backslashes, which a URL parser resolves', { url: ' https:\\\\ipqs\n.test\\a\t/b ' }, `${BASE}/a/b`],
		['with a backslash, which ends the host', { url: 'https://ipqs.test\\@thief.test/' }, `${BASE}/@thief.test/`],
	])('is sent to the URL that was checked: %s', (_how, request, url) => {
		expect(sentUrl(request)).toBe(url);
		expect(restrict(request)).toEqual({ request: { url, ...NO_REDIRECTS } });
	});

	it('is not changed itself', () => {
		const request = Object.freeze({ uri: `${BASE}/a`, headers: Object.freeze({ host: 'thief.test' }), followRedirect: true });
		expect(sentUrl(request)).toBe(`${BASE}/a`);
	});
});

describe('a request to another origin is refused', () => {
	const urls = [
		'https://thief.test/api/json/phone',
		'http://ipqs.test/api/json/phone',
		'https://ipqs.test:8443/api/json/phone',
		'https://ipqs.test@thief.test/',
		'https://ipqs.test:443@thief.test/',
		'https://ipqs.test%2f@thief.test/',
		'https://user@ipqs.test/',
		'https://user:word@ipqs.test/',
		'https://:word@ipqs.test/',
		'h2://ipqs.test/',
		'https://ipqs.test.thief.test/',
		'https://ipqs.test./',
		'https://www.ipqs.test/',
		'https://thief.test/https://ipqs.test/',
		'https://thief.test#https://ipqs.test/',
		'https://thief.test\\.ipqs.test/',
		'https:\\\\thief.test\\ipqs.test',
		'https:thief.test',
		'https:///thief.test/',
		'ht\ntps://thi\tef.test/',
		'ftp://ipqs.test/',
		'file:///etc/passwd',
		'data:text/plain,ipqs.test',
		'blob:https://ipqs.test/a',
	];

	it.each(urls)('%j as url or uri', (url) => {
		expect(sentUrl({ url })).toBe(only(BASE));
		expect(sentUrl({ uri: url })).toBe(only(BASE));
		expect(sentUrl({ url, uri: `${BASE}/a` })).toBe(only(BASE));
	});

	it.each(['https://thief.test', 'https://ipqs.test@thief.test', 'http://ipqs.test', 'https://ipqs.test:8443', 'https://ipqs.test.'])(
		'%j as baseURL',
		(baseURL) => {
			for (const url of ['', '/', 'api/json/phone', '/api/json/phone', '@ipqs.test/', '\\\\ipqs.test/']) {
				expect(sentUrl({ baseURL, url })).toBe(only(BASE));
			}
		},
	);

	it.each<[string, object]>([
		['no URL', {}],
		['a URL that is a path', { url: '/api/json/phone' }],
		['a URL without protocol', { url: '//ipqs.test/a' }],
		['such a URL with a baseURL', { baseURL: BASE, url: '//thief.test/a' }],
		['an empty URL', { url: '' }],
		['no text', { url: 7 }],
		['a URL object', { url: new URL('https://ipqs.test/a') }],
		['an object that becomes text', { url: { toString: () => 'https://ipqs.test/a' } }],
		['an object without a prototype', { url: Object.create(null) as object }],
		['a list', { url: ['https://ipqs.test/a'] }],
		['a symbol', { url: Symbol('https://ipqs.test/a') }],
		['a baseURL that is no text', { url: '/a', baseURL: new URL('https://ipqs.test') }],
		['a baseURL that is null', { url: `${BASE}/a`, baseURL: null }],
	])('and one with %s', (_what, request) => {
		expect(sentUrl(request)).toBe(NOT_TEXT);
	});
});

describe('with a base URL that has a path', () => {
	const PROXY = 'https://gateway.test/ipqs/v1';

	it.each([
		'/ipqs/v1',
		'/ipqs/v1/',
		'/ipqs/v1/api/json/phone?url=/../../evil',
		'/ipqs/v1/api/../api/json/phone',
		'/other/%2e%2e/ipqs/v1/a',
		'/ipqs/v1/api/json/url/KEY/https%3A%2F%2Fexample.com%2Fa%2F..%2Fb',
		'/ipqs/v1/api/json/url/KEY/100%25',
		'/ipqs/v1/api/json/url/KEY/100%',
		'/ipqs/v1/api/json/email/KEY/a%C3%A9%E9%40example.com',
		'/ipqs/v1/a..b/...',
		'/ipqs/v1/...',
		'/ipqs/v1/..b',
		'/ipqs/v1/a..',
	])('%s is within it', (path) => {
		expect(sentUrl({ url: `https://gateway.test${path}` }, PROXY)).toBe(new URL(path, PROXY).href);
	});

	it.each([
		'',
		'/',
		'/evil',
		'/ipqs',
		'/ipqs/v10',
		'/ipqs/v1-evil/a',
		'/ipqs/v1.evil',
		'/ipqs/v1;a/b',
		'/IPQS/V1/a',
		'//ipqs/v1/a',
		'/evil/ipqs/v1/a',
		'/ipqs/v1/../evil',
		'/ipqs/v1/./../evil',
		'/ipqs/v1/%2e%2e/evil',
		'/ipqs/v1/%2E./evil',
		'/ipqs/v1/.%2e/evil',
		'/ipqs/v1/..%2fevil',
		'/ipqs/v1/..%5cevil',
		'/ipqs/v1\\..\\evil',
		'/ipqs/v1/.\t./evil',
		'/ipqs/v1/.\n.\r/evil',
		'/ipqs/v1/%252e%252e/evil',
		'/ipqs/v1/%252e%252e%252fevil',
		'/ipqs/v1/%25252e%25252e%25252fevil',
		'/ipqs/v1/%%32%65%%32%65/evil',
		'/ipqs/v1/..;/evil',
		'/ipqs/v1/..;a=b/evil',
		'/ipqs/v1/..%3b/evil',
		'/ipqs/v1//..%2f/evil',
		'/ipqs/v1/.%2f..%2fevil',
		'/ipqs/v1/%2e/..%2fevil',
		'/ipqs/v1/a%2fb/%252e%252e/%252e%252e/evil',
		'/ipqs/v1/a/..%2f..%2fevil',
		'/ipqs/v1/.hidden/..%2fevil',
		'/ipqs/v1/a%2f..%2f..%2fevil',
		'/ipqs/v1/..%2fevil%E9%zz',
		'/evil/..%2fipqs/v1/a',
		'/evil/..%5cipqs/v1/a',
		'/evil/..;/ipqs/v1/a',
		`/ipqs/v1/%${'25'.repeat(20)}2e`,
	])('%j is not', (path) => {
		expect(sentUrl({ url: `https://gateway.test${path}` }, PROXY)).toBe(only(PROXY));
	});

	it('decides about a long path at once', () => {
		for (const part of ['%25', '../', '%2e', '..;', '/', '\\', '%2525']) {
			expect(sentUrl({ url: `${PROXY}/${part.repeat(100_000)}` }, PROXY)).toMatch(/^https:\/\/gateway|^This credential/);
		}
	}, 5_000);
});

describe('options of the request', () => {
	it('are passed on if they cannot change where it goes', () => {
		const options = {
			method: 'POST',
			headers: { accept: 'application/json' },
			qs: { phone: '1' },
			body: { a: 1 },
			form: { b: 2 },
			formData: { c: 3 },
			json: true,
			timeout: 1_000,
			encoding: 'text',
			useStream: true,
			simple: false,
			resolveWithFullResponse: true,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			arrayFormat: 'brackets',
			allowedDomains: 'ipqs.test',
			auth: { username: 'ada' },
			qsStringifyOptions: { arrayFormat: 'brackets' },
			useQuerystring: true,
			gzip: true,
			abortSignal: new AbortController().signal,
			proxy: 'http://proxy.test:3128',
		};
		expect(sentOptions(options)).toEqual({ ...options, ...NO_REDIRECTS, url: `${BASE}/api/json/phone` });
	});

	it('cannot make it follow a redirect, under any name that n8n has for it', () => {
		const options = { disableFollowRedirect: false, followRedirect: true, followAllRedirects: true, maxRedirects: 21 };
		expect(sentOptions(options)).toEqual({ ...NO_REDIRECTS, url: `${BASE}/api/json/phone` });
	});

	it.each<object>([
		{ rejectUnauthorized: false },
		{ skipSslCertificateValidation: true },
		{ agentOptions: { rejectUnauthorized: false } },
		{ agentOptions: { ca: 'a certificate authority' } },
		{ agentOptions: { host: 'thief.test', port: 443 } },
		{ httpsAgent: {} },
		{ lookup: () => undefined },
		{ socketPath: '/tmp/thief' },
		{ sendCredentialsOnCrossOriginRedirect: true },
	])('are dropped if a proxy or another host could read the key: %j', (option) => {
		expect(sentOptions(option)).toEqual({ ...NO_REDIRECTS, url: `${BASE}/api/json/phone` });
	});

	it.each(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000', 'https://localhost:3000'])(
		'have no proxy for %s, but may ignore its certificate',
		(base) => {
			const options = { proxy: 'http://thief.test:3128', rejectUnauthorized: false, skipSslCertificateValidation: true };
			expect(sentOptions(options, base)).toEqual({
				rejectUnauthorized: false,
				skipSslCertificateValidation: true,
				...NO_REDIRECTS,
				url: `${base}/api/json/phone`,
			});
		},
	);

	it('cannot name another host in a header', () => {
		const headers = { Host: 'thief.test', host: 'thief.test', ' HOST ': 'thief.test', accept: 'text/plain' };
		expect(sentOptions({ headers })).toEqual({ headers: { accept: 'text/plain' }, ...NO_REDIRECTS, url: `${BASE}/api/json/phone` });
	});

	it.each([undefined, null, 'host: thief.test', ['host'], 7])('have no headers if those are %j', (headers) => {
		expect(sentOptions({ headers })).not.toHaveProperty('headers.host');
	});

	it.each(['GET', 'post', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', undefined])('may have the method %s', (method) => {
		expect(sentOptions({ method })).toMatchObject({ url: `${BASE}/api/json/phone` });
	});

	it.each<unknown>(['TRACE', 'trace', 'CONNECT', 'FORGET', 'GET\n', '', null, 7, {}, Object.create(null)])(
		'may not have a method such as %j, as some servers repeat the headers of one',
		(method) => {
			expect(sentOptions({ method })).toEqual({ error: 'The method of the request is not allowed. Use GET or POST' });
		},
	);
});

describe('a credential', () => {
	const REQUEST: IHttpRequestOptions = { url: `${BASE}/api/json/phone` };
	const restrictTo = (credential: object, request = REQUEST, within: 'url' | 'apiUrl' = 'apiUrl') =>
		restrictToCredential({ apiKey: 'abcdefgh', baseUrl: BASE, ...credential } as never, KEY_FIELDS, within, request);

	it('restricts requests to its base URL', () => {
		expect(restrictTo({})).toEqual({ request: { ...REQUEST, ...NO_REDIRECTS }, baseUrl: BASE });
		expect(restrictTo({ baseUrl: 'https://other.test' })).toEqual({ error: only('https://other.test') });
	});

	it.each(['/api', '/api/', '/api/json', '/API/JSON/'])(
		'whose base URL ends in %s still sends calls with a key below /api only',
		(path) => {
			const credential = { baseUrl: `${BASE}${path}` };
			expect(restrictTo(credential)).toMatchObject({ request: REQUEST, baseUrl: BASE });
			for (const url of [`${BASE}/api-evil`, `${BASE}/api/../evil`, `${BASE}/api/..%2fevil`]) {
				expect(restrictTo(credential, { url })).toEqual({ error: only(`${BASE}/api`) });
			}
			expect(restrictTo(credential, { url: `${BASE}/webhooks/a` }, 'url')).toMatchObject({ baseUrl: BASE });
		},
	);

	it.each<[object, string]>([
		[{ baseUrl: 'http://ipqs.test' }, "'Base URL' of the credential must start with https:// (http:// is only allowed for localhost)"],
		[{ baseUrl: 7 }, "'Base URL' of the credential must be text such as https://www.ipqualityscore.com"],
		[{ apiKey: '' }, "'API Key' of the credential is empty"],
		[
			{ apiKey: 'abcd\u200befgh' },
			"'API Key' of the credential contains a character that cannot be sent, possibly an invisible one. Copy it again from IPQS",
		],
	])('that cannot be used refuses every request: %j', (credential, error) => {
		expect(restrictTo(credential)).toEqual({ error });
	});
});
