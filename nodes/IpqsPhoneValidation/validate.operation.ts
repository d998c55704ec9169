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
	`${formatCount(numbers, 'number')} had no country code and 'Country' is empty, so IPQS had to guess the country; set 'Country', or map numbers that begin with +`;

function readCountryOption(value: unknown): readonly string[] {
	const countries = readCountries(value);
	if ('unknown' in countries) throw new InvalidParameter('Country', 'names no country; use codes such as US or US,CA, or English names');
	return countries.codes;
}

/** A list, an object or a yes and no is no lead without a number, but a field that was mapped wrongly. */
function assertPhoneValue(value: unknown): unknown {
	if (typeof value === 'boolean' || (typeof value === 'object' && value !== null))
		throw new InvalidParameter('Phone Number', 'must be one number as text; map a field that holds it alone');
	return value;
}

/** What a lookup asks beside the number. What a custom integration does not know is not read: the form hides it. */
function readPhoneOptions(item: ItemParameters, access: AuthMode): Omit<PhoneLookup, 'phone' | 'international'> {
	const { options } = item;
	const countries = readCountryOption(item.read('country', ''));
	const strictness = readStrictness('Strictness', item.read('strictness', 0), 2);
	if ('integration' in access) {
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

/** A number that needs no request ends here. */
function buildRequest(item: ItemParameters, access: AuthMode): ItemRequest {
	const { options } = item;
	const toItemRequest = (lookup: PhoneLookup): { request: ReturnType<typeof phoneRequest>; timeout?: number } => ({
		request:
			'integration' in access
				? customIntegrationRequest(lookup, access.integration)
				: phoneRequest(lookup, readRequestMethod(options), access.keyLocation),
		...(lookup.enhancedLineCheck ? { timeout: LINE_CHECK_TIMEOUT } : {}),
	});

	const wishes = readPhoneOptions(item, access);
	const number = cleanPhone(assertPhoneValue(item.read('phone', '')));
	const malformed = readChoice('Malformed Numbers', options.malformedPhone ?? 'invalid', MALFORMED_PHONE);
	if (!number.possible) {
		if (malformed === 'fail') return { unsent: { status: 'failed', reason: 'malformed_phone', detail: number.cause } };
		if (malformed === 'invalid' || number.text === '') {
			const body = { message: `${FAILURES.malformed_phone.message}: ${number.cause}`, success: true, valid: false };
			return { unsent: { status: 'not_sent', reason: 'malformed_phone', body } };
		}
		return toItemRequest({ ...wishes, phone: toRequestText(number.text), international: false });
	}
	const alone = wishes.countries.length === 0;
	if (needsCountry(number) && alone) return { unsent: { status: 'not_sent', reason: 'country_missing' } };
	const question = toItemRequest({ ...wishes, phone: number.digits, international: number.international });
	return mayBeNational(number) && alone ? { ...question, warning: countryMissingWarning } : question;
}

/** Phone validation: validity, fraud score, line type, carrier, abuse, do-not-call and more for one number. */
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
