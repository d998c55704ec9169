import { createRedactor } from '../../../../nodes/shared/client/redact';

/** Belongs to nobody. */
const SECRET = ['k+y/w', ' \\%&"<', ">'~[2f]0"].join('');

/** Anything that takes more than linear time would not end. */
describe('a long text is read in linear time', () => {
	const LENGTH = 2_000_000;

	it.each([
		'\\',
		'\\\\"',
		'\\u',
		'\\u0041',
		'\\/',
		'%',
		'%2',
		'%25',
		'%2525',
		'&',
		'&#',
		'&#x0',
		'&#0',
		'&amp;',
		'+',
		' ',
		SECRET.slice(0, -1),
		'k',
	])('that repeats %j', (part) => {
		const text = part.repeat(Math.ceil(LENGTH / part.length));
		expect(createRedactor([SECRET, 'k'.repeat(31)])(`${text}${SECRET}`).endsWith('***')).toBe(true);
	});

	it('that repeats the secret', () => {
		const text = encodeURIComponent(SECRET).repeat(LENGTH / 100);
		expect(createRedactor([SECRET])(text)).toBe('***'.repeat(LENGTH / 100));
	});

	it('that is one encoding in another, however often', () => {
		const text = `%${'25'.repeat(LENGTH / 2)}`;
		expect(createRedactor([SECRET])(text)).toBe(text);
	});
});
