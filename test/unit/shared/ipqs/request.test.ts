import { lookupRequest, parameterOf, type ApiRequest, type KeyLocation, type RequestMethod } from '../../../../nodes/shared/ipqs/request';
import { lookupKey } from '../../../../nodes/shared/ipqs/lookupKey';
import { InvalidParameter } from '../../../../nodes/shared/parameters/readParameter';

const SUBJECT = { endpoint: 'email', parameter: 'email', value: 'ada+x@example.com' };

describe('the request of one value', () => {
	it.each<[RequestMethod, KeyLocation, string, object]>([
		['GET', 'header', '/api/json/email', { fast: 'true', email: 'ada+x@example.com' }],
		['POST', 'header', '/api/json/email', { fast: 'true', email: 'ada+x@example.com' }],
		['GET', 'path', '/api/json/email/{key}/ada%2Bx%40example.com', { fast: 'true' }],
		['POST', 'path', '/api/json/email/{key}', { fast: 'true', email: 'ada+x@example.com' }],
	])('by %s with the key in the %s goes to %s', (method, keyLocation, path, parameters) => {
		expect(lookupRequest(SUBJECT, { fast: 'true' }, method, keyLocation)).toEqual({
			...{ method, path, parameters, costsCredit: true },
			key: lookupKey('email', 'ada+x@example.com', { fast: 'true' }),
		});
	});

	it.each<[RequestMethod, KeyLocation, object]>([
		['GET', 'header', { email: 'ada+x@example.com' }],
		['POST', 'path', { email: 'ada+x@example.com' }],
		['GET', 'path', {}],
	])('by %s with the key in the %s has the value once, which no parameter replaces', (method, keyLocation, parameters) => {
		expect(lookupRequest(SUBJECT, { email: 'ben@example.com' }, method, keyLocation).parameters).toEqual(parameters);
	});

	it('puts nothing of the value into the address as anything but one segment', () => {
		const { path } = lookupRequest({ endpoint: 'url', parameter: 'url', value: 'https://example.com/a b?c=1#d' }, {}, 'GET', 'path');
		expect(path).toBe('/api/json/url/{key}/https%3A%2F%2Fexample.com%2Fa%20b%3Fc%3D1%23d');
	});

	it.each(['.', '..'])('refuses %s where it would be a segment, which no address can hold, and takes it elsewhere', (value) => {
		const subject = { endpoint: 'leaked/username', parameter: 'username', value };
		const message = "must not be . or .., which a URL cannot contain; set 'Request Method' to POST";
		expect(() => lookupRequest({ ...subject, label: 'Value' }, {}, 'GET', 'path')).toThrow(new InvalidParameter('Value', message));
		expect(() => lookupRequest(subject, {}, 'GET', 'path')).toThrow(new InvalidParameter('username', message));
		expect(lookupRequest(subject, {}, 'POST', 'path').parameters).toEqual({ username: value });
		expect(lookupRequest(subject, {}, 'GET', 'header').parameters).toEqual({ username: value });
	});

	it.each(['...', '. .', '%2e', '%2E%2e', '../account', './', 'a..', '．'])(
		'keeps the key and every other value in an address that is read: %s',
		(value) => {
			const { path } = lookupRequest({ endpoint: 'leaked/username', parameter: 'username', value }, {}, 'GET', 'path');
			const segments = new URL(path.replace('{key}', 'KEY'), 'https://ipqs.test').pathname.split('/');
			expect(segments.slice(0, -1)).toEqual(['', 'api', 'json', 'leaked', 'username', 'KEY']);
			expect(decodeURIComponent(segments.at(-1) ?? '')).toBe(value);
		},
	);

	it('leaves the parameters it is given as they are', () => {
		const parameters = Object.freeze({ email: 'x', fast: 'true' });
		expect(() => lookupRequest(SUBJECT, parameters, 'GET', 'header')).not.toThrow();
		expect(parameters).toEqual({ email: 'x', fast: 'true' });
	});

	it('is charged and judges no phone number, unless it says otherwise', () => {
		const request = lookupRequest(SUBJECT, {}, 'GET', 'header');
		expect(request).not.toHaveProperty('free');
		expect(request).not.toHaveProperty('invalidNumberIsResult');
	});
});

describe('request', () => {
	it.each([
		['one', 'text'],
		['several', ''],
		['none', ''],
	])('a parameter that is %s is read as "%s"', (name, text) => {
		const request: ApiRequest = { method: 'GET', path: '/', parameters: { one: 'text', several: ['a', 'b'] }, costsCredit: true };
		expect(parameterOf(request, name)).toBe(text);
	});
});
