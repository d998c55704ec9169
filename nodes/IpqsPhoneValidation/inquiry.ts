import type { NodeParameters } from '../shared/item/parameters';
import { choice, flag, InvalidParameter, wholeNumber } from '../shared/item/readers';
import { rowsOf } from '../shared/item/rows';
import type { JsonObject } from '../shared/json';
import { readCountries } from '../shared/ipqs/country';
import { FAILURES } from '../shared/ipqs/errors';
import { cleanPhone, mayBeNational, needsCountry } from '../shared/ipqs/phone';
import { phoneRequest, type PhoneLookup } from '../shared/ipqs/request';
import type { Inquiry } from '../shared/run/batch';
import { resultWithoutRequest, type ItemResult } from '../shared/run/record';
import type { Way } from './line';
import { LINE_CHECK_TIMEOUT, MALFORMED_PHONE, NUMBER_OPTIONS, REQUEST_METHODS, type NumberOptionName } from './options';

/** What an item asks, or how it ends without asking. */
export type Plan =
	| { readonly inquiry: Inquiry; readonly withoutCountry: boolean }
	| { readonly result: ItemResult };

/** First back-off in ms; the sandbox answers at once, so it need not wait long. */
const BASE_DELAY = { live: 500, sandbox: 100 };

/** Names a variable must not have, for they would put a key into an address. */
const SECRET_NAMES = new Set(['key', 'secret', 'ipqs-key']);

const STRICTNESS = { min: 0, max: 2 };

/** The options of an item as they are stored: those that were added alone. */
export const optionsOf = (parameters: NodeParameters, itemIndex: number): JsonObject => parameters.read<JsonObject>('options', itemIndex, {});

/** @throws {InvalidParameter} when the value is out of its bounds */
export const numberOption = (options: JsonObject, name: NumberOptionName): number => {
	const { label, default: fallback, ...bounds } = NUMBER_OPTIONS[name];
	return wholeNumber(label, options[name] ?? fallback, bounds);
};

const textOf = (value: unknown): string => {
	if (value === null || value === undefined) return '';
	return typeof value === 'object' ? JSON.stringify(value) : String(value).trim();
};

function variablesOf(options: JsonObject): Record<string, string> {
	const variables: Record<string, string> = {};
	for (const row of rowsOf(options.customVariables)) {
		const name = textOf(row.name);
		const value = textOf(row.value);
		if (value === '') continue;
		if (name === '') throw new InvalidParameter('Custom Variables', 'has a value without a name');
		if (SECRET_NAMES.has(name.toLowerCase())) throw new InvalidParameter('Custom Variables', 'must hold no key; the credential sends it');
		variables[name] = value;
	}
	return variables;
}

function countriesOf(value: unknown): readonly string[] {
	const countries = readCountries(value);
	if ('unknown' in countries) throw new InvalidParameter('Country', 'names no country; use codes such as US or US,CA, or English names');
	return countries.codes;
}

/** The request of a lookup with its limits. */
function inquiryOf(lookup: PhoneLookup, options: JsonObject, { sandbox, keyLocation }: Way): Inquiry {
	const method = choice('Request Method', options.requestMethod ?? 'GET', REQUEST_METHODS);
	const timeout = options.timeout === undefined && lookup.enhancedLineCheck ? LINE_CHECK_TIMEOUT : numberOption(options, 'timeout');
	return {
		request: phoneRequest(lookup, method, keyLocation),
		retry: {
			timeout: timeout * 1000,
			maxRetries: numberOption(options, 'maxRetries'),
			maxWait: numberOption(options, 'maxWait') * 1000,
			baseDelay: sandbox ? BASE_DELAY.sandbox : BASE_DELAY.live,
		},
	};
}

/**
 * What an item asks of IPQS. A number that needs no request ends here.
 *
 * @throws {InvalidParameter} when a value cannot be used; what n8n throws when an expression gives none
 */
export function planItem(parameters: NodeParameters, itemIndex: number, way: Way): Plan {
	const read = (name: string, fallback: unknown): unknown => parameters.read(name, itemIndex, fallback);
	const options = optionsOf(parameters, itemIndex);
	const settled = (status: 'not_sent' | 'failed', reason: 'malformed_phone' | 'country_missing', rest: { detail?: string; body?: JsonObject }): Plan => ({
		result: resultWithoutRequest(status, reason, way.sandbox, rest),
	});

	const countries = countriesOf(read('country', ''));
	const number = cleanPhone(read('phone', ''));
	const malformed = choice('Malformed Numbers', options.malformedPhone ?? 'invalid', MALFORMED_PHONE);
	const asked = {
		countries,
		strictness: wholeNumber('Strictness', read('strictness', 0), STRICTNESS),
		enhancedLineCheck: flag('Enhanced Line Check', read('enhancedLineCheck', false)),
		enhancedNameCheck: flag('Enhanced Name Check', read('enhancedNameCheck', false)),
		smsPumping: flag('SMS Pumping Check', options.smsPumping ?? false),
		variables: variablesOf(options),
	};
	if (!number.possible) {
		if (malformed === 'fail') return settled('failed', 'malformed_phone', { detail: number.cause });
		if (malformed === 'invalid' || number.text === '') {
			const body = { message: `${FAILURES.malformed_phone.message}: ${number.cause}`, success: true, valid: false };
			return settled('not_sent', 'malformed_phone', { body });
		}
		return { inquiry: inquiryOf({ ...asked, phone: number.text, international: false }, options, way), withoutCountry: false };
	}
	if (needsCountry(number) && countries.length === 0) return settled('not_sent', 'country_missing', {});
	const lookup = { ...asked, phone: number.digits, international: number.international };
	return { inquiry: inquiryOf(lookup, options, way), withoutCountry: mayBeNational(number) && countries.length === 0 };
}
