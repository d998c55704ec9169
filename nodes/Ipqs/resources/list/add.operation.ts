import type { IpqsOperation } from '../../ipqsOperation';
import { toText } from '../../../shared/parameters/text';
import { MESSAGE, REQUEST_ID, SUCCESS } from '../../../shared/ipqs/commonFields';
import { buildListRequest, entryParameters, entrySandbox, readEntry } from './listRequest';

/** `GET /api/json/{list}/create/{key}` (IPQS OpenAPI description, allowlist and blocklist). */
export const add: IpqsOperation = {
	name: 'add',
	label: 'Add Entry',
	action: 'Add list entry',
	description: 'Add an entry to the allowlist or blocklist of your account',
	costsCredit: false,
	properties: [
		...entryParameters,
		{
			displayName: 'Reason',
			name: 'reason',
			type: 'string',
			default: '',
			placeholder: 'e.g. chargeback',
			description: 'Note to save with the entry',
		},
	],
	options: [],
	fields: [SUCCESS, MESSAGE, { ...REQUEST_ID, simplified: true }],
	sandbox: entrySandbox('Successfully inserted entry.'),
	buildRequest: (item) => ({ request: buildListRequest(item, 'create', { ...readEntry(item), reason: toText(item.read('reason', '')) }) }),
};
