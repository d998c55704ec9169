import type { IpqsOperation } from '../../ipqsOperation';
import { readRecords } from '../../readRecords';
import { readLimit, returnAllParameters } from '../../returnAll';
import type { ItemRequest, Paging } from '../../../shared/lookupNode/operation';
import type { JsonObject } from '../../../shared/json/json';
import { buildListRequest, listName } from './listRequest';
import type { ItemParameters } from '../../../shared/lookupNode/itemParameters';

/** IPQS returns the whole list, without pages. */
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
		records: (pages) => pages.flatMap((body) => entriesOf(body) ?? []).slice(0, limit),
	};
	return { request: buildListRequest(item, 'list', {}), paging };
}

/** `GET /api/json/{list}/list/{key}` (IPQS OpenAPI description, allowlist and blocklist). */
export const getMany: IpqsOperation = {
	name: 'getMany',
	label: 'Get Many Entries',
	action: 'Get many list entries',
	description: 'Get the entries of the allowlist or blocklist of your account, one item each',
	costsCredit: false,
	properties: [listName, ...returnAllParameters],
	options: [],
	fields: [
		{ name: 'value', label: 'Value', type: 'text', simplified: true, description: 'Value of the entry' },
		{ name: 'value_type', label: 'Value Type', type: 'text', simplified: true, description: 'Type of the value: ip, email, phone, …' },
		{
			name: 'type',
			label: 'Scope',
			type: 'text',
			simplified: true,
			description: 'Type of lookup the entry applies to: proxy, email, phone, …',
		},
		{ name: 'reason', label: 'Reason', type: 'text', nullTexts: ['null'], simplified: true, description: 'Note about the entry' },
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
