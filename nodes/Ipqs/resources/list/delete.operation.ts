import type { IpqsOperation } from '../../ipqsOperation';
import { MESSAGE, REQUEST_ID, SUCCESS } from '../../../shared/ipqs/commonFields';
import { entryOf, entryParameters, entrySandbox, listCall } from './listEntry';

/** `GET /api/json/{list}/delete/{key}` (IPQS OpenAPI description, allow and block lists). */
export const remove: IpqsOperation = {
	name: 'delete',
	label: 'Delete',
	action: 'Delete list entry',
	description: 'Delete an entry from the allow list or block list of your account',
	costsCredit: false,
	properties: entryParameters,
	options: [],
	fields: [
		{ name: 'deleted', label: 'Deleted', type: 'boolean', simplified: true, description: 'Whether the entry was deleted' },
		{ ...SUCCESS, simplified: undefined },
		{ ...MESSAGE, simplified: undefined },
		REQUEST_ID,
	],
	sandbox: entrySandbox('Successfully deleted entry.'),
	buildRequest: (item) => ({ request: listCall(item, 'delete', entryOf(item)) }),
	transformResponse: (body) => ({ ...body, deleted: true }),
};
