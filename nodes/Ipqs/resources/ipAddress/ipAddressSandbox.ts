import type { JsonObject } from '../../../shared/json/json';
import { parameterOf, type ApiRequest } from '../../../shared/ipqs/request';
import type { Sandbox } from '../../../shared/ipqs/sandbox/sandbox';
import { sandboxTransaction } from '../../../shared/ipqs/sandbox/transaction';

const USER_AGENT = { operating_system: 'Sandbox OS', browser: 'Sandbox Browser', device_brand: 'N/A', device_model: 'N/A' };

function bodyOf(request: ApiRequest): JsonObject {
	const ip = parameterOf(request, 'ip');
	return {
		success: true,
		message: 'Success',
		fraud_score: 0,
		country_code: 'US',
		region: 'New Jersey',
		city: 'Newark',
		ISP: 'Sandbox Internet',
		ASN: 64496,
		organization: 'Sandbox Internet',
		is_crawler: false,
		timezone: 'America/New_York',
		mobile: false,
		host: ip,
		proxy: false,
		vpn: false,
		tor: false,
		active_vpn: false,
		active_tor: false,
		recent_abuse: false,
		bot_status: false,
		connection_type: 'Residential',
		abuse_velocity: 'none',
		shared_connection: false,
		dynamic_connection: true,
		frequent_abuser: false,
		high_risk_attacks: false,
		security_scanner: false,
		trusted_network: false,
		zip_code: 'N/A',
		latitude: 40.74,
		longitude: -74.17,
		...(parameterOf(request, 'user_agent') === '' ? {} : USER_AGENT),
		abuse_events: [],
		request_id: `sandbox${ip.slice(-2)}`,
		...sandboxTransaction(request),
	};
}

/** Sandbox of IP address lookups: the last two digits of `192.0.2.1nn` choose the result. */
export const IP_SANDBOX: Sandbox = {
	formats: ['ip'],
	defaultDescription: 'Residential, score 0, all clear',
	valueOf: (request) => parameterOf(request, 'ip'),
	cases: [
		{
			digits: '10',
			description: 'Score 75, VPN in a data center',
			response: { fields: { fraud_score: 75, proxy: true, vpn: true, connection_type: 'Data Center' } },
		},
		{ digits: '11', description: 'Score 90, Tor', response: { fields: { fraud_score: 90, proxy: true, tor: true, active_tor: true } } },
		{
			digits: '23',
			description: 'Score 100, recent abuse, bot',
			response: {
				fields: { fraud_score: 100, recent_abuse: true, bot_status: true, frequent_abuser: true, abuse_velocity: 'high', proxy: true },
			},
		},
		{
			digits: '50',
			description: 'Fields not in the plan',
			response: {
				fields: {
					connection_type: 'Premium required.',
					abuse_velocity: 'Premium required.',
					abuse_events: ['Enterprise plan required to view abuse events and active proxy networks'],
				},
			},
		},
		{ digits: '51', description: 'No fraud score', response: { fields: { fraud_score: null } } },
	],
	body: bodyOf,
};
