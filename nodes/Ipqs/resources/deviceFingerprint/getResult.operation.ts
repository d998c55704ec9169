import { buildFreePathRequest, requiredText } from '../../requestBuilders';
import type { IpqsOperation } from '../../ipqsOperation';
import type { ItemRequest } from '../../../shared/lookupNode/operation';
import { InvalidParameter } from '../../../shared/parameters/readParameter';
import { DEVICE_FIELDS } from '../../../shared/ipqs/deviceFields';
import { isIpAddress } from '../../../shared/ipqs/formats';
import { KEY_MARKER } from '../../../shared/ipqs/request';
import type { Sandbox } from '../../../shared/ipqs/sandbox/sandbox';
import type { ItemParameters } from '../../../shared/lookupNode/itemParameters';

const sandbox: Sandbox = {
	formats: ['id'],
	defaultDescription: 'Fraud chance 25, all clear',
	valueOf: ({ path }) => path.slice(path.lastIndexOf('/') + 1),
	cases: [
		{
			digits: '23',
			description: 'Fraud chance 100, proxy, bot',
			response: { fields: { fraud_chance: 100, proxy: true, vpn: true, bot_status: true, recent_abuse: true } },
		},
		{ digits: '40', description: 'Unknown device', response: { errorMessage: 'Invalid IP/Device ID.' } },
	],
	body: ({ path }) => ({
		message: 'Success',
		success: true,
		device_id: path.slice(path.lastIndexOf('/') + 1),
		guid: 'sandbox',
		guid_confidence: 99,
		fraud_chance: 25,
		is_crawler: false,
		connection_type: 'Residential',
		proxy: false,
		vpn: false,
		tor: false,
		active_vpn: false,
		active_tor: false,
		recent_abuse: false,
		bot_status: false,
		request_id: 'sandbox00',
	}),
};

function buildRequest(item: ItemParameters): ItemRequest {
	const ip = requiredText(item, 'ipAddress', 'IP Address');
	if (!isIpAddress(ip)) throw new InvalidParameter('IP Address', 'must be an IPv4 or IPv6 address');
	const device = requiredText(item, 'deviceId', 'Device ID');
	if (!/^[\w-]+$/.test(device))
		throw new InvalidParameter('Device ID', 'must be the ID returned by the fingerprint script: letters, digits, _ and -');
	return { request: buildFreePathRequest('GET', `/api/tracker/results/${KEY_MARKER}/${encodeURIComponent(ip)}/${device}`, {}, item) };
}

/** `GET /api/tracker/results/{key}/{ip}/{device}` (IPQS documentation, device fingerprint). */
export const getResult: IpqsOperation = {
	name: 'getResult',
	label: 'Get Result',
	action: 'Get device fingerprint result',
	description: "Get the fingerprint result of a visitor's device: fraud chance, proxy, bot and more",
	costsCredit: false,
	outputField: 'ipqs_device',
	properties: [
		{
			displayName: 'IP Address',
			name: 'ipAddress',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 192.0.2.10',
			description: 'IP address of the visitor',
		},
		{
			displayName: 'Device ID',
			name: 'deviceId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. sandbox00',
			description: 'ID returned by the IPQS fingerprint script on your page',
		},
	],
	options: [],
	hasUnlistedFields: true,
	fields: DEVICE_FIELDS,
	sandbox,
	buildRequest,
};
