import { containsCardNumber, isCardNumber } from '../../../../nodes/shared/ipqs/detectCardNumber';

/** Numbers that card networks publish for tests, and others of their ranges, as they stand on a card. */
const CARDS: Array<[network: string, written: string]> = [
	['Visa', '4111 1111 1111 1111'],
	['Visa of 19 digits', '4000 0000 0000 0000 006'],
	['Mastercard', '5555 5555 5555 4444'],
	['Mastercard of the 2-series', '2223 0031 2200 3222'],
	['American Express', '3782 822463 10005'],
	['American Express of the other range', '3400 000000 00009'],
	['Diners Club', '3056 930902 5904'],
	['Diners Club of another range', '3852 000002 3237'],
	['Discover', '6011 1111 1111 1117'],
	['JCB', '3530 1113 3330 0000'],
	['Maestro', '6759 6498 2643 8453'],
	['Mir', '2200 0000 0000 0004'],
	['UnionPay of 19 digits', '6205 5000 0000 0000 004'],
];

const digitsOf = (written: string): string => written.replace(/\D/g, '');

describe.each(CARDS)('a number of %s', (_network, written) => {
	const digits = digitsOf(written);

	it('is one, and with another check digit none', () => {
		expect(isCardNumber(digits)).toBe(true);
		expect(isCardNumber(`${digits.slice(0, -1)}${(Number(digits.at(-1)) + 1) % 10}`)).toBe(false);
		expect(isCardNumber(digits.slice(0, -1))).toBe(false);
	});

	it.each<[string, string]>([
		['alone', digits],
		['grouped', written],
		['grouped otherwise', `${digits.slice(0, 6)} ${digits.slice(6)}`],
		['with hyphens', written.replaceAll(' ', '-')],
		['with hyphens between blanks', written.replaceAll(' ', ' - ')],
		['with dots', written.replaceAll(' ', '.')],
		['with dashes', written.replaceAll(' ', '\u2013')],
		['in full width', [...digits].map((digit) => String.fromCodePoint(Number(digit) + 0xff10)).join('')],
		['behind a word', `card ${written}`],
		['behind other digits', `order 12 ${digits} of 2026`],
		['grouped behind other digits', `12-34 ${written} 12 28`],
		['with its expiry', `${written} 12/28`],
		['in JSON', JSON.stringify({ note: { card: digits } })],
		['without a blank before it', `card:${digits}x`],
		['in another line', `a note\n${written}\n2026`],
	])('is found %s', (_how, text) => {
		expect(containsCardNumber(text, false)).toBe(true);
		expect(containsCardNumber(text, true)).toBe(true);
	});
});

describe('no card number is found in what has its length or check digit by chance:', () => {
	it.each<[string, string]>([
		['nothing', ''],
		['words', 'a gift for Ada'],
		['a phone number', '+1 (201) 555-0123'],
		['two phone numbers', '+1 201 555 0123 / +44 7700 900123'],
		['two phone numbers with a blank between them', '2015550123 2015550145'],
		['a date and a time', '2026-11-21 09:30:00'],
		['a time in one', '20261121093003'],
		['a time in ms', '1795253400000'],
		['a time in µs', '1795253400000000'],
		['an order ID of Amazon', '114-3941689-8772237'],
		['a Discord ID', '418765432109876544'],
		['an ID of an advertisement', '23843210987654322'],
		['an IMEI', '356938035643809'],
		['coordinates', '40.712776 -74.005970'],
		['a UUID', '4f1c0de0-4222-4888-8111-884c7d659a2f'],
		['more digits than any card', '41111111111111111111'],
		['a number without its check digit', '4111 1111 1111 1112'],
		['a masked number', '4111 11** **** 1111'],
		['the first six and last four', '411111 1111'],
	])('%s', (_what, text) => {
		expect(containsCardNumber(text, false)).toBe(false);
	});
});

describe('card number', () => {
	it('a number of no known network is one only where any network counts', () => {
		expect(containsCardNumber('6666666666666664', false)).toBe(false);
		expect(containsCardNumber('6666666666666664', true)).toBe(true);
		expect(containsCardNumber('6666-6666-6666-6664', true)).toBe(true);
		expect(containsCardNumber('6666666666666665', true)).toBe(false);
	});

	it.each(['1 '.repeat(50_000), '4111-'.repeat(20_000), '4'.repeat(100_000), ' - '.repeat(30_000)])(
		'a long text contains no card number',
		(text) => {
			expect(containsCardNumber(text, true)).toBe(false);
		},
	);
});
