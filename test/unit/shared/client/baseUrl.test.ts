import { DEFAULT_BASE_URL, parseBaseUrl } from '../../../../nodes/shared/client/baseUrl';

const NOT_A_URL = 'must be a URL such as https://www.ipqualityscore.com';
const NOT_HTTPS = 'must start with https:// (http:// is only allowed for localhost)';
const NOT_TEXT = 'must be text such as https://www.ipqualityscore.com';
const TOO_LONG = 'must end before /api/json, such as https://www.ipqualityscore.com';
const EXTRA_PARTS = 'must not contain a login, query or fragment';

describe('a base URL is taken', () => {
	it.each<[string, unknown, string]>([
		["as IPQS's own when it is empty", '', 'https://www.ipqualityscore.com'],
		["as IPQS's own when it is blank", '  ', DEFAULT_BASE_URL],
		["as IPQS's own when there is none", undefined, DEFAULT_BASE_URL],
		["as IPQS's own when it is null", null, DEFAULT_BASE_URL],
		['as it is', 'https://www.ipqualityscore.com', 'https://www.ipqualityscore.com'],
		['without blanks around it', ' https://ipqualityscore.com\n', 'https://ipqualityscore.com'],
		['without a slash at its end', 'https://ipqs.test/', 'https://ipqs.test'],
		['without slashes at its end', 'https://ipqs.test/proxy//', 'https://ipqs.test/proxy'],
		['with a path that only ends like /api', 'https://ipqs.test/myapi', 'https://ipqs.test/myapi'],
		['with a path that only begins with /api', 'https://ipqs.test/api/v2', 'https://ipqs.test/api/v2'],
		['with a path that contains /api in between', 'https://ipqs.test/api/json-proxy', 'https://ipqs.test/api/json-proxy'],
		['with dots resolved', 'https://ipqs.test/a/../b/%2e%2e/c', 'https://ipqs.test/c'],
		['with a port', 'https://ipqs.test:8443', 'https://ipqs.test:8443'],
		['in lower case', 'HTTPS://IPQS.Test', 'https://ipqs.test'],
		['with plain http on localhost', 'http://localhost:3000', 'http://localhost:3000'],
		['with plain http on a loopback address', 'http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
		['with plain http on another loopback address', 'http://127.12.255.1', 'http://127.12.255.1'],
		['with plain http on a loopback address of version 6', 'http://[::1]:3000', 'http://[::1]:3000'],
	])('%s', (_how, text, url) => {
		expect(parseBaseUrl(text)).toEqual({ url, apiUrl: url });
	});
});

describe('the part of a base URL that requests add themselves is removed, and calls with a key stay below /api', () => {
	it.each([
		['https://ipqs.test/api', 'https://ipqs.test'],
		['https://ipqs.test/proxy/api/', 'https://ipqs.test/proxy'],
		['https://ipqs.test/api/json', 'https://ipqs.test'],
		['https://ipqs.test/proxy//api//json//', 'https://ipqs.test/proxy'],
		['https://ipqs.test/API/XML', 'https://ipqs.test'],
		['https://ipqs.test/api/v2/api/json', 'https://ipqs.test/api/v2'],
		['http://127.0.0.1:3000/api', 'http://127.0.0.1:3000'],
	])('%s', (text, url) => {
		expect(parseBaseUrl(text)).toEqual({ url, apiUrl: `${url}/api` });
	});
});

describe('base url', () => {
	it('a base URL with a long row of slashes is read', () => {
		const slashes = '/'.repeat(100_000);
		expect(parseBaseUrl(`https://ipqs.test/${slashes}proxy${slashes}api${slashes}json${slashes}`)).toMatchObject({
			url: `https://ipqs.test/${slashes}proxy`,
		});
	});
});

describe('a base URL is refused', () => {
	it.each<[string, unknown, string]>([
		['without a scheme', 'www.ipqualityscore.com', NOT_A_URL],
		['that is a word', 'ipqs', NOT_A_URL],
		['that is a scheme alone', 'https://', NOT_A_URL],
		['with plain http', 'http://www.ipqualityscore.com', NOT_HTTPS],
		['with another scheme', 'ftp://localhost', NOT_HTTPS],
		['whose port looks like a scheme', 'localhost:3000', NOT_HTTPS],
		['with plain http on a host that begins like localhost', 'http://localhost.ipqs.test', NOT_HTTPS],
		['with plain http on a host that ends like localhost', 'http://notlocalhost', NOT_HTTPS],
		['with plain http on a host that begins like a loopback address', 'http://127.0.0.1.ipqs.test', NOT_HTTPS],
		['with plain http on every interface', 'http://0.0.0.0', NOT_HTTPS],
		['with a user name', 'https://ada@ipqs.test', EXTRA_PARTS],
		['with a password alone', 'https://:word@ipqs.test', EXTRA_PARTS],
		['with a query', 'https://ipqs.test/?key=1', EXTRA_PARTS],
		['with a fragment', 'https://ipqs.test/#key', EXTRA_PARTS],
		['with an endpoint, after which a key may follow', 'https://ipqs.test/api/json/phone/0123456789', TOO_LONG],
		['with the endpoint of a proxy', 'https://ipqs.test/proxy/API/xml/ip', TOO_LONG],
		['that is a number', 443, NOT_TEXT],
		['that is a list', ['https://ipqs.test'], NOT_TEXT],
		['that is a URL object', new URL('https://ipqs.test'), NOT_TEXT],
		['that cannot become text', Object.create(null), NOT_TEXT],
	])('%s', (_what, text, refused) => {
		expect(parseBaseUrl(text)).toEqual({ error: refused });
	});
});
