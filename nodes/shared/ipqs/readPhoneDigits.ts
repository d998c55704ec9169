import { resolveNumber, type WrittenNumber } from './resolveNumber';
import { MAX_DIGITS } from './phonePlan';
import { SEVERAL_NUMBERS, type NumberReading } from './numberReading';

/** What helps to read the digits of a text. */
export interface PhoneContext {
	/** ISO 3166-1 alpha-2 codes that the number may be from, where it does not say. */
	readonly countries: readonly string[];
	/** Whether it comes from a link that always has the country code, as WhatsApp's do. */
	readonly fromLink: boolean;
}

/** Fewer digits are no number without their area code or country code. */
export const MIN_NUMBER_DIGITS = 7;
/** A country code has up to three more. */
const MIN_INTERNATIONAL_DIGITS = 10;
/** Area codes have fewer digits; a slash behind more digits is followed by another number or ending. */
const MIN_BEFORE_SLASH = 6;

const FROM_ZERO_IN_BRACKETS = /\( ?0 ?\).*/;

export const digitsIn = (text: string): string => text.replace(/\D/g, '');

/** Whether digits are enough for a number by themselves. */
export const isComplete = (number: NumberReading, digits: string): boolean =>
	number.kind === 'number' || (number.reason === 'country_missing' && digits.length >= MIN_NUMBER_DIGITS);

/** Whether a part of the text that blanks or slashes set off can be a number. The first part may begin with prefixes. */
function isNumberSized(part: string, index: number): boolean {
	const digits = digitsIn(part);
	if (index > 0) return digits.length >= MIN_NUMBER_DIGITS;
	const isInternational = part.includes('+') || digits.startsWith('00');
	return digits.replace(/^0+/, '').length >= (isInternational ? MIN_INTERNATIONAL_DIGITS : MIN_NUMBER_DIGITS);
}

const groupsIn = (body: string): string[] => body.match(/\d+/g) ?? [];

/** Whether parts of the text, or groups of its digits, are numbers by themselves. */
const holdsTwo = (body: string): boolean =>
	[body.split(/(?<=\d\)?)[ /]/), groupsIn(body)].some((parts) => parts.filter(isNumberSized).length > 1);

/** Whether too many digits for one number are two in a row, such as 202 555 0123 202 555 0124. */
function isDivisible(body: string, written: WrittenNumber, countries: readonly string[]): boolean {
	let before = 0;
	return groupsIn(body).some((group) => {
		before += group.length;
		const [first, second] = [written.digits.slice(0, before), written.digits.slice(before)];
		return [
			{ ...written, digits: first },
			{ ...written, digits: second, plus: false },
		].every((part) => resolveNumber(part, countries).kind === 'number');
	});
}

/**
 * Reads the number in digits and the signs between them.
 *
 * @param body at most one run of `+` in front, then digits, blanks, brackets, dots, dashes and slashes
 */
export function readPhoneDigits(body: string, { countries, fromLink }: PhoneContext): NumberReading {
	const digits = digitsIn(body);
	const zeroAt = digitsIn(body.replace(FROM_ZERO_IN_BRACKETS, '')).length;
	const written = { digits, plus: body.includes('+'), zeroAt, fromLink };
	// Stryker disable next-line ConditionalExpression,EqualityOperator,ArithmeticOperator: only saves time
	if (digits.length >= 2 * MIN_NUMBER_DIGITS && holdsTwo(body)) return SEVERAL_NUMBERS;
	const whole = resolveNumber(written, countries);
	if (digits.length > MAX_DIGITS && whole.kind !== 'number' && isDivisible(body, written, countries)) return SEVERAL_NUMBERS;
	for (const { index } of body.matchAll(/\//g)) {
		const before = digitsIn(body.slice(0, index));
		const first = resolveNumber({ ...written, digits: before }, countries);
		const isArea = first.kind === 'number' && first.national.length < MIN_BEFORE_SLASH && whole.kind === 'number';
		if (isComplete(first, before) && !isArea) return SEVERAL_NUMBERS;
	}
	return whole;
}
