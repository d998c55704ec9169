import { DEFAULT_BASE_URL, parseBaseUrl } from '../../../../nodes/shared/client/baseUrl';

const NO_ADDRESS = 'must be a URL such as https://www.ipqualityscore.com';
const NOT_HTTPS = 'must start with https:// (http:// is only allowed for localhost)';
const NOT_A_HOST = 'must not contain a login, query or fragment';

describe('a base URL is taken', () => {
	it.each<[string, unknown, string]>([
		["as IPQS's own when it is empty", '', 'https://www.ipqualityscore.com'],
		["as IPQS's own when it is blank", '  ', DEFAULT_BASE_URL],
		["as IPQS's own when there is none", undefined, DEFAULT_BASE_URL],
		["as IPQS's own when it is no text", 443, DEFAULT_BASE_URL],
		['as it is', 'https://www.ipqualityscore.com', 'https://www.ipqualityscore.com'],
		['without blanks around it', ' https://ipqualityscore.com\n', 'https://ipqualityscore.com'],
		['without a slash at its end', 'https://ipqs.test/', 'https://ipqs.test'],
		['without slashes at its end', 'https://ipqs.test/proxy//', 'https://ipqs.test/proxy'],
		['without /api', 'https://ipqs.test/api', 'https://ipqs.test'],
		['without /api/', 'https://ipqs.test/proxy/api/', 'https://ipqs.test/proxy'],
		['with a path that only ends like /api', 'https://ipqs.test/myapi', 'https://ipqs.test/myapi'],
		['with a path that only begins with /api', 'https://ipqs.test/api/v2', 'https://ipqs.test/api/v2'],
		['with a port', 'https://ipqs.test:8443', 'https://ipqs.test:8443'],
		['in lower case', 'HTTPS://IPQS.Test', 'https://ipqs.test'],
		['with plain http on localhost', 'http://localhost:3000', 'http://localhost:3000'],
		['with plain http on a loopback address', 'http://127.0.0.1:3000/api', 'http://127.0.0.1:3000'],
		['with plain http on another loopback address', 'http://127.12.255.1', 'http://127.12.255.1'],
		['with plain http on a loopback address of version 6', 'http://[::1]:3000', 'http://[::1]:3000'],
	])('%s', (_how, text, url) => {
		expect(parseBaseUrl(text)).toEqual({ url });
	});
});

test('a base URL with a long row of slashes is read at once', () => {
	const slashes = '/'.repeat(100_000);
	const started = Date.now();
	expect(parseBaseUrl(`https://ipqs.test/${slashes}proxy${slashes}api${slashes}`)).toEqual({ url: `https://ipqs.test/${slashes}proxy` });
	expect(Date.now() - started).toBeLessThan(1_000);
});

describe('a base URL is refused', () => {
	it.each([
		['without a scheme', 'www.ipqualityscore.com', NO_ADDRESS],
		['that is a word', 'ipqs', NO_ADDRESS],
		['that is a scheme alone', 'https://', NO_ADDRESS],
		['with plain http', 'http://www.ipqualityscore.com', NOT_HTTPS],
		['with another scheme', 'ftp://localhost', NOT_HTTPS],
		['whose port looks like a scheme', 'localhost:3000', NOT_HTTPS],
		['with plain http on a host that begins like localhost', 'http://localhost.ipqs.test', NOT_HTTPS],
		['with plain http on a host that ends like localhost', 'http://notlocalhost', NOT_HTTPS],
		['with plain http on a host that begins like a loopback address', 'http://127.0.0.1.ipqs.test', NOT_HTTPS],
		['with plain http on every interface', 'http://0.0.0.0', NOT_HTTPS],
		['with a user name', 'https://ada@ipqs.test', NOT_A_HOST],
		['with a password alone', 'https://:word@ipqs.test', NOT_A_HOST],
		['with a query', 'https://ipqs.test/?key=1', NOT_A_HOST],
		['with a fragment', 'https://ipqs.test/#key', NOT_A_HOST],
	])('%s', (_what, text, refused) => {
		expect(parseBaseUrl(text)).toEqual({ error: refused });
	});
});
