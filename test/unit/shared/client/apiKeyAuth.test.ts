import { withKey } from '../../../../nodes/shared/client/apiKeyAuth';

const BASE = 'https://ipqs.test';
const KEY = 'a/b c?$&';
const ENCODED = 'a%2Fb%20c%3F%24%26';

const urlWithKey = (path: string, location: 'header' | 'path', base = BASE): string | undefined =>
	withKey({ url: `${base}${path}` }, KEY, location, base)?.url.slice(base.length);

describe('the key goes into a header', () => {
	it('in addition to the headers that are there', () => {
		const request = { url: `${BASE}/api/json/phone`, headers: { accept: 'application/json' } };
		expect(withKey(request, KEY, 'header', BASE)).toEqual({ ...request, headers: { accept: 'application/json', 'IPQS-KEY': KEY } });
	});

	it('where there are no headers yet, and the URL stays', () => {
		const url = `${BASE}/api/json/phone?phone=1`;
		expect(withKey({ url }, KEY, 'header', BASE)).toEqual({ url, headers: { 'IPQS-KEY': KEY } });
	});
});

describe('the key goes into the path', () => {
	const MARKED = [
		['/api/json/account/{key}', `/api/json/account/${ENCODED}`],
		['/api/json/phone/{key}/12015550123', `/api/json/phone/${ENCODED}/12015550123`],
		['/api/json/allowlist/create/{key}?value=1', `/api/json/allowlist/create/${ENCODED}?value=1`],
		['/api/json/leaked/username/{key}/ada', `/api/json/leaked/username/${ENCODED}/ada`],
		['/api/tracker/results/{key}/192.0.2.1/d', `/api/tracker/results/${ENCODED}/192.0.2.1/d`],
		['/api/{key}/proxy/average', `/api/${ENCODED}/proxy/average`],
	] as const;

	it.each(MARKED)('at the marker of %s, with either place of the key', (path, expected) => {
		for (const base of [BASE, 'https://gateway.test/ipqs/v1']) {
			expect(urlWithKey(path, 'header', base)).toBe(expected);
			expect(urlWithKey(path, 'path', base)).toBe(expected);
			expect(withKey({ url: `${base}${path}` }, KEY, 'path', base)).not.toHaveProperty('headers');
		}
	});

	it.each([
		['/api/json/phone', `/api/json/phone/${ENCODED}`],
		['/api/json/phone?phone=1', `/api/json/phone/${ENCODED}?phone=1`],
		['/api/json/phone/?phone=1', `/api/json/phone/${ENCODED}/?phone=1`],
		['/api/json/phone#top', `/api/json/phone/${ENCODED}#top`],
		['/api/json/phone/12015550123', `/api/json/phone/${ENCODED}/12015550123`],
		['/api/json/leaked/username/email', `/api/json/leaked/username/${ENCODED}/email`],
		['/api/json/allowlist/create?value=1', `/api/json/allowlist/create/${ENCODED}?value=1`],
		['/api/json/email/lists@example.com', `/api/json/email/${ENCODED}/lists@example.com`],
		['/api/xml/email', `/api/xml/email/${ENCODED}`],
	])('after the endpoint of %s', (path, expected) => {
		expect(urlWithKey(path, 'path')).toBe(expected);
		expect(urlWithKey(path, 'path', 'https://gateway.test/api/json/ipqs')).toBe(expected);
	});

	it.each(['/', '/status', '/api/json', '/api/json/', '/api//json/phone', '/a/api/json/phone', '/status?url=/api/json/phone'])(
		'nowhere, and into no header either, where %s has no place for it',
		(path) => {
			expect(urlWithKey(path, 'path')).toBeUndefined();
		},
	);
});

describe('the key goes into no value, such as a URL that IPQS visits,', () => {
	it.each([
		'/api/json/url?url=https://thief.test/{key}',
		'/api/json/url?url=https%3A%2F%2Fthief.test%2F%7Bkey%7D',
		'/api/json/url/OWN0KEY/https%3A%2F%2Fthief.test%2F{key}',
		'/api/json/url/OWN0KEY/https://thief.test/{key}',
		'/api/json/url/OWN0KEY/thief.test/{key}/a',
		'/api/json/url/OWN0KEY/{key}',
		'/api/json//url/OWN0KEY/https://thief.test/api/json/url/{key}',
		'/x/api/json/account/{key}',
		'/{key}',
		'/api/json/account/x{key}',
		'/api/json/account/{key}x',
	])('%s', (path) => {
		const { url, headers } = withKey({ url: `${BASE}${path}` }, KEY, 'header', BASE) as { url: string; headers?: object };
		expect([url, headers]).toEqual([`${BASE}${path}`, { 'IPQS-KEY': KEY }]);
		expect((urlWithKey(path, 'path') ?? '').split(ENCODED).slice(1).join(ENCODED)).not.toContain(ENCODED);
		expect(urlWithKey(path, 'path') ?? ENCODED).not.toMatch(new RegExp(`thief.*${ENCODED}`));
	});
});

describe('api key auth', () => {
	it('leaves the request it is given as it is', () => {
		const request = { url: `${BASE}/api/json/phone`, headers: { accept: 'text/plain' } };
		withKey(request, KEY, 'header', BASE);
		withKey(request, KEY, 'path', BASE);
		expect(request).toEqual({ url: `${BASE}/api/json/phone`, headers: { accept: 'text/plain' } });
	});
});
