import { filled, lookupOf, requiredText, whenOn } from '../../requestBuilders';
import type { SuiteOperation } from '../../ipqsOperation';
import { chosenLevel, strictness } from '../../../shared/lookupNode/strictness';
import { textOf } from '../../../shared/parameters/text';
import type { ItemParameters, Question } from '../../../shared/lookupNode/operation';
import { transactionField, transactionOf, transactionOptions } from '../../../shared/lookupNode/transactionOptions';
import type { Access } from '../../../shared/lookupNode/connection';
import { InvalidParameter } from '../../../shared/parameters/validate';
import { isHost } from '../../../shared/ipqs/formats';
import { IP_FIELDS } from './ipAddressFields';
import { IP_SANDBOX } from './ipAddressSandbox';

function ask(item: ItemParameters, access: Access): Question {
	const { options } = item;
	const ip = requiredText(item, 'ipAddress', 'IP Address');
	if (!isHost(ip)) throw new InvalidParameter('IP Address', 'must be an IPv4 or IPv6 address, or a hostname');
	const parameters = filled({
		...transactionOf(options),
		strictness: chosenLevel('Strictness', options.strictness, 3),
		user_agent: textOf(options.userAgent),
		user_language: textOf(options.userLanguage),
		fast: whenOn('Fast', options.fast),
		mobile: whenOn('Mobile', options.mobile),
		allow_public_access_points: whenOn('Allow Public Access Points', options.allowPublicAccessPoints),
		lighter_penalties: whenOn('Lighter Penalties', options.lighterPenalties),
	});
	return { request: lookupOf({ endpoint: 'ip', parameter: 'ip', value: ip }, parameters, item, access) };
}

/** `GET|POST /api/json/ip` (IPQS documentation, proxy detection), with transaction data where it is filled in. */
export const check: SuiteOperation = {
	name: 'check',
	label: 'Check',
	action: 'Check IP address or transaction',
	description: 'Check an IP address: fraud score, proxy, VPN, Tor, bots and abuse; with transaction data, the risk of a user, payment or order as a whole',
	charged: true,
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
		strictness('Strictness', 'strictness', 3, 'How readily IPQS flags an address'),
		...transactionOptions,
		{
			displayName: 'User Agent',
			name: 'userAgent',
			type: 'string',
			default: '',
			placeholder: 'e.g. Mozilla/5.0',
			description: 'The browser\'s User-Agent header, for better scores and the device\'s brand and system',
		},
		{
			displayName: 'User Language',
			name: 'userLanguage',
			type: 'string',
			default: '',
			placeholder: 'e.g. en-US',
			description: 'The browser\'s Accept-Language header',
		},
	],
	fields: IP_FIELDS,
	sandbox: IP_SANDBOX,
	ask,
	extraFields: ({ options }) => transactionField(options),
};
