import type { INodeProperties } from 'n8n-workflow';
import { omitEmpty, buildFreeRequest } from '../../requestBuilders';
import { removePasswords } from '../../removePasswords';
import type { IpqsOperation } from '../../ipqsOperation';
import { readLimit, returnAllParameters, readRecords } from '../../returnAll';
import { LISTABLE } from '../../requestTypes';
import type { ItemRequest } from '../../../shared/lookupNode/operation';
import type { AuthMode } from '../../../shared/lookupNode/connection';
import { readDate } from '../../../shared/parameters/dates';
import { readChoice, InvalidParameter, readInteger } from '../../../shared/parameters/validate';
import { toText } from '../../../shared/parameters/text';
import { isJsonObject, type JsonObject } from '../../../shared/json/json';
import { isIpAddress } from '../../../shared/ipqs/formats';
import { parameterOf, type ApiRequest } from '../../../shared/ipqs/request';
import { REQUEST_FIELDS } from './requestFields';
import type { ItemParameters } from '../../../shared/lookupNode/itemParameters';
import { readNumber } from '../../../shared/json/coerce';

/** IPQS gives at most so many records a page (OpenAPI description, request list). */
const LONGEST_PAGE = 250;

const SCORE = { min: 0, max: 100 };

/** Records that the sandbox has of every type. */
const SANDBOX_RECORDS = 30;

const recordsIn = (body: JsonObject | undefined): JsonObject[] => readRecords(body?.requests) ?? [];

/** The records of all pages, each once: lookups that are made meanwhile move those before them to the next page. */
function distinctRecords(answers: readonly JsonObject[]): JsonObject[] {
	const known = new Set<unknown>();
	return answers.flatMap(recordsIn).filter(({ request_id: id }) => {
		const isNew = typeof id !== 'string' || id === '' || !known.has(id);
		known.add(id);
		return isNew;
	});
}

/**
 * Whether a page may be followed by another. Where IPQS does not say how many there are, pages go on while they are as long as
 * the first one, which may be shorter than what was asked for. An empty page ends them in any case, and one that comes again,
 * so that a server that counts wrongly or knows no pages is not asked for ever.
 */
function mayHaveMore(answers: readonly JsonObject[]): boolean {
	const [last, before] = [answers.at(-1), answers.at(-2)];
	const records = recordsIn(last);
	if (records.length === 0 || JSON.stringify(records) === JSON.stringify(recordsIn(before))) return false;
	const pages = readNumber(last?.total_pages);
	return pages === null ? records.length >= recordsIn(answers[0]).length : answers.length < pages;
}

const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{
			displayName: 'Device ID',
			name: 'deviceId',
			type: 'string',
			default: '',
			placeholder: 'e.g. sandbox00',
			description: 'Lookups of this device alone',
		},
		{
			displayName: 'IP Address',
			name: 'ipAddress',
			type: 'string',
			default: '',
			placeholder: 'e.g. 192.0.2.10',
			description: 'Lookups with this address alone',
		},
		{
			displayName: 'Max Fraud Score',
			name: 'maxFraudScore',
			type: 'number',
			typeOptions: { minValue: SCORE.min, maxValue: SCORE.max },
			default: 100,
			description: 'Lookups with this fraud score or less',
		},
		{
			displayName: 'Min Fraud Score',
			name: 'minFraudScore',
			type: 'number',
			typeOptions: { minValue: SCORE.min, maxValue: SCORE.max },
			default: 0,
			description: 'Lookups with this fraud score or more',
		},
		{
			displayName: 'Tracker ID',
			name: 'trackerId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 12345',
			description: 'Lookups of this tracker alone',
		},
	],
};

function filtersOf(item: ItemParameters): Record<string, string> {
	const stored = item.read('filters', {});
	const chosen = isJsonObject(stored) ? stored : {};
	const score = (label: string, value: unknown): string => (value === undefined ? '' : String(readInteger(label, value, SCORE)));
	const ip = toText(chosen.ipAddress);
	if (ip !== '' && !isIpAddress(ip)) throw new InvalidParameter('IP Address', 'must be an IPv4 or IPv6 address');
	return {
		tracker_id: toText(chosen.trackerId),
		device_id: toText(chosen.deviceId),
		min_fraud_score: score('Min Fraud Score', chosen.minFraudScore),
		max_fraud_score: score('Max Fraud Score', chosen.maxFraudScore),
		ip_address: ip,
	};
}

function buildRequest(item: ItemParameters, access: AuthMode): ItemRequest {
	const startDate = readDate('Start Date', item.read('startDate', ''));
	if (startDate === '') throw new InvalidParameter('Start Date', 'is empty; choose the first day');
	const parameters = omitEmpty({
		type: readChoice('Request Type', item.read('requestType', 'phone'), LISTABLE.values),
		start_date: startDate,
		stop_date: readDate('Stop Date', item.read('stopDate', '')),
		...filtersOf(item),
	});
	const limit = readLimit(item);
	const isEnough = (answers: readonly JsonObject[]): boolean => limit !== Infinity && distinctRecords(answers).length >= limit;
	const size = Math.min(limit, LONGEST_PAGE);
	const page = (number: number): ApiRequest =>
		buildFreeRequest('GET', 'requests', { ...parameters, page: String(number), limit: String(size) }, item, access, '/list');
	return {
		request: page(1),
		paging: {
			next: (answers) => (!isEnough(answers) && mayHaveMore(answers) ? page(answers.length + 1) : undefined),
			holdsList: ({ requests }) => readRecords(requests) !== undefined,
			records: (answers) => distinctRecords(answers).slice(0, limit),
		},
	};
}

function sandboxBody(request: ApiRequest): JsonObject {
	const size = Number(parameterOf(request, 'limit'));
	const page = Number(parameterOf(request, 'page'));
	const first = (page - 1) * size;
	const requests = Array.from({ length: Math.max(0, Math.min(size, SANDBOX_RECORDS - first)) }, (_, index) => ({
		success: true,
		message: 'Success',
		fraud_score: (first + index) * 3,
		recent_abuse: false,
		request_id: `sandbox${String(first + index).padStart(4, '0')}`,
		click_date: '2026-11-21 09:30:00',
		variables: [],
		ip: '192.0.2.100',
	}));
	return {
		success: true,
		requests,
		request_count: requests.length,
		current_page: page,
		total_pages: Math.ceil(SANDBOX_RECORDS / size),
		max_results_per_page: size,
		total_requests: SANDBOX_RECORDS,
		request_id: 'sandbox00',
	};
}

/** `GET /api/json/requests/list` (IPQS documentation, request list). Costs no credit. */
export const getMany: IpqsOperation = {
	name: 'getMany',
	label: 'Get Many',
	action: 'Get many earlier lookups',
	description: 'Get earlier lookups of your account with their answers, one item each',
	costsCredit: false,
	properties: [
		{
			displayName: 'Request Type',
			name: 'requestType',
			type: 'options',
			options: LISTABLE.menu,
			default: 'phone',
			description: 'The kind of lookups to get',
		},
		{ displayName: 'Start Date', name: 'startDate', type: 'dateTime', required: true, default: '', description: 'First day' },
		{ displayName: 'Stop Date', name: 'stopDate', type: 'dateTime', default: '', description: 'Last day; empty means today' },
		...returnAllParameters,
		filters,
	],
	options: [],
	fields: REQUEST_FIELDS,
	sandbox: { formats: [], defaultDescription: `${SANDBOX_RECORDS} lookups`, valueOf: () => '', cases: [], body: sandboxBody },
	buildRequest,
	transformResponse: removePasswords,
};
