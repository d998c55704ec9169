import { buildLookup, readLookupValue } from '../../requestBuilders';
import { removePasswords } from '../../removePasswords';
import type { IpqsOperation } from '../../ipqsOperation';
import type { ItemRequest } from '../../../shared/lookupNode/operation';
import type { AuthMode } from '../../../shared/lookupNode/connection';
import { readChoice } from '../../../shared/parameters/readParameter';
import { LEAK_FIELDS } from '../../../shared/ipqs/leakFields';
import { parameterOf } from '../../../shared/ipqs/request';
import type { Sandbox } from '../../../shared/ipqs/sandbox/sandbox';
import type { ItemParameters } from '../../../shared/lookupNode/itemParameters';
import { normalizeEmail } from '../../../shared/ipqs/formats';

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

function buildRequest(item: ItemParameters, auth: AuthMode): ItemRequest {
	const type = readChoice('Leak Type', item.read('leakType', 'email'), LEAK_TYPES);
	const normalize = type === 'email' ? normalizeEmail : (text: string): string => text;
	const read = readLookupValue(item, 'value', 'Value', normalize, "must be an email address; or choose another 'Leak Type'");
	if ('unsent' in read) return read;
	return { request: buildLookup({ endpoint: `leaked/${type}`, parameter: type, value: read.value, label: 'Value' }, {}, item, auth) };
}

/** `GET|POST /api/json/leaked/{type}` (IPQS documentation, leaked data). Leaked passwords are removed from every output. */
export const check: IpqsOperation = {
	name: 'check',
	label: 'Check',
	action: 'Check for leaked data',
	description: 'Check whether an email address or username was exposed in a data breach',
	costsCredit: true,
	outputField: 'ipqs_leak',
	properties: [
		{
			displayName: 'Leak Type',
			name: 'leakType',
			type: 'options',
			options: [
				{ name: 'Email', value: 'email' },
				{ name: 'Username', value: 'username' },
			],
			default: 'email',
			description: 'Type of value to check',
		},
		{
			displayName: 'Value',
			name: 'value',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. name@example.com',
			description: 'The email address or username to check',
		},
	],
	options: [],
	fields: LEAK_FIELDS,
	sandbox,
	buildRequest,
	transformResponse: removePasswords,
};
