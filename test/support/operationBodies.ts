import type { IDataObject } from 'n8n-workflow';

/** Bodies with the fields, order and oddities of live ones: numbers as text, "N/A", sentences about the plan, fields never seen before. */
export const EMAIL_BODY: IDataObject = {
	message: 'Success.',
	success: true,
	valid: true,
	disposable: false,
	smtp_score: '3',
	overall_score: 4,
	first_name: 'Ada',
	generic: false,
	common: true,
	dns_valid: true,
	honeypot: false,
	deliverability: 'high',
	frequent_complainer: false,
	spam_trap_score: 'none',
	catch_all: false,
	timed_out: false,
	suspect: 'false',
	recent_abuse: null,
	fraud_score: 12.5,
	suggested_domain: 'N/A',
	leaked: true,
	domain_age: { human: '26 years ago', timestamp: 950_000_000, iso: '2000-02-08T03:53:20-05:00' },
	first_seen: { human: '3 years ago', timestamp: 1_667_000_000, iso: '2022-10-28T19:33:20-04:00' },
	domain_trust: 'Upgraded plan required.',
	sanitized_email: 'ada@example.org',
	domain_velocity: 'Enterprise Mini or higher required.',
	user_activity: 'Enterprise L4+ required.',
	associated_names: { status: 'Enterprise Plus or higher required.', names: [] },
	associated_phone_numbers: { status: 'No associated phone numbers found.', phone_numbers: [] },
	risky_tld: false,
	spf_record: true,
	dmarc_record: false,
	mx_records: ['mx.example.org'],
	a_records: ['192.0.2.80'],
	identity_data: [],
	request_id: 'E1mA2iL3bD',
	brand_new_field: { of: ['IPQS'] },
};

export const IP_BODY: IDataObject = {
	success: true,
	message: 'Success',
	fraud_score: 88,
	country_code: 'DE',
	region: 'Land Berlin',
	city: 'Berlin',
	ISP: 'Example Networks',
	ASN: '64496',
	organization: 'Example Networks',
	is_crawler: false,
	timezone: 'Europe/Berlin',
	mobile: false,
	host: 'host.example.net',
	proxy: true,
	vpn: true,
	tor: false,
	active_vpn: true,
	active_tor: false,
	recent_abuse: true,
	bot_status: false,
	connection_type: 'Premium required.',
	abuse_velocity: 'Premium required.',
	shared_connection: false,
	dynamic_connection: false,
	frequent_abuser: false,
	high_risk_attacks: false,
	security_scanner: false,
	trusted_network: false,
	zip_code: 'N/A',
	latitude: 52.52,
	longitude: 13.4,
	abuse_events: ['Enterprise plan required to view abuse events and active proxy networks'],
	request_id: 'I1pA2dD3rE',
	transaction_details: { risk_score: '7.5', valid_billing_email: true, bin_country: 'N/A' },
};

export const URL_BODY: IDataObject = {
	message: 'Success.',
	success: true,
	unsafe: true,
	domain: 'shop.example.com',
	root_domain: 'example.com',
	ip_address: '192.0.2.44',
	server: 'N/A',
	content_type: 'text/html; charset=UTF-8',
	status_code: 404,
	page_size: 0,
	domain_rank: 0,
	dns_valid: true,
	parking: false,
	spamming: true,
	malware: false,
	phishing: true,
	suspicious: true,
	adult: false,
	risk_score: '95',
	country_code: 'US',
	category: 'N/A',
	domain_age: { human: '5 months ago', timestamp: 1_750_000_000, iso: '2025-06-15T11:06:40-04:00' },
	domain_trust: 'malicious',
	redirected: false,
	short_link_redirect: false,
	hosted_content: false,
	page_title: 'Sign In',
	risky_tld: false,
	spf_record: false,
	dmarc_record: false,
	technologies: ['nginx'],
	a_records: ['192.0.2.44'],
	mx_records: [''],
	ns_records: ['ns.example.com'],
	language_code: 'en',
	final_url: 'https://shop.example.com/login',
	scanned_url: 'https://shop.example.com/login?id=1&to=caf%C3%A9',
	request_id: 'U1rL2sC3aN',
};

export const LEAK: IDataObject = {
	success: true,
	message: 'Success',
	request_hash: 'c0ffee'.repeat(10),
	source: ['example.com', 'Example Forum 2024'],
	exposed: true,
	first_seen: { human: '2 years ago', timestamp: 1_700_000_000, iso: '2023-11-14T17:13:20-05:00' },
	request_id: 'L1eA2kE3dX',
};

/** What a leak tells of a password; nobody's. */
export const LEAKED_PASSWORD = 'correct horse battery staple';

export const LEAK_BODY: IDataObject = { ...LEAK, plain_text_password: LEAKED_PASSWORD };

export const USAGE_BODY: IDataObject = {
	success: true,
	message: 'Success',
	credits: '4999',
	usage: 92,
	proxy_usage: 54,
	email_usage: 38,
	fingerprint_usage: 0,
	mobile_sdk_usage: 0,
	url_usage: 60,
	phone_usage: 68,
	country_code: 'US',
	request_id: 'A1cC2oU3nT',
};

export const DEVICE_BODY: IDataObject = {
	message: 'Success',
	success: true,
	device_id: 'aB3_dE6-9',
	guid: '4f1c0de0fact10n',
	guid_confidence: '97',
	fraud_chance: 25,
	is_crawler: false,
	connection_type: 'Premium required.',
	proxy: false,
	vpn: false,
	tor: false,
	active_vpn: false,
	active_tor: false,
	recent_abuse: false,
	bot_status: 'true',
	operating_system: 'Example OS 12',
	request_id: 'D1eV2iC3eX',
};

export const AVERAGES_BODY: IDataObject = {
	success: true,
	message: 'Success',
	average_fraud_score: 18.25,
	proxies: '12',
	request_id: 'S1tA2tS3xY',
};

export const REPORT_BODY: IDataObject = { success: true, message: 'Success', request_id: 'R1eP2oR3tX' };

/** A record of the request list; `number` tells one from another. */
export const recordOf = (number: number): IDataObject => ({
	success: true,
	message: 'Success',
	fraud_score: String(number % 101),
	country_code: 'US',
	region: 'Colorado',
	recent_abuse: number % 2 === 1,
	connection_type: 'Premium required.',
	request_id: `record${number}`,
	click_date: '2026-11-20 21:49:17',
	variables: [],
	ip: '198.51.100.7',
});

/** One page of a request list of `total` records, as IPQS cuts it. */
export function pageOf(total: number, { page, limit }: { page: number; limit: number }): IDataObject {
	const size = Math.min(limit, 250);
	const requests = Array.from({ length: Math.max(0, Math.min(size, total - (page - 1) * size)) }, (_, index) =>
		recordOf((page - 1) * size + index),
	);
	return {
		success: true,
		requests,
		request_count: requests.length,
		current_page: page,
		total_pages: Math.ceil(total / size),
		max_results_per_page: size,
		total_requests: total,
		request_id: `page${page}`,
	};
}

export const ENTRIES: IDataObject[] = [
	{ type: 'proxy', value: '198.51.100.7', value_type: 'ip', reason: 'null' },
	{ type: 'email', value: 'ada@example.org', value_type: 'email', reason: 'chargeback' },
	{ type: 'phone', value: '12015550123', value_type: 'phone', reason: 'null' },
];

export const listBody = (data: unknown = ENTRIES): IDataObject =>
	({ success: true, message: 'Success', data, request_id: 'L1iS2tX3yZ' }) as IDataObject;
