import type { ItemRequest, Operation } from '../shared/lookupNode/operation';
import { readStrictness } from '../shared/lookupNode/strictness';
import { transactionFields, readTransactionOptions } from '../shared/lookupNode/transactionOptions';
import type { AuthMode } from '../shared/lookupNode/connection';
import { readChoice, readBooleanParameter, InvalidParameter } from '../shared/parameters/validate';
import { toRequestText } from '../shared/parameters/text';
import { readCountries } from '../shared/ipqs/country';
import { FAILURES } from '../shared/ipqs/errors';
import { cleanPhone, mayBeNational, needsCountry } from '../shared/ipqs/phone';
import { PHONE_FIELDS } from '../shared/ipqs/phoneFields';
import { customIntegrationRequest, phoneRequest, type PhoneLookup } from '../shared/ipqs/phoneRequest';
import { PHONE_SANDBOX } from '../shared/ipqs/sandbox/phone';
import { LINE_CHECK_TIMEOUT, MALFORMED_PHONE, phoneOptions, phoneParameters } from './description';
import { formatCount } from '../shared/text';
import { readCustomVariables, readRequestMethod } from '../shared/lookupNode/requestOptions';
import type { ItemParameters } from '../shared/lookupNode/itemParameters';

const countryMissingWarning = (numbers: number): string =>
	`${formatCount(numbers, 'number')} had no country code and 'Country' is empty, so IPQS had to guess the country. Set 'Country', or map numbers that start with + and the country code`;

function readCountryOption(value: unknown): readonly string[] {
	const countries = readCountries(value);
	if ('unknown' in countries)
		throw new InvalidParameter('Country', 'is not a known country; use codes such as US or US,CA, or English names');
	return countries.codes;
}

/** @throws {InvalidParameter} for a list, an object or a boolean: the wrong field is mapped, for all leads */
function assertPhoneValue(value: unknown): unknown {
	if (typeof value === 'boolean' || (typeof value === 'object' && value !== null))
		throw new InvalidParameter('Phone Number', 'must be a single phone number; map the field that contains it');
	return value;
}

/** Reads everything but the number. For custom integrations, options that the form hides are not read. */
function readPhoneOptions(item: ItemParameters, auth: AuthMode): Omit<PhoneLookup, 'phone' | 'international'> {
	const { options } = item;
	const countries = readCountryOption(item.read('country', ''));
	const strictness = readStrictness('Strictness', item.read('strictness', 0), 2);
	if ('integration' in auth) {
		return { countries, strictness, enhancedLineCheck: false, enhancedNameCheck: false, smsPumping: false, transaction: {}, variables: {} };
	}
	return {
		countries,
		strictness,
		enhancedLineCheck: readBooleanParameter('Enhanced Line Check', item.read('enhancedLineCheck', false)),
		enhancedNameCheck: readBooleanParameter('Enhanced Name Check', item.read('enhancedNameCheck', false)),
		smsPumping: readBooleanParameter('SMS Pumping Check', options.smsPumping ?? false),
		transaction: readTransactionOptions(options),
		variables: readCustomVariables(options),
	};
}

function buildRequest(item: ItemParameters, auth: AuthMode): ItemRequest {
	const { options } = item;
	const toItemRequest = (lookup: PhoneLookup): { request: ReturnType<typeof phoneRequest>; timeout?: number } => ({
		request:
			'integration' in auth
				? customIntegrationRequest(lookup, auth.integration)
				: phoneRequest(lookup, readRequestMethod(options), auth.keyLocation),
		...(lookup.enhancedLineCheck ? { timeout: LINE_CHECK_TIMEOUT } : {}),
	});

	const lookupOptions = readPhoneOptions(item, auth);
	const number = cleanPhone(assertPhoneValue(item.read('phone', '')));
	const malformed = readChoice('Malformed Numbers', options.malformedPhone ?? 'invalid', MALFORMED_PHONE);
	if (!number.possible) {
		if (malformed === 'fail') return { unsent: { status: 'failed', reason: 'malformed_phone', detail: number.cause } };
		if (malformed === 'invalid' || number.text === '') {
			const body = { message: `${FAILURES.malformed_phone.message}: ${number.cause}`, success: true, valid: false };
			return { unsent: { status: 'not_sent', reason: 'malformed_phone', body } };
		}
		return toItemRequest({ ...lookupOptions, phone: toRequestText(number.text), international: false });
	}
	const hasNoCountry = lookupOptions.countries.length === 0;
	if (needsCountry(number) && hasNoCountry) return { unsent: { status: 'not_sent', reason: 'country_missing' } };
	const itemRequest = toItemRequest({ ...lookupOptions, phone: number.digits, international: number.international });
	return mayBeNational(number) && hasNoCountry ? { ...itemRequest, warning: countryMissingWarning } : itemRequest;
}

/** `GET|POST /api/json/phone` (IPQS documentation, phone number validation), or `phone_check` of a custom integration. */
export const phoneLookup: Operation = {
	properties: phoneParameters,
	options: phoneOptions,
	fields: PHONE_FIELDS,
	costsCredit: true,
	sandbox: PHONE_SANDBOX,
	buildRequest,
	extraFields: (item) => [
		...(readBooleanParameter('Enhanced Name Check', item.read('enhancedNameCheck', false)) ? ['name'] : []),
		...transactionFields(item.options),
	],
};
