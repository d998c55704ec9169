/** A number as it was typed, made ready for IPQS. */
export interface PossibleNumber {
	readonly possible: true;
	/** Digits alone, without `+` or `00`. */
	readonly digits: string;
	/** Whether it was written with its country code, after `+` or `00`. */
	readonly international: boolean;
}

export interface ImpossibleNumber {
	readonly possible: false;
	/** What is wrong with it; never the number itself. */
	readonly cause: string;
	/** The cleaned text, for those who want to ask IPQS anyway. */
	readonly text: string;
}

export type PhoneNumber = PossibleNumber | ImpossibleNumber;

const MIN_DIGITS = 7;
/** ITU-T E.164 allows 15 digits, country code included. */
const MAX_DIGITS = 15;
/** IPQS asks for a country with fewer digits than this (documentation, short numbers). */
const MIN_DIGITS_WITHOUT_COUNTRY = 10;
/** No number is written with more characters, extension and all. */
const MAX_WRITTEN = 100;

/** Up to so many digits, a number may be one of North America without its country code. */
export const MAX_NATIONAL_DIGITS = 10;

const EXTENSION = /(?:;ext=|[\s,;.]*(?:ext(?:ension|n)?\.?|x|#)[\s.:]*)\d{1,7}\s*$/i;
const TEL_PARAMETERS = /;(?:phone-context|isub)=.*/i;
/** A whole number that went through a spreadsheet: 12015550123.0 */
const SPREADSHEET_NUMBER = /^(\+?\d+)\.0+$/;
/** The national zero that is not dialled after a country code: +44 (0)20 …, (+44) (0)20 …; Italy (39) dials it. */
const NATIONAL_ZERO = /^\(?((?:\+|00)\s*(?!39\b)\d{1,3})[\s)./-]*\(0\)/;
/** A number that arithmetic was done with. */
const DECIMAL = /^\+?\d{7,}\.\d{1,2}$/;
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;
const PUNCTUATION = /[\s().,/_\-\u2010-\u2015\u2212\u00B7]/g;

const impossible = (cause: string, text: string): ImpossibleNumber => ({ possible: false, cause, text });

/**
 * Cleans a number as people and spreadsheets write it: numbers, spaces, punctuation, `tel:`, `+`, `00`, an extension
 * (`ext 4`, `x4`) and a trailing `.0` are understood. Impossible is what then still has letters, or under 7 or over 15
 * digits.
 */
export function cleanPhone(input: unknown): PhoneNumber {
	const text = typeof input === 'string' || typeof input === 'number' || typeof input === 'bigint' ? String(input).trim() : '';
	if (text.length > MAX_WRITTEN) return impossible('it is too long', text.slice(0, MAX_WRITTEN));
	const plain = text.normalize('NFKC').replace(INVISIBLE, '').trim().replace(/^tel:\s*/i, '').replace(SPREADSHEET_NUMBER, '$1');
	const number = plain.replace(TEL_PARAMETERS, '').replace(EXTENSION, '').replace(NATIONAL_ZERO, '$1').replace(PUNCTUATION, '');
	if (number === '') return impossible('it is empty', '');

	const international = /^(?:\+|00)/.test(number);
	const digits = number.replace(/^(?:\+|00)/, '');
	if (!/^\d*$/.test(digits) || DECIMAL.test(plain)) return impossible('it has characters that belong to no phone number', plain);
	if (digits.length < MIN_DIGITS) return impossible(`it has under ${MIN_DIGITS} digits`, number);
	if (digits.length > MAX_DIGITS) return impossible(`it has over ${MAX_DIGITS} digits`, number);
	return { possible: true, digits, international };
}

/** Whether IPQS cannot place the number unless it is told a country. */
export const needsCountry = ({ digits, international }: PossibleNumber): boolean =>
	!international && digits.length < MIN_DIGITS_WITHOUT_COUNTRY;

/** Whether the digits may lack their country code: no code begins with 0, and no number of North America has more than ten digits. */
export const mayBeNational = ({ digits, international }: PossibleNumber): boolean =>
	!international && (digits.length <= MAX_NATIONAL_DIGITS || digits.startsWith('0'));
