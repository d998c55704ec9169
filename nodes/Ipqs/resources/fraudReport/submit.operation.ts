import { omitEmpty, buildFreePathRequest, requiredText } from '../../requestBuilders';
import { readCountryParameter, countryParameter } from '../../countryParameter';
import type { IpqsOperation } from '../../ipqsOperation';
import type { ItemRequest } from '../../../shared/lookupNode/operation';
import { readChoice, InvalidParameter } from '../../../shared/parameters/readParameter';
import { MESSAGE, REQUEST_ID, SUCCESS } from '../../../shared/ipqs/commonFields';
import { belongsTo, countryOfDigits } from '../../../shared/ipqs/readCountries';
import { isEmailAddress, isIpAddress } from '../../../shared/ipqs/formats';
import { readPhone } from '../../../shared/ipqs/phone';
import { KEY_MARKER, parameterOf } from '../../../shared/ipqs/request';
import type { Sandbox } from '../../../shared/ipqs/sandbox/sandbox';
import type { ItemParameters } from '../../../shared/lookupNode/itemParameters';

const REPORT_TYPES = ['email', 'ip', 'phone', 'requestId'] as const;

/** IPQS documentation, fraud reporting. */
const MIN_PHONE_DIGITS = 9;

const sandbox: Sandbox = {
	formats: ['phone', 'email', 'ip', 'id'],
	defaultDescription: 'Accepted',
	valueOf: (request) => ['phone', 'email', 'ip', 'request_id'].map((name) => parameterOf(request, name)).join(''),
	cases: [],
	body: () => ({ success: true, message: 'Success', request_id: 'sandbox00' }),
};

/**
 * Reads a phone number with its country, which IPQS requires. The country code of a number with + takes precedence over 'Country'.
 * Without +, a country code cannot be told from the digits of a national number.
 *
 * @throws {InvalidParameter} for an impossible number, or one without a country
 */
function readPhoneReport(value: string, country: string): Record<string, string> {
	const number = readPhone(value, country === '' ? [] : [country]);
	if (number.kind !== 'number' || number.digits.length < MIN_PHONE_DIGITS)
		throw new InvalidParameter('Value', `must be a phone number with at least ${MIN_PHONE_DIGITS} digits`);
	const own = number.international ? countryOfDigits(number.digits)?.country : undefined;
	const code = own === undefined || belongsTo(number.digits, country) ? country : own;
	if (code === '') throw new InvalidParameter('Country', 'is empty, and the number does not start with + and a country code');
	return { phone: number.digits, country: code };
}

function buildRequest(item: ItemParameters): ItemRequest {
	const type = readChoice('Report Type', item.read('reportType', 'email'), REPORT_TYPES);
	const value = requiredText(item, 'value', 'Value');
	if (type === 'email' && !isEmailAddress(value))
		throw new InvalidParameter('Value', "must be an email address; or choose another 'Report Type'");
	if (type === 'ip' && !isIpAddress(value))
		throw new InvalidParameter('Value', "must be an IPv4 or IPv6 address; or choose another 'Report Type'");
	const target = {
		email: () => ({ email: value }),
		ip: () => ({ ip: value }),
		phone: () => readPhoneReport(value, readCountryParameter(item.read('country', ''))),
		requestId: () => ({ request_id: value }),
	}[type]();
	return { request: { ...buildFreePathRequest('POST', `/api/json/report/${KEY_MARKER}`, omitEmpty(target), item), nonIdempotent: true } };
}

/** `POST /api/json/report/{key}` (IPQS documentation, fraud reporting). */
export const submit: IpqsOperation = {
	name: 'submit',
	label: 'Submit',
	action: 'Report fraud',
	description:
		'Report an email address, IP address, phone number or earlier lookup as fraud. This trains the scores of your IPQS account, so only report what you are sure of.',
	costsCredit: false,
	properties: [
		{
			displayName: 'Report Type',
			name: 'reportType',
			type: 'options',
			options: [
				{ name: 'Email', value: 'email' },
				{ name: 'IP Address', value: 'ip' },
				{ name: 'Phone Number', value: 'phone' },
				{ name: 'Request ID', value: 'requestId', description: 'Reports an earlier lookup (preferred by IPQS)' },
			],
			default: 'email',
			description: 'What to report',
		},
		{
			displayName: 'Value',
			name: 'value',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. name@example.com',
			description: 'The email address, IP address, phone number or request ID to report',
		},
		{
			...countryParameter('Country of the phone number, if it has no country code'),
			displayOptions: { show: { reportType: ['phone'] } },
		},
	],
	options: [],
	fields: [SUCCESS, MESSAGE, { ...REQUEST_ID, simplified: true }],
	sandbox,
	buildRequest,
};
