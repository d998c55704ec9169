import { omitEmpty, buildFreePathRequest, requiredText } from '../../requestBuilders';
import { readCountryParameter, countryParameter } from '../../countryParameter';
import type { IpqsOperation } from '../../ipqsOperation';
import type { ItemRequest } from '../../../shared/lookupNode/operation';
import { readDate } from '../../../shared/parameters/dates';
import { readChoice, InvalidParameter } from '../../../shared/parameters/readParameter';
import { MESSAGE, REQUEST_ID, SUCCESS } from '../../../shared/ipqs/commonFields';
import { KEY_MARKER } from '../../../shared/ipqs/request';
import type { ItemParameters } from '../../../shared/lookupNode/itemParameters';

const SOURCES = ['proxy', 'tracker'] as const;

/** @throws {InvalidParameter} when the source or the tracker ID is invalid */
function buildPath(item: ItemParameters): string {
	if (readChoice('Source', item.read('source', 'proxy'), SOURCES) === 'proxy') return `/api/${KEY_MARKER}/proxy/average`;
	const tracker = requiredText(item, 'trackerId', 'Tracker ID');
	if (!/^[\w-]+$/.test(tracker)) throw new InvalidParameter('Tracker ID', 'must be the ID of a device tracker in your account');
	return `/api/${KEY_MARKER}/${tracker}/tracker/average`;
}

function buildRequest(item: ItemParameters): ItemRequest {
	const parameters = omitEmpty({
		country: readCountryParameter(item.read('country', '')),
		start_date: readDate('Start Date', item.read('startDate', '')),
		end_date: readDate('End Date', item.read('stopDate', '')),
	});
	return { request: buildFreePathRequest('GET', buildPath(item), parameters, item) };
}

/** `GET /api/{key}/proxy/average` and `/api/{key}/{tracker}/tracker/average` (IPQS's own SDK; the path has no `/json/`). */
export const getAverages: IpqsOperation = {
	name: 'getAverages',
	label: 'Get Averages',
	action: 'Get average scores',
	description: 'Get the average scores of your IP address lookups or of a device tracker, for a period and country',
	costsCredit: false,
	properties: [
		{
			displayName: 'Source',
			name: 'source',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'Device Tracker', value: 'tracker' },
				{ name: 'IP Address Lookups', value: 'proxy' },
			],
			default: 'proxy',
			description: 'Which lookups to average',
		},
		{
			displayName: 'Tracker ID',
			name: 'trackerId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 12345',
			displayOptions: { show: { source: ['tracker'] } },
		},
		{ displayName: 'Start Date', name: 'startDate', type: 'dateTime', default: '', description: 'First day to include' },
		{ displayName: 'End Date', name: 'stopDate', type: 'dateTime', default: '', description: 'Last day to include' },
		countryParameter('Only include visitors from this country'),
	],
	options: [],
	// IPQS does not document the names of the averages.
	hasUnlistedFields: true,
	fields: [SUCCESS, MESSAGE, REQUEST_ID],
	sandbox: {
		formats: [],
		defaultDescription: 'An average fraud score of 18',
		valueOf: () => '',
		cases: [],
		body: () => ({ success: true, message: 'Success', average_fraud_score: 18, total: 250, request_id: 'sandbox00' }),
	},
	buildRequest,
};
