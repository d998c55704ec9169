import type { IDataObject } from 'n8n-workflow';
import type { Asking } from './operationRuns';
import {
	AVERAGES_BODY,
	DEVICE_BODY,
	EMAIL_BODY,
	ENTRIES,
	IP_BODY,
	LEAK,
	LEAK_BODY,
	listBody,
	pageOf,
	recordOf,
	REPORT_BODY,
	URL_BODY,
	USAGE_BODY,
} from './operationBodies';

interface Address {
	readonly path: string;
	readonly parameters: IDataObject;
}

interface SuiteCase extends Asking {
	readonly parameters: IDataObject;
	readonly charged: boolean;
	/** It must not be carried out twice, and so is not sent again where it may have arrived. */
	readonly once?: true;
	readonly method: 'GET' | 'POST';
	/** The request where the credential puts the key in the header; `{key}` where IPQS publishes the path alone. */
	readonly inHeader: Address;
	/** The request where the credential puts the key in the path. */
	readonly inPath: Address;
	readonly body: IDataObject;
	/** Fields of each result, beside `lookup`. */
	readonly simplified: readonly IDataObject[];
	readonly raw: readonly IDataObject[];
	readonly selected: { readonly fields: string[]; readonly result: readonly IDataObject[] };
	/** Sentences about the plan in the body, where it is one result. */
	readonly notInPlan?: IDataObject;
	/** A refusal that says what this operation may hear. */
	readonly refusal: { readonly says: string; readonly reason: string; readonly message: RegExp };
}

/** Most free calls, and all changes of a list, are published with the key in the path alone. */
const samePath = (path: string, parameters: IDataObject) => ({ inHeader: { path, parameters }, inPath: { path, parameters } });

/** A lookup of one value: a parameter beside a key in the header, the next segment behind a key in the path. */
const lookup = (endpoint: string, parameter: string, value: string) => ({
	charged: true,
	method: 'GET' as const,
	inHeader: { path: `/api/json/${endpoint}`, parameters: { [parameter]: value } },
	inPath: { path: `/api/json/${endpoint}/{key}/${encodeURIComponent(value)}`, parameters: {} },
});

const NO_CREDITS = {
	says: 'You have insufficient credits to make this query. Please contact IPQualityScore support if this error persists.',
	reason: 'insufficient_credits',
	message: /^The IPQS account is out of credits, or the key does not exist$/,
};

const NO_MATCH = /^IPQS found no match for the request/;

const pick = (body: IDataObject, ...names: string[]): IDataObject => Object.fromEntries(names.map((name) => [name, body[name] ?? null]));

const URL_VALUE = 'https://shop.example.com/login?id=1&to=café';

/** Every operation with an ordinary request, IPQS's answer and what people get of it. */
export const SUITE_CASES: readonly SuiteCase[] = [
	{
		resource: 'account',
		operation: 'getUsage',
		parameters: {},
		charged: false,
		method: 'GET',
		...samePath('/api/json/account/{key}', {}),
		body: USAGE_BODY,
		simplified: [
			{
				...{ success: true, message: 'Success', credits: 4999, usage: 92, proxy_usage: 54, email_usage: 38, phone_usage: 68 },
				...{ url_usage: 60, fingerprint_usage: 0, mobile_sdk_usage: 0 },
			},
		],
		raw: [USAGE_BODY],
		selected: { fields: ['country_code'], result: [{ success: true, country_code: 'US' }] },
		refusal: {
			says: 'Invalid or unauthorized key. Please check the API key and try again.',
			reason: 'invalid_key',
			message: /^IPQS rejected the API key$/,
		},
	},
	{
		resource: 'deviceFingerprint',
		operation: 'getResult',
		parameters: { ipAddress: '={{ $json.ip }}', deviceId: 'aB3_dE6-9' },
		charged: false,
		method: 'GET',
		...samePath('/api/tracker/results/{key}/198.51.100.7/aB3_dE6-9', {}),
		body: DEVICE_BODY,
		// What IPQS documents in part alone keeps the rest as it came.
		simplified: [{ ...DEVICE_BODY, guid_confidence: 97, connection_type: null, bot_status: true }],
		raw: [DEVICE_BODY],
		selected: { fields: ['fraud_chance', 'bot_status'], result: [{ success: true, fraud_chance: 25, bot_status: true }] },
		notInPlan: { connection_type: 'Premium required.' },
		refusal: { says: 'Invalid IP/Device ID.', reason: 'not_found', message: NO_MATCH },
	},
	{
		resource: 'email',
		operation: 'validate',
		parameters: { email: '={{ $json.mail }}' },
		...lookup('email', 'email', 'ada+lead@example.org'),
		body: EMAIL_BODY,
		simplified: [
			{
				...pick(
					EMAIL_BODY,
					'message',
					'success',
					'valid',
					'disposable',
					'overall_score',
					'first_name',
					'generic',
					'dns_valid',
					'honeypot',
					'deliverability',
				),
				...pick(
					EMAIL_BODY,
					'frequent_complainer',
					'spam_trap_score',
					'catch_all',
					'timed_out',
					'fraud_score',
					'leaked',
					'domain_age',
					'first_seen',
					'sanitized_email',
				),
				...{ smtp_score: 3, suspect: false, recent_abuse: null, suggested_domain: null, user_activity: null },
			},
		],
		raw: [EMAIL_BODY],
		selected: {
			fields: ['smtp_score', 'domain_trust', 'associated_names', 'mx_records'],
			result: [
				{ success: true, smtp_score: 3, domain_trust: null, associated_names: { status: null, names: [] }, mx_records: ['mx.example.org'] },
			],
		},
		notInPlan: {
			domain_trust: 'Upgraded plan required.',
			domain_velocity: 'Enterprise Mini or higher required.',
			user_activity: 'Enterprise L4+ required.',
			'associated_names.status': 'Enterprise Plus or higher required.',
		},
		refusal: NO_CREDITS,
	},
	{
		resource: 'fraudReport',
		operation: 'submit',
		parameters: { reportType: 'phone', value: '={{ $json.phone }}' },
		charged: false,
		once: true,
		method: 'POST',
		...samePath('/api/json/report/{key}', { phone: '12015550123', country: 'US' }),
		body: REPORT_BODY,
		simplified: [REPORT_BODY],
		raw: [REPORT_BODY],
		selected: { fields: ['request_id'], result: [{ success: true, request_id: 'R1eP2oR3tX' }] },
		refusal: {
			says: 'Invalid country. Please check the country and try again.',
			reason: 'rejected_request',
			message: /^IPQS rejected the request: Invalid country\./,
		},
	},
	{
		resource: 'ipAddress',
		operation: 'check',
		parameters: { ipAddress: '={{ $json.ip }}' },
		...lookup('ip', 'ip', '198.51.100.7'),
		body: IP_BODY,
		simplified: [
			{
				...pick(
					IP_BODY,
					'success',
					'message',
					'fraud_score',
					'country_code',
					'region',
					'city',
					'ISP',
					'organization',
					'is_crawler',
					'timezone',
					'mobile',
				),
				...pick(
					IP_BODY,
					'proxy',
					'vpn',
					'tor',
					'active_vpn',
					'active_tor',
					'recent_abuse',
					'bot_status',
					'frequent_abuser',
					'high_risk_attacks',
				),
				...{ ASN: 64496, connection_type: null, abuse_velocity: null },
			},
		],
		raw: [IP_BODY],
		selected: {
			fields: ['zip_code', 'latitude', 'abuse_events', 'transaction_details.risk_score'],
			result: [{ success: true, zip_code: null, latitude: 52.52, abuse_events: null, transaction_details: { risk_score: 7.5 } }],
		},
		notInPlan: {
			connection_type: 'Premium required.',
			abuse_velocity: 'Premium required.',
			abuse_events: 'Enterprise plan required to view abuse events and active proxy networks',
		},
		refusal: {
			says: 'Invalid IPv4 address, IPv6 address or hostname. Please check the IP/Hostname and try again.',
			reason: 'rejected_request',
			message: /^IPQS rejected the request: Invalid IPv4 address/,
		},
	},
	{
		resource: 'leakedData',
		operation: 'check',
		parameters: { leakType: 'username', value: '={{ $json.user }}' },
		...lookup('leaked/username', 'username', 'ada lovelace'),
		body: LEAK_BODY,
		simplified: [pick(LEAK_BODY, 'success', 'message', 'exposed', 'source', 'first_seen')],
		raw: [LEAK],
		selected: {
			fields: ['exposed', 'request_hash', 'plain_text_password'],
			result: [pick(LEAK_BODY, 'success', 'exposed', 'request_hash')],
		},
		refusal: NO_CREDITS,
	},
	{
		resource: 'list',
		operation: 'add',
		parameters: { listName: 'allowlist', value: '={{ $json.mail }}', valueType: 'email', listScope: 'email', reason: 'a friend & partner' },
		charged: false,
		method: 'GET',
		...samePath('/api/json/allowlist/create/{key}', {
			value: 'ada+lead@example.org',
			value_type: 'email',
			type: 'email',
			reason: 'a friend & partner',
		}),
		body: { success: true, message: 'Successfully inserted Allow List entry.', request_id: 'L1iS2tA3dD' },
		simplified: [{ success: true, message: 'Successfully inserted Allow List entry.', request_id: 'L1iS2tA3dD' }],
		raw: [{ success: true, message: 'Successfully inserted Allow List entry.', request_id: 'L1iS2tA3dD' }],
		selected: { fields: ['message'], result: [{ success: true, message: 'Successfully inserted Allow List entry.' }] },
		refusal: { says: 'Invalid value type.', reason: 'rejected_request', message: /^IPQS rejected the request: Invalid value type\.$/ },
	},
	{
		resource: 'list',
		operation: 'delete',
		parameters: { listName: 'blocklist', value: '198.51.100.7', valueType: 'ip', listScope: 'proxy' },
		charged: false,
		method: 'GET',
		...samePath('/api/json/blocklist/delete/{key}', { value: '198.51.100.7', value_type: 'ip', type: 'proxy' }),
		body: { success: true, message: 'Successfully deleted Block List entry.', data: [], request_id: 'L1iS2tD3eL' },
		simplified: [{ deleted: true }],
		raw: [{ success: true, message: 'Successfully deleted Block List entry.', data: [], request_id: 'L1iS2tD3eL', deleted: true }],
		selected: { fields: ['deleted'], result: [{ success: true, deleted: true }] },
		refusal: { says: 'Unable to locate records matching your request.', reason: 'not_found', message: NO_MATCH },
	},
	{
		resource: 'list',
		operation: 'getMany',
		parameters: { listName: 'blocklist', returnAll: true },
		charged: false,
		method: 'GET',
		...samePath('/api/json/blocklist/list/{key}', {}),
		body: listBody(),
		simplified: ENTRIES.map(({ reason, ...entry }) => ({ ...entry, reason: reason === 'null' ? null : reason })) as IDataObject[],
		raw: ENTRIES,
		selected: { fields: ['value'], result: ENTRIES.map(({ value }) => ({ value })) },
		refusal: {
			says: 'You have exceeded your request quota of 200 per day. Please upgrade to increase your request quota.',
			reason: 'quota_exceeded',
			message: /^The request quota of the IPQS account is used up$/,
		},
	},
	{
		resource: 'postback',
		operation: 'send',
		parameters: { requestId: 'I1pA2dD3rE', conversionStatus: true, conversionDate: '2026-11-20T18:05:00' },
		charged: false,
		once: true,
		method: 'POST',
		inHeader: {
			path: '/api/json/postback',
			parameters: { request_id: 'I1pA2dD3rE', 'update[ConversionStatus]': 'true', 'update[ConversionDate]': '2026-11-20 18:05:00' },
		},
		inPath: {
			path: '/api/json/postback/{key}',
			parameters: { request_id: 'I1pA2dD3rE', 'update[ConversionStatus]': 'true', 'update[ConversionDate]': '2026-11-20 18:05:00' },
		},
		body: recordOf(7),
		simplified: [
			{
				success: true,
				message: 'Success',
				request_id: 'record7',
				click_date: '2026-11-20 21:49:17',
				ip: '198.51.100.7',
				fraud_score: 7,
				recent_abuse: true,
				variables: null,
			},
		],
		raw: [recordOf(7)],
		selected: { fields: ['region', 'connection_type'], result: [{ success: true, region: 'Colorado', connection_type: null }] },
		notInPlan: { connection_type: 'Premium required.' },
		refusal: { says: '', reason: 'not_found', message: NO_MATCH },
	},
	{
		resource: 'request',
		operation: 'getMany',
		parameters: { requestType: 'proxy', startDate: '2026-11-01T00:00:00', stopDate: '2026-11-20', limit: 2 },
		charged: false,
		method: 'GET',
		inHeader: {
			path: '/api/json/requests/list',
			parameters: { type: 'proxy', start_date: '2026-11-01', stop_date: '2026-11-20', page: '1', limit: '2' },
		},
		inPath: {
			path: '/api/json/requests/{key}/list',
			parameters: { type: 'proxy', start_date: '2026-11-01', stop_date: '2026-11-20', page: '1', limit: '2' },
		},
		body: pageOf(2, { page: 1, limit: 2 }),
		simplified: [0, 1].map((number) => ({
			...{ success: true, message: 'Success', request_id: `record${number}`, click_date: '2026-11-20 21:49:17', ip: '198.51.100.7' },
			...{ fraud_score: number, recent_abuse: number === 1, variables: null },
		})),
		raw: [recordOf(0), recordOf(1)],
		selected: { fields: ['country_code'], result: [0, 1].map(() => ({ success: true, country_code: 'US' })) },
		notInPlan: { connection_type: 'Premium required.' },
		refusal: {
			says: 'Invalid start_date. Must be YYYY-MM-DD.',
			reason: 'rejected_request',
			message: /^IPQS rejected the request: Invalid start_date\./,
		},
	},
	{
		resource: 'statistics',
		operation: 'getAverages',
		parameters: {
			source: 'tracker',
			trackerId: '={{ $json.tracker }}',
			country: 'Germany',
			startDate: '2026-11-01',
			stopDate: '2026-11-20T00:00:00.000+01:00',
		},
		charged: false,
		method: 'GET',
		...samePath('/api/{key}/4711/tracker/average', { country: 'DE', start_date: '2026-11-01', end_date: '2026-11-20' }),
		body: AVERAGES_BODY,
		simplified: [AVERAGES_BODY],
		raw: [AVERAGES_BODY],
		selected: { fields: ['request_id'], result: [{ success: true, request_id: 'S1tA2tS3xY' }] },
		refusal: { says: 'Unable to locate records matching your request.', reason: 'not_found', message: NO_MATCH },
	},
	{
		resource: 'url',
		operation: 'scan',
		parameters: { url: '={{ $json.url }}' },
		...lookup('url', 'url', URL_VALUE),
		body: URL_BODY,
		simplified: [
			{
				...pick(
					URL_BODY,
					'message',
					'success',
					'unsafe',
					'domain',
					'root_domain',
					'ip_address',
					'status_code',
					'domain_rank',
					'dns_valid',
					'parking',
					'spamming',
				),
				...pick(
					URL_BODY,
					'malware',
					'phishing',
					'suspicious',
					'adult',
					'country_code',
					'domain_age',
					'redirected',
					'final_url',
					'scanned_url',
				),
				...{ risk_score: 95, category: null },
			},
		],
		raw: [URL_BODY],
		selected: { fields: ['technologies', 'server'], result: [{ success: true, technologies: ['nginx'], server: null }] },
		refusal: NO_CREDITS,
	},
];

/** An item with what every operation of the table is asked about. */
export const SUBJECT: IDataObject = {
	id: 'a lead',
	mail: 'ada+lead@example.org',
	ip: '198.51.100.7',
	phone: '+1 (201) 555-0123',
	user: 'ada lovelace',
	tracker: 4711,
	url: URL_VALUE,
};

/** The table for `describe.each`: what is asked, by its name. */
export const BY_NAME = SUITE_CASES.map((one) => [`${one.resource}: ${one.operation}`, one] as const);

export const CHARGED = BY_NAME.filter(([, { charged }]) => charged);

export const FREE = BY_NAME.filter(([, { charged }]) => !charged);
