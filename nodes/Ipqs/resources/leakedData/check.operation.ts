import { buildLookup, requiredText } from '../../requestBuilders';
import { removePasswords } from '../../removePasswords';
import type { IpqsOperation } from '../../ipqsOperation';
import type { ItemRequest } from '../../../shared/lookupNode/operation';
import type { AuthMode } from '../../../shared/lookupNode/connection';
import { readChoice, InvalidParameter } from '../../../shared/parameters/validate';
import { LEAK_FIELDS } from '../../../shared/ipqs/leakFields';
import { parameterOf } from '../../../shared/ipqs/request';
import type { Sandbox } from '../../../shared/ipqs/sandbox/sandbox';
import type { ItemParameters } from '../../../shared/lookupNode/itemParameters';
import { isEmailAddress } from '../../../shared/ipqs/formats';

const LEAK_TYPES = ['email', 'username'] as const;

const FOUND = {
	exposed: true,
	source: ['sandbox.example', 'example.com'],
	first_seen: { human: '2 years ago', timestamp: 1_712_238_144, iso: '2024-04-04T09:42:24-04:00' },
};

const sandbox: Sandbox = {
	formats: ['email', 'id'],
	defaultDescription: 'Not found in a leak',
	valueOf: (request) => parameterOf(request, 'email') || parameterOf(request, 'username'),
	cases: [{ digits: '23', description: 'Found in two leaks', response: { fields: FOUND } }],
	body: () => ({
		success: true,
		message: 'Success',
		request_hash: '0'.repeat(64),
		source: [],
		exposed: false,
		first_seen: { human: 'just now', timestamp: 1_763_596_800, iso: '2025-11-19T19:00:00-05:00' },
		request_id: 'sandbox00',
	}),
};

function buildRequest(item: ItemParameters, access: AuthMode): ItemRequest {
	const type = readChoice('Leak Type', item.read('leakType', 'email'), LEAK_TYPES);
	const value = requiredText(item, 'value', 'Value');
	if (type === 'email' && !isEmailAddress(value)) throw new InvalidParameter('Value', "must be an e-mail address, or 'Leak Type' another");
	return { request: buildLookup({ endpoint: `leaked/${type}`, parameter: type, value, label: 'Value' }, {}, item, access) };
}

/** `GET|POST /api/json/leaked/{type}` (IPQS documentation, leaked data). What it tells of passwords stays out of every output. */
export const check: IpqsOperation = {
	name: 'check',
	label: 'Check',
	action: 'Check for leaked data',
	description: 'Check whether an e-mail address or user name was exposed in a data breach',
	costsCredit: true,
	properties: [
		{
			displayName: 'Leak Type',
			name: 'leakType',
			type: 'options',
			options: [
				{ name: 'Email', value: 'email' },
				{ name: 'User Name', value: 'username' },
			],
			default: 'email',
			description: 'What to look for',
		},
		{
			displayName: 'Value',
			name: 'value',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. name@example.com',
			description: 'The address or user name',
		},
	],
	options: [],
	fields: LEAK_FIELDS,
	sandbox,
	buildRequest,
	transformResponse: removePasswords,
};
