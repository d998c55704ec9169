import { mayHaveCountryCode, resolveNumber } from './resolveNumber';
import { readPhoneText } from './readPhoneText';
import { LONG_TEXT, NO_DIGITS, type NumberReading, type UnusableReason } from './numberReading';

/** Up to so many digits, a number may be one of North America without its country code. */
export const MAX_NATIONAL_DIGITS = 10;

/** One possible number. */
export interface PhoneNumber {
	readonly kind: 'number';
	/** Digits only: with the country code if `international`, otherwise as written. */
	readonly digits: string;
	readonly international: boolean;
}

/** Text that is not looked up. */
export interface UnusablePhone {
	readonly kind: 'unusable';
	readonly reason: UnusableReason;
	/** What is wrong, as "it has …"; never the number itself. */
	readonly cause: string;
	/** What to send if IPQS is to be asked anyway; empty if there are no digits. */
	readonly text: string;
}

/** A value that no lead can bring: the parameter is filled in wrongly. */
export interface PhoneMistake {
	readonly kind: 'mistake';
	/** What to do, to follow the name of the parameter. */
	readonly problem: string;
}

export type PhoneReading = PhoneNumber | UnusablePhone | PhoneMistake;

/** Longer texts are no numbers. libphonenumber has the same limit. */
const MAX_TEXT = 250;
const MAX_SENT_TEXT = 100;

const NOT_TEXT: PhoneMistake = { kind: 'mistake', problem: 'must be text with one phone number; map the field that contains it' };
const EXPRESSION: PhoneMistake = { kind: 'mistake', problem: 'contains an expression as fixed text; switch the field to Expression' };

/** What n8n evaluates in expressions: `{{ … }}`, `$json.phone`, `$('Webhook').item`. */
const TYPED_EXPRESSION = /\{\{|(?:^|[^\w$])\$(?:\(|(?:json|node|input|items?|vars|parameter|binary|prevNode|fromAI|execution|workflow)\b)/;
const ANY_DIGIT = /\p{Nd}/u;
/** Most leads. Read as text, they are the same, but take longer. */
// Stryker disable next-line Regex: the other way of reading gives the same number
const BARE_NUMBER = /^\+?\d{7,15}$/;

function readNumber(text: string, countries: readonly string[]): NumberReading {
	// Stryker disable next-line ConditionalExpression,BlockStatement: the other way of reading gives the same number
	if (BARE_NUMBER.test(text)) {
		const plus = text.startsWith('+');
		return resolveNumber({ digits: plus ? text.slice(1) : text, plus, zeroAt: text.length, fromLink: false }, countries);
	}
	if (text.length <= MAX_TEXT) return readPhoneText(text, countries);
	return ANY_DIGIT.test(text) ? LONG_TEXT : NO_DIGITS;
}

/**
 * Reads a phone number as people, forms, spreadsheets and messengers write it. Costs linear time.
 *
 * @param countries ISO 3166-1 alpha-2 codes of countries that a number without a country code may be from
 */
export function readPhone(input: unknown, countries: readonly string[] = []): PhoneReading {
	const value = input ?? '';
	if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint') return NOT_TEXT;
	const text = String(value).trim();
	if (text === '[object Object]') return NOT_TEXT;
	// Stryker disable next-line ConditionalExpression,StringLiteral: only saves time
	if ((text.includes('$') || text.includes('{{')) && TYPED_EXPRESSION.test(text)) return EXPRESSION;

	const reading = readNumber(text, countries);
	if (reading.kind === 'number') return { kind: 'number', digits: reading.digits, international: reading.international };
	const { kind, reason, cause, digits } = reading;
	return { kind, reason, cause, text: reason === 'phone_missing' ? '' : (digits ?? text.slice(0, MAX_SENT_TEXT)) };
}

/** Whether IPQS has to guess the country, as nothing says that the digits begin with a country code. */
export const lacksCountryCode = ({ digits, international }: PhoneNumber): boolean =>
	!international && (digits.length <= MAX_NATIONAL_DIGITS || !mayHaveCountryCode(digits));
