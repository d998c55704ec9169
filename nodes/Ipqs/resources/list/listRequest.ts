import type { INodeProperties } from 'n8n-workflow';
import { countryParameter, readCountryParameter } from '../../countryParameter';
import { omitEmpty, buildFreePathRequest, requiredText } from '../../requestBuilders';
import { toText } from '../../../shared/parameters/text';
import { readChoice, InvalidParameter } from '../../../shared/parameters/readParameter';
import { isEmailAddress, isIpAddress } from '../../../shared/ipqs/formats';
import { lacksCountryCode, readPhone } from '../../../shared/ipqs/phone';
import { KEY_MARKER, parameterOf, type ApiRequest } from '../../../shared/ipqs/request';
import type { Sandbox } from '../../../shared/ipqs/sandbox/sandbox';
import type { ItemParameters } from '../../../shared/lookupNode/itemParameters';

const LIST_MENU = [
	{ name: 'Allowlist', value: 'allowlist', description: 'Lookups of the value always return score 0, no risk flags, and valid = true' },
	{ name: 'Blocklist', value: 'blocklist', description: 'Lookups of the value always return score 100, risk flags, and valid = false' },
];

/** IPQS's type of entries about tracking variables; their value type is the variable's name. */
const CUSTOM = 'custom';

const VALUE_TYPE_MENU = [
	{ name: 'CIDR Range', value: 'cidr' },
	{ name: 'Device ID', value: 'deviceid' },
	{ name: 'Domain', value: 'domain' },
	{ name: 'Email', value: 'email' },
	{ name: 'IP Address', value: 'ip' },
	{ name: 'ISP', value: 'isp' },
	{ name: 'Phone Number', value: 'phone' },
	{ name: 'Tracking Variable', value: CUSTOM },
];

const SCOPE_MENU = [
	{ name: 'Device Fingerprint', value: 'devicetracker' },
	{ name: 'Email Validation', value: 'email' },
	{ name: 'IP Check', value: 'proxy' },
	{ name: 'Mobile SDK', value: 'mobiletracker' },
	{ name: 'Phone Validation', value: 'phone' },
	{ name: 'URL Scan', value: 'url' },
];

const valuesOf = (menu: ReadonlyArray<{ value: string }>): string[] => menu.map(({ value }) => value);

export const listName: INodeProperties = {
	displayName: 'List',
	name: 'listName',
	type: 'options',
	options: LIST_MENU,
	default: 'blocklist',
};

/** Parameters that identify an entry. */
export const entryParameters: INodeProperties[] = [
	listName,
	{
		displayName: 'Value',
		name: 'value',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. name@example.com',
		description: 'Value of the entry. A phone number must include its country code.',
	},
	{
		displayName: 'Value Type',
		name: 'valueType',
		type: 'options',
		options: VALUE_TYPE_MENU,
		default: 'email',
		description: 'Type of the value',
	},
	{
		...countryParameter('Country of a phone number without a country code'),
		displayOptions: { show: { valueType: ['phone'] } },
	},
	{
		displayName: 'Variable Name',
		name: 'variableName',
		type: 'string',
		displayOptions: { show: { valueType: [CUSTOM] } },
		default: '',
		placeholder: 'e.g. campaignID',
		description: 'Tracking variable whose value goes on the list, for example to block a publisher or a campaign',
	},
	{
		displayName: 'Scope',
		name: 'listScope',
		type: 'options',
		displayOptions: { hide: { valueType: [CUSTOM] } },
		options: SCOPE_MENU,
		default: 'email',
		description: 'Type of lookup the entry applies to',
	},
];

/** Builds a request about one of the lists. IPQS documents GET, also for changes. */
export const buildListRequest = (
	item: ItemParameters,
	action: 'create' | 'delete' | 'list',
	parameters: Readonly<Record<string, string>>,
): ApiRequest => {
	const name = readChoice('List', item.read('listName', 'blocklist'), valuesOf(LIST_MENU));
	return buildFreePathRequest('GET', `/api/json/${name}/${action}/${KEY_MARKER}`, omitEmpty(parameters), item);
};

/**
 * Reads the value of an entry. A phone number is sent with its calling code: IPQS documents no other form.
 *
 * @throws {InvalidParameter} when the value is not of its type
 */
function readEntryValue(type: string, value: string, item: ItemParameters): string {
	if (type === 'email' && !isEmailAddress(value))
		throw new InvalidParameter('Value', "must be an email address; or choose another 'Value Type'");
	if (type === 'ip' && !isIpAddress(value))
		throw new InvalidParameter('Value', "must be an IPv4 or IPv6 address; or choose another 'Value Type'");
	if (type !== 'phone') return value;
	const country = readCountryParameter(item.read('country', ''));
	const number = readPhone(value, country === '' ? [] : [country]);
	if (number.kind !== 'number') throw new InvalidParameter('Value', "must be a phone number; or choose another 'Value Type'");
	if (lacksCountryCode(number)) throw new InvalidParameter('Country', 'is empty, and the number does not start with + and a country code');
	return number.digits;
}

/** The name of the tracking variable, for entries of type `custom`. */
function readVariableName(item: ItemParameters): string {
	const name = toText(item.read('variableName', ''));
	if (name === '') throw new InvalidParameter('Variable Name', 'is empty; enter the tracking variable, such as campaignID');
	return name;
}

/**
 * Reads the parameters that identify an entry, by IPQS's names.
 *
 * @throws {InvalidParameter} when the value is not of its type
 */
export function readEntry(item: ItemParameters): Record<string, string> {
	const type = readChoice('Value Type', item.read('valueType', 'email'), valuesOf(VALUE_TYPE_MENU));
	const value = readEntryValue(type, requiredText(item, 'value', 'Value'), item);
	if (type === CUSTOM) return { value, value_type: readVariableName(item), type: CUSTOM };
	return { value, value_type: type, type: readChoice('Scope', item.read('listScope', 'email'), valuesOf(SCOPE_MENU)) };
}

/** Sandbox of a change to a list. */
export const entrySandbox = (message: string): Sandbox => ({
	formats: ['phone', 'email', 'ip', 'url', 'id'],
	defaultDescription: 'Success; the sandbox stores no list',
	valueOf: (request) => parameterOf(request, 'value'),
	cases: [],
	body: () => ({ success: true, message, data: [], request_id: 'sandbox00' }),
});
