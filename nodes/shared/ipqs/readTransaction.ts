import { InvalidParameter } from '../parameters/readParameter';
import { toRequestText } from '../parameters/text';
import { isJsonObject } from '../json/json';
import { containsCardNumber, isCardNumber } from './detectCardNumber';
import { callingCodeOf, countryOfDigits, oneCountry } from './readCountries';
import { readPhone } from './phone';
import { TRANSACTION_GROUPS, type InputKind, type TransactionInput } from './transactionInputs';
import { isEmailAddress } from './formats';
import { readBoolean, readNumber } from '../json/coerce';

const SHA_256 = /^[0-9a-f]{64}$/i;

const NO_CARD_NUMBER =
	'must not contain a card number; IPQS accepts its first six digits (credit_card_bin) and its SHA-256 hash (credit_card_hash)';

const MAX_TEXT_LENGTH = 500;

/** A value as a request parameter, or what the kind expects. */
type Read = { readonly value: string } | { readonly expected: string };

const matching =
	(pattern: RegExp, expected: string) =>
	(text: string): Read =>
		pattern.test(text) ? { value: text } : { expected };

function readCountry(text: string): Read {
	const code = oneCountry(text);
	return code ? { value: code } : { expected: 'must be one country, such as US' };
}

function readCount(text: string): Read {
	const number = readNumber(text);
	return number !== null && Number.isInteger(number) && number >= 0
		? { value: String(number) }
		: { expected: 'must be a whole number, 0 or higher' };
}

function readAmount(text: string): Read {
	const number = readNumber(text);
	return number !== null && number >= 0 ? { value: String(number) } : { expected: 'must be an amount without currency, such as 49.90' };
}

function readMonth(text: string): Read {
	const month = readNumber(text);
	const isMonth = month !== null && Number.isInteger(month) && month >= 1 && month <= 12;
	return isMonth ? { value: String(month).padStart(2, '0') } : { expected: 'must be a month from 01 to 12' };
}

function readFlag(text: string): Read {
	const value = readBoolean(text);
	return value === null ? { expected: 'must be true or false' } : { value: String(value) };
}

const readText = (text: string): Read =>
	text.length > MAX_TEXT_LENGTH ? { expected: `must have at most ${MAX_TEXT_LENGTH} characters` } : { value: text };

function readPhoneInput(text: string): Read {
	// Reading removes prefixes, which could be part of a card number.
	const written = text.replace(/\D/g, '');
	if (isCardNumber(written.replace(/^00/, ''))) return { expected: NO_CARD_NUMBER };
	const reading = readPhone(text);
	// The country of a short number comes from another input.
	const digits =
		reading.kind === 'number' ? reading.digits : reading.kind === 'unusable' && reading.reason === 'country_missing' ? reading.text : '';
	if (digits === '') return { expected: 'must be a phone number' };
	if (isCardNumber(digits)) return { expected: NO_CARD_NUMBER };
	return { value: `${reading.kind === 'number' && reading.international ? '+' : ''}${digits}` };
}

const READERS: Readonly<Record<InputKind, (text: string) => Read>> = {
	text: readText,
	email: (text) => (isEmailAddress(text) ? { value: text } : { expected: 'must be an email address' }),
	phone: readPhoneInput,
	country: readCountry,
	callingCode: (text) => matching(/^[1-9]\d{0,3}$/, 'must be a calling code, such as 1')(text.replace(/^(?:\+|00)/, '')),
	cardHash: matching(SHA_256, 'must be the SHA-256 hash of the card number (64 hexadecimal characters), not the number itself'),
	passwordHash: matching(SHA_256, 'must be the SHA-256 hash of the password (64 hexadecimal characters), not the password itself'),
	bin: matching(/^\d{6}$/, 'must be the first six digits of the card number, not the whole number'),
	month: readMonth,
	year: (text) => {
		const year = /^(?:20)?(\d\d)$/.exec(text)?.[1];
		return year === undefined ? { expected: 'must be a year such as 28 or 2028' } : { value: year };
	},
	answerCode: matching(
		/^[A-Za-z]{1,2}$|^\d$/,
		"must be the bank's response code (one or two letters, or a digit), not the card's security code",
	),
	amount: readAmount,
	count: readCount,
	flag: readFlag,
};

const toInputText = (value: unknown): string => (typeof value === 'object' ? '' : toRequestText(value));

/** Kinds that are not searched for card numbers: their own reader rejects them, or their values have as many digits. */
const NOT_SEARCHED: ReadonlySet<InputKind> = new Set<InputKind>(['bin', 'cardHash', 'passwordHash', 'phone']);

const readKind = (kind: InputKind, text: string): Read =>
	!NOT_SEARCHED.has(kind) && containsCardNumber(text, true) ? { expected: NO_CARD_NUMBER } : READERS[kind](text);

/** Reads text of no particular kind, such as an order number, which may have as many digits as a card number. */
const readFreeText = (text: string): Read => (containsCardNumber(text, false) ? { expected: NO_CARD_NUMBER } : { value: text });

const KINDS = new Map(TRANSACTION_GROUPS.flatMap(({ inputs }) => inputs.map(({ name, kind }) => [name, kind] as const)));

/** Names of secrets, in snake case, and what IPQS accepts instead. */
const SECRETS: ReadonlyArray<readonly [RegExp, string]> = [
	[
		/(?:^|_)(?:credit|debit|payment)?card_?(?:no|num|number)$|^(?:(?:credit|debit|payment)_?)?card$|(?:^|_)cc_?(?:no|num|number)$|^pan$/,
		NO_CARD_NUMBER,
	],
	[/(?:^|_)pass(?:word|wd|phrase)$|^pass$/, 'must not contain a password; IPQS accepts its SHA-256 hash (password_hash)'],
	[
		/(?:^|_)(?:cvv|cvc)2?$|(?:^|_)security_?code$/,
		"must not contain a card's security code; IPQS accepts the bank's response code (cvv_code)",
	],
];

/**
 * Reads a parameter whose name the user chose, as the transaction input of that name if there is one.
 *
 * @param label label of the form field
 * @throws {InvalidParameter} for a card number, a password or a security code, and for an invalid transaction input
 */
export function readFreeParameter(label: string, name: string, text: string): string {
	const snakeCase = name
		.replace(/([a-z])([A-Z])/g, '$1_$2')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '_');
	const secret = SECRETS.find(([pattern]) => pattern.test(snakeCase))?.[1];
	if (secret !== undefined) throw new InvalidParameter(label, secret);
	const kind = KINDS.get(name.toLowerCase());
	const read = kind === undefined ? readFreeText(text) : readKind(kind, text);
	if ('expected' in read) throw new InvalidParameter(`${label}: ${name}`, read.expected);
	return read.value;
}

/** The filled-in inputs with their text. `transaction` has the groups of the form: `{ billing: { billing_email: … }, card: { … } }`. */
function filledInputs(transaction: unknown): Array<readonly [TransactionInput, string]> {
	const groups = isJsonObject(transaction) ? transaction : {};
	return TRANSACTION_GROUPS.flatMap(({ name, inputs }) => {
		const group = groups[name];
		return isJsonObject(group)
			? inputs.map((input) => [input, toInputText(group[input.name])] as const).filter(([, text]) => text !== '')
			: [];
	});
}

/** Whether any transaction data is filled in, valid or not. */
export const hasTransaction = (transaction: unknown): boolean => filledInputs(transaction).length > 0;

/** Removes the calling code. North American numbers with eleven digits have one even without a plus. */
function nationalDigits(phone: string, callingCode: string): string {
	const digits = phone.replace('+', '');
	const hasCallingCode = phone.startsWith('+') || (callingCode === '1' && /^1\d{10}$/.test(digits));
	return hasCallingCode ? digits.slice(callingCode.length) : digits;
}

/**
 * Adds the calling code of a phone number, without which IPQS does not check it (documentation, transaction scoring). It is taken
 * from the number, else from the form.
 *
 * @throws {InvalidParameter} if there is no calling code, or two different ones
 */
function withCallingCode(inputs: Readonly<Record<string, string>>, group: 'billing' | 'shipping', label: string): Record<string, string> {
	const phone = inputs[`${group}_phone`];
	if (phone === undefined) return { ...inputs };
	const fromForm = inputs[`${group}_phone_country_code`];
	const field = `Transaction Data: ${label} Phone Number`;
	const country = inputs[`${group}_country`];
	const fromNumber = phone.startsWith('+') ? countryOfDigits(phone.slice(1))?.callingCode : undefined;
	const callingCode = fromNumber ?? fromForm ?? (country === undefined ? '' : callingCodeOf(country));
	if (callingCode === '')
		throw new InvalidParameter(field, `requires '${label} Phone Country Code' or '${label} Country', or a number that starts with +`);
	if (fromForm !== undefined && fromForm !== callingCode)
		throw new InvalidParameter(field, `has a different country code than '${label} Phone Country Code'`);
	return { ...inputs, [`${group}_phone`]: nationalDigits(phone, callingCode), [`${group}_phone_country_code`]: callingCode };
}

/**
 * Reads the filled-in transaction data as request parameters, by IPQS's names.
 *
 * @param transaction groups of the form
 * @throws {InvalidParameter} for an invalid value, a card number or a password
 */
export function readTransaction(transaction: unknown): Record<string, string> {
	const inputs: Record<string, string> = {};
	for (const [{ name, label, kind }, text] of filledInputs(transaction)) {
		const read = readKind(kind, text);
		if ('expected' in read) throw new InvalidParameter(`Transaction Data: ${label}`, read.expected);
		inputs[name] = read.value;
	}
	return withCallingCode(withCallingCode(inputs, 'billing', 'Billing'), 'shipping', 'Shipping');
}
