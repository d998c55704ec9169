import { omitEmpty, buildFreeRequest, requiredText } from '../../requestBuilders';
import { removePasswords } from '../../removePasswords';
import type { IpqsOperation } from '../../ipqsOperation';
import { POSTBACK } from '../../storedLookupTypes';
import type { ItemRequest } from '../../../shared/lookupNode/operation';
import type { AuthMode } from '../../../shared/lookupNode/connection';
import { readDateTime } from '../../../shared/parameters/dates';
import { readChoice, InvalidParameter } from '../../../shared/parameters/readParameter';
import { toText } from '../../../shared/parameters/text';
import { parameterOf } from '../../../shared/ipqs/request';
import { RECORD_FIELDS } from '../request/recordFields';
import { readCustomVariables } from '../../../shared/lookupNode/readRequestOptions';
import type { ItemParameters } from '../../../shared/lookupNode/itemParameters';

const FIND_BY = ['requestId', 'variable'] as const;

/**
 * Reads which lookup the postback is about: by its request ID, or by its type and a tracking variable.
 *
 * @throws {InvalidParameter} when a parameter is missing or invalid
 */
function readTarget(item: ItemParameters): Record<string, string> {
	if (readChoice('Find Lookup By', item.read('findBy', 'requestId'), FIND_BY) === 'requestId')
		return { request_id: requiredText(item, 'requestId', 'Request ID') };
	if (Object.keys(readCustomVariables(item.options)).length === 0)
		throw new InvalidParameter('Custom Variables', 'must contain the tracking variable of the lookup, such as userID');
	// Several lookups can have the same variable; the newest is the one that the conversion is about.
	return { type: readChoice('Request Type', item.read('requestType', 'proxy'), POSTBACK.values), newest: 'true' };
}

function buildRequest(item: ItemParameters, auth: AuthMode): ItemRequest {
	const { options } = item;
	const parameters = omitEmpty({
		...readTarget(item),
		'update[ConversionStatus]': toText(item.read('conversionStatus', '')),
		'update[ConversionDate]': readDateTime('Conversion Date', item.read('conversionDate', '')),
		'update[ClickDate]': readDateTime('Click Date', options.clickDate),
		'update[user_agent]': toText(options.userAgent),
		'update[language]': toText(options.userLanguage),
	});
	return {
		request: { ...buildFreeRequest('POST', 'postback', parameters, item, auth), emptyErrorMeansNotFound: true, nonIdempotent: true },
	};
}

/** `POST /api/json/postback` (IPQS documentation, postback and conversion notification). */
export const send: IpqsOperation = {
	name: 'send',
	label: 'Send',
	action: 'Send postback or conversion',
	description:
		'Tell IPQS how an earlier lookup turned out, such as a conversion. This trains the scores of your IPQS account. Returns the lookup with its new scores.',
	costsCredit: false,
	properties: [
		{
			displayName: 'Find Lookup By',
			name: 'findBy',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'Request ID', value: 'requestId', description: "By 'lookup.request_id' in the result of the lookup" },
				{
					name: 'Tracking Variable',
					value: 'variable',
					description: "The newest lookup with a tracking variable. Add the variable in 'Custom Variables'.",
				},
			],
			default: 'requestId',
		},
		{
			displayName: 'Request ID',
			name: 'requestId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 7BfZzSeGUy',
			description: "Value of 'lookup.request_id' in the result of the lookup",
			displayOptions: { show: { findBy: ['requestId'] } },
		},
		{
			displayName: 'Request Type',
			name: 'requestType',
			type: 'options',
			options: POSTBACK.menu,
			default: 'proxy',
			description: 'Type of the lookup',
			displayOptions: { show: { findBy: ['variable'] } },
		},
		{
			displayName: 'Conversion Status',
			name: 'conversionStatus',
			type: 'string',
			default: '',
			placeholder: 'e.g. true',
			description: 'Outcome of the conversion, such as true or false',
		},
		{ displayName: 'Conversion Date', name: 'conversionDate', type: 'dateTime', default: '', description: 'Date of the conversion' },
	],
	options: [
		{ displayName: 'Click Date', name: 'clickDate', type: 'dateTime', default: '', description: 'When the visitor clicked' },
		{
			displayName: 'User Agent',
			name: 'userAgent',
			type: 'string',
			default: '',
			placeholder: 'e.g. Mozilla/5.0',
			description: "User-Agent header of the visitor's browser",
		},
		{
			displayName: 'User Language',
			name: 'userLanguage',
			type: 'string',
			default: '',
			placeholder: 'e.g. en-US',
			description: "Accept-Language header of the visitor's browser",
		},
	],
	fields: RECORD_FIELDS,
	sandbox: {
		formats: ['id'],
		defaultDescription: 'The lookup with its new scores',
		valueOf: (request) => parameterOf(request, 'request_id'),
		cases: [{ digits: '40', description: 'No matching lookup', response: { errorMessage: '' } }],
		body: (request) => ({
			success: true,
			message: 'Success',
			fraud_score: 0,
			recent_abuse: false,
			request_id: parameterOf(request, 'request_id') || 'sandbox00',
			click_date: '2026-11-21 09:30:00',
			variables: [],
			ip: '192.0.2.100',
		}),
	},
	buildRequest,
	transformResponse: removePasswords,
};
