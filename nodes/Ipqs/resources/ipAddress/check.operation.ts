import { omitEmpty, buildLookup, readLookupValue, trueOrEmpty } from '../../requestBuilders';
import type { IpqsOperation } from '../../ipqsOperation';
import { readOptionalStrictness, strictnessProperty } from '../../../shared/lookupNode/strictness';
import { toText } from '../../../shared/parameters/text';
import type { ItemRequest } from '../../../shared/lookupNode/operation';
import { transactionFields, readTransactionOptions, transactionOptions } from '../../../shared/lookupNode/transactionOptions';
import type { AuthMode } from '../../../shared/lookupNode/connection';
import { normalizeHost } from '../../../shared/ipqs/formats';
import { IP_FIELDS } from '../../../shared/ipqs/ipAddressFields';
import { IP_SANDBOX } from './ipAddressSandbox';
import type { ItemParameters } from '../../../shared/lookupNode/itemParameters';

function buildRequest(item: ItemParameters, auth: AuthMode): ItemRequest {
	const { options } = item;
	const ip = readLookupValue(
		item,
		'ipAddress',
		'IP Address',
		normalizeHost,
		'must be the public IPv4 or IPv6 address of a visitor, or a hostname',
	);
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
	if ('unsent' in ip) return ip;
	return { request: buildLookup({ endpoint: 'ip', parameter: 'ip', value: ip.value }, parameters, item, auth) };
}

/** `GET|POST /api/json/ip` (IPQS documentation, proxy detection), with the filled-in transaction data. */
export const check: IpqsOperation = {
	name: 'check',
	label: 'Check',
	action: 'Check IP address or transaction',
	description:
		'Check an IP address: fraud score, proxy, VPN, Tor, bots and abuse. With transaction data, also the risk of a user, payment or order.',
	costsCredit: true,
	outputField: 'ipqs_ip',
	properties: [
		{
			displayName: 'IP Address',
			name: 'ipAddress',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 192.0.2.10',
			description: 'The IPv4 or IPv6 address to check, or a hostname',
		},
	],
	options: [
		{
			displayName: 'Allow Public Access Points',
			name: 'allowPublicAccessPoints',
			type: 'boolean',
			default: false,
			description:
				'Whether to skip checks that flag shared networks such as companies, schools and public hotspots, to avoid false positives',
		},
		{
			displayName: 'Fast',
			name: 'fast',
			type: 'boolean',
			default: false,
			description: 'Whether to skip slower checks for a faster response, with little effect on accuracy',
		},
		{
			displayName: 'Lighter Penalties',
			name: 'lighterPenalties',
			type: 'boolean',
			default: false,
			description: 'Whether to give lower scores to IP addresses of mixed quality, to avoid false positives',
		},
		{
			displayName: 'Mobile',
			name: 'mobile',
			type: 'boolean',
			default: false,
			description: "Whether to treat the visitor as using a mobile device. Use it only for mobile visitors when 'User Agent' is not set.",
		},
		strictnessProperty(
			'Strictness',
			'strictness',
			3,
			'How strictly IPQS scores the IP address. Higher levels take longer; levels 2 and 3 are very strict and produce false positives.',
		),
		...transactionOptions,
		{
			displayName: 'User Agent',
			name: 'userAgent',
			type: 'string',
			default: '',
			placeholder: 'e.g. Mozilla/5.0',
			description:
				"User-Agent header of the visitor's browser. Improves the score, and adds browser, operating system and device to the result.",
		},
		{
			displayName: 'User Language',
			name: 'userLanguage',
			type: 'string',
			default: '',
			placeholder: 'e.g. en-US',
			description: "Accept-Language header of the visitor's browser. Improves the score.",
		},
	],
	fields: IP_FIELDS,
	sandbox: IP_SANDBOX,
	buildRequest,
	extraFields: ({ options }) => transactionFields(options),
};
