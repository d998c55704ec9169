import { omitEmpty, buildLookup, requiredText, trueOrEmpty } from '../../requestBuilders';
import type { IpqsOperation } from '../../ipqsOperation';
import { readOptionalStrictness, strictnessProperty } from '../../../shared/lookupNode/strictness';
import { toText } from '../../../shared/parameters/text';
import type { ItemRequest } from '../../../shared/lookupNode/operation';
import { transactionFields, readTransactionOptions, transactionOptions } from '../../../shared/lookupNode/transactionOptions';
import type { AuthMode } from '../../../shared/lookupNode/connection';
import { InvalidParameter } from '../../../shared/parameters/validate';
import { isHost } from '../../../shared/ipqs/formats';
import { IP_FIELDS } from '../../../shared/ipqs/ipAddressFields';
import { IP_SANDBOX } from './ipAddressSandbox';
import type { ItemParameters } from '../../../shared/lookupNode/itemParameters';

function buildRequest(item: ItemParameters, access: AuthMode): ItemRequest {
	const { options } = item;
	const ip = requiredText(item, 'ipAddress', 'IP Address');
	if (!isHost(ip)) throw new InvalidParameter('IP Address', 'must be an IPv4 or IPv6 address, or a hostname');
	const parameters = omitEmpty({
		...readTransactionOptions(options),
		strictness: readOptionalStrictness('Strictness', options.strictness, 3),
		user_agent: toText(options.userAgent),
		user_language: toText(options.userLanguage),
		fast: trueOrEmpty('Fast', options.fast),
		mobile: trueOrEmpty('Mobile', options.mobile),
		allow_public_access_points: trueOrEmpty('Allow Public Access Points', options.allowPublicAccessPoints),
		lighter_penalties: trueOrEmpty('Lighter Penalties', options.lighterPenalties),
	});
	return { request: buildLookup({ endpoint: 'ip', parameter: 'ip', value: ip }, parameters, item, access) };
}

/** `GET|POST /api/json/ip` (IPQS documentation, proxy detection), with transaction data where it is filled in. */
export const check: IpqsOperation = {
	name: 'check',
	label: 'Check',
	action: 'Check IP address or transaction',
	description:
		'Check an IP address: fraud score, proxy, VPN, Tor, bots and abuse; with transaction data, the risk of a user, payment or order as a whole',
	costsCredit: true,
	properties: [
		{
			displayName: 'IP Address',
			name: 'ipAddress',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 192.0.2.10',
			description: 'One IPv4 or IPv6 address, or a hostname',
		},
	],
	options: [
		{
			displayName: 'Allow Public Access Points',
			name: 'allowPublicAccessPoints',
			type: 'boolean',
			default: false,
			description: 'Whether to go easy on schools, companies and public networks that many people share',
		},
		{ displayName: 'Fast', name: 'fast', type: 'boolean', default: false, description: 'Whether to leave out the slower checks' },
		{
			displayName: 'Lighter Penalties',
			name: 'lighterPenalties',
			type: 'boolean',
			default: false,
			description: 'Whether to score mixed-quality addresses more mildly',
		},
		{
			displayName: 'Mobile',
			name: 'mobile',
			type: 'boolean',
			default: false,
			description: 'Whether to treat the visitor as one on a mobile device, where no user agent says so',
		},
		strictnessProperty('Strictness', 'strictness', 3, 'How readily IPQS flags an address'),
		...transactionOptions,
		{
			displayName: 'User Agent',
			name: 'userAgent',
			type: 'string',
			default: '',
			placeholder: 'e.g. Mozilla/5.0',
			description: "The browser's User-Agent header, for better scores and the device's brand and system",
		},
		{
			displayName: 'User Language',
			name: 'userLanguage',
			type: 'string',
			default: '',
			placeholder: 'e.g. en-US',
			description: "The browser's Accept-Language header",
		},
	],
	fields: IP_FIELDS,
	sandbox: IP_SANDBOX,
	buildRequest,
	extraFields: ({ options }) => transactionFields(options),
};
