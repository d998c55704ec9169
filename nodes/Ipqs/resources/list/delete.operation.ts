import type { IpqsOperation } from '../../ipqsOperation';
import { MESSAGE, REQUEST_ID, SUCCESS } from '../../../shared/ipqs/commonFields';
import { buildListRequest, entryParameters, entrySandbox, readEntry } from './listRequest';

/** `GET /api/json/{list}/delete/{key}` (IPQS OpenAPI description, allowlist and blocklist). */
export const remove: IpqsOperation = {
	name: 'delete',
	label: 'Delete Entry',
	action: 'Delete list entry',
	description: 'Delete an entry from the allowlist or blocklist of your account',
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
	buildRequest: (item) => ({ request: buildListRequest(item, 'delete', readEntry(item)) }),
	transformResponse: (body) => ({ ...body, deleted: true }),
};
