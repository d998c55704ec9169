import { filled, freeCall, requiredText } from '../../requestBuilders';
import { withoutPassword } from '../../removePasswords';
import type { SuiteOperation } from '../../ipqsOperation';
import { WITH_POSTBACK } from '../../requestTypes';
import { variablesOf } from '../../../shared/lookupNode/planItem';
import type { ItemParameters, Question } from '../../../shared/lookupNode/operation';
import type { Access } from '../../../shared/lookupNode/connection';
import { momentOf } from '../../../shared/parameters/dates';
import { choice, InvalidParameter } from '../../../shared/parameters/validate';
import { textOf } from '../../../shared/parameters/text';
import { parameterOf } from '../../../shared/ipqs/request';
import { REQUEST_FIELDS } from '../request/requestFields';

const FIND_BY = ['requestId', 'variable'] as const;

/** The lookup that the postback is about: by its ID, or the newest of a type with a tracking variable. */
function subjectOf(item: ItemParameters): Record<string, string> {
	if (choice('Find Lookup By', item.read('findBy', 'requestId'), FIND_BY) === 'requestId') return { request_id: requiredText(item, 'requestId', 'Request ID') };
	if (Object.keys(variablesOf(item.options)).length === 0) throw new InvalidParameter('Custom Variables', 'must hold the variable that the lookup was made with, such as userID');
	return { type: choice('Request Type', item.read('requestType', 'proxy'), WITH_POSTBACK.values) };
}

function ask(item: ItemParameters, access: Access): Question {
	const { options } = item;
	const parameters = filled({
		...subjectOf(item),
		'update[ConversionStatus]': textOf(item.read('conversionStatus', '')),
		'update[ConversionDate]': momentOf('Conversion Date', item.read('conversionDate', '')),
		'update[ClickDate]': momentOf('Click Date', options.clickDate),
		'update[user_agent]': textOf(options.userAgent),
		'update[language]': textOf(options.userLanguage),
	});
	return { request: { ...freeCall('POST', 'postback', parameters, item, access), silentWithoutMatch: true, once: true } };
}

/** `POST /api/json/postback` (IPQS documentation, postback and conversion notification). */
export const send: SuiteOperation = {
	name: 'send',
	label: 'Send',
	action: 'Send postback or conversion',
	description: 'Tell IPQS how an earlier lookup turned out, such as a conversion; this trains the scores of your IPQS account. Returns the lookup, scored again.',
	charged: false,
	properties: [
		{
			displayName: 'Find Lookup By',
			name: 'findBy',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'Request ID', value: 'requestId', description: 'The request_id of its result' },
				{ name: 'Tracking Variable', value: 'variable', description: 'The newest one with a tracking variable, set under Custom Variables' },
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
			description: 'Stands in lookup.request_id of a lookup\'s result',
			displayOptions: { show: { findBy: ['requestId'] } },
		},
		{
			displayName: 'Request Type',
			name: 'requestType',
			type: 'options',
			options: WITH_POSTBACK.menu,
			default: 'proxy',
			description: 'The kind of lookup',
			displayOptions: { show: { findBy: ['variable'] } },
		},
		{ displayName: 'Conversion Status', name: 'conversionStatus', type: 'string', default: '', placeholder: 'e.g. true', description: 'How it turned out' },
		{ displayName: 'Conversion Date', name: 'conversionDate', type: 'dateTime', default: '', description: 'When it turned out so' },
	],
	options: [
		{ displayName: 'Click Date', name: 'clickDate', type: 'dateTime', default: '', description: 'When the visitor came' },
		{ displayName: 'User Agent', name: 'userAgent', type: 'string', default: '', placeholder: 'e.g. Mozilla/5.0', description: 'The browser\'s User-Agent header' },
		{ displayName: 'User Language', name: 'userLanguage', type: 'string', default: '', placeholder: 'e.g. en-US', description: 'The browser\'s Accept-Language header' },
	],
	fields: REQUEST_FIELDS,
	sandbox: {
		forms: ['id'],
		clean: 'The lookup, scored again',
		valueOf: (request) => parameterOf(request, 'request_id'),
		cases: [{ digits: '40', shows: 'No such lookup (IPQS says nothing)', answer: { refusal: '' } }],
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
	ask,
	read: withoutPassword,
};
