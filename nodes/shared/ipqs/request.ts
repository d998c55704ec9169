import { belongsTo } from './country';
import { MAX_NATIONAL_DIGITS } from './phone';

/** Where a credential puts the key; in a `path` request the marker says where. */
export type KeyLocation = 'header' | 'path';

/** Stands in a path where the credential puts the key. Braces are no URL characters, so nothing else looks like it. */
export const KEY_MARKER = '{key}';

/** Parameters by name; an array becomes `name[]=…` for each value, the form PHP servers read as a list. */
export type RequestParameters = Readonly<Record<string, string | readonly string[]>>;

/** A request to IPQS, without host and credential. */
export interface ApiRequest {
	readonly method: 'GET' | 'POST';
	readonly path: string;
	/** Sent as query (GET) or as a form body (POST). */
	readonly parameters: RequestParameters;
}

/** What one lookup asks. */
export interface PhoneLookup {
	/** Digits without `+`, or untidy text when IPQS is to judge it. */
	readonly phone: string;
	/** Whether the digits begin with a country code. */
	readonly international: boolean;
	/** ISO 3166-1 alpha-2 codes. */
	readonly countries: readonly string[];
	readonly strictness: number;
	readonly enhancedLineCheck: boolean;
	readonly enhancedNameCheck: boolean;
	readonly smsPumping: boolean;
	/** Tracking variables and any further IPQS parameter; a known parameter is not replaced. */
	readonly variables: Readonly<Record<string, string>>;
}

/**
 * Digits alone are the form IPQS's own examples use. The plus stays where they could be read as a national number: up to ten
 * digits, or a country to prefer that the number does not belong to (+49 30 … with US).
 */
const phoneParameter = ({ phone, international, countries }: PhoneLookup): string => {
	const plain = phone.length > MAX_NATIONAL_DIGITS && countries.every((country) => belongsTo(phone, country));
	return international && !plain ? `+${phone}` : phone;
};

const countryParameter = (countries: readonly string[]): RequestParameters => {
	const [only, ...more] = countries;
	if (only === undefined) return {};
	return { country: more.length === 0 ? only : countries };
};

/**
 * `GET|POST /api/json/phone` (IPQS documentation, phone request parameters). With the key in a header the number has to be a
 * parameter, for a path segment there is read as the key; with the key in the path a GET takes the number as the documented
 * next segment. Parameters that are off are not sent.
 */
export function phoneRequest(lookup: PhoneLookup, method: 'GET' | 'POST', keyLocation: KeyLocation): ApiRequest {
	const phone = phoneParameter(lookup);
	const inPath = keyLocation === 'path' && method === 'GET';
	return {
		method,
		path: `/api/json/phone${keyLocation === 'path' ? `/${KEY_MARKER}` : ''}${inPath ? `/${encodeURIComponent(phone)}` : ''}`,
		parameters: {
			...Object.fromEntries(Object.entries(lookup.variables).filter(([name]) => name !== 'phone')),
			...(inPath ? {} : { phone }),
			strictness: String(lookup.strictness),
			...countryParameter(lookup.countries),
			...(lookup.enhancedLineCheck ? { enhanced_line_check: 'true' } : {}),
			...(lookup.enhancedNameCheck ? { enhanced_name_check: 'true' } : {}),
			...(lookup.smsPumping ? { sms_pumping: 'true' } : {}),
		},
	};
}
