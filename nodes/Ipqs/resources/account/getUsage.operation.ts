import { buildFreePathRequest } from '../../requestBuilders';
import type { IpqsOperation } from '../../ipqsOperation';
import { ACCOUNT_REQUEST } from '../../../shared/ipqs/accountRequest';
import { MESSAGE, REQUEST_ID, SUCCESS } from '../../../shared/ipqs/commonFields';

/** `GET /api/json/account/{key}` (IPQS documentation, credit usage). */
export const getUsage: IpqsOperation = {
	name: 'getUsage',
	label: 'Get Usage',
	action: 'Get account credits and usage',
	description: 'Get the credits of your account and what they were used for',
	costsCredit: false,
	properties: [],
	options: [],
	fields: [
		SUCCESS,
		MESSAGE,
		{
			name: 'credits',
			label: 'Credits',
			type: 'number',
			simplified: true,
			description: 'Credits of the account; IPQS does not document whether used credits are subtracted',
		},
		{ name: 'usage', label: 'Usage', type: 'number', simplified: true, description: 'Credits used in this billing period' },
		{ name: 'proxy_usage', label: 'IP Usage', type: 'number', simplified: true, description: 'IP address lookups' },
		{ name: 'email_usage', label: 'Email Usage', type: 'number', simplified: true, description: 'Email address lookups' },
		{ name: 'phone_usage', label: 'Phone Usage', type: 'number', simplified: true, description: 'Phone number lookups' },
		{ name: 'url_usage', label: 'URL Usage', type: 'number', simplified: true, description: 'URL scans' },
		{ name: 'fingerprint_usage', label: 'Fingerprint Usage', type: 'number', simplified: true, description: 'Device fingerprints' },
		{
			name: 'mobile_sdk_usage',
			label: 'Mobile SDK Usage',
			type: 'number',
			simplified: true,
			description: 'Mobile device fingerprints',
		},
		{ name: 'country_code', label: 'Country Code', type: 'text', description: 'Two-letter country code of the account (ISO 3166-1)' },
		REQUEST_ID,
	],
	sandbox: {
		formats: [],
		defaultDescription: '4,908 of 5,000 credits left',
		valueOf: () => '',
		cases: [],
		body: () => ({
			success: true,
			message: 'Success',
			credits: 4908,
			usage: 92,
			proxy_usage: 20,
			email_usage: 24,
			fingerprint_usage: 0,
			mobile_sdk_usage: 0,
			url_usage: 8,
			phone_usage: 40,
			country_code: 'US',
			request_id: 'sandbox00',
		}),
	},
	buildRequest: (item) => ({ request: buildFreePathRequest('GET', ACCOUNT_REQUEST.path, {}, item) }),
};
