import type { IpqsOperation } from '../../ipqsOperation';
import { toText } from '../../../shared/parameters/text';
import { MESSAGE, REQUEST_ID, SUCCESS } from '../../../shared/ipqs/commonFields';
import { entryOf, entryParameters, entrySandbox, listCall } from './listEntry';

/** `GET /api/json/{list}/create/{key}` (IPQS OpenAPI description, allow and block lists). */
export const add: IpqsOperation = {
	name: 'add',
	label: 'Add',
	action: 'Add list entry',
	description: 'Add an entry to the allow list or block list of your account',
	costsCredit: false,
	properties: [
		...entryParameters,
		{
			displayName: 'Reason',
			name: 'reason',
			type: 'string',
			default: '',
			placeholder: 'e.g. chargeback',
			description: 'Why it stands there, for people who read the list',
		},
	],
	options: [],
	fields: [SUCCESS, MESSAGE, { ...REQUEST_ID, simplified: true }],
	sandbox: entrySandbox('Successfully inserted entry.'),
	buildRequest: (item) => ({ request: listCall(item, 'create', { ...entryOf(item), reason: toText(item.read('reason', '')) }) }),
};
