import type { IpqsOperation } from '../../ipqsOperation';
import { readLimit, returnAllParameters, readRecords } from '../../returnAll';
import type { ItemRequest, Paging } from '../../../shared/lookupNode/operation';
import type { JsonObject } from '../../../shared/json/json';
import { listCall, listName } from './listEntry';
import type { ItemParameters } from '../../../shared/lookupNode/itemParameters';

/** IPQS sends a list whole, without pages. */
const entriesOf = ({ data }: JsonObject): JsonObject[] | undefined => readRecords(data);

const ENTRIES = [
	{ value: '192.0.2.123', value_type: 'ip', type: 'proxy', reason: 'null' },
	{ value: 'name23@example.com', value_type: 'email', type: 'email', reason: 'chargeback' },
	{ value: '12015550123', value_type: 'phone', type: 'phone', reason: 'null' },
];

function buildRequest(item: ItemParameters): ItemRequest {
	const limit = readLimit(item);
	const paging: Paging = {
		next: () => undefined,
		holdsList: (body) => entriesOf(body) !== undefined,
		records: (answers) => answers.flatMap((body) => entriesOf(body) ?? []).slice(0, limit),
	};
	return { request: listCall(item, 'list', {}), paging };
}

/** `GET /api/json/{list}/list/{key}` (IPQS OpenAPI description, allow and block lists). */
export const getMany: IpqsOperation = {
	name: 'getMany',
	label: 'Get Many',
	action: 'Get many list entries',
	description: 'Get the entries of the allow list or block list of your account, one item each',
	costsCredit: false,
	properties: [listName, ...returnAllParameters],
	options: [],
	fields: [
		{ name: 'value', label: 'Value', type: 'text', simplified: true, description: 'What stands on the list' },
		{ name: 'value_type', label: 'Value Type', type: 'text', simplified: true, description: 'What the value is: ip, email, phone, …' },
		{
			name: 'type',
			label: 'Scope',
			type: 'text',
			simplified: true,
			description: 'The kind of lookup that it counts for: proxy, email, phone, …',
		},
		{ name: 'reason', label: 'Reason', type: 'text', nullText: 'null', simplified: true, description: 'Why it stands there' },
	],
	sandbox: {
		formats: [],
		defaultDescription: 'Three entries',
		valueOf: () => '',
		cases: [],
		body: () => ({ success: true, message: 'Success', data: ENTRIES, request_id: 'sandbox00' }),
	},
	buildRequest,
};
