import { MESSAGE, REQUEST_ID, SUCCESS } from './commonFields';
import type { ResponseField } from './responseField';

/** Fields of `/api/tracker/results` (IPQS documentation, device fingerprint); more may come. */
export const DEVICE_FIELDS: readonly ResponseField[] = [
	SUCCESS,
	MESSAGE,
	{ name: 'device_id', label: 'Device ID', type: 'text', simplified: true, description: 'ID of the device from the fingerprint script' },
	{
		name: 'fraud_chance',
		label: 'Fraud Chance',
		type: 'number',
		range: [0, 100],
		simplified: true,
		description: 'Risk from 0 to 100: 25 is normal, 85 and up suspicious, 90 and up high risk',
	},
	{ name: 'guid', label: 'GUID', type: 'text', simplified: true, description: 'ID of the device across visits' },
	{
		name: 'guid_confidence',
		label: 'GUID Confidence',
		type: 'number',
		range: [0, 100],
		goodWhenHigh: true,
		simplified: true,
		description: 'Confidence in the GUID, from 0 to 100',
	},
	{
		name: 'is_crawler',
		label: 'Is Crawler',
		type: 'boolean',
		simplified: true,
		description: 'Whether the visitor is a known search engine crawler',
	},
	{
		name: 'connection_type',
		label: 'Connection Type',
		type: 'choice',
		choices: ['Residential', 'Corporate', 'Education', 'Mobile', 'Data Center'],
		simplified: true,
		description: 'Type of connection; not included in every IPQS plan',
	},
	{ name: 'proxy', label: 'Proxy', type: 'boolean', simplified: true, description: 'Whether the visitor uses a proxy' },
	{ name: 'vpn', label: 'VPN', type: 'boolean', simplified: true, description: 'Whether the visitor uses a VPN' },
	{ name: 'tor', label: 'Tor', type: 'boolean', simplified: true, description: 'Whether the visitor uses Tor' },
	{ name: 'active_vpn', label: 'Active VPN', type: 'boolean', simplified: true, description: 'Whether the VPN is currently active' },
	{
		name: 'active_tor',
		label: 'Active Tor',
		type: 'boolean',
		simplified: true,
		description: 'Whether the Tor exit is currently active',
	},
	{
		name: 'recent_abuse',
		label: 'Recent Abuse',
		type: 'boolean',
		simplified: true,
		description: 'Whether the device was recently involved in abuse',
	},
	{ name: 'bot_status', label: 'Bot Status', type: 'boolean', simplified: true, description: 'Whether the visitor behaves like a bot' },
	REQUEST_ID,
];
