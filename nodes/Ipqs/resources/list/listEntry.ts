import type { INodeProperties } from 'n8n-workflow';
import { omitEmpty, buildFreePathRequest, requiredText } from '../../requestBuilders';
import { readChoice, InvalidParameter } from '../../../shared/parameters/validate';
import { isEmailAddress, isIpAddress } from '../../../shared/ipqs/formats';
import { cleanPhone } from '../../../shared/ipqs/phone';
import { KEY_MARKER, parameterOf, type ApiRequest } from '../../../shared/ipqs/request';
import type { Sandbox } from '../../../shared/ipqs/sandbox/sandbox';
import type { ItemParameters } from '../../../shared/lookupNode/itemParameters';

const LIST_MENU = [
	{ name: 'Allow List', value: 'allowlist', description: 'What IPQS is to let pass' },
	{ name: 'Block List', value: 'blocklist', description: 'What IPQS is to flag' },
];

const VALUE_TYPE_MENU = [
	{ name: 'CIDR Range', value: 'cidr' },
	{ name: 'Device ID', value: 'deviceid' },
	{ name: 'Domain', value: 'domain' },
	{ name: 'Email', value: 'email' },
	{ name: 'IP Address', value: 'ip' },
	{ name: 'ISP', value: 'isp' },
	{ name: 'Phone Number', value: 'phone' },
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

/** What names an entry. */
export const entryParameters: INodeProperties[] = [
	listName,
	{
		displayName: 'Value',
		name: 'value',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. name@example.com',
		description: 'What stands on the list',
	},
	{
		displayName: 'Value Type',
		name: 'valueType',
		type: 'options',
		options: VALUE_TYPE_MENU,
		default: 'email',
		description: 'What the value is',
	},
	{
		displayName: 'Scope',
		name: 'listScope',
		type: 'options',
		options: SCOPE_MENU,
		default: 'email',
		description: 'The kind of lookup that the entry counts for',
	},
];

/** A call on one of the lists; `GET` is what IPQS publishes, also for changes. */
export const listCall = (
	item: ItemParameters,
	action: 'create' | 'delete' | 'list',
	parameters: Readonly<Record<string, string>>,
): ApiRequest => {
	const name = readChoice('List', item.read('listName', 'blocklist'), valuesOf(LIST_MENU));
	return buildFreePathRequest('GET', `/api/json/${name}/${action}/${KEY_MARKER}`, omitEmpty(parameters), item);
};

/** A value as IPQS compares it, where its type can be told. */
function valueOf(type: string, value: string): string {
	if (type === 'email' && !isEmailAddress(value)) throw new InvalidParameter('Value', "must be an e-mail address, or 'Value Type' another");
	if (type === 'ip' && !isIpAddress(value)) throw new InvalidParameter('Value', "must be an IPv4 or IPv6 address, or 'Value Type' another");
	if (type !== 'phone') return value;
	const number = cleanPhone(value);
	if (!number.possible) throw new InvalidParameter('Value', "must be a phone number, or 'Value Type' another");
	return number.digits;
}

/**
 * An entry's own parameters, under IPQS's names.
 *
 * @throws {InvalidParameter} when the value is not of its type
 */
export function entryOf(item: ItemParameters): Record<string, string> {
	const type = readChoice('Value Type', item.read('valueType', 'email'), valuesOf(VALUE_TYPE_MENU));
	return {
		value: valueOf(type, requiredText(item, 'value', 'Value')),
		value_type: type,
		type: readChoice('Scope', item.read('listScope', 'email'), valuesOf(SCOPE_MENU)),
	};
}

/** How the sandbox answers a change of a list. */
export const entrySandbox = (message: string): Sandbox => ({
	formats: ['phone', 'email', 'ip', 'url', 'id'],
	defaultDescription: 'Done; the sandbox keeps no list',
	valueOf: (request) => parameterOf(request, 'value'),
	cases: [],
	body: () => ({ success: true, message, data: [], request_id: 'sandbox00' }),
});
