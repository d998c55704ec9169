import { createRedactor } from '../../../../nodes/shared/client/redact';

/** With every kind of character that URLs, forms, JSON or HTML write differently; belongs to nobody. */
const SECRET = ['k+y/w', ' \\%&"<', ">'~[2f]0"].join('');

const units = (text: string): string => text.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
const percent = (text: string): string => text.replace(/[^]/g, (unit) => `%${unit.charCodeAt(0).toString(16).padStart(2, '0')}`);
const html = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const json = (text: string): string => JSON.stringify(text).slice(1, -1);
const form = (text: string): string => new URLSearchParams({ text }).toString().slice('text='.length);

const SPELLINGS: ReadonlyArray<readonly [string, (text: string) => string]> = [
	['plain', (text) => text],
	['in a URL', encodeURIComponent],
	['in a URL in lower case', (text) => encodeURIComponent(text).replace(/%../g, (code) => code.toLowerCase())],
	['in a URL in a URL', (text) => encodeURIComponent(encodeURIComponent(text))],
	['in a URL in a URL in a URL', (text) => encodeURIComponent(encodeURIComponent(encodeURIComponent(text)))],
	['in a URL with every character encoded', percent],
	['in a form', form],
	['in a form in JSON', (text) => json(form(text))],
	['in JSON', json],
	['in JSON of PHP', (text) => json(text).replaceAll('/', '\\/')],
	['in JSON of Go', (text) => json(text).replace(/[<>&]/g, units)],
	['in JSON in JSON', (text) => json(json(text))],
	['in JSON in JSON in JSON', (text) => json(json(json(text)))],
	['in JSON with every character escaped', units],
	['in such JSON in JSON', (text) => json(units(text))],
	['in such JSON in capitals', (text) => units(text).replace(/[a-f]/g, (digit) => digit.toUpperCase())],
	['in a URL in JSON with every character escaped', (text) => units(encodeURIComponent(text))],
	['in JSON in a URL', (text) => encodeURIComponent(json(text))],
	['in HTML', html],
	['in HTML with all entities', (text) => html(text).replaceAll("'", '&apos;')],
	['in HTML with numbers', (text) => text.replace(/[^\w]/g, (character) => `&#${character.charCodeAt(0)};`)],
	['in HTML with hexadecimal numbers', (text) => text.replace(/[^\w]/g, (character) => `&#x00${character.charCodeAt(0).toString(16)};`)],
	['in HTML in JSON', (text) => json(html(text))],
	['in other case', (text) => text.toUpperCase()],
];

describe('a secret is replaced in text that repeats it', () => {
	it.each(SPELLINGS)('%s', (_how, spell) => {
		for (const secret of [
			SECRET,
			SECRET.slice(2),
			'F1CT10NALNOBODYSPASSWORD1234567',
			'abcd%2fefgh',
			'abc\\defgh',
			'\\\\abcd\\\\efgh',
			'/abcdefgh/',
		]) {
			const text = `{"message":"of ${spell(secret)}, and ${spell(secret)}"}`;
			expect(createRedactor([secret])(text)).toBe('{"message":"of ***, and ***"}');
		}
	});

	it.each(SPELLINGS)('next to other encoded text: %s', (_how, spell) => {
		const redact = createRedactor([SECRET]);
		expect(redact(`"a\\/${spell(SECRET)}\\/%2f&amp;"`)).toBe('"a\\/***\\/%2f&amp;"');
		expect(redact(`\\u00e9${spell(SECRET)}\\n`)).toBe('\\u00e9***\\n');
	});

	it('with characters that are encoded in different ways', () => {
		expect(createRedactor(['abcd/efgh+ijkl'])('x \\u0061b%63d\\/e%2566gh&#43;\\u0025%36%39jkl y')).toBe('x *** y');
	});

	it('even if text before it looks like the start of an encoding', () => {
		for (const before of ['%', '%2', '\\u', '\\u0', '\\u00e', '&#', '&', '%25', '\\\\n']) {
			expect(createRedactor(['abcdef0123'])(`${before}abcdef0123;`)).toBe(`${before}***;`);
		}
	});

	it('in JSON that can still be read', () => {
		const body = {
			[SECRET]: [SECRET, { url: `https://ipqs.test/${encodeURIComponent(SECRET)}/1`, inner: JSON.stringify({ a: SECRET }) }],
			n: 1,
		};
		expect(JSON.parse(createRedactor([SECRET])(JSON.stringify(body)))).toEqual({
			'***': ['***', { url: 'https://ipqs.test/***/1', inner: '{"a":"***"}' }],
			n: 1,
		});
	});

	it('in different encodings, in any order', () => {
		expect(createRedactor([SECRET])(`a ${percent(SECRET)} b ${SECRET} c ${json(SECRET)} d`)).toBe('a *** b *** c *** d');
	});

	it('in up to five encodings within each other', () => {
		const encode = (times: number): string => `%${'25'.repeat(times - 1)}61bcdefgh`;
		expect(createRedactor(['abcdefgh'])(encode(5))).toBe('***');
		expect(createRedactor(['abcdefgh'])(encode(6))).toBe(encode(6));
	});

	it('whole, even if its end is a backslash at the end of the text', () => {
		expect(createRedactor(['abcdefgh\\'])('x abcdefgh\\\\')).toBe('x ***');
	});

	it('where there are several', () => {
		expect(createRedactor(['first secret', 'second.one'])('first secret second.one secondxone')).toBe('*** *** secondxone');
	});
});

describe('text without the secret stays as it is', () => {
	it.each([
		'',
		'{"a":"\\u0041\\/B","n":1.50,"list":[ "a\\\\" ]}',
		'"\\',
		'"\\"',
		'\\u00',
		'%',
		'%2',
		'&#x',
		'&amp',
		'100%41 &lt;b&gt; "it\\\'s"',
	])('%j', (text) => {
		expect(createRedactor([SECRET])(text)).toBe(text);
	});

	it('also if the secret is short, which could be part of ordinary text', () => {
		expect(createRedactor(['success', ''])('{"success":true}')).toBe('{"success":true}');
		expect(createRedactor([])('{"success":true}')).toBe('{"success":true}');
	});
});
