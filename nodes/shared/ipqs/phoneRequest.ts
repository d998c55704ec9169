import { belongsTo, callingCodeOf } from './readCountries';
import { lookupKey } from './lookupKey';
import { MAX_NATIONAL_DIGITS } from './phone';
import { lookupRequest, type ApiRequest, type KeyLocation, type RequestMethod, type RequestParameters } from './request';

/** What one lookup asks. */
export interface PhoneLookup {
	/** Digits without `+`, or untidy text when IPQS is to judge it. */
	readonly phone: string;
	/** Whether the digits begin with a country code. */
	readonly international: boolean;
	/** ISO 3166-1 alpha-2 codes. */
	readonly countries: readonly string[];
	/** IPQS's level as it is sent, '0' to '2'. */
	readonly strictness: string;
	readonly enhancedLineCheck: boolean;
	readonly enhancedNameCheck: boolean;
	readonly smsPumping: boolean;
	/** Transaction data under IPQS's own names, empty when there is none. */
	readonly transaction: Readonly<Record<string, string>>;
	/** Tracking variables and any further IPQS parameter; a known parameter is not replaced. */
	readonly variables: Readonly<Record<string, string>>;
}

const NORTH_AMERICA = '1';

const ENDPOINT = 'phone';

/** Ten digits of the countries they may belong to are the same number as with its calling code, and cost one lookup with it. */
const isNorthAmerican = (digits: string, countries: readonly string[]): boolean =>
	countries.length > 0 && countries.every((country) => callingCodeOf(country) === NORTH_AMERICA) && /^[2-9]\d\d[2-9]\d{6}$/.test(digits);

/**
 * Digits alone are the form IPQS's own examples use. The plus stays where they could be read as a national number: up to ten
 * digits, or a country to prefer that the number does not belong to (+49 30 … with US).
 */
const phoneParameter = ({ phone, international, countries }: PhoneLookup): string => {
	if (!international && isNorthAmerican(phone, countries)) return `${NORTH_AMERICA}${phone}`;
	const plain = phone.length > MAX_NATIONAL_DIGITS && countries.every((country) => belongsTo(phone, country));
	return international && !plain ? `+${phone}` : phone;
};

const countryParameter = (countries: readonly string[]): RequestParameters => {
	const [only, ...more] = countries;
	if (only === undefined) return {};
	return { country: more.length === 0 ? only : countries };
};

/** `GET|POST /api/json/phone` (IPQS documentation, phone request parameters). Parameters that are off are not sent. */
export function phoneRequest(lookup: PhoneLookup, method: RequestMethod, keyLocation: KeyLocation): ApiRequest {
	const parameters = {
		...lookup.variables,
		...lookup.transaction,
		strictness: lookup.strictness,
		...countryParameter(lookup.countries),
		...(lookup.enhancedLineCheck ? { enhanced_line_check: 'true' } : {}),
		...(lookup.enhancedNameCheck ? { enhanced_name_check: 'true' } : {}),
		...(lookup.smsPumping ? { sms_pumping: 'true' } : {}),
	};
	const subject = { endpoint: ENDPOINT, parameter: 'phone', value: phoneParameter(lookup) };
	return { ...lookupRequest(subject, parameters, method, keyLocation), invalidNumberIsResult: true };
}

/**
 * `POST /webhooks/{integration}/json/phone_check` (IPQS documentation, custom integrations): number, strictness and country are
 * all that this call knows; the credential adds domain and secret.
 */
export function customIntegrationRequest(lookup: PhoneLookup, integration: string): ApiRequest {
	const phone = phoneParameter(lookup);
	const parameters = { strictness: lookup.strictness, ...countryParameter(lookup.countries) };
	return {
		method: 'POST',
		path: `/webhooks/${encodeURIComponent(integration)}/json/phone_check`,
		parameters: { phone, ...parameters },
		costsCredit: true,
		key: lookupKey(ENDPOINT, phone, parameters),
		invalidNumberIsResult: true,
	};
}
