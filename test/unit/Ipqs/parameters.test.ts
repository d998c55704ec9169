import {
	omitEmpty,
	buildFreeRequest,
	buildFreePathRequest,
	buildLookup,
	requiredText,
	trueOrEmpty,
} from '../../../nodes/Ipqs/requestBuilders';
import { readLimit, returnAllParameters } from '../../../nodes/Ipqs/returnAll';
import { findOperation, RESOURCES } from '../../../nodes/Ipqs/resources';
import { validate } from '../../../nodes/Ipqs/resources/email/validate.operation';
import { getMany } from '../../../nodes/Ipqs/resources/request/getMany.operation';
import { planItem } from '../../../nodes/shared/lookupNode/planItem';
import { NodeParameters } from '../../../nodes/shared/parameters/nodeParameters';
import { ManualClock } from '../../support/clock';
import { fakeNode } from '../../support/fake-node';
import { answered, ScriptedTransport } from '../../support/scripted-transport';
import { ItemParameters } from '../../../nodes/shared/lookupNode/itemParameters';

/** An item with these parameters. */
const itemWith = (
	parameters: Parameters<typeof fakeNode>[0] extends infer Setup
		? NonNullable<Setup> extends { parameters?: infer P }
			? P
			: never
		: never,
): ItemParameters => new ItemParameters(new NodeParameters(fakeNode({ parameters }).node, []), 0);

describe('an operation', () => {
	it.each(RESOURCES.flatMap(({ name, operations }) => operations.map((operation) => [name, operation.name, operation] as const)))(
		'%s %s is found by its names',
		(resource, name, operation) => {
			expect(findOperation(resource, name)).toBe(operation);
		},
	);

	it.each([
		['email', '__CUSTOM_API_CALL__'],
		['__CUSTOM_API_CALL__', 'validate'],
		['email', 'check'],
		['email', 'toString'],
		['constructor', 'name'],
		[undefined, undefined],
	])('%s %s is none', (resource, operation) => {
		expect(findOperation(resource, operation)).toBeUndefined();
	});
});

describe('how many records are wanted', () => {
	it('is asked with Return All and Limit, as n8n asks it', () => {
		expect(returnAllParameters).toEqual([
			{
				displayName: 'Return All',
				name: 'returnAll',
				type: 'boolean',
				default: false,
				description: 'Whether to return all results or only up to a given limit',
			},
			{
				...{ displayName: 'Limit', name: 'limit', type: 'number', typeOptions: { minValue: 1, maxValue: 100_000 }, default: 50 },
				...{ description: 'Max number of results to return', displayOptions: { show: { returnAll: [false] } } },
			},
		]);
	});

	it.each<[object, number]>([
		[{}, 50],
		[{ returnAll: true }, Infinity],
		[{ returnAll: 'true', limit: 3 }, Infinity],
		[{ returnAll: false, limit: 3 }, 3],
		[{ returnAll: false, limit: '700' }, 700],
	])('is read of %j', (parameters, limit) => {
		expect(readLimit(itemWith({ ...parameters }))).toBe(limit);
	});

	it.each<[object, string]>([
		[{ limit: 0 }, "'Limit' must be a whole number from 1 to 100000"],
		[{ limit: 100_001 }, "'Limit' must be a whole number from 1 to 100000"],
		[{ limit: null }, "'Limit' must be a whole number from 1 to 100000"],
		[{ returnAll: 'all' }, "'Return All' must be true or false"],
	])('is refused of %j', (parameters, message) => {
		expect(() => readLimit(itemWith({ ...parameters }))).toThrow(message);
	});
});

describe('a parameter', () => {
	it.each<[unknown, string]>([
		[' ada ', 'ada'],
		[4711, '4711'],
		[0, '0'],
		[false, 'false'],
	])('%j is sent as "%s"', (value, text) => {
		expect(requiredText(itemWith({ value: value as string }), 'value', 'Value')).toBe(text);
	});

	it.each(['', '  ', null, undefined])('that is empty is told by its label: %j', (value) => {
		expect(() => requiredText(itemWith({ value }), 'value', 'Value')).toThrow("'Value' is empty; map the field that contains it");
	});

	it.each<[unknown, string]>([
		[true, 'true'],
		['1', 'true'],
		[false, ''],
		['false', ''],
		[undefined, ''],
		[null, ''],
	])('that is %j is sent as "%s" where it is an option to turn on', (value, text) => {
		expect(trueOrEmpty('Fast', value)).toBe(text);
	});

	it('that is empty is not sent', () => {
		expect(omitEmpty({ a: '', b: '0', c: 'false', d: ' ' })).toEqual({ b: '0', c: 'false', d: ' ' });
	});
});

describe('a request', () => {
	const item = itemWith({
		options: {
			customVariables: {
				values: [
					{ name: 'userID', value: 7 },
					{ name: 'email', value: 'other' },
				],
			},
		},
	});
	const own = { strictness: '1' };

	it.each<['header' | 'path', string, object]>([
		['header', '/api/json/email', { email: 'ada@example.org', userID: '7', strictness: '1' }],
		['path', '/api/json/email/{key}/ada%40example.org', { userID: '7', strictness: '1' }],
	])('for a lookup has its value once, with the key in the %s', (keyLocation, path, parameters) => {
		expect(buildLookup({ endpoint: 'email', parameter: 'email', value: 'ada@example.org' }, own, item, { keyLocation })).toEqual({
			key: expect.any(String),
			method: 'GET',
			path,
			parameters,
			costsCredit: true,
		});
	});

	it.each<['header' | 'path', string]>([
		['header', '/api/json/requests/list'],
		['path', '/api/json/requests/{key}/list'],
	])('that is free says so, with the key in the %s', (keyLocation, path) => {
		expect(buildFreeRequest('GET', 'requests', own, item, { keyLocation }, '/list')).toEqual({
			method: 'GET',
			path,
			costsCredit: false,
			parameters: { userID: '7', email: 'other', strictness: '1' },
		});
	});

	it('of an integration, which has no key, has no place for one', () => {
		expect(buildFreeRequest('GET', 'requests', own, item, { integration: 'ExampleCRM' }, '/list').path).toBe('/api/json/requests/list');
	});

	it('that is published with the key in the path alone keeps its own place for it', () => {
		expect(buildFreePathRequest('POST', '/api/json/report/{key}', own, item)).toEqual({
			method: 'POST',
			path: '/api/json/report/{key}',
			costsCredit: false,
			parameters: { userID: '7', email: 'other', strictness: '1' },
		});
	});
});

describe('earlier lookups', () => {
	const parametersWith = (filters: string | object) => {
		const question = getMany.buildRequest(itemWith({ requestType: 'phone', startDate: '2026-11-01', filters: filters as string }), {
			keyLocation: 'header',
		});
		return 'request' in question ? question.request.parameters : {};
	};

	it('are not filtered where an expression gives no filters', () => {
		const unfiltered = { type: 'phone', start_date: '2026-11-01', page: '1', limit: '50' };
		expect(parametersWith('=none')).toEqual(unfiltered);
		expect(parametersWith({ trackerId: 7, maxFraudScore: '80' })).toEqual({ ...unfiltered, tracker_id: '7', max_fraud_score: '80' });
	});
});

describe('an e-mail address', () => {
	const clock = new ManualClock();
	const connection = {
		transport: new ScriptedTransport(clock, null, () => answered),
		auth: { keyLocation: 'header' },
		sandbox: false,
	} as const;

	it.each<[object, number]>([
		[{}, 10_000],
		[{ mailboxTimeout: 7 }, 10_000],
		[{ mailboxTimeout: 1 }, 10_000],
		[{ mailboxTimeout: 8 }, 11_000],
		[{ mailboxTimeout: 30 }, 33_000],
		[{ mailboxTimeout: 57 }, 60_000],
		[{ mailboxTimeout: 30, timeout: 5 }, 5_000],
	])('is waited for longer than IPQS waits for the mail server, unless Timeout says so: %j', (options, timeout) => {
		expect(planItem(validate, itemWith({ email: 'ada@example.org', options: { ...options } }), connection)).toMatchObject({
			task: { retry: { timeout } },
		});
	});
});
