import { createRedactor } from '../../../../nodes/shared/client/redact';

/** With every kind of character that is written differently in addresses, forms and JSON; nobody's. */
const SECRET = ['k+y/w', ' \\%&"<', "\u00e9'~😀0"].join('');

const units = (text: string): string => text.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
const json = JSON.stringify(SECRET).slice(1, -1);

describe('a secret shows in no text that repeats it', () => {
	it.each([
		['plain', SECRET],
		['in an address', encodeURIComponent(SECRET)],
		['in an address with small digits', encodeURIComponent(SECRET).replace(/%../g, (code) => code.toLowerCase())],
		['in an address within another', encodeURIComponent(encodeURIComponent(SECRET))],
		['in a form', new URLSearchParams({ SECRET }).toString().slice(7)],
		['in JSON', json],
		['in JSON of PHP', json.replaceAll('/', '\\/')],
		['in JSON of Go', json.replace(/[<>&]/g, units)],
		['in JSON in ASCII', json.replace(/[^\x20-\x7e]/g, units)],
		['in JSON within JSON', JSON.stringify(json).slice(1, -1)],
		['in escapes alone', units(SECRET)],
		['in escapes with capitals', units(SECRET).replace(/[a-f]/g, (digit) => digit.toUpperCase())],
	])('%s', (_how, spelling) => {
		expect(createRedactor([SECRET])(`{"message":"of ${spelling}, and ${spelling}"}`)).toBe('{"message":"of ***, and ***"}');
	});

	it('also where there are several', () => {
		expect(createRedactor(['first secret', 'second.one'])('first secret second.one secondxone')).toBe('*** *** secondxone');
	});
});

it('a short one is left, for it could be part of ordinary text', () => {
	expect(createRedactor(['success'])('{"success":true}')).toBe('{"success":true}');
});

it('a long row of backslashes takes no long time', () => {
	const row = '\\'.repeat(200_000);
	expect(createRedactor([SECRET])(row)).toBe(row);
}, 2_000);
