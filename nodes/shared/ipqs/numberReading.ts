import { MAX_DIGITS } from './phonePlan';

/** A number that can be looked up. */
export interface ReadableNumber {
	readonly kind: 'number';
	/** Digits only: with the country code if `international`, otherwise as written. */
	readonly digits: string;
	readonly international: boolean;
	/** Digits without the country code. */
	readonly national: string;
}

export type UnusableReason = 'phone_missing' | 'phone_unreadable' | 'phone_impossible' | 'country_missing';

export interface UnusableNumber {
	readonly kind: 'unusable';
	readonly reason: UnusableReason;
	/** What is wrong, as "it has …"; never the number itself. */
	readonly cause: string;
	/** Too few or too many digits, as IPQS would take them. */
	readonly digits: string | undefined;
}

export type NumberReading = ReadableNumber | UnusableNumber;

const unusable =
	(reason: UnusableReason) =>
	(cause: string, digits?: string): UnusableNumber => ({ kind: 'unusable', reason, cause, digits });

const missing = unusable('phone_missing');
const unreadable = unusable('phone_unreadable');
const impossible = unusable('phone_impossible');

export const EMPTY = missing('it is empty');
export const NO_DIGITS = missing('it has no digits');

export const SEVERAL_NUMBERS = unreadable('it contains more than one number');
export const UNSPELLED_LETTERS = unreadable('it has letters that spell no number');
export const OTHER_CHARACTERS = unreadable('it has characters that belong to no phone number');
export const LONG_TEXT = unreadable('the text is too long');
export const ROUNDED = unreadable('a spreadsheet rounded it; format the column as text');
export const DECIMAL = unreadable('it is a decimal number');
export const DATE = unreadable('it is a date');
export const REPEATED = unreadable('it repeats one digit');
export const OTHER_LENGTH = unreadable("it does not have as many digits as the numbers of 'Country'");
export const ZERO_AFTER_PLUS = unreadable('no country code begins with 0');
export const AMBIGUOUS_CODE = unreadable('its first digits may be a country code or not; write + in front of the code');
export const AMBIGUOUS_ZERO = unreadable('its 0 in brackets may be part of the number or not');

export const noSuchCode = (digits: string): UnusableNumber => impossible('its country code does not exist', `+${digits}`);
export const noSuchLength = (digits: string): UnusableNumber => impossible('no number of its country has this many digits', `+${digits}`);
export const tooManyDigits = (digits: string): UnusableNumber => impossible(`it has more than ${MAX_DIGITS} digits`, digits);

export const countryMissing = (digits: string): UnusableNumber => unusable('country_missing')('it has no country code', digits);
