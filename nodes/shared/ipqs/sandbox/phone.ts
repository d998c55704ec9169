import type { JsonObject } from '../../json';
import { callingCodeOf, countryOfDigits } from '../country';

/** What the sandbox does with a number: an answer that differs from the clean one in some fields, or a failure. */
export type SandboxAnswer =
	| { readonly fields: JsonObject }
	| { readonly refusal: string }
	| { readonly limitedOnce: true }
	| { readonly fault: 'unavailable' | 'html' | 'silence' };

export interface SandboxNumber {
	/** Last two digits of +1 NPA 555 01nn. */
	readonly digits: string;
	readonly shows: string;
	readonly answer: SandboxAnswer;
}

const PLAN_SENTENCES: JsonObject = {
	user_activity: 'Enterprise L4+ required.',
	associated_email_addresses: { status: 'Enterprise Plus or higher required.', emails: [] },
};

/** In every live body seen so far. */
const NO_NUMBER_RECYCLING = 'Number recycling feature disabled. Please contact support to activate.';

const NO_MOBILE_NETWORK: JsonObject = { prepaid: null, mcc: 'N/A', mnc: 'N/A', sms_domain: 'N/A', sms_email: 'N/A' };

const INVALID: JsonObject = {
	...NO_MOBILE_NETWORK,
	...{ message: 'Phone is invalid.', valid: false, formatted: 'N/A', local_format: 'N/A', carrier: 'N/A', line_type: 'N/A' },
	...{ recent_abuse: null, VOIP: null, risky: null, active: null, spammer: null, leaked: null, do_not_call: null, tcpa_blacklist: null },
	...{ dialing_code: null, active_status: 'N/A' },
};

/**
 * The numbers of the sandbox: the fictional +1 NPA 555 01nn, by their last two digits. Every other possible number answers
 * clean. Refusals carry IPQS's own words.
 */
export const SANDBOX_NUMBERS: readonly SandboxNumber[] = [
	{ digits: '00', shows: 'Wireless, score 0, all clear', answer: { fields: {} } },
	{ digits: '01', shows: 'Landline, score 0, prepaid unknown', answer: { fields: { ...NO_MOBILE_NETWORK, line_type: 'Landline', carrier: 'Sandbox Telephone' } } },
	{ digits: '02', shows: 'Toll Free, score 0, prepaid unknown', answer: { fields: { ...NO_MOBILE_NETWORK, line_type: 'Toll Free', carrier: 'Sandbox Toll Free' } } },
	{ digits: '10', shows: 'VOIP, score 60', answer: { fields: { ...NO_MOBILE_NETWORK, line_type: 'VOIP', VOIP: true, fraud_score: 60, carrier: 'Sandbox Voice' } } },
	{ digits: '11', shows: 'Wireless, prepaid, score 30', answer: { fields: { prepaid: true, fraud_score: 30 } } },
	{ digits: '20', shows: 'Score 75', answer: { fields: { fraud_score: 75 } } },
	{ digits: '21', shows: 'Score 85, risky', answer: { fields: { fraud_score: 85, risky: true } } },
	{ digits: '22', shows: 'Score 90, recent abuse', answer: { fields: { fraud_score: 90, recent_abuse: true } } },
	{ digits: '23', shows: 'Score 100, risky, recent abuse, spammer', answer: { fields: { fraud_score: 100, risky: true, recent_abuse: true, spammer: true } } },
	{ digits: '30', shows: 'Not a valid number', answer: { fields: INVALID } },
	{ digits: '31', shows: 'Disconnected line', answer: { fields: { active: false, active_status: 'Disconnected Line' } } },
	{ digits: '32', shows: 'Phone turned off', answer: { fields: { active: false, active_status: 'Phone Turned Off' } } },
	{ digits: '40', shows: 'On a do-not-call list', answer: { fields: { do_not_call: true } } },
	{ digits: '41', shows: 'On the TCPA blacklist', answer: { fields: { tcpa_blacklist: true } } },
	{ digits: '50', shows: 'Fields the plan lacks', answer: { fields: PLAN_SENTENCES } },
	{ digits: '51', shows: 'No fraud score', answer: { fields: { fraud_score: null } } },
	{ digits: '60', shows: 'Out of credits', answer: { refusal: 'You have insufficient credits to make this query. Please contact IPQualityScore support if this error persists.' } },
	{ digits: '61', shows: 'Invalid key', answer: { refusal: 'Invalid or unauthorized key. Please check the API key and try again.' } },
	{ digits: '62', shows: 'Daily quota used up', answer: { refusal: 'You have exceeded your request quota of 200 per day. Please upgrade to increase your request quota.' } },
	{ digits: '63', shows: 'Rate limited once, then all clear', answer: { limitedOnce: true } },
	{ digits: '64', shows: 'Out of service (HTTP 503)', answer: { fault: 'unavailable' } },
	{ digits: '65', shows: 'HTML instead of JSON', answer: { fault: 'html' } },
	{ digits: '66', shows: 'Never answers', answer: { fault: 'silence' } },
];

const ANSWERS = new Map(SANDBOX_NUMBERS.map(({ digits, answer }) => [digits, answer]));
const FICTIONAL_NUMBER = /^(?:\+?1)?[2-9]\d\d55501(\d\d)$/;
const CLEAN: SandboxAnswer = { fields: {} };

/** What the sandbox answers for a number, with or without its country code. */
export const sandboxAnswer = (phone: string): SandboxAnswer => ANSWERS.get(FICTIONAL_NUMBER.exec(phone)?.[1] ?? '') ?? CLEAN;

/** A number as it is sent: national digits, or international ones behind a plus or long enough to tell. */
function originOf(phone: string, countries: readonly string[]): { country: string; national: string } {
	const digits = phone.replace('+', '');
	const byCode = phone.startsWith('+') || digits.length > 10 ? countryOfDigits(digits) : undefined;
	if (byCode !== undefined) return { country: byCode.country, national: digits.slice(byCode.callingCode.length) };
	return { country: countries[0] ?? 'US', national: digits };
}

/** The parts of a request that shape a sandbox body. */
export interface SandboxQuestion {
	readonly phone: string;
	readonly countries: readonly string[];
	readonly lineCheck: boolean;
	readonly nameCheck: boolean;
	readonly smsPumping: boolean;
}

/** A body as IPQS sends it (every field, in its order) for a clean number, with some fields replaced. Nothing in it is measured. */
export function sandboxBody({ phone, countries, lineCheck, nameCheck, smsPumping }: SandboxQuestion, fields: JsonObject): JsonObject {
	const { country, national } = originOf(phone, countries);
	const callingCode = callingCodeOf(country);
	const northAmerican = callingCode === '1';
	return {
		message: 'Phone is valid.',
		success: true,
		formatted: `+${callingCode}${national.replace(/^0/, '')}`,
		local_format: northAmerican ? national.replace(/^(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3') : national,
		valid: true,
		fraud_score: 0,
		recent_abuse: false,
		VOIP: false,
		prepaid: false,
		risky: false,
		active: true,
		carrier: 'Sandbox Wireless',
		line_type: 'Wireless',
		country,
		city: 'N/A',
		zip_code: 'N/A',
		region: 'N/A',
		dialing_code: callingCode === '' ? null : Number(callingCode),
		active_status: lineCheck ? 'Active Line' : 'N/A',
		sms_domain: 'N/A',
		associated_email_addresses: { status: 'No associated emails found.', emails: [] },
		user_activity: 'none',
		mnc: 'N/A',
		mcc: 'N/A',
		leaked: false,
		spammer: false,
		request_id: `sandbox${phone.slice(-4)}`,
		name: nameCheck ? 'SANDBOX PERSON' : 'N/A',
		timezone: 'N/A',
		do_not_call: false,
		tcpa_blacklist: false,
		accurate_country_code: countries.includes(country),
		sms_email: 'N/A',
		number_recycling: { message: NO_NUMBER_RECYCLING, recently_recycled: null, last_ported_date: null, ported: null },
		identity_data: [],
		...(smsPumping ? { sms_pumping: { risk_score: 0, message: 'Success', velocity: 'low' } } : {}),
		...fields,
	};
}
