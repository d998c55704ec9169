/** Numbers of the card networks by first digits and length (ISO/IEC 7812-1, the networks' published ranges). */
const NETWORKS: readonly RegExp[] = [
	/^3[47]\d{13}$/, // American Express
	/^(?:30[0-5]\d|3095|3[689]\d\d)\d{10}$/, // Diners Club
	/^(?:6011|64[4-9]\d|65\d\d)\d{12}$/, // Discover
	/^35(?:2[89]|[3-8]\d)\d{12}$/, // JCB
	/^(?:50(?:18|20|38)|5[678]\d\d|6304|6759|676[123])\d{12}(?:\d{3})?$/, // Maestro
	/^(?:5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}$/, // Mastercard
	/^220[0-4]\d{12}$/, // Mir
	/^62\d{14}(?:\d{3})?$/, // UnionPay
	/^4\d{15}(?:\d{3})?$/, // Visa
];

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
export const isCardNumber = (digits: string): boolean => NETWORKS.some((network) => network.test(digits)) && hasCheckDigit(digits);

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
