import type { JsonObject } from '../../../shared/json/json';
import { parameterOf, type ApiRequest } from '../../../shared/ipqs/request';
import type { Sandbox } from '../../../shared/ipqs/sandbox/sandbox';

const AGE = { human: '10 years ago', timestamp: 1_460_000_000, iso: '2016-04-06T23:33:20-04:00' };

function bodyOf(request: ApiRequest): JsonObject {
	const email = parameterOf(request, 'email');
	return {
		message: 'Success.',
		success: true,
		valid: true,
		disposable: false,
		smtp_score: 3,
		overall_score: 4,
		first_name: 'Unknown',
		generic: false,
		common: false,
		dns_valid: true,
		honeypot: false,
		deliverability: 'high',
		frequent_complainer: false,
		spam_trap_score: 'none',
		catch_all: false,
		timed_out: false,
		suspect: false,
		recent_abuse: false,
		fraud_score: 0,
		suggested_domain: 'N/A',
		leaked: false,
		domain_age: AGE,
		first_seen: AGE,
		domain_trust: 'trusted',
		sanitized_email: email.toLowerCase(),
		domain_velocity: 'low',
		user_activity: 'none',
		associated_names: { status: 'No associated names found.', names: [] },
		associated_phone_numbers: { status: 'No associated phone numbers found.', phone_numbers: [] },
		risky_tld: false,
		spf_record: true,
		dmarc_record: true,
		mx_records: ['mail.example.com'],
		a_records: ['192.0.2.1'],
		request_id: `sandbox${/(\d\d)@/.exec(email)?.[1] ?? '00'}`,
	};
}

const INVALID = { valid: false, smtp_score: -1, overall_score: 0, deliverability: 'low', sanitized_email: 'N/A' };

/** Sandbox of email lookups: the two digits before `@example.com` choose the result. */
export const EMAIL_SANDBOX: Sandbox = {
	formats: ['email'],
	defaultDescription: 'Valid, score 0, all clear',
	valueOf: (request) => parameterOf(request, 'email'),
	cases: [
		{ digits: '20', description: 'Score 75, disposable', response: { fields: { fraud_score: 75, disposable: true } } },
		{
			digits: '21',
			description: 'Score 88, accepts all, spam trap',
			response: { fields: { fraud_score: 88, catch_all: true, smtp_score: 2, spam_trap_score: 'high' } },
		},
		{
			digits: '23',
			description: 'Score 100, recent abuse, leaked',
			response: { fields: { fraud_score: 100, recent_abuse: true, leaked: true, suspect: true } },
		},
		{ digits: '30', description: 'Not a valid address', response: { fields: { ...INVALID, fraud_score: 85 } } },
		{ digits: '31', description: 'Mail server timed out', response: { fields: { ...INVALID, timed_out: true } } },
		{
			digits: '50',
			description: 'Fields not in the plan',
			response: {
				fields: {
					user_activity: 'Enterprise L4+ required.',
					domain_velocity: 'Enterprise Mini or higher required.',
					domain_trust: 'Upgraded plan required.',
					associated_names: { status: 'Enterprise Plus or higher required.', names: [] },
					associated_phone_numbers: { status: 'Enterprise Plus or higher required.', phone_numbers: [] },
				},
			},
		},
		{ digits: '51', description: 'No fraud score', response: { fields: { fraud_score: null } } },
	],
	body: bodyOf,
};
