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

/** Payment cards in use have 14 to 19 digits and begin with 2 to 6 (ISO/IEC 7812-1), which ten digits and a country code never do. */
const ANY_NETWORK = /^[2-6]\d{13,18}$/;

/** Digits as people group them. */
const GROUPED_DIGITS = /\d+(?:[\s.-]{1,3}\d+)*/g;

/** How the networks group a number on a card, in digits. */
const GROUPINGS = ['4,4,4,4', '4,4,4,4,3', '4,6,5', '4,6,4'].map((grouping) => grouping.split(',').map(Number));

const DASHES = /[\u2010-\u2015\u2212]/g;

/** Whether the last digit is the check digit of the others, as on every payment card (ISO/IEC 7812-1, Luhn). */
function hasCheckDigit(digits: string): boolean {
	const sum = [...digits].reverse().reduce((total, digit, place) => {
		const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
		return total + (value > 9 ? value - 9 : value);
	}, 0);
	return sum % 10 === 0;
}

/** Whether digits are the number of a card; one in ten others that are as long and begin so has the check digit by chance. */
export const isCardNumber = (digits: string): boolean => NETWORKS.some((network) => network.test(digits)) && hasCheckDigit(digits);

/** What in a row of groups may be a card's number: one of them, or several grouped as on a card. */
function candidatesIn(groups: readonly string[]): string[] {
	const grouped = groups.flatMap((_, start) => {
		const fitting = GROUPINGS.filter((lengths) => lengths.every((length, place) => groups[start + place]?.length === length));
		return fitting.map(({ length }) => groups.slice(start, start + length).join(''));
	});
	return [...groups, ...grouped];
}

/**
 * Whether a whole card number stands in a text, with other digits beside it or not.
 *
 * @param ofAnyNetwork whether a number counts that is of no network known here, as it may in a text that has no reason to hold
 * so many digits
 */
export function holdsCardNumber(text: string, ofAnyNetwork: boolean): boolean {
	const rows = text.normalize('NFKC').replace(DASHES, '-').match(GROUPED_DIGITS) ?? [];
	return rows.some((row) => {
		const groups = row.split(/\D+/);
		// However it is grouped; but two coordinates, with a blank and a sign between them, are no one number.
		const whole = /\D\D/.test(row) ? '' : groups.join('');
		const isOfSomeNetwork = ofAnyNetwork && ANY_NETWORK.test(whole) && hasCheckDigit(whole);
		return isOfSomeNetwork || [whole, ...candidatesIn(groups)].some(isCardNumber);
	});
}
