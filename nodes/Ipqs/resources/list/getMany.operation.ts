import type { SuiteOperation } from '../../ipqsOperation';
import { limitOf, pagingParameters, recordsOf } from '../../returnAll';
import type { ItemParameters, Paging, Question } from '../../../shared/lookupNode/operation';
import type { JsonObject } from '../../../shared/json/json';
import { listCall, listName } from './listEntry';

/** IPQS sends a list whole, without pages. */
const entriesOf = ({ data }: JsonObject): JsonObject[] | undefined => recordsOf(data);

const ENTRIES = [
	{ value: '192.0.2.123', value_type: 'ip', type: 'proxy', reason: 'null' },
	{ value: 'name23@example.com', value_type: 'email', type: 'email', reason: 'chargeback' },
	{ value: '12015550123', value_type: 'phone', type: 'phone', reason: 'null' },
];

function ask(item: ItemParameters): Question {
	const limit = limitOf(item);
	const paging: Paging = {
		next: () => undefined,
		holdsList: (body) => entriesOf(body) !== undefined,
		records: (answers) => answers.flatMap((body) => entriesOf(body) ?? []).slice(0, limit),
	};
	return { request: listCall(item, 'list', {}), paging };
}

/** `GET /api/json/{list}/list/{key}` (IPQS OpenAPI description, allow and block lists). */
export const getMany: SuiteOperation = {
	name: 'getMany',
	label: 'Get Many',
	action: 'Get many list entries',
	description: 'Get the entries of the allow list or block list of your account, one item each',
	charged: false,
	properties: [listName, ...pagingParameters],
	options: [],
	fields: [
		{ name: 'value', label: 'Value', type: 'text', simplified: true, description: 'What stands on the list' },
		{ name: 'value_type', label: 'Value Type', type: 'text', simplified: true, description: 'What the value is: ip, email, phone, …' },
		{ name: 'type', label: 'Scope', type: 'text', simplified: true, description: 'The kind of lookup that it counts for: proxy, email, phone, …' },
		{ name: 'reason', label: 'Reason', type: 'text', absentAs: 'null', simplified: true, description: 'Why it stands there' },
	],
	sandbox: {
		forms: [],
		clean: 'Three entries',
		valueOf: () => '',
		cases: [],
		body: () => ({ success: true, message: 'Success', data: ENTRIES, request_id: 'sandbox00' }),
	},
	ask,
};
