import { omitEmpty, buildFreePathRequest, requiredText } from '../../requestBuilders';
import { readCountryParameter, countryParameter } from '../../countryParameter';
import type { IpqsOperation } from '../../ipqsOperation';
import type { ItemRequest } from '../../../shared/lookupNode/operation';
import { readDate } from '../../../shared/parameters/dates';
import { readChoice, InvalidParameter } from '../../../shared/parameters/validate';
import { MESSAGE, REQUEST_ID, SUCCESS } from '../../../shared/ipqs/commonFields';
import { KEY_MARKER } from '../../../shared/ipqs/request';
import type { ItemParameters } from '../../../shared/lookupNode/itemParameters';

const SOURCES = ['proxy', 'tracker'] as const;

function pathOf(item: ItemParameters): string {
	if (readChoice('Source', item.read('source', 'proxy'), SOURCES) === 'proxy') return `/api/${KEY_MARKER}/proxy/average`;
	const tracker = requiredText(item, 'trackerId', 'Tracker ID');
	if (!/^[\w-]+$/.test(tracker)) throw new InvalidParameter('Tracker ID', 'must be the ID of a tracker of your account');
	return `/api/${KEY_MARKER}/${tracker}/tracker/average`;
}

function buildRequest(item: ItemParameters): ItemRequest {
	const parameters = omitEmpty({
		country: readCountryParameter(item.read('country', '')),
		start_date: readDate('Start Date', item.read('startDate', '')),
		end_date: readDate('Stop Date', item.read('stopDate', '')),
	});
	return { request: buildFreePathRequest('GET', pathOf(item), parameters, item) };
}

/** `GET /api/{key}/proxy/average` and `/api/{key}/{tracker}/tracker/average` (IPQS's own SDK; the path has no `/json/`). */
export const getAverages: IpqsOperation = {
	name: 'getAverages',
	label: 'Get Averages',
	action: 'Get average scores',
	description: 'Get the averages of your IP lookups or of a device tracker, for a time and country',
	costsCredit: false,
	properties: [
		{
			displayName: 'Source',
			name: 'source',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'Device Tracker', value: 'tracker' },
				{ name: 'IP Lookups', value: 'proxy' },
			],
			default: 'proxy',
			description: 'What to average over',
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
		{ displayName: 'Start Date', name: 'startDate', type: 'dateTime', default: '', description: 'First day' },
		{ displayName: 'Stop Date', name: 'stopDate', type: 'dateTime', default: '', description: 'Last day' },
		countryParameter('Visitors of one country alone'),
	],
	options: [],
	// IPQS publishes no list of the averages' names.
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
