import { withKey } from '../../../../nodes/shared/client/apiKeyAuth';

const KEY = 'a/b c?$&';
const ENCODED = 'a%2Fb%20c%3F%24%26';

describe('the key goes into a header', () => {
	it('beside the headers that are there', () => {
		const request = { url: 'https://ipqs.test/api/json/phone', headers: { accept: 'application/json' } };
		expect(withKey(request, KEY, 'header')).toEqual({ ...request, headers: { accept: 'application/json', 'IPQS-KEY': KEY } });
	});

	it('where there are no headers yet, and the address stays', () => {
		expect(withKey({ url: '/api/json/phone?phone=1' }, KEY, 'header')).toEqual({
			url: '/api/json/phone?phone=1',
			headers: { 'IPQS-KEY': KEY },
		});
	});

	it('of a request that names its address uri', () => {
		const request = { uri: 'https://ipqs.test/api/json/phone' };
		expect(withKey(request as never, KEY, 'header')).toEqual({ ...request, headers: { 'IPQS-KEY': KEY } });
	});

	it('of a request without an address', () => {
		expect(withKey({} as never, KEY, 'header')).toEqual({ headers: { 'IPQS-KEY': KEY } });
	});
});

describe('the key goes into the address', () => {
	it.each<['header' | 'path']>([['header'], ['path']])('where the marker is, with the key in the %s', (location) => {
		expect(withKey({ url: 'https://ipqs.test/api/json/account/{key}' }, KEY, location)).toEqual({
			url: `https://ipqs.test/api/json/account/${ENCODED}`,
		});
	});

	it.each([
		['/api/json/phone', `/api/json/phone/${ENCODED}`],
		['/api/json/phone?phone=1', `/api/json/phone/${ENCODED}?phone=1`],
		['/api/json/phone/?phone=1', `/api/json/phone/${ENCODED}/?phone=1`],
		['/api/json/phone#top', `/api/json/phone/${ENCODED}#top`],
		['/api/json/phone/12015550123', `/api/json/phone/${ENCODED}/12015550123`],
		['https://ipqs.test/proxy/api/xml/email', `https://ipqs.test/proxy/api/xml/email/${ENCODED}`],
		['https://ipqs.test/api/json/phone/{key}/12015550123', `https://ipqs.test/api/json/phone/${ENCODED}/12015550123`],
	])('behind the endpoint of %s', (url, expected) => {
		expect(withKey({ url, method: 'GET' }, KEY, 'path')).toEqual({ url: expected, method: 'GET' });
	});

	it('of a request that names its address uri', () => {
		const request = { uri: 'https://ipqs.test/api/json/phone' };
		expect(withKey(request as never, KEY, 'path')).toEqual({ uri: `https://ipqs.test/api/json/phone/${ENCODED}` });
	});

	it('named url where a request has both', () => {
		const request = { url: '/api/json/phone', uri: '/api/json/email' };
		expect(withKey(request, KEY, 'path')).toEqual({ url: `/api/json/phone/${ENCODED}`, uri: '/api/json/email' });
	});

	it('nowhere, and in no header either, where the address has no endpoint', () => {
		expect(withKey({ url: 'https://ipqs.test/status' }, KEY, 'path')).toEqual({ url: 'https://ipqs.test/status' });
	});

	it('nowhere where there is no address', () => {
		expect(withKey({} as never, KEY, 'path')).toEqual({ url: '' });
	});
});

it('leaves the request it is given as it is', () => {
	const request = { url: '/api/json/phone', headers: { accept: 'text/plain' } };
	withKey(request, KEY, 'header');
	withKey(request, KEY, 'path');
	expect(request).toEqual({ url: '/api/json/phone', headers: { accept: 'text/plain' } });
});
