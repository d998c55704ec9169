import { cleanPhone, mayBeNational, needsCountry, type PossibleNumber } from '../../../nodes/shared/ipqs/cleanPhone';

const possible = (digits: string, international: boolean) => ({ possible: true, digits, international });
const impossible = (cause: string, text: string) => ({ possible: false, cause, text });

const EMPTY = 'it is empty';
const CHARACTERS = 'it has characters that belong to no phone number';
const TOO_SHORT = 'it has under 7 digits';
const TOO_LONG = 'it has over 15 digits';
const TOO_WRITTEN = 'it is too long';

describe('a number is understood', () => {
	it.each<[string, unknown, string]>([
		['as digits', '2015550123', '2015550123'],
		['with its country code', '12015550123', '12015550123'],
		['as a number', 12015550123, '12015550123'],
		['as a big integer', 12015550123n, '12015550123'],
		['with parentheses and a hyphen', '(201) 555-0123', '2015550123'],
		['with dots', '201.555.0123', '2015550123'],
		['with slashes', '201/555/0123', '2015550123'],
		['with commas and underscores', '201,555_0123', '2015550123'],
		['with a middle dot', '201·555·0123', '2015550123'],
		['with blanks around it', '  2015550123\t\r\n', '2015550123'],
		['in a field of fixed width', '2015550123'.padEnd(255), '2015550123'],
		['with no-break, figure and thin spaces', '201\u00A0555\u2007012\u202F3', '2015550123'],
		['with typographic hyphens, dashes and a minus', '201\u2010555\u2013012\u22123', '2015550123'],
		['with the last of the dashes', '201\u2015555\u20150123', '2015550123'],
		['with a full-width hyphen and full-width digits', '２０１－５５５－０１２３', '2015550123'],
		['with a byte order mark, a soft hyphen and zero-width spaces', '\uFEFF201\u00AD555\u200B01\u206023', '2015550123'],
		['between marks of writing direction', '\u202A201555\u20660123\u2069\u202C', '2015550123'],
		['as a link', 'tel:2015550123', '2015550123'],
		['as a link in capitals with a blank', ' TEL: 201-555-0123 ', '2015550123'],
		['as a link behind a zero-width space', '\u200B tel:2015550123', '2015550123'],
		['as a link with parameters', 'tel:201-555-0123;phone-context=example.com', '2015550123'],
		['as a link with a subaddress', 'tel:201-555-0123;ISUB=12', '2015550123'],
		['with the .0 of a spreadsheet', '2015550123.0', '2015550123'],
		['with more zeros of a spreadsheet', '12015550123.00', '12015550123'],
		['with the zero of a national number', '07700 900123', '07700900123'],
		['with the national zero in parentheses but no country code', '(0)7700 900123', '07700900123'],
	])('%s', (_form, input, digits) => {
		expect(cleanPhone(input)).toEqual(possible(digits, false));
	});

	it.each<[string, unknown, string]>([
		['after a plus', '+12015550123', '12015550123'],
		['after a plus and a blank', '+ 1 201 555 0123', '12015550123'],
		['after a plus in parentheses', '(+1) 201 555 0123', '12015550123'],
		['after a full-width plus', '＋12015550123', '12015550123'],
		['after 00', '0044 7700 900123', '447700900123'],
		['after 00 in parentheses', '(00) 44 7700 900123', '447700900123'],
		['after tel:+', 'tel:+1-201-555-0123', '12015550123'],
		['with the .0 of a spreadsheet', '+12015550123.0', '12015550123'],
		['without a national zero in parentheses', '+44 (0)7700 900123', '447700900123'],
		['without a national zero in parentheses after 00', '00 44 (0) 7700 900123', '447700900123'],
		['without a national zero that touches the code', '+44(0)7700900123', '447700900123'],
		['without a national zero after a code of three digits', '+353 (0)20 915 0123', '353209150123'],
		['without a national zero after a code in parentheses', '(+44) (0)7700 900123', '447700900123'],
		['without a national zero after a hyphen', '+44-(0)7700-900123', '447700900123'],
		['with a zero between dots, as its .0 ends no number of a spreadsheet', '+44.0.7700.900123', '4407700900123'],
	])('with its country code %s', (_form, input, digits) => {
		expect(cleanPhone(input)).toEqual(possible(digits, true));
	});

	it('with a zero in parentheses that follows more than a country code', () => {
		expect(cleanPhone('+1201 (0)555 0123')).toEqual(possible('120105550123', true));
	});

	it('with a zero in parentheses behind two zeros that are not its beginning', () => {
		expect(cleanPhone('201 0055 (0)123')).toEqual(possible('20100550123', false));
	});

	it.each([
		['a dot before its last four digits', '2015550.1234', '20155501234'],
		['a bracket before the dot that no arithmetic sets', '(20) 15550123.5', '20155501235'],
	])('with %s', (_form, input, digits) => {
		expect(cleanPhone(input)).toEqual(possible(digits, false));
	});
});

describe('an extension is left out', () => {
	it.each([
		'201 555 0123 ext 4',
		'201 555 0123 ext. 4',
		'201 555 0123, ext: 4',
		'201 555 0123 Ext4',
		'201 555 0123 extn 4',
		'201 555 0123 extension 1234567',
		'201 555 0123x4',
		'201 555 0123 X 4',
		'201 555 0123 #4',
		'201 555 0123#1234567 ',
		'201 555 0123; ext 4',
		'tel:201-555-0123;ext=4',
		'tel:201-555-0123;ext=4;phone-context=example.com',
	])('in %s', (input) => {
		expect(cleanPhone(input)).toEqual(possible('2015550123', false));
	});

	it.each(['201 555 0123 ext', '201 555 0123 x', '201 555 0123 ext 12345678', '201 555 0123 ext 4 or 5'])('but not where there is none, as in %s', (input) => {
		expect(cleanPhone(input)).toEqual(impossible(CHARACTERS, input));
	});
});

describe('a number is impossible', () => {
	it.each([
		['nothing', undefined],
		['null', null],
		['empty text', ''],
		['blanks', ' \t\u00A0\u200B'],
		['punctuation', '(-) . /'],
		['true', true],
		['false', false],
		['an object', { phone: '2015550123' }],
		['an array', ['2015550123']],
		['a link without a number', 'tel:'],
		['a function', () => '2015550123'],
		['a symbol', Symbol('2015550123')],
	])('when it is %s', (_what, input) => {
		expect(cleanPhone(input)).toEqual(impossible(EMPTY, ''));
	});

	it.each<[string, unknown, string]>([
		['words', 'call me', 'call me'],
		['letters on a keypad', '1-800-555-CALL', '1-800-555-CALL'],
		['a letter for a digit', '2O15550123', '2O15550123'],
		['two pluses', '++12015550123', '++12015550123'],
		['a plus in the middle', '201+5550123', '201+5550123'],
		['a decimal number', '12015550123.5', '12015550123.5'],
		['a number of cents', '12015550123.25', '12015550123.25'],
		['a letter before the number of a spreadsheet', 'a2015550123.0', 'a2015550123.0'],
		['two numbers', '+12015550123 / +12015550124', '+12015550123 / +12015550124'],
		['an asterisk', '*2015550123', '*2015550123'],
		['digits of another script', '٢٠١٥٥٥٠١٢٣', '٢٠١٥٥٥٠١٢٣'],
		['a number that is none', NaN, 'NaN'],
		['an endless number', Infinity, 'Infinity'],
		['a number in powers of ten', 1e21, '1e+21'],
		['text in powers of ten', '1.2015550123E+10', '1.2015550123E+10'],
		['words behind tel:', ' tel: call me ', 'call me'],
		['a word that ends in tel:', 'hotel: 2015550123', 'hotel: 2015550123'],
	])('when it is %s', (_what, input, text) => {
		expect(cleanPhone(input)).toEqual(impossible(CHARACTERS, text));
	});

	it.each<[string, unknown, string]>([
		['6 digits', '555 012', '555012'],
		['6 digits with a plus, which the text keeps', '+555-012', '+555012'],
		['6 digits after 00', '00 555 012', '00555012'],
		['one digit', 5, '5'],
		['zero', 0, '0'],
	])('with %s', (_what, input, text) => {
		expect(cleanPhone(input)).toEqual(impossible(TOO_SHORT, text));
	});

	it('when it is too long to be one, and no more than its beginning is kept', () => {
		expect(cleanPhone(`1${'-'.repeat(98)}a`)).toEqual(impossible(CHARACTERS, `1${'-'.repeat(98)}a`));
		expect(cleanPhone(`1${'-'.repeat(98)}ab`)).toEqual(impossible(TOO_WRITTEN, `1${'-'.repeat(98)}a`));
	});

	it('with 16 digits', () => {
		expect(cleanPhone('1201 5550 1234 5678')).toEqual(impossible(TOO_LONG, '1201555012345678'));
	});

	it('with 16 digits after a plus, which does not count', () => {
		expect(cleanPhone('+1201555012345678')).toEqual(impossible(TOO_LONG, '+1201555012345678'));
	});
});

it.each([
	['7 digits', '5550123', possible('5550123', false)],
	['15 digits', '120155501234567', possible('120155501234567', false)],
	['7 digits after 00', '005550123', possible('5550123', true)],
	['15 digits after a plus', '+120155501234567', possible('120155501234567', true)],
])('takes %s as possible', (_what, input, number) => {
	expect(cleanPhone(input)).toEqual(number);
});

it('reads a negative number as its digits, for a sheet may have taken a hyphen for a minus', () => {
	expect(cleanPhone(-2015550123)).toEqual(possible('2015550123', false));
});

it('judges a long text that holds no number at once', () => {
	const started = Date.now();
	cleanPhone(`${' .,'.repeat(20_000)}a`);
	expect(Date.now() - started).toBeLessThan(500);
});

it.each<[string, number, boolean, boolean]>([
	['needs a country', 7, false, true],
	['needs a country', 9, false, true],
	['needs none', 10, false, false],
	['needs none', 11, false, false],
	['needs none', 7, true, false],
	['needs none', 9, true, false],
])('%s with %d digits, international: %s', (_need, length, international, needed) => {
	const number: PossibleNumber = { possible: true, digits: '5'.repeat(length), international };
	expect(needsCountry(number)).toBe(needed);
});

it.each<[string, string, boolean, boolean]>([
	['may be national', '2015550123', false, true],
	['may be national', '5550123', false, true],
	['is national', '07700900123', false, true],
	['has its country code', '12015550123', false, false],
	['has its country code', '2015550123', true, false],
	['has its country code', '12015550123', true, false],
])('%s: %s, international: %s', (_what, digits, international, national) => {
	expect(mayBeNational({ possible: true, digits, international })).toBe(national);
});

it('with a plus alone has under 7 digits', () => {
	expect(cleanPhone('+')).toEqual({ possible: false, cause: 'it has under 7 digits', text: '+' });
});

it.each([
	['+44 (0)7700 900123', '447700900123'],
	['+39 (0)6 555 0123', '3906 555 0123'.replace(/ /g, '')],
])('%s is dialled as %s: Italy alone dials its zero', (input, digits) => {
	expect(cleanPhone(input)).toEqual({ possible: true, digits, international: true });
});
