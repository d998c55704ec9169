import type { JsonObject } from '../../../shared/json/json';
import { parameterOf, type ApiRequest } from '../../../shared/ipqs/request';
import type { Sandbox } from '../../../shared/ipqs/sandbox/sandbox';

const bodyOf = (request: ApiRequest): JsonObject => {
	const url = parameterOf(request, 'url');
	return {
		message: 'Success.',
		success: true,
		unsafe: false,
		domain: 'example.com',
		root_domain: 'example.com',
		ip_address: '192.0.2.1',
		server: 'N/A',
		content_type: 'text/html',
		status_code: 200,
		page_size: 1256,
		domain_rank: 490,
		dns_valid: true,
		parking: false,
		spamming: false,
		malware: false,
		phishing: false,
		suspicious: false,
		adult: false,
		risk_score: 0,
		country_code: 'US',
		category: 'Computers & Internet',
		domain_age: { human: '31 years ago', timestamp: 808_372_800, iso: '1995-08-14T00:00:00-04:00' },
		domain_trust: 'trusted',
		redirected: false,
		short_link_redirect: false,
		hosted_content: false,
		page_title: 'Sandbox',
		risky_tld: false,
		spf_record: true,
		dmarc_record: true,
		technologies: [],
		a_records: ['192.0.2.1'],
		mx_records: [''],
		ns_records: ['ns.example.com'],
		language_code: 'N/A',
		final_url: url,
		scanned_url: url,
		request_id: `sandbox${/(\d\d)$/.exec(url)?.[1] ?? '00'}`,
	};
};

/** Sandbox of URL scans: the two digits of `https://example.com/nn` choose the result. */
export const URL_SANDBOX: Sandbox = {
	formats: ['url'],
	defaultDescription: 'Safe, score 0, all clear',
	valueOf: (request) => parameterOf(request, 'url'),
	cases: [
		{ digits: '10', description: 'Score 75, parked domain', response: { fields: { risk_score: 75, parking: true, suspicious: true } } },
		{
			digits: '23',
			description: 'Score 100, phishing',
			response: { fields: { risk_score: 100, unsafe: true, phishing: true, suspicious: true } },
		},
		{ digits: '50', description: 'Fields not in the plan', response: { fields: { domain_trust: 'Upgraded plan required.' } } },
	],
	body: bodyOf,
};
