import type { UnsentResult } from '../shared/client/itemResult';
import type { ItemRequest, ItemWarning, Operation } from '../shared/lookupNode/operation';
import { readStrictness } from '../shared/lookupNode/strictness';
import { transactionFields, readTransactionOptions } from '../shared/lookupNode/transactionOptions';
import type { AuthMode } from '../shared/lookupNode/connection';
import { readChoice, readBooleanParameter, InvalidParameter } from '../shared/parameters/readParameter';
import { toRequestText } from '../shared/parameters/text';
import { readCountries } from '../shared/ipqs/readCountries';
import { failureMessage } from '../shared/ipqs/failures';
import { lacksCountryCode, readPhone, type UnusablePhone } from '../shared/ipqs/phone';
import { PHONE_FIELDS } from '../shared/ipqs/phoneFields';
import { customIntegrationRequest, phoneRequest, type PhoneLookup } from '../shared/ipqs/phoneRequest';
import { PHONE_SANDBOX } from '../shared/ipqs/sandbox/phone';
import { LINE_CHECK_TIMEOUT, phoneOptions, phoneParameters, UNUSABLE_PHONE } from './properties';
import { formatCount } from '../shared/text';
import { readCustomVariables, readRequestMethod } from '../shared/lookupNode/readRequestOptions';
import type { ItemParameters } from '../shared/lookupNode/itemParameters';

const countryMissingWarning = (numbers: number): string =>
	`${formatCount(numbers, 'number')} had no country code and no country in 'Country', so IPQS guesses the country of such numbers. Set 'Country', or map numbers that start with + and the country code`;

const unknownCountryWarning = (numbers: number): string =>
	`${formatCount(numbers, 'number')} had an unrecognized 'Country', which was ignored because the number already includes a country code`;

const sentAnywayWarning = (numbers: number): string =>
	`${formatCount(numbers, 'unusable number')} ${numbers === 1 ? 'was' : 'were'} sent to IPQS anyway, which costs a credit each. Set 'Unusable Numbers' to Skip to avoid this`;

/** The countries of an item; `isUnknown` if the lead brought a text that is no country. */
interface CountryOption {
	readonly codes: readonly string[];
	readonly isUnknown: boolean;
}

/** @throws {InvalidParameter} if the country is not known, unless it comes from the lead */
function readCountryOption(item: ItemParameters): CountryOption {
	const countries = readCountries(item.read('country', ''));
	if (!('unknown' in countries)) return { codes: countries.codes, isUnknown: false };
	if (item.variesPerItem('country')) return { codes: [], isUnknown: true };
	throw new InvalidParameter('Country', 'is not a known country; use codes such as US or US,CA, or English names');
}

/** Reads everything but the number. For custom integrations, options that the form hides are not read. */
function readPhoneOptions(
	item: ItemParameters,
	auth: AuthMode,
	countries: readonly string[],
): Omit<PhoneLookup, 'phone' | 'international'> {
	const { options } = item;
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

/** The result of a number that is not looked up. An impossible one is invalid; about the others nothing is known. */
function toUnsentPhone({ reason, cause }: UnusablePhone): { unsent: UnsentResult } {
	const isImpossible = reason === 'phone_impossible';
	const body = { message: failureMessage(reason, cause), success: isImpossible, valid: isImpossible ? false : null };
	return { unsent: { status: 'not_sent', reason, body } };
}

function buildRequest(item: ItemParameters, auth: AuthMode): ItemRequest {
	const { options } = item;
	const country = readCountryOption(item);
	const lookupOptions = readPhoneOptions(item, auth, country.codes);
	const toItemRequest = (number: Pick<PhoneLookup, 'phone' | 'international'>, warning: ItemWarning | undefined): ItemRequest => {
		const lookup = { ...lookupOptions, ...number };
		return {
			request:
				'integration' in auth
					? customIntegrationRequest(lookup, auth.integration)
					: phoneRequest(lookup, readRequestMethod(options), auth.keyLocation),
			...(lookup.enhancedLineCheck ? { timeout: LINE_CHECK_TIMEOUT } : {}),
			...(warning === undefined ? {} : { warning }),
		};
	};

	const reading = readPhone(item.read('phone', ''), country.codes);
	const unusable = readChoice('Unusable Numbers', options.unusablePhone ?? 'skip', UNUSABLE_PHONE);
	if (reading.kind === 'mistake') throw new InvalidParameter('Phone Number', reading.problem);
	if (reading.kind === 'unusable') {
		const isSent = unusable === 'send' && /\d/.test(reading.text);
		return isSent ? toItemRequest({ phone: toRequestText(reading.text), international: false }, sentAnywayWarning) : toUnsentPhone(reading);
	}
	const { digits, international } = reading;
	if (country.isUnknown && !international) {
		const cause = "it has no country code, and 'Country' is not a known country";
		return toUnsentPhone({ kind: 'unusable', reason: 'country_missing', cause, text: digits });
	}
	const guessesCountry = country.codes.length === 0 && lacksCountryCode(reading);
	return toItemRequest(
		{ phone: digits, international },
		country.isUnknown ? unknownCountryWarning : guessesCountry ? countryMissingWarning : undefined,
	);
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
