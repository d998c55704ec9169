import type { IHttpRequestOptions } from 'n8n-workflow';
import { withDomainAndSecret } from '../../../../nodes/shared/client/customIntegrationAuth';

const FIELDS = { key: 'shop.example', secret: 'not a/real&secret' };
const ENCODED = 'key=shop.example&secret=not+a%2Freal%26secret';

const sign = (request: object) => withDomainAndSecret({ url: '/', ...request } as IHttpRequestOptions, FIELDS.key, FIELDS.secret);

/** What is sent as body, form or multipart form. */
const signedBody = (body: unknown): unknown => sign({ body })?.body;

describe('domain and secret are added to', () => {
	it('a form, with its own fields, encoded', () => {
		const body = new URLSearchParams({ phone: '12015550123' });
		const request = { method: 'POST', url: '/webhooks/ExampleCRM/json/phone_check', body };
		const { body: sent, ...rest } = sign(request) as IHttpRequestOptions;
		expect(rest).toEqual({ method: 'POST', url: '/webhooks/ExampleCRM/json/phone_check' });
		expect(sent).toBeInstanceOf(URLSearchParams);
		expect(String(sent)).toBe(`phone=12015550123&${ENCODED}`);
	});

	it('a form once, whatever it contains', () => {
		const body = new URLSearchParams('key=elsewhere.example&key=x&secret=y&phone=1');
		expect(String(signedBody(body))).toBe(`${ENCODED}&phone=1`);
		expect(String(body)).toBe('key=elsewhere.example&key=x&secret=y&phone=1');
	});

	it.each<[unknown, object]>([
		[{ phone: '12015550123', key: 'x' }, { phone: '12015550123' }],
		[Object.assign(Object.create(null) as object, { phone: '1' }), { phone: '1' }],
		[undefined, {}],
		[null, {}],
		['', {}],
		[' \n', {}],
	])('the fields of an object, or make one: %j', (body, fields) => {
		const request = { body };
		expect(sign(request)).toEqual({ url: '/', body: { ...fields, ...FIELDS } });
		expect(request).toEqual({ body });
	});

	it.each(['form', 'formData'])("the fields of n8n's HTTP Request node in %s, with or without a body", (part) => {
		expect(sign({ [part]: { phone: '1', secret: 'x' } })).toEqual({ url: '/', [part]: { phone: '1', ...FIELDS } });
		expect(sign({ [part]: {}, body: { a: 1 } })).toEqual({ url: '/', [part]: FIELDS, body: { a: 1 } });
	});

	it.each(['phone=12015550123', ' phone=12015550123\n', 'phone=12015550123&key=x&secret=y'])(
		'URL-encoded text, which stays text: %j',
		(body) => {
			const sent = signedBody(body);
			expect(typeof sent).toBe('string');
			expect(Object.fromEntries(new URLSearchParams(String(sent)))).toEqual({ phone: '12015550123', ...FIELDS });
		},
	);

	it.each(['{}', ' { "phone": "12015550123", "key": "x", "secret": "y" }\n', '{"big":12345678901234567890,"phone":"\\u0031"}'])(
		'a JSON object as text, which otherwise stays as written: %j',
		(body) => {
			const sent = String(signedBody(body));
			expect(JSON.parse(sent)).toEqual({ ...(JSON.parse(body) as object), ...FIELDS });
			expect(sent.startsWith(body.trim().slice(0, -1))).toBe(true);
		},
	);

	it('a JSON object nested however deep', () => {
		const body = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
		expect(String(signedBody(body)).slice(-JSON.stringify(FIELDS).length)).toBe(`,${JSON.stringify(FIELDS).slice(1)}`);
	});
});

describe('there is no place for domain and secret in', () => {
	class Fields {
		phone = '1';
	}

	it.each<[string, unknown]>([
		['a file', Buffer.from('{}')],
		['bytes', new Uint8Array([123, 125])],
		['a multipart form', new FormData()],
		['an object of a class', new Fields()],
		['a map', new Map([['phone', '1']])],
		['a list', [1]],
		['a JSON list', '[{"phone":"1"}]'],
		['JSON text', '"phone=1"'],
		['a JSON number', '7'],
		['XML', '<phone a="b">1</phone>'],
		['plain text', 'phone'],
		['text of several lines', 'phone=1\nemail=2'],
		['a number', 7],
		['true', true],
		['a function', () => ({})],
	])('%s', (_what, body) => {
		expect(sign({ body })).toBeUndefined();
		expect(sign({ form: body })).toBeUndefined();
		expect(sign({ formData: body })).toBeUndefined();
	});
});

describe('custom integration auth', () => {
	it('nothing of them goes into the URL or a header', () => {
		const request = {
			method: 'POST',
			url: 'https://ipqs.test/webhooks/ExampleCRM/json/phone_check',
			headers: { accept: 'application/json' },
		};
		expect(sign(request)).toEqual({ ...request, body: FIELDS });
	});
});
