import type { IHttpRequestOptions } from 'n8n-workflow';
import { withDomainAndSecret } from '../../../../nodes/shared/client/customIntegrationAuth';

const signed = (request: IHttpRequestOptions) => withDomainAndSecret(request, 'shop.example', 'not a/real&secret');

it('a form takes them beside its own fields, encoded', () => {
	const body = new URLSearchParams({ phone: '12015550123' });
	const request: IHttpRequestOptions = { method: 'POST', url: '/webhooks/ExampleCRM/json/phone_check', body };
	const { body: sent, ...rest } = signed(request);
	expect(rest).toEqual({ method: 'POST', url: '/webhooks/ExampleCRM/json/phone_check' });
	expect(String(sent)).toBe('phone=12015550123&key=shop.example&secret=not+a%2Freal%26secret');
});

it('each is there once, whatever the form held', () => {
	const body = new URLSearchParams('key=elsewhere.example&key=x&secret=y&phone=1');
	expect(String(signed({ url: '/', body }).body)).toBe('key=shop.example&secret=not+a%2Freal%26secret&phone=1');
	expect(String(body)).toBe('key=elsewhere.example&key=x&secret=y&phone=1');
});

it.each<[IHttpRequestOptions['body'], object]>([
	[{ phone: '12015550123', key: 'x' }, { phone: '12015550123' }],
	[undefined, {}],
	['text', {}],
	[[1], {}],
])("fields of n8n's HTTP Request node take them: %j", (body, fields) => {
	const request: IHttpRequestOptions = { url: '/', body };
	expect(signed(request)).toEqual({ url: '/', body: { ...fields, key: 'shop.example', secret: 'not a/real&secret' } });
	expect(request).toEqual({ url: '/', body });
});

it('nothing of them goes into the address or a header', () => {
	const { url, headers, qs } = signed({
		method: 'POST',
		url: 'https://ipqs.test/webhooks/ExampleCRM/json/phone_check',
		headers: { accept: 'application/json' },
	});
	expect([url, headers, qs]).toEqual(['https://ipqs.test/webhooks/ExampleCRM/json/phone_check', { accept: 'application/json' }, undefined]);
});
