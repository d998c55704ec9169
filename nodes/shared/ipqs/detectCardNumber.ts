/** Numbers of the card networks by their first digits and their lengths (ISO/IEC 7812-1, the networks' published ranges). */
const NETWORKS: ReadonlyArray<readonly [first: string, last: string, ...lengths: number[]]> = [
	// American Express
	['34', '34', 15],
	['37', '37', 15],
	// Diners Club
	['300', '305', 14],
	['3095', '3095', 14],
	['36', '36', 14],
	['38', '39', 14],
	// Discover
	['6011', '6011', 16],
	['644', '659', 16],
	// JCB
	['3528', '3589', 16],
	// Maestro
	['5018', '5018', 16, 19],
	['5020', '5020', 16, 19],
	['5038', '5038', 16, 19],
	['56', '58', 16, 19],
	['6304', '6304', 16, 19],
	['6759', '6759', 16, 19],
	['6761', '6763', 16, 19],
	// Mastercard
	['2221', '2720', 16],
	['51', '55', 16],
	// Mir
	['2200', '2204', 16],
	// UnionPay
	['62', '62', 16, 19],
	// Visa
	['4', '4', 16, 19],
];

const isOfNetwork = (digits: string): boolean =>
	NETWORKS.some(([first, last, ...lengths]) => {
		const start = digits.slice(0, first.length);
		return first <= start && start <= last && lengths.includes(digits.length);
	});

/** Payment cards in use have 14 to 19 digits and start with 2 to 6 (ISO/IEC 7812-1). A ten-digit phone number is shorter, even with its country code. */
const ANY_NETWORK = /^[2-6]\d{13,18}$/;

/** Digits in groups, separated by spaces, dots or dashes. */
const GROUPED_DIGITS = /\d+(?:[\s.-]{1,3}\d+)*/g;

/** Lengths of the groups in which the networks print a number on a card. */
const GROUPINGS = ['4,4,4,4', '4,4,4,4,3', '4,6,5', '4,6,4'].map((grouping) => grouping.split(',').map(Number));

const DASHES = /[\u2010-\u2015\u2212]/g;

/** Whether the last digit is the Luhn check digit of the others, as on every payment card (ISO/IEC 7812-1). */
function hasCheckDigit(digits: string): boolean {
	const sum = [...digits].reverse().reduce((total, digit, index) => {
		const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
		return total + (value > 9 ? value - 9 : value);
	}, 0);
	return sum % 10 === 0;
}

/** Whether digits are a card number. One in ten other numbers with the length and prefix of a network passes by chance. */
export const isCardNumber = (digits: string): boolean => isOfNetwork(digits) && hasCheckDigit(digits);

/** Parts of a row of groups that may be a card number: each group, and consecutive groups that are grouped as on a card. */
function findCandidates(groups: readonly string[]): string[] {
	const grouped = groups.flatMap((_, start) => {
		const matching = GROUPINGS.filter((lengths) => lengths.every((length, offset) => groups[start + offset]?.length === length));
		return matching.map(({ length }) => groups.slice(start, start + length).join(''));
	});
	return [...groups, ...grouped];
}

/**
 * Whether a text contains a whole card number, with or without other digits next to it.
 *
 * @param anyNetwork whether to count numbers of networks not listed here, for texts that have no reason to contain so many digits
 */
export function containsCardNumber(text: string, anyNetwork: boolean): boolean {
	const rows = text.normalize('NFKC').replace(DASHES, '-').match(GROUPED_DIGITS) ?? [];
	return rows.some((row) => {
		const groups = row.split(/\D+/);
		// Grouped in any way, but with single separators: two coordinates ("40.7 -74.1") are not one number.
		const whole = /\D\D/.test(row) ? '' : groups.join('');
		const isAnyCard = anyNetwork && ANY_NETWORK.test(whole) && hasCheckDigit(whole);
		return isAnyCard || [whole, ...findCandidates(groups)].some(isCardNumber);
	});
}
