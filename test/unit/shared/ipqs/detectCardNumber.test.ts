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
		['grouped behind digits and a dash', `12\u2013${written}`],
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
		['groups of other sizes, some of them far apart', '411 1111 1111  11111'],
	])('%s', (_what, text) => {
		expect(containsCardNumber(text, false)).toBe(false);
	});
});

describe('the numbers of a network', () => {
	/** A number of this length with a check digit. */
	function cardWith(start: string, length: number): string {
		const digits = start.padEnd(length - 1, '0');
		const sum = [...digits].reverse().reduce((total, digit, index) => {
			const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
			return total + Math.floor(value / 10) + (value % 10);
		}, 0);
		return `${digits}${(10 - (sum % 10)) % 10}`;
	}

	it.each<[network: string, lengths: number[], starts: string[], others: string[]]>([
		['American Express', [15], ['34', '37'], ['33', '35', '38', '40']],
		['Diners Club', [14], ['300', '305', '3095', '36', '38', '39'], ['299', '306', '3094', '3096', '35', '37', '40']],
		['Discover', [16], ['6011', '644', '649', '650', '659'], ['6010', '6012', '643', '660']],
		['JCB', [16], ['3528', '3529', '3530', '3589'], ['3527', '3590', '34']],
		[
			'Maestro',
			[16, 19],
			['5018', '5020', '5038', '560', '57', '589', '6304', '6759', '6761', '6763'],
			['5017', '5019', '5021', '5037', '5039', '59', '6303', '6305', '6758', '6760', '6764'],
		],
		['Mastercard', [16], ['2221', '2229', '223', '23', '26', '270', '271', '2720', '51', '55'], ['2205', '2220', '2721', '50', '280']],
		['Mir', [16], ['2200', '2204'], ['2199', '2205']],
		['UnionPay', [16, 19], ['620', '629'], ['61', '63']],
		['Visa', [16, 19], ['40', '49'], ['39', '50']],
	])('%s are told by their first digits and length', (_network, lengths, starts, others) => {
		for (const length of lengths) {
			for (const start of starts) expect([start, length, isCardNumber(cardWith(start, length))]).toEqual([start, length, true]);
			for (const start of others) expect([start, length, isCardNumber(cardWith(start, length))]).toEqual([start, length, false]);
		}
		const [start = ''] = starts;
		for (const length of [12, 13, 17, 18, 20].filter((one) => !lengths.includes(one))) {
			expect([length, isCardNumber(cardWith(start, length))]).toEqual([length, false]);
		}
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
