import type { JsonObject } from '../../json/json';
import { callingCodeOf, countryOfDigits } from '../readCountries';
import { parameterOf, type ApiRequest } from '../request';
import type { Sandbox, SandboxCase } from './sandbox';
import { sandboxTransaction } from './transaction';

const PLAN_NOTICES: JsonObject = {
	user_activity: 'Enterprise L4+ required.',
	associated_email_addresses: { status: 'Enterprise Plus or higher required.', emails: [] },
};

/** From live responses. */
const NO_NUMBER_RECYCLING = 'Number recycling feature disabled. Please contact support to activate.';

const NO_MOBILE_NETWORK: JsonObject = { prepaid: null, mcc: 'N/A', mnc: 'N/A', sms_domain: 'N/A', sms_email: 'N/A' };

const INVALID: JsonObject = {
	...NO_MOBILE_NETWORK,
	...{ message: 'Phone is invalid.', valid: false, formatted: 'N/A', local_format: 'N/A', carrier: 'N/A', line_type: 'N/A' },
	...{ recent_abuse: null, VOIP: null, risky: null, active: null, spammer: null, leaked: null, do_not_call: null, tcpa_blacklist: null },
	...{ dialing_code: null, active_status: 'N/A' },
};

const CASES: readonly SandboxCase[] = [
	{ digits: '00', description: 'Wireless, score 0, all clear', response: { fields: {} } },
	{
		digits: '01',
		description: 'Landline, score 0, prepaid unknown',
		response: { fields: { ...NO_MOBILE_NETWORK, line_type: 'Landline', carrier: 'Sandbox Telephone' } },
	},
	{
		digits: '02',
		description: 'Toll Free, score 0, prepaid unknown',
		response: { fields: { ...NO_MOBILE_NETWORK, line_type: 'Toll Free', carrier: 'Sandbox Toll Free' } },
	},
	{
		digits: '10',
		description: 'VOIP, score 60',
		response: { fields: { ...NO_MOBILE_NETWORK, line_type: 'VOIP', VOIP: true, fraud_score: 60, carrier: 'Sandbox Voice' } },
	},
	{ digits: '11', description: 'Wireless, prepaid, score 30', response: { fields: { prepaid: true, fraud_score: 30 } } },
	{ digits: '20', description: 'Score 75', response: { fields: { fraud_score: 75 } } },
	{ digits: '21', description: 'Score 85, risky', response: { fields: { fraud_score: 85, risky: true } } },
	{ digits: '22', description: 'Score 90, recent abuse', response: { fields: { fraud_score: 90, recent_abuse: true } } },
	{
		digits: '23',
		description: 'Score 100, risky, recent abuse, spammer',
		response: { fields: { fraud_score: 100, risky: true, recent_abuse: true, spammer: true } },
	},
	{ digits: '30', description: 'Not a valid number', response: { fields: INVALID } },
	{ digits: '31', description: 'Disconnected line', response: { fields: { active: false, active_status: 'Disconnected Line' } } },
	{ digits: '32', description: 'Phone turned off', response: { fields: { active: false, active_status: 'Phone Turned Off' } } },
	{ digits: '40', description: 'On a do-not-call list', response: { fields: { do_not_call: true } } },
	{ digits: '41', description: 'On the TCPA blacklist', response: { fields: { tcpa_blacklist: true } } },
	{ digits: '50', description: 'Fields not in the plan', response: { fields: PLAN_NOTICES } },
	{ digits: '51', description: 'No fraud score', response: { fields: { fraud_score: null } } },
];

/** Country and national digits of a number as sent: with a calling code if it has a plus or over ten digits. */
function originOf(phone: string, countries: readonly string[]): { country: string; national: string } {
	const digits = phone.replace('+', '');
	const byCode = phone.startsWith('+') || digits.length > 10 ? countryOfDigits(digits) : undefined;
	if (byCode !== undefined) return { country: byCode.country, national: digits.slice(byCode.callingCode.length) };
	return { country: countries[0] ?? 'US', national: digits };
}

function bodyOf(request: ApiRequest): JsonObject {
	const phone = parameterOf(request, 'phone');
	const countries = [request.parameters.country ?? []].flat();
	const isOn = (name: string): boolean => parameterOf(request, name) === 'true';
	const { country, national } = originOf(phone, countries);
	const callingCode = callingCodeOf(country);
	const isNorthAmerican = callingCode === '1';
	return {
		message: 'Phone is valid.',
		success: true,
		formatted: `+${callingCode}${national.replace(/^0/, '')}`,
		local_format: isNorthAmerican ? national.replace(/^(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3') : national,
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
		active_status: isOn('enhanced_line_check') ? 'Active Line' : 'N/A',
		sms_domain: 'N/A',
		associated_email_addresses: { status: 'No associated emails found.', emails: [] },
		user_activity: 'none',
		mnc: 'N/A',
		mcc: 'N/A',
		leaked: false,
		spammer: false,
		request_id: `sandbox${phone.slice(-4)}`,
		name: isOn('enhanced_name_check') ? 'SANDBOX PERSON' : 'N/A',
		timezone: 'N/A',
		do_not_call: false,
		tcpa_blacklist: false,
		accurate_country_code: countries.includes(country),
		sms_email: 'N/A',
		number_recycling: { message: NO_NUMBER_RECYCLING, recently_recycled: null, last_ported_date: null, ported: null },
		identity_data: [],
		...(isOn('sms_pumping') ? { sms_pumping: { risk_score: 0, message: 'Success', velocity: 'low' } } : {}),
		...sandboxTransaction(request),
	};
}

/** Sandbox of phone lookups: the last two digits of the fictional +1 NPA 555 01nn choose the result, with or without country code. */
export const PHONE_SANDBOX: Sandbox = {
	formats: ['phone'],
	defaultDescription: 'Wireless, score 0, all clear',
	valueOf: (request) => parameterOf(request, 'phone'),
	cases: CASES,
	body: bodyOf,
};
