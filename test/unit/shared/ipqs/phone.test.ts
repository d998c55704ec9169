import { lacksCountryCode, readPhone, type UnusablePhone } from '../../../../nodes/shared/ipqs/phone';

/** What would be sent: `+` and the number with its country code, the digits as written, or why nothing is. */
function outcomeOf(input: unknown, countries: readonly string[] = []): string {
	const reading = readPhone(input, countries);
	if (reading.kind === 'number') return `${reading.international ? '+' : ''}${reading.digits}`;
	return reading.kind === 'unusable' ? reading.reason : reading.kind;
}

const unusable = (input: unknown, countries: readonly string[] = []): UnusablePhone => {
	const reading = readPhone(input, countries);
	if (reading.kind !== 'unusable') throw new Error(`is a ${reading.kind}`);
	return reading;
};

const US = '+12025550123';
const GB = '+447700900123';

describe('a number with its country code is read', () => {
	it.each([
		['+12025550123'],
		['+1 (202) 555-0123'],
		['(+1) 202 555 0123'],
		['+(1) 202-555-0123'],
		['+ 1 202 555 0123'],
		['+1.202.555.0123'],
		['++12025550123'],
		['+ +1 202 555 0123'],
		['+1-202-555-0123'],
		['00 1 202 555 0123'],
		['0012025550123'],
		['(00) 1 202 555 0123'],
		['+00 1 202 555 0123'],
		['+0012025550123'],
		['00+1 202 555 0123'],
		['0+12025550123'],
		['+011 1 202 555 0123'],
		['0011 1 202 555 0123'],
		['+1 1 202 555 0123'],
	])('%s', (text) => {
		expect(outcomeOf(text)).toBe(US);
	});

	it.each(['US', 'GB', 'DE', 'NA', 'AQ'])('whatever the country, such as %s', (country) => {
		for (const text of ['+44 7700 900123', '00447700900123', '+44 (0)7700 900123', '(+44)07700 900123', '+44-0-7700-900123'])
			expect(outcomeOf(text, [country])).toBe(GB);
	});

	it.each([['+44 44 7700 900123'], ['+4400447700900123'], ['+44 +44 7700 900123'], ['+44+447700900123'], ['+44 (+44) 7700 900123']])(
		'with the country code twice, as forms add it: %s',
		(text) => {
			expect(outcomeOf(text)).toBe(GB);
			expect(outcomeOf(text, ['GB'])).toBe(GB);
		},
	);
});

describe('a zero in brackets', () => {
	it.each([
		['+44 (0)7700 900123', GB],
		['+44(0)7700900123', GB],
		['(+44) (0) 7700 900123', GB],
		['+44 ( 0 ) 7700 900123', GB],
		['0044 (0) 7700 900123', GB],
		['+353 (0)20 915 0123', '+353209150123'],
		['+34 (0)612 34 56 78', '+34612345678'],
		['+420 (0)601 123 456', '+420601123456'],
		['0034 (0)612 34 56 78', '+34612345678'],
		['+60 7(0)0000005', '+60700000005'],
	])('is left out: %s', (text, number) => {
		expect(outcomeOf(text)).toBe(number);
	});

	it('says that a country code is before it, where nothing else does', () => {
		expect(outcomeOf('44 (0)7700 900123')).toBe(GB);
		expect(outcomeOf('44(0)7700900123', ['US'])).toBe(GB);
		expect(outcomeOf('011 254 (0) 714 120 8848', ['KE'])).toBe('+2547141208848');
		expect(outcomeOf('20 (0)2 555 0123')).toBe('+2025550123');
		expect(outcomeOf('202 (0)555 0123')).toBe('20205550123');
		expect(outcomeOf('0044205 0123456')).toBe('+442050123456');
	});

	it('stays where it is part of the number, as in Italy', () => {
		expect(outcomeOf('+39 (0)6 555 0123')).toBe('+39065550123');
	});

	it('is in doubt where the number is one with and without it', () => {
		expect(unusable('+39 (0)312 345 6789')).toMatchObject({
			reason: 'phone_unreadable',
			cause: 'its 0 in brackets may be part of the number or not',
		});
	});

	it('makes no number of one that is too short with and without it', () => {
		expect(unusable('+1 (0)202 555 01')).toMatchObject({ reason: 'phone_impossible', text: '+1020255501' });
	});

	it('begins a national number', () => {
		expect(outcomeOf('(0)7700 900123', ['GB'])).toBe(GB);
	});
});

describe('a number without its country code is read by the plan of its country', () => {
	it.each<[string, string, string]>([
		['2025550123', 'US', US],
		['202-555-0123', 'CA', US],
		['1 202 555 0123', 'US', US],
		['12025550123', 'US', US],
		['011 1 202 555 0123', 'US', US],
		['07700 900123', 'GB', GB],
		['7700 900123', 'GB', GB],
		['447700900123', 'GB', GB],
		['44 07700 900123', 'GB', GB],
		['00 44 7700 900123', 'GB', GB],
		['011 44 7700 900123', 'US', GB],
		['0011 44 7700 900123', 'AU', GB],
		['712345', 'AD', '+376712345'],
		['8 (423) 202-25-11', 'RU', '+74232022511'],
		['06 555 0123', 'IT', '+39065550123'],
		['0343 15 555 1212', 'AR', '+5493435551212'],
		['04555 550123', 'GB', '+444555550123'],
		['444555550123', 'GB', '+444555550123'],
		['85 550 12 34', 'BY', '+375855501234'],
		['(0xx11) 2345-6789', 'BR', '+551123456789'],
		['0 xx 11 2345 6789', 'BR', '+551123456789'],
	])('%s with %s', (text, country, number) => {
		expect(outcomeOf(text, [country])).toBe(number);
	});

	it('though it has the country code of another country without a plus', () => {
		expect(outcomeOf('00 61 412 345 678', ['AU'])).toBe('+61412345678');
		expect(outcomeOf('011 81 3-1234-5678', ['JP'])).toBe('+81312345678');
	});

	it('rather than as one abroad, unless only the number abroad is one that exists', () => {
		expect(outcomeOf('011 381 555 0123', ['RS'])).toBe('+381113815550123');
		expect(outcomeOf('0061 5550 1234', ['AU'])).toBe('+61006155501234');
		expect(outcomeOf('0089 5550 1234', ['AU'])).toBe('phone_impossible');
	});

	it('with its own country code where the rest is a mobile number, as in 49 151 …', () => {
		expect(outcomeOf('4915123456789', ['DE'])).toBe('+4915123456789');
		expect(unusable('4912345678', ['DE'])).toMatchObject({
			reason: 'phone_unreadable',
			cause: 'its first digits may be a country code or not; write + in front of the code',
		});
		expect(outcomeOf('4930123456', ['DE'])).toBe('+4930123456');
		expect(outcomeOf('04912 345678', ['DE'])).toBe('+494912345678');
	});

	it('behind a plus that stands for no country code', () => {
		expect(outcomeOf('+07700 900123', ['GB'])).toBe(GB);
		expect(unusable('+07700 900123')).toMatchObject({ reason: 'phone_unreadable', cause: 'no country code begins with 0' });
		expect(unusable('+07700 900123', ['US'])).toMatchObject({ reason: 'phone_unreadable', cause: 'no country code begins with 0' });
	});
});

describe('of several countries', () => {
	it('the one that has such a number is taken', () => {
		expect(outcomeOf('07700 900123', ['US', 'GB'])).toBe(GB);
		expect(outcomeOf('07700 900123', ['GB', 'US'])).toBe(GB);
		expect(outcomeOf('1 202 555 0123', ['GB', 'US'])).toBe(US);
		expect(outcomeOf('712345', ['US', 'AD'])).toBe('+376712345');
	});

	it('those that share a country code are one', () => {
		expect(outcomeOf('202 555 0123', ['US', 'CA', 'BS'])).toBe(US);
	});

	it('IPQS chooses where two have such a number', () => {
		expect(outcomeOf('202 555 0123', ['US', 'GB'])).toBe('2025550123');
		expect(outcomeOf('202 555 0123', ['GB', 'US', 'CA'])).toBe('2025550123');
	});

	it('none is wrong because of a number that fits none', () => {
		expect(outcomeOf('202 555 01', ['US', 'CA'])).toBe('phone_unreadable');
	});

	it('one that is inhabited by nobody has no plan', () => {
		expect(outcomeOf('202 555 0123', ['AQ'])).toBe('2025550123');
		expect(outcomeOf('555 0123', ['AQ'])).toBe('5550123');
		expect(outcomeOf('202 555 0123', ['AQ', 'US'])).toBe(US);
		expect(outcomeOf('202 555 0123', ['US', 'AQ'])).toBe(US);
	});
});

describe('without country and country code', () => {
	it.each([
		['202 555 0123', '2025550123'],
		['(202) 555-0123', '2025550123'],
		['07700 900123', '07700900123'],
		['12025550123', '12025550123'],
		['447700900123', '447700900123'],
		['123456789012345', '123456789012345'],
	])('%s is sent as it is written', (text, digits) => {
		expect(outcomeOf(text)).toBe(digits);
	});

	it.each(['555 0123', '555-012', '12345', '5', 5, '123456789', '5550123 ext 4', 'tel:5550123', '712345.0'])(
		'under 10 digits need a country, whatever their number: %s',
		(text) => {
			expect(outcomeOf(text)).toBe('country_missing');
		},
	);

	it('under 10 digits are kept, for those who want to ask all the same', () => {
		expect(unusable('(0) 555-0123 ext 4')).toEqual({
			kind: 'unusable',
			reason: 'country_missing',
			cause: 'it has no country code',
			text: '05550123',
		});
	});

	it('the place of a carrier is left out, and half a number stays half', () => {
		expect(outcomeOf('(0xx11) 2345-6789')).toBe('01123456789');
		expect(outcomeOf('712345/12', ['AD'])).toBe('phone_unreadable');
		expect(outcomeOf('#DIV/0! 2025550123')).toBe('phone_unreadable');
		expect(outcomeOf('+1 202 555 0123 07700 900123')).toBe('phone_unreadable');
	});

	it('011 is a prefix for calls abroad only before a whole number', () => {
		expect(outcomeOf('011 44 7700 900123')).toBe(GB);
		expect(outcomeOf('0011 44 7700 900123')).toBe(GB);
		expect(outcomeOf('011 65 8123 4567')).toBe('+6581234567');
		expect(outcomeOf('011 4321 5678')).toBe('01143215678');
		expect(outcomeOf('011 999 770 0900')).toBe('0119997700900');
	});

	it.each<[string, boolean]>([
		['2025550123', true],
		['07700900123', true],
		['99912345678', true],
		['12025550123', false],
		['447700900123', false],
		['+376712345', false],
	])('the country has to be guessed: %s, %s', (text, guessed) => {
		const reading = readPhone(text);
		expect(reading.kind === 'number' && lacksCountryCode(reading)).toBe(guessed);
	});
});

describe('a number is missing', () => {
	it.each([[null], [undefined], [''], ['   \t\r\n'], ['\u00A0\u200B\uFEFF']])('where there is nothing: %j', (input) => {
		expect(unusable(input)).toEqual({ kind: 'unusable', reason: 'phone_missing', cause: 'it is empty', text: '' });
	});

	it.each([
		'n/a',
		'N/A',
		'#N/A',
		'#REF!',
		'#DIV/0!',
		'#DIV/0',
		'Mobile: #DIV/0!',
		'none',
		'null',
		'undefined',
		'unknown',
		'-',
		'+',
		'()',
		'???',
		'abc',
		'call me',
		'tel:',
		'https://wa.me/',
		'FLOWERS',
		'日本',
		'½',
		'①②',
		Number.NaN,
	])('where there is no digit: %s', (input) => {
		for (const countries of [[], ['US']])
			expect(unusable(input, countries)).toEqual({ kind: 'unusable', reason: 'phone_missing', cause: 'it has no digits', text: '' });
	});
});

describe('phone', () => {
	it('a number is missing in long text without a digit', () => {
		expect(unusable('x'.repeat(300))).toEqual({ kind: 'unusable', reason: 'phone_missing', cause: 'it has no digits', text: '' });
	});
});

describe('a value is a mistake in the node', () => {
	const PROBLEM = 'must be text with one phone number; map the field that contains it';

	it.each([
		['a list', ['+12025550123']],
		['an empty list', []],
		['an object', { number: '+12025550123' }],
		['an object as text', '[object Object]'],
		['a date', new Date(0)],
		['true', true],
		['false', false],
		['a function', () => '+12025550123'],
		['a symbol', Symbol('+12025550123')],
	])('that is %s', (_what, input) => {
		expect(readPhone(input)).toEqual({ kind: 'mistake', problem: PROBLEM });
	});

	it.each([
		'{{ $json.phone }}',
		'={{ $json.phone }}',
		' {{$json["phone"]}} ',
		'+1{{ $json.phone }}',
		'tel:{{ $json.phone }}',
		'{{ phone }}',
		'$json.phone',
		'=$json.phone',
		"$('Webhook').item.json.phone",
		'$("Webhook").first().json.phone',
		'$node["Webhook"].json.phone',
		'$input.item.json.phone',
		'$vars.phone',
		"$fromAI('phone')",
		'$item(0).json.phone',
		"$items('Webhook')[0].json.phone",
	])('that is an expression as fixed text: %s', (input) => {
		expect(readPhone(input, ['US'])).toEqual({
			kind: 'mistake',
			problem: 'contains an expression as fixed text; switch the field to Expression',
		});
	});

	it.each(['$2025550123', 'US$ 2025550123', 'jsonp 2025550123', '$jsonx 2025550123'])('but not %s', (input) => {
		expect(outcomeOf(input)).toBe('2025550123');
	});
});

describe('a number is impossible', () => {
	it.each<[string, string, string]>([
		['+1 202 555 012', 'no number of its country has this many digits', '+1202555012'],
		['+1 202 555 01234', 'no number of its country has this many digits', '+120255501234'],
		['+555-0123', 'no number of its country has this many digits', '+5550123'],
		['00 44 300', 'no number of its country has this many digits', '+44300'],
		['+376 71', 'no number of its country has this many digits', '+37671'],
		['+999 123 4567', 'its country code does not exist', '+9991234567'],
		['00 210 3456 56789', 'its country code does not exist', '+210345656789'],
		['+1 2025 5501 2345 6789', 'it has more than 15 digits', '12025550123456789'],
		['+999 1234 1234 1234 1', 'it has more than 15 digits', '9991234123412341'],
		['1201555012345678', 'it has more than 15 digits', '1201555012345678'],
		['1201 5550 1234 5678', 'it has more than 15 digits', '1201555012345678'],
		['+999 1234 1234 1234', 'its country code does not exist', '+999123412341234'],
		['+44 1234 5678 90123', 'no number of its country has this many digits', '+441234567890123'],
		['+70 1234567890', 'no number of its country has this many digits', '+701234567890'],
		['00442055501 5550123', 'it has more than 15 digits', '4420555015550123'],
		['+44 07700 9001234', 'no number of its country has this many digits', '+4477009001234'],
	])('%s: %s', (text, cause, digits) => {
		expect(unusable(text)).toEqual({ kind: 'unusable', reason: 'phone_impossible', cause, text: digits });
		expect(unusable(text, ['US'])).toEqual({ kind: 'unusable', reason: 'phone_impossible', cause, text: digits });
	});

	it('where it is dialled abroad by the prefix of its country', () => {
		expect(unusable('011 44 300', ['US'])).toMatchObject({ reason: 'phone_impossible', text: '+44300' });
	});
});

describe('a number is unreadable', () => {
	const LENGTH = "it does not have as many digits as the numbers of 'Country'";
	const SEVERAL = 'it contains more than one number';
	const LETTERS = 'it has letters that spell no number';
	const CHARACTERS = 'it has characters that belong to no phone number';

	it.each<[string, string[]]>([
		['07700 900123', ['US']],
		['447700900123', ['US']],
		['2025550155', ['NA']],
		['555-0123', ['US']],
		['5', ['US']],
		['202 555 0123', ['AD']],
		['202 555 01', ['US', 'CA']],
		['202555012345678', ['US']],
		['000 44 7700 900123', ['US']],
	])('where its length does not fit the country, which is only preferred: %s, %s', (text, countries) => {
		expect(unusable(text, countries)).toEqual({ kind: 'unusable', reason: 'phone_unreadable', cause: LENGTH, text });
	});

	it.each([
		'+12025550123 / +12025550124',
		'+12025550123/+12025550124',
		'+12025550123 +12025550124',
		'+12025550123, +12025550124',
		'+44 7700 900123/124',
		'+44 7700 900123 / 4',
		'+500 22222/4',
		'555-0123/0124',
		'202-555-0123 | 202-555-0124',
		'2025550123\\2025550124',
		'2025550123 2025550124',
		'2025550123\n2025550124',
		'202-555-0123 202-555-0124',
		'202 555 0123 202 555 0124',
		'+1 202 555 0123 202 555 0124',
		'(202)555-0123 (202)555-0124',
		'555-0123 555-0124',
		'5550123-5550124',
		'2025550123 0012345',
		'+12025550123, +12025550123, +12025550124',
		'2025550123-2025550124',
		'2025550123,2025550124',
		'2025550123, 2025550124',
		'2025550123;2025550124',
		'2025550123,,2025550124',
		'2025550123 or 2025550124',
		'2025550123 & 2025550124',
		'2025550123~29',
		'+12025550123 (+447700900123)',
		'Mobile: 2025550123 Work: 2025550124',
	])('where it contains two numbers: %s', (text) => {
		expect(unusable(text)).toMatchObject({ reason: 'phone_unreadable' });
		expect(unusable(text, ['US'])).toMatchObject({ reason: 'phone_unreadable' });
	});

	it('and the message says so', () => {
		expect(unusable('+12025550123, +12025550124')).toEqual({
			kind: 'unusable',
			reason: 'phone_unreadable',
			cause: SEVERAL,
			text: '+12025550123, +12025550124',
		});
	});

	it.each([
		['2O25550123', LETTERS],
		['202 555 OIOO', LETTERS],
		['A2025550123', LETTERS],
		['2025550123A', LETTERS],
		['202 555 01B3', LETTERS],
		['1-800-FLOWERS4U', LETTERS],
		['12. March', LETTERS],
		['call 2025550123 after 5', LETTERS],
		['202 555 0123 or 24', LETTERS],
		['ada123@example.com', LETTERS],
		['2025550123@example.com', CHARACTERS],
		['12025550123-1612345678@g.us', CHARACTERS],
		['*67 202 555 0123', CHARACTERS],
		['*2025550123 ext*', CHARACTERS],
		['+81 *2345', CHARACTERS],
		['202&#48;555', CHARACTERS],
		['202555²012', CHARACTERS],
	])('where it has what belongs to no number: %s', (text, cause) => {
		expect(unusable(text, ['US'])).toMatchObject({ reason: 'phone_unreadable', cause });
	});

	it.each([
		'0',
		'00',
		'000',
		'0000000',
		'0000000000',
		'1111111',
		'9999999999',
		'+1 111 111 1111',
		'+44 4444 444444',
		'999-999-9999',
		'00 0000 0000',
		'+1 222 222 2222',
	])('where it repeats one digit: %s', (text) => {
		for (const countries of [[], ['US']])
			expect(unusable(text, countries)).toMatchObject({ reason: 'phone_unreadable', cause: 'it repeats one digit' });
	});

	it('where it repeats one digit in its country', () => {
		expect(unusable('(222) 222-2222', ['US'])).toMatchObject({ cause: 'it repeats one digit' });
		expect(unusable('+354 555 5555')).toMatchObject({ cause: 'it repeats one digit' });
		expect(outcomeOf('+500 22222')).toBe('+50022222');
	});

	it('where it is a date', () => {
		for (const date of ['2024-01-15', '15/01/2024', '1/5/1999', '26.11.2026'])
			expect(unusable(date, ['DK'])).toMatchObject({ reason: 'phone_unreadable', cause: 'it is a date' });
	});

	it('where the text is longer than any number', () => {
		const text = `${'-'.repeat(200)}2025550123${'-'.repeat(200)}`;
		expect(unusable(text)).toEqual({
			kind: 'unusable',
			reason: 'phone_unreadable',
			cause: 'the text is too long',
			text: text.slice(0, 100),
		});
		expect(outcomeOf(`2025550123${' '.repeat(500)}`)).toBe('2025550123');
		expect(outcomeOf(`${'-'.repeat(240)}2025550123`)).toBe('2025550123');
		expect(outcomeOf(`${'-'.repeat(241)}2025550123`)).toBe('phone_unreadable');
	});
});

describe('a number that is written twice is one', () => {
	it.each([
		'+12025550123 / +12025550123',
		'+12025550123, +1 (202) 555-0123',
		'+1 202-555-0123 (+12025550123)',
		'+12025550123\n+12025550123',
		'<a href="tel:+12025550123">+1 202-555-0123</a>',
		'+12025550123 or 0012025550123',
	])('%s', (text) => {
		expect(outcomeOf(text)).toBe(US);
	});

	it('unless it is shorter than a number without its country', () => {
		expect(outcomeOf('5550123, 5550123', ['BS'])).toBe('+12425550123');
		expect(outcomeOf('22222 or 22222', ['FK'])).toBe('phone_unreadable');
	});

	it('unless there is one only, beside what belongs to no number', () => {
		for (const text of ['2025550123, @ada', '@ada, 2025550123, @ada']) expect(outcomeOf(text)).toBe('phone_unreadable');
	});

	it('in its two forms with the country', () => {
		expect(outcomeOf('+1 202-555-0123 (202-555-0123)', ['US'])).toBe(US);
		expect(outcomeOf('2025550123,2025550123', ['US'])).toBe(US);
		expect(outcomeOf('2025550123,2025550123')).toBe('2025550123');
	});
});

describe('around a number', () => {
	it.each([
		"'+12025550123",
		'"+12025550123"',
		'="+12025550123"',
		'=+12025550123',
		"='+12025550123'",
		'`+12025550123`',
		'\u2018+12025550123\u2019',
		'\u201C+12025550123\u201D',
		'\u00AB+12025550123\u00BB',
		'"""+12025550123"""',
	])('marks of spreadsheets are understood: %s', (text) => {
		expect(outcomeOf(text)).toBe(US);
	});

	it.each([
		'p:+12025550123',
		'p: +1 202 555 0123',
		'tel:+12025550123',
		'TEL:+1-202-555-0123',
		'tel://+12025550123',
		'callto:+12025550123',
		'sms:+12025550123',
		'whatsapp:+12025550123',
		'Phone:+12025550123',
		'Phone number: +1 202 555 0123',
		'Mobile: +1 202 555 0123',
		'Mobile = +1 202 555 0123',
		'Tel. +1 202 555 0123',
		'T +1 202 555 0123',
		'Tel.: tel:+12025550123',
		'Phone 1: +12025550123',
		'Tel2: +12025550123',
		'Téléphone : +1 202 555 0123',
		'Тел.: +1 202 555 0123',
		'电话：+1 202 555 0123',
		'هاتف: +1 202 555 0123',
		'Ada Lovelace, +1 202 555 0123',
		'US +1 202 555 0123',
		'# +1 202 555 0123',
		'* Phone +1 202 555 0123',
		'Ada+12025550123',
		'\u260E +1 202 555 0123',
		'\u{1F4DE}+12025550123',
		'\u{1F1FA}\u{1F1F8} +1 202 555 0123',
		'\uE000 +1 202 555 0123',
	])('labels are: %s', (text) => {
		expect(outcomeOf(text)).toBe(US);
	});

	it.each(['Tel2025550123', 'M2025550123', 'p2025550123', 'Tel. 2025550123', 'No. 2025550123', 'cell-2025550123'])(
		'labels without a plus behind them are: %s',
		(text) => {
			expect(outcomeOf(text)).toBe('2025550123');
		},
	);

	it.each([
		'+1 202 555 0123 (cell)',
		'+1 202 555 0123 mobile',
		'+12025550123mobile',
		'+1 202 555 0123 - work',
		'+1 202 555 0123, home',
		'+1 202 555 0123 [Handy]',
		'+1 202 555 0123 WhatsApp',
		'+1 202 555 0123 (ask for Ada)',
		'+1 202 555 0123 (дом)',
		'+1 202 555 0123.',
		'+1 202 555 0123 \u{1F4DE}',
		'+1 202 555 0123+',
		'+1 202 555 0123;',
		'**+1 202 555 0123**',
		'*+12025550123*',
		'*+12025550123 *',
		'+1 202 555 0123 #',
	])('words behind it are: %s', (text) => {
		expect(outcomeOf(text)).toBe(US);
	});

	it('words behind a national number are, where the country is given and where it is not', () => {
		expect(outcomeOf('(202) 555-0123 (cell)', ['US'])).toBe(US);
		expect(outcomeOf('(202) 555-0123 (cell)')).toBe('2025550123');
		expect(outcomeOf('030 1234567 mobil', ['DE'])).toBe('+49301234567');
		expect(outcomeOf('2025550123#')).toBe('2025550123');
		expect(outcomeOf('202 555 0123#', ['US'])).toBe(US);
	});

	it.each([
		['(+1) [202] {555} <0123>'],
		['\uFF08+1\uFF09202\u3010555\u30110123'],
		['+1\u00A0202\u2007555\u202F0123'],
		['+1\u3000202\u2003555\u28000123'],
		['+1\u2010202\u2011555\u20120123'],
		['+1\u2013202\u2014555\u22120123'],
		['+1\uFF0D202\u30FC555\uFE630123'],
		['+1\u00B7202\u2022555\u30FB0123'],
		['+1/202\uFF0F555\u20440123'],
		['+1_202_555_0123'],
		["+1 202'555'01'23"],
		['+1\t202\n555\r\n0123'],
		['+1\uFFFD202\uFFFD555\uFFFD0123'],
	])('brackets, blanks, dashes, dots and slashes of every kind separate digits: %j', (text) => {
		expect(outcomeOf(text)).toBe(US);
	});

	it.each([
		['\u202A+12025550123\u202C'],
		['\u2066+1 202 555 0123\u2069'],
		['\uFEFF+12025550123'],
		['+1\u200B202\u200C555\u200D0123'],
		['+1\u00AD202\u2060555\u180E0123'],
		['+1\uFE0F202\uFE0F5550123'],
		['\u200E\u200F+1 202\u061C 555 0123'],
		['+1\u0000202\u0007555\u007F0123'],
		['+1\u0085202\u0096555\u00860123'],
		['+\u034F12025550123\u{E0020}'],
	])('invisible, control and formatting characters are left out: %j', (text) => {
		expect(outcomeOf(text)).toBe(US);
	});

	it.each([
		'%2B12025550123',
		'%2b1%20202%20555%200123',
		'%2B1%20%28202%29%20555%2D0123',
		'tel:%2B1-202-555-0123',
		'%2B1%C2%A0202%C2%A05550123',
		'&#43;1 202 555 0123',
		'&#x2B;12025550123',
		'&plus;1&nbsp;202&nbsp;555&ndash;0123',
		'&#8234;+1&#160;202&#8209;555&#8209;0123&#8236;',
		'&quot;+12025550123&quot;',
		'&lrm;+12025550123',
	])('escapes of the web are read: %s', (text) => {
		expect(outcomeOf(text)).toBe(US);
	});

	it('escapes spell no digits', () => {
		expect(outcomeOf('+1202555012&#51;')).toBe('phone_unreadable');
		expect(outcomeOf('+1202555012%33')).not.toBe(US);
	});
});

describe('links and identifiers are read', () => {
	it.each([
		'https://wa.me/12025550123',
		'wa.me/12025550123',
		'http://www.wa.me/12025550123?text=Hi%205',
		'WhatsApp: https://wa.me/12025550123',
		'https://api.whatsapp.com/send?phone=12025550123&text=Hello%2C%201',
		'https://api.whatsapp.com/send/?text=5&phone=%2B12025550123',
		'whatsapp://send?phone=12025550123',
		'12025550123@c.us',
		'12025550123@s.whatsapp.net',
		'12025550123:4@s.whatsapp.net',
	])('of WhatsApp, which always have the country code: %s', (text) => {
		expect(outcomeOf(text)).toBe(US);
		expect(outcomeOf(text.replace('12025550123', '447700900123'), ['US'])).toBe(GB);
	});

	it.each([
		'sip:+12025550123@example.com',
		'sips:+12025550123@example.com;user=phone',
		'https://t.me/+12025550123',
		'tel:+1-202-555-0123;isub=12345',
		'tel:555-0123;phone-context=+1-202',
		'tel:202-555-0123;phone-context=+1;ext=4',
		'tel:+12025550123;ext=4;phone-context=example.com',
	])('of phones: %s', (text) => {
		expect(outcomeOf(text)).toBe(US);
	});

	it('of a phone without its country', () => {
		expect(outcomeOf('tel:202-555-0123;phone-context=example.com')).toBe('2025550123');
		expect(outcomeOf('tel:202-555-0123;phone-context=example.com', ['US'])).toBe(US);
		expect(outcomeOf(';isub=12025550123')).toBe('phone_missing');
	});
});

describe('digits', () => {
	it.each([
		['Arabic', '٢٠٢٥٥٥٠١٢٣'],
		['Persian', '۲۰۲۵۵۵۰۱۲۳'],
		['Devanagari', '२०२५५५०१२३'],
		['Bengali', '২০২৫৫৫০১২৩'],
		['Thai', '๒๐๒๕๕๕๐๑๒๓'],
		['Mongolian', '᠒᠐᠒᠕᠕᠕᠐᠑᠒᠓'],
		['Myanmar', '၂၀၂၅၅၅၀၁၂၃'],
		['full-width', '２０２５５５０１２３'],
		['mathematical bold', '𝟐𝟎𝟐𝟓𝟓𝟓𝟎𝟏𝟐𝟑'],
		['mathematical monospace', '𝟸𝟶𝟸𝟻𝟻𝟻𝟶𝟷𝟸𝟹'],
		['keycap', [...'2025550123'].map((digit) => `${digit}\uFE0F\u20E3`).join('')],
		['mixed', '20२5550１2٣'],
	])('of every script are read: %s', (_script, text) => {
		expect(outcomeOf(text, ['US'])).toBe(US);
		expect(outcomeOf(`+1 ${text}`)).toBe(US);
	});

	it.each<[string, string]>([
		['1-800-FLOWERS', '18003569377'],
		['1 800 flowers', '18003569377'],
		['1 (800) GOT-JUNK', '18004685865'],
		['800-FLOWERS', '8003569377'],
		['1-888-555-CALL', '18885552255'],
		['1800FLOWERS', '18003569377'],
		['1-800-4MY-TAXI', '18004698294'],
	])('are letters of a vanity number: %s', (text, digits) => {
		expect(outcomeOf(text)).toBe(digits);
		expect(outcomeOf(text, ['US'])).toBe(`+1${digits.slice(-10)}`);
		expect(outcomeOf(`+1 ${text.replace(/^1[ -]?/, '')}`)).toBe(`+1${digits.slice(-10)}`);
	});

	it('are none of a number that is not toll-free, without a country', () => {
		expect(outcomeOf('1-800-FLOWERSHOP')).toBe('phone_unreadable');
		expect(outcomeOf('44 800 FLOWERS')).toBe('phone_unreadable');
		expect(outcomeOf('+49 30 1234567 abc')).toBe('phone_unreadable');
	});

	it('are letters in other countries', () => {
		expect(outcomeOf('0800 DDA 005', ['NZ'])).toBe('+64800332005');
		expect(outcomeOf('0800 FLOWERS', ['DE'])).toBe('+498003569377');
	});

	it.each<[string, string[]]>([
		['202555 cell', ['US']],
		['8000 or cell', ['US']],
		['000 or ext', ['JP']],
		['800 555 xcell', ['US']],
		['000 xcell', ['IT']],
		['800n/a or', ['GB']],
		['1800555 home', ['US']],
		['1-800-555-OIL', ['US']],
		['555-FILM', []],
		['1-800-FLOWERSHOP', ['US']],
		['030 1234567 abc', ['DE']],
		['+1 202 555 AB', []],
		['8-PIZZA', ['NZ']],
	])('are no letters that spell no number, or a label: %s', (text, countries) => {
		expect(unusable(text, countries)).toMatchObject({ reason: 'phone_unreadable' });
	});
});

describe('a name behind a local number', () => {
	it.each(['5550123 Ada', '8001234 Ada', '223-4567 Anna', '8001234 (Anna)'])('does not complete it: %s', (text) => {
		expect(['country_missing', 'phone_unreadable']).toContain(outcomeOf(text));
		expect(outcomeOf(text, ['US'])).toBe('phone_unreadable');
	});
});

describe('an extension is left out', () => {
	it.each([
		'202 555 0123 ext 4',
		'202 555 0123 ext. 4',
		'202 555 0123, ext: 4',
		'202 555 0123 Ext4',
		'202 555 0123ext4',
		'202 555 0123 extn 4',
		'202 555 0123 xtn. 4',
		'202 555 0123 extension 123456789',
		'202 555 0123 extensi\u00F3n 4',
		'202 555 0123 ext no. 4',
		'202 555 0123 (ext. 4)',
		'202 555 0123 [x4]',
		'202 555 0123x4',
		'202 555 0123 X 4',
		'202 555 0123 #4',
		'202 555 0123#1234567 ',
		'202 555 0123; ext 4',
		'202 555 0123;ext=4',
		'202-555-0123,,4',
		'202-555-0123,,,4#',
		'202-555-0123,4',
		'202-555-0123, 4',
		'202-555-0123;4',
		'202 555 0123 p4',
		'202 555 0123w4',
		'202 555 0123 press 4',
		'202 555 0123 (press 4)',
		'202 555 0123 option 4',
		'202 555 0123 ext.',
		'202 555 0123 ext',
		'202 555 0123 x',
		'202 555 0123 (ext. )',
		'202 555 0123 x4/x5',
		'202 555 0123 work ext 4 (Ada)',
		'202 555 0123-503#',
		'202 555 0123-503 #',
		'202 555 0123 - 503#.',
		'202 555 0123 503#',
		'202 555 0123 int. 4',
		'202 555 0123 доб. 4',
		'202 555 0123 Durchwahl 4',
		'202 555 0123 DW 4',
		'202 555 0123 poste 4',
		'202 555 0123 anexo 4',
		'202 555 0123 ramal 4',
		'202 555 0123 interno 4',
		'202 555 0123 toestel 4',
		'202 555 0123 wewn. 4',
		'202 555 0123 ankn. 4',
		'202 555 0123 mell. 4',
		'202 555 0123 dahili 4',
		'202 555 0123 εσωτ. 4',
		'202 555 0123 שלוחה 4',
		'202 555 0123 转4',
		'202 555 0123 分機4',
		'202 555 0123 内線4',
		'202 555 0123 내선 4',
		'202 555 0123 ｅｘｔ ４',
	])('%s', (text) => {
		expect(outcomeOf(text, ['US'])).toBe(US);
	});

	it('behind a number with its country code', () => {
		expect(outcomeOf('+44 7700 900123 ext 4')).toBe(GB);
		expect(outcomeOf('+44 7700 900123 x4', ['US'])).toBe(GB);
		expect(outcomeOf('07700 900123 x4', ['GB'])).toBe(GB);
	});

	it.each([
		'202 555 0123 ext 1234567890',
		'202 555 0123 ext 4 or 5',
		'202 555 0123 #1234567890',
		'202 555 0123,1234567',
		'202 555 0123 extra 4',
		'202 555 0123-503 home #',
		'202 555 0123-503# home',
		'+49 30 123 4567 89#',
	])('but not where it may be something else: %s', (text) => {
		expect(outcomeOf(text, ['US'])).toBe('phone_unreadable');
	});
});

describe('a comma or slash', () => {
	it.each<[string, string[], string]>([
		['030/1234567', ['DE'], '+49301234567'],
		['0211 / 123456', [], '0211123456'],
		['+49 33203/12345', [], '+493320312345'],
		['0043/664/1234567', [], '+436641234567'],
		['202/555/0123', ['US'], US],
		['202,555,0123', ['US'], US],
		['202,555_0123', ['US'], US],
		['(202),555,0123', ['US'], US],
		['+1,202,555,0123', [], US],
		['+1, (202),555,0123', [], US],
		['+353,209,150,123', [], '+353209150123'],
		['+353, 209,150,123', [], '+353209150123'],
		['12,025,550,123', [], '12025550123'],
		['2,025,550,123.00', ['US'], US],
	])('joins digits that belong together: %s', (text, countries, number) => {
		expect(outcomeOf(text, countries)).toBe(number);
	});

	it.each<[string, string[]]>([
		['5, 202 555 0123', ['US']],
		['5,202 555 012', ['US']],
		['10,20,30,40', ['DK']],
		['202, 555, 0123', ['US']],
		['5,202,555,0123', ['US']],
		['202,555,0123,5', ['US']],
	])('does not join others: %s', (text, countries) => {
		expect(outcomeOf(text, countries)).toBe('phone_unreadable');
	});
});

describe('what spreadsheets make of a number is undone', () => {
	it.each<[unknown, string]>([
		[12025550123, '12025550123'],
		[12025550123n, '12025550123'],
		['=12025550123.0', '12025550123'],
		['= =12025550123.0', '12025550123'],
		['12025550123.0', '12025550123'],
		['12025550123.00', '12025550123'],
		['12025550123.000000', '12025550123'],
		['12025550123,0', '12025550123'],
		['12025550123,00', '12025550123'],
		['="12025550123.0"', '12025550123'],
		['1.2025550123E+10', '12025550123'],
		['1,2025550123E+10', '12025550123'],
		['1.2025550123e10', '12025550123'],
		['1.20255501230E+10', '12025550123'],
		['12.025550123E9', '12025550123'],
		['2025550123E+0', '2025550123'],
		[-2025550123, '2025550123'],
	])('%p', (input, digits) => {
		expect(outcomeOf(input)).toBe(digits);
		expect(outcomeOf(input, ['US'])).toBe(US);
	});

	it('with a plus', () => {
		expect(outcomeOf('+12025550123.0')).toBe(US);
		expect(outcomeOf('+1.2025550123E+10')).toBe(US);
		expect(outcomeOf('712345.0', ['AD'])).toBe('+376712345');
	});

	it.each(['1.20256E+10', '1,20256E+10', '1E+10', '1.202555012E+10', '4.47701E+11', 1e21, '+1.20256E+10'])(
		'but not where its digits are lost: %s',
		(input) => {
			for (const countries of [[], ['US']])
				expect(unusable(input, countries)).toMatchObject({
					reason: 'phone_unreadable',
					cause: 'a spreadsheet rounded it; format the column as text',
				});
		},
	);

	it.each(['12025550123.5', '12025550123.25', '1.20255501235E+10', 12025550123.5])('nor where it is no whole number: %s', (input) => {
		expect(unusable(input)).toMatchObject({ reason: 'phone_unreadable', cause: 'it is a decimal number' });
	});

	it.each([
		['2025550.123', '2025550123'],
		['202.555.0123', '2025550123'],
		['2025550000', '2025550000'],
	])('%s has only dots between its digits', (text, digits) => {
		expect(outcomeOf(text)).toBe(digits);
	});
});
