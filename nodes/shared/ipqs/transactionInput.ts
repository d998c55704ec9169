import { InvalidParameter } from '../parameters/validate';
import { toRequestText } from '../parameters/text';
import { isJsonObject } from '../json/json';
import { holdsCardNumber, isCardNumber } from './cardNumber';
import { callingCodeOf, countryOfDigits, oneCountry } from './country';
import { cleanPhone } from './phone';
import { TRANSACTION_GROUPS, type InputKind, type TransactionInput } from './transactionInputs';
import { isEmailAddress } from './formats';
import { readBoolean, readNumber } from '../json/coerce';

const SHA_256 = /^[0-9a-f]{64}$/i;

const NO_CARD_NUMBER =
	'must hold no card number; IPQS takes its first six digits (credit_card_bin) and its SHA-256 hash (credit_card_hash)';

const LONGEST_TEXT = 500;

/** A value read as its kind, or what the kind takes. */
type Read = { readonly value: string } | { readonly takes: string };

const matching =
	(pattern: RegExp, takes: string) =>
	(text: string): Read =>
		pattern.test(text) ? { value: text } : { takes };

function readCountry(text: string): Read {
	const code = oneCountry(text);
	return code ? { value: code } : { takes: 'must be one country, such as US' };
}

function readCount(text: string): Read {
	const number = readNumber(text);
	return number !== null && Number.isInteger(number) && number >= 0
		? { value: String(number) }
		: { takes: 'must be a whole number from 0 up' };
}

function readAmount(text: string): Read {
	const number = readNumber(text);
	return number !== null && number >= 0 ? { value: String(number) } : { takes: 'must be an amount such as 49.90, without currency' };
}

function readMonth(text: string): Read {
	const month = readNumber(text);
	const isMonth = month !== null && Number.isInteger(month) && month >= 1 && month <= 12;
	return isMonth ? { value: String(month).padStart(2, '0') } : { takes: 'must be a month from 01 to 12' };
}

function readFlag(text: string): Read {
	const value = readBoolean(text);
	return value === null ? { takes: 'must be true or false' } : { value: String(value) };
}

const readText = (text: string): Read =>
	text.length > LONGEST_TEXT ? { takes: `must have at most ${LONGEST_TEXT} characters` } : { value: text };

function readPhone(text: string): Read {
	const number = cleanPhone(text);
	if (number.possible && isCardNumber(number.digits)) return { takes: NO_CARD_NUMBER };
	return number.possible ? { value: `${number.international ? '+' : ''}${number.digits}` } : { takes: 'must be a phone number' };
}

const READERS: Readonly<Record<InputKind, (text: string) => Read>> = {
	text: readText,
	email: (text) => (isEmailAddress(text) ? { value: text } : { takes: 'must be an e-mail address' }),
	phone: readPhone,
	country: readCountry,
	callingCode: (text) => matching(/^[1-9]\d{0,3}$/, 'must be a calling code, such as 1')(text.replace(/^(?:\+|00)/, '')),
	cardHash: matching(SHA_256, "must be the SHA-256 hash of the card's number (64 hexadecimal characters), never the number itself"),
	passwordHash: matching(SHA_256, 'must be the SHA-256 hash of the password (64 hexadecimal characters), never the password itself'),
	bin: matching(/^\d{6}$/, 'must be the first six digits of the card, never all of them'),
	month: readMonth,
	year: (text) => {
		const year = /^(?:20)?(\d\d)$/.exec(text)?.[1];
		return year === undefined ? { takes: 'must be a year such as 28 or 2028' } : { value: year };
	},
	answerCode: matching(/^[A-Za-z]{1,2}$|^\d$/, "must be the bank's answer, a letter or two; never the card's security code"),
	amount: readAmount,
	count: readCount,
	flag: readFlag,
};

const toInputText = (value: unknown): string => (typeof value === 'object' ? '' : toRequestText(value));

/** Kinds whose own check refuses a card number already, or whose values are as long. */
const ALLOWED_DIGITS: ReadonlySet<InputKind> = new Set<InputKind>(['bin', 'cardHash', 'passwordHash', 'phone']);

const readKind = (kind: InputKind, text: string): Read =>
	!ALLOWED_DIGITS.has(kind) && holdsCardNumber(text, true) ? { takes: NO_CARD_NUMBER } : READERS[kind](text);

/** Text of any kind, such as the number of an order. */
const readFreeText = (text: string): Read => (holdsCardNumber(text, false) ? { takes: NO_CARD_NUMBER } : { value: text });

const KINDS = new Map(TRANSACTION_GROUPS.flatMap(({ inputs }) => inputs.map(({ name, kind }) => [name, kind] as const)));

/** Names, as words with underscores, under which secrets go that IPQS takes as a hash alone. */
const SECRETS: ReadonlyArray<readonly [RegExp, string]> = [
	[
		/(?:^|_)(?:credit|debit|payment)?card_?(?:no|num|number)$|^(?:(?:credit|debit|payment)_?)?card$|(?:^|_)cc_?(?:no|num|number)$|^pan$/,
		NO_CARD_NUMBER,
	],
	[/(?:^|_)pass(?:word|wd|phrase)$|^pass$/, 'must hold no password; IPQS takes its SHA-256 hash (password_hash)'],
	[/(?:^|_)(?:cvv|cvc)2?$|(?:^|_)security_?code$/, "must hold no security code of a card; IPQS takes the bank's answer (cvv_code)"],
];

/**
 * A parameter that is named freely, checked as the transaction input it may be.
 *
 * @param label of the form's field
 * @throws {InvalidParameter} for a card number, a password or a security code, and for an input that cannot be used
 */
export function readFreeParameter(label: string, name: string, text: string): string {
	const words = name
		.replace(/([a-z])([A-Z])/g, '$1_$2')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '_');
	const refusal = SECRETS.find(([pattern]) => pattern.test(words))?.[1];
	if (refusal !== undefined) throw new InvalidParameter(label, refusal);
	const kind = KINDS.get(name.toLowerCase());
	const read = kind === undefined ? readFreeText(text) : readKind(kind, text);
	if ('takes' in read) throw new InvalidParameter(`${label}: ${name}`, read.takes);
	return read.value;
}

/** The inputs that are filled in, with their text, of the form's groups: `{ billing: { billing_email: … }, card: { … } }`. */
function filledInputs(transaction: unknown): Array<readonly [TransactionInput, string]> {
	const groups = isJsonObject(transaction) ? transaction : {};
	return TRANSACTION_GROUPS.flatMap(({ name, inputs }) => {
		const group = groups[name];
		return isJsonObject(group)
			? inputs.map((input) => [input, toInputText(group[input.name])] as const).filter(([, text]) => text !== '')
			: [];
	});
}

/** Whether any transaction data is filled in, whatever it is worth. */
export const hasTransaction = (transaction: unknown): boolean => filledInputs(transaction).length > 0;

/** Digits without their calling code, which North America's eleven begin with also where there is no plus. */
function nationalDigits(phone: string, callingCode: string): string {
	const digits = phone.replace('+', '');
	const begins = phone.startsWith('+') || (callingCode === '1' && /^1\d{10}$/.test(digits));
	return begins ? digits.slice(callingCode.length) : digits;
}

/**
 * IPQS judges a phone of a transaction with its calling code or country alone, so one that is written with its code brings it.
 *
 * @throws {InvalidParameter} when neither is known
 */
function withCallingCode(inputs: Readonly<Record<string, string>>, group: 'billing' | 'shipping', label: string): Record<string, string> {
	const phone = inputs[`${group}_phone`];
	if (phone === undefined) return { ...inputs };
	const stated = inputs[`${group}_phone_country_code`];
	const field = `Transaction Data: ${label} Phone Number`;
	const country = inputs[`${group}_country`];
	const written = phone.startsWith('+') ? countryOfDigits(phone.slice(1))?.callingCode : undefined;
	const callingCode = written ?? stated ?? (country === undefined ? '' : callingCodeOf(country));
	if (callingCode === '')
		throw new InvalidParameter(field, `needs '${label} Phone Country Code' or '${label} Country', or a number that begins with +`);
	if (stated !== undefined && stated !== callingCode)
		throw new InvalidParameter(field, `has another country code than '${label} Phone Country Code'`);
	return { ...inputs, [`${group}_phone`]: nationalDigits(phone, callingCode), [`${group}_phone_country_code`]: callingCode };
}

/**
 * Transaction data as IPQS takes it, by IPQS's own names; only what is filled in.
 *
 * @param transaction the form's groups
 * @throws {InvalidParameter} when a value cannot be used, and for a whole card number or a password
 */
export function readTransaction(transaction: unknown): Record<string, string> {
	const inputs: Record<string, string> = {};
	for (const [{ name, label, kind }, text] of filledInputs(transaction)) {
		const read = readKind(kind, text);
		if ('takes' in read) throw new InvalidParameter(`Transaction Data: ${label}`, read.takes);
		inputs[name] = read.value;
	}
	return withCallingCode(withCallingCode(inputs, 'billing', 'Billing'), 'shipping', 'Shipping');
}
