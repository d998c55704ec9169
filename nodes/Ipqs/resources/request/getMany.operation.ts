import type { INodeProperties } from 'n8n-workflow';
import { omitEmpty, buildFreeRequest } from '../../requestBuilders';
import { removePasswords } from '../../removePasswords';
import type { IpqsOperation } from '../../ipqsOperation';
import { readRecords } from '../../readRecords';
import { readLimit, returnAllParameters } from '../../returnAll';
import { LISTABLE, resourceOf } from '../../storedLookupTypes';
import type { ItemRequest } from '../../../shared/lookupNode/operation';
import type { AuthMode } from '../../../shared/lookupNode/connection';
import { readDate } from '../../../shared/parameters/dates';
import { readChoice, InvalidParameter, readInteger } from '../../../shared/parameters/readParameter';
import { toText } from '../../../shared/parameters/text';
import { isJsonObject, type JsonObject } from '../../../shared/json/json';
import { isIpAddress } from '../../../shared/ipqs/formats';
import { parameterOf, type ApiRequest } from '../../../shared/ipqs/request';
import { RECORD_FIELDS } from './recordFields';
import type { ItemParameters } from '../../../shared/lookupNode/itemParameters';
import { readNumber } from '../../../shared/json/coerce';

/** Records per page (IPQS OpenAPI description, request list). */
const MAX_PAGE_SIZE = 250;

const SCORE = { min: 0, max: 100 };

/** Records of each type in the sandbox. */
const SANDBOX_RECORDS = 30;

const recordsIn = (body: JsonObject | undefined): JsonObject[] => readRecords(body?.requests) ?? [];

/** The records of all pages, each once: lookups made in the meantime shift earlier records to the next page. */
function distinctRecords(pages: readonly JsonObject[]): JsonObject[] {
	const known = new Set<unknown>();
	return pages.flatMap(recordsIn).filter(({ request_id: id }) => {
		const isNew = typeof id !== 'string' || id === '' || !known.has(id);
		known.add(id);
		return isNew;
	});
}

/**
 * Whether there may be another page. If IPQS does not return the number of pages, there may be one as long as pages are as long as
 * the first, which may be shorter than requested. An empty or repeated page is always the last, so that a server that counts wrongly
 * or ignores `page` cannot cause an endless loop.
 */
function mayHaveMore(pages: readonly JsonObject[]): boolean {
	const [last, previous] = [pages.at(-1), pages.at(-2)];
	const records = recordsIn(last);
	if (records.length === 0 || JSON.stringify(records) === JSON.stringify(recordsIn(previous))) return false;
	const totalPages = readNumber(last?.total_pages);
	return totalPages === null ? records.length >= recordsIn(pages[0]).length : pages.length < totalPages;
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
			description: 'Only return lookups of this device',
		},
		{
			displayName: 'IP Address',
			name: 'ipAddress',
			type: 'string',
			default: '',
			placeholder: 'e.g. 192.0.2.10',
			description: 'Only return lookups with this IP address',
		},
		{
			displayName: 'Max Fraud Score',
			name: 'maxFraudScore',
			type: 'number',
			typeOptions: { minValue: SCORE.min, maxValue: SCORE.max },
			default: 100,
			description: 'Only return lookups with this fraud score or lower',
		},
		{
			displayName: 'Min Fraud Score',
			name: 'minFraudScore',
			type: 'number',
			typeOptions: { minValue: SCORE.min, maxValue: SCORE.max },
			default: 0,
			description: 'Only return lookups with this fraud score or higher',
		},
		{
			displayName: 'Tracker ID',
			name: 'trackerId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 12345',
			description: 'Only return lookups of this device tracker',
		},
	],
};

/** @throws {InvalidParameter} when a filter is invalid */
function readFilters(item: ItemParameters): Record<string, string> {
	const value = item.read('filters', {});
	const selected = isJsonObject(value) ? value : {};
	const score = (label: string, value: unknown): string => (value === undefined ? '' : String(readInteger(label, value, SCORE)));
	const ip = toText(selected.ipAddress);
	if (ip !== '' && !isIpAddress(ip)) throw new InvalidParameter('IP Address', 'must be an IPv4 or IPv6 address');
	return {
		tracker_id: toText(selected.trackerId),
		device_id: toText(selected.deviceId),
		min_fraud_score: score('Min Fraud Score', selected.minFraudScore),
		max_fraud_score: score('Max Fraud Score', selected.maxFraudScore),
		ip_address: ip,
	};
}

function buildRequest(item: ItemParameters, auth: AuthMode): ItemRequest {
	const startDate = readDate('Start Date', item.read('startDate', ''));
	if (startDate === '') throw new InvalidParameter('Start Date', 'is empty; choose the first day to include');
	const type = readChoice('Request Type', item.read('requestType', 'phone'), LISTABLE.values);
	const parameters = omitEmpty({
		type,
		start_date: startDate,
		stop_date: readDate('End Date', item.read('stopDate', '')),
		...readFilters(item),
	});
	const limit = readLimit(item);
	const isEnough = (pages: readonly JsonObject[]): boolean => limit !== Infinity && distinctRecords(pages).length >= limit;
	const size = Math.min(limit, MAX_PAGE_SIZE);
	const pageRequest = (page: number): ApiRequest =>
		buildFreeRequest('GET', 'requests', { ...parameters, page: String(page), limit: String(size) }, item, auth, '/list');
	return {
		request: pageRequest(1),
		paging: {
			next: (pages) => (!isEnough(pages) && mayHaveMore(pages) ? pageRequest(pages.length + 1) : undefined),
			holdsList: ({ requests }) => readRecords(requests) !== undefined,
			records: (pages) => distinctRecords(pages).slice(0, limit),
			resource: resourceOf(type),
		},
	};
}

/** Further fields of a phone record, so that a policy can judge it: some numbers are invalid, VOIP or prepaid. */
const sandboxPhone = (index: number): JsonObject => ({
	formatted: `+120155501${String(index).padStart(2, '0')}`,
	valid: index % 10 !== 9,
	VOIP: index % 6 === 5,
	line_type: index % 6 === 5 ? 'VOIP' : 'Wireless',
	prepaid: index % 8 === 7,
	active: true,
	risky: false,
	spammer: false,
	do_not_call: index % 7 === 6,
	tcpa_blacklist: false,
	country: 'US',
});

function sandboxBody(request: ApiRequest): JsonObject {
	const size = Number(parameterOf(request, 'limit'));
	const page = Number(parameterOf(request, 'page'));
	const first = (page - 1) * size;
	const requests = Array.from({ length: Math.max(0, Math.min(size, SANDBOX_RECORDS - first)) }, (_, index) => ({
		success: true,
		message: 'Success',
		...(parameterOf(request, 'type') === 'phone' ? sandboxPhone(first + index) : {}),
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
	description: 'Get earlier lookups of your account with their results, one item each',
	costsCredit: false,
	properties: [
		{
			displayName: 'Request Type',
			name: 'requestType',
			type: 'options',
			options: LISTABLE.menu,
			default: 'phone',
			description: 'Type of lookups to get',
		},
		{ displayName: 'Start Date', name: 'startDate', type: 'dateTime', required: true, default: '', description: 'First day to include' },
		{
			displayName: 'End Date',
			name: 'stopDate',
			type: 'dateTime',
			default: '',
			description: 'Last day to include. Leave empty for today.',
		},
		...returnAllParameters,
		filters,
	],
	options: [],
	fields: RECORD_FIELDS,
	sandbox: { formats: [], defaultDescription: `${SANDBOX_RECORDS} lookups`, valueOf: () => '', cases: [], body: sandboxBody },
	buildRequest,
	extraFields: (item) => (item.read('requestType', 'phone') === 'phone' ? ['formatted', 'valid', 'line_type'] : []),
	transformResponse: removePasswords,
};
