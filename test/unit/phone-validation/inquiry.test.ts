import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { properties } from '../../../nodes/IpqsPhoneValidation/description';
import { numberOption, planItem, type Plan } from '../../../nodes/IpqsPhoneValidation/inquiry';
import type { Way } from '../../../nodes/IpqsPhoneValidation/line';
import { NUMBER_OPTIONS } from '../../../nodes/IpqsPhoneValidation/options';
import { NodeParameters } from '../../../nodes/shared/item/parameters';
import { InvalidParameter } from '../../../nodes/shared/item/readers';
import { sandboxLine } from '../../../nodes/shared/ipqs/sandbox/line';
import { ManualClock } from '../../support/clock';
import { fakeNode } from '../../support/fake-node';

const LIVE: Way = { line: sandboxLine(new ManualClock()), sandbox: false, keyLocation: 'header' };

const plan = (parameters: INodeParameters, way: Partial<Way> = {}, item: IDataObject = {}): Plan =>
	planItem(new NodeParameters(fakeNode({ parameters, items: [item] }).node, properties), 0, { ...LIVE, ...way });

const PHONE = { phone: '+12015550123' };

/** The request of a plan that has one. */
function requestOf(parameters: INodeParameters, way: Partial<Way> = {}) {
	const planned = plan({ ...PHONE, ...parameters }, way);
	if (!('inquiry' in planned)) throw new Error(`no request, but ${planned.result.record.reason}`);
	return planned.inquiry.request;
}

function retryOf(parameters: INodeParameters, way: Partial<Way> = {}) {
	const planned = plan({ ...PHONE, ...parameters }, way);
	if (!('inquiry' in planned)) throw new Error(`no request, but ${planned.result.record.reason}`);
	return planned.inquiry.retry;
}

const sent = (parameters: INodeParameters) => requestOf(parameters).parameters;

describe('an item asks', () => {
	it('for its number, with every default', () => {
		expect(plan(PHONE)).toEqual({
			inquiry: {
				request: { method: 'GET', path: '/api/json/phone', parameters: { phone: '12015550123', strictness: '0' } },
				retry: { timeout: 10_000, maxRetries: 3, maxWait: 30_000, baseDelay: 500 },
			},
			withoutCountry: false,
		});
	});

	it('with all it may say', () => {
		const parameters = {
			...{ phone: '07700 900123', country: 'UK, US', strictness: 2, enhancedLineCheck: true, enhancedNameCheck: true },
			options: {
				...{ requestMethod: 'POST', smsPumping: true, timeout: 5, maxRetries: 0, maxWait: 0 },
				customVariables: { values: [{ name: ' campaignID ', value: ' spring ' }, { name: 'userID', value: 7 }] },
			},
		};
		expect(plan(parameters, { keyLocation: 'path' })).toEqual({
			inquiry: {
				request: {
					method: 'POST',
					path: '/api/json/phone/{key}',
					parameters: {
						phone: '07700900123',
						strictness: '2',
						country: ['GB', 'US'],
						enhanced_line_check: 'true',
						enhanced_name_check: 'true',
						sms_pumping: 'true',
						campaignID: 'spring',
						userID: '7',
					},
				},
				retry: { timeout: 5_000, maxRetries: 0, maxWait: 0, baseDelay: 500 },
			},
			withoutCountry: false,
		});
	});

	it('for what its own fields say', () => {
		const parameters = { phone: '=number', country: '=where', strictness: '=how', enhancedNameCheck: '=names', options: { timeout: '=seconds' } };
		const planned = plan(parameters, {}, { number: 2015550123, where: ['US', 'Canada'], how: '1', names: 'true', seconds: '7' });
		expect(planned).toMatchObject({
			inquiry: { request: { parameters: { phone: '2015550123', country: ['US', 'CA'], strictness: '1', enhanced_name_check: 'true' } }, retry: { timeout: 7_000 } },
		});
	});

	it('with the number in the path where the key is', () => {
		expect(requestOf({}, { keyLocation: 'path' })).toEqual({ method: 'GET', path: '/api/json/phone/{key}/12015550123', parameters: { strictness: '0' } });
	});

	it.each<[string, string, boolean]>([
		['+12015550123', '', false],
		['0044 7700 900123', '', false],
		['2015550123', '', true],
		['12015550123', '', false],
		['07700 900123', '', true],
		['2015550123', 'US', false],
		['555012345', 'US', false],
	])('%s with the country "%s": the country has to be guessed: %s', (phone, country, withoutCountry) => {
		expect(plan({ phone, country })).toMatchObject({ withoutCountry });
	});
});

describe('the limits of a request', () => {
	it.each<[string, object, number]>([
		['10 seconds', {}, 10_000],
		['20 seconds with a line check', { enhancedLineCheck: true }, 20_000],
		['what is set', { options: { timeout: 60 } }, 60_000],
		['what is set, also with a line check', { enhancedLineCheck: true, options: { timeout: 1 } }, 1_000],
	])('wait for an answer %s', (_what, parameters, timeout) => {
		expect(retryOf(parameters as INodeParameters)).toMatchObject({ timeout });
	});

	it('back off for shorter in the sandbox', () => {
		expect(retryOf({}, { sandbox: true })).toEqual({ timeout: 10_000, maxRetries: 3, maxWait: 30_000, baseDelay: 100 });
	});

	it.each([
		['concurrency', 'Concurrency', 10, 1, 100],
		['maxLookups', 'Max Lookups', 0, 0, 1_000_000],
		['maxRetries', 'Max Retries', 3, 0, 10],
		['maxWait', 'Max Wait', 30, 0, 3_600],
		['reuseMinutes', 'Reuse Answers For', 0, 0, 1_440],
		['timeout', 'Timeout', 10, 1, 60],
	] as const)('%s, "%s", is %d and goes from %d to %d', (name, label, value, min, max) => {
		expect(numberOption({}, name)).toBe(value);
		expect(numberOption({ [name]: null }, name)).toBe(value);
		expect(numberOption({ [name]: min }, name)).toBe(min);
		expect(numberOption({ [name]: String(max) }, name)).toBe(max);
		for (const wrong of [min - 1, max + 1, 1.5, 'many', '']) {
			expect(() => numberOption({ [name]: wrong }, name)).toThrow(new InvalidParameter(label, `must be a whole number from ${min} to ${max}`));
		}
	});

	it('are six, each with a description', () => {
		expect(Object.keys(NUMBER_OPTIONS)).toHaveLength(6);
		for (const { description } of Object.values(NUMBER_OPTIONS)) expect(description).toMatch(/^[A-Z]/);
	});
});

describe('variables', () => {
	const withVariables = (...values: IDataObject[]) => sent({ options: { customVariables: { values } } as unknown as INodeParameters });

	it.each<[string, IDataObject[], object]>([
		['are sent by name', [{ name: 'userID', value: 'ada' }], { userID: 'ada' }],
		['may be numbers and booleans', [{ name: 'a', value: 0 }, { name: 'b', value: false }], { a: '0', b: 'false' }],
		['may be objects, as JSON', [{ name: 'a', value: { b: [1] } }], { a: '{"b":[1]}' }],
		['are not sent when empty', [{ name: 'a', value: '' }, { name: 'b', value: ' ' }, { name: 'c', value: null }, { name: 'd' }], {}],
		['need no name when empty', [{ name: '', value: '' }], {}],
		['are sent once each, the last one', [{ name: 'a', value: '1' }, { name: 'a', value: '2' }], { a: '2' }],
		['replace no parameter', [{ name: 'strictness', value: '2' }], {}],
	])('%s', (_what, values, variables) => {
		expect(withVariables(...values)).toEqual({ phone: '12015550123', strictness: '0', ...variables });
	});

	it.each([{ value: 'x' }, { name: '', value: 'x' }, { name: ' ', value: 'x' }, { name: null, value: 'x' }])('need a name: %j', (row) => {
		expect(() => withVariables(row)).toThrow('\'Custom Variables\' has a value without a name');
	});

	it.each(['key', 'KEY', ' Secret ', 'IPQS-KEY'])('hold no "%s", which would put a key into an address', (name) => {
		expect(() => withVariables({ name, value: 'x' })).toThrow('\'Custom Variables\' must hold no key; the credential sends it');
	});
});

describe('a malformed number', () => {
	const EMPTY = '\'Phone Number\' holds no possible number: it is empty';
	const result = (parameters: INodeParameters, way: Partial<Way> = {}) => {
		const planned = plan(parameters, way);
		return 'result' in planned ? planned.result : planned;
	};

	it('is invalid and needs no request', () => {
		expect(result({ phone: '555 012' })).toEqual({
			verdict: { kind: 'answered', body: { message: '\'Phone Number\' holds no possible number: it has under 7 digits', success: true, valid: false } },
			record: {
				status: 'not_sent',
				reason: 'malformed_phone',
				request_id: null,
				checked_at: null,
				attempts: 0,
				latency_ms: null,
				deduplicated: false,
				billable: false,
				sandbox: false,
				not_in_plan: {},
			},
		});
	});

	it('is invalid in the sandbox too, which says so', () => {
		expect(result({ phone: '' }, { sandbox: true })).toMatchObject({ record: { status: 'not_sent', sandbox: true } });
	});

	it('fails where that is wanted, and says what is wrong but not the number', () => {
		expect(result({ phone: 'call me', options: { malformedPhone: 'fail' } })).toMatchObject({
			verdict: { kind: 'failed', reason: 'malformed_phone', said: 'it has characters that belong to no phone number' },
			record: { status: 'failed', reason: 'malformed_phone', billable: false },
		});
	});

	it('is sent as it is where that is wanted', () => {
		expect(plan({ phone: ' 1-800-FLOWERS ', options: { malformedPhone: 'send' } })).toMatchObject({
			inquiry: { request: { parameters: { phone: '1-800-FLOWERS', strictness: '0' } } },
			withoutCountry: false,
		});
	});

	it('that is too short is sent with its plus', () => {
		expect(plan({ phone: '+555-012', country: 'US', options: { malformedPhone: 'send' } })).toMatchObject({
			inquiry: { request: { parameters: { phone: '+555012', country: 'US' } } },
		});
	});

	it.each([[''], [' '], [null], [true], ['()']])('that is empty is not even sent where that is wanted: %j', (phone) => {
		expect(result({ phone, options: { malformedPhone: 'send' } } as INodeParameters)).toMatchObject({
			verdict: { kind: 'answered', body: { message: EMPTY, success: true, valid: false } },
			record: { status: 'not_sent', reason: 'malformed_phone' },
		});
	});

	it('is empty where there is none', () => {
		expect(result({})).toMatchObject({ verdict: { body: { message: EMPTY } } });
	});
});

describe('a number under 10 digits', () => {
	it('needs a country', () => {
		const planned = plan({ phone: '555012345' });
		expect(planned).toMatchObject({
			result: {
				verdict: { kind: 'failed', reason: 'country_missing', said: null },
				record: { status: 'not_sent', reason: 'country_missing', attempts: 0, billable: false, sandbox: false },
			},
		});
	});

	it('needs a country in the sandbox too', () => {
		expect(plan({ phone: '555012345' }, { sandbox: true })).toMatchObject({ result: { record: { reason: 'country_missing', sandbox: true } } });
	});

	it.each([
		['+555012345', ''],
		['555012345', 'US'],
		['5550123456', ''],
	])('but not %s with "%s"', (phone, country) => {
		expect(plan({ phone, country })).toHaveProperty('inquiry');
	});
});

describe('a value that cannot be used is named', () => {
	it.each<[string, INodeParameters]>([
		['\'Country\' names no country; use codes such as US or US,CA, or English names', { country: 'US, Atlantis' }],
		['\'Strictness\' must be a whole number from 0 to 2', { strictness: 3 }],
		['\'Strictness\' must be a whole number from 0 to 2', { strictness: -1 }],
		['\'Enhanced Line Check\' must be true or false', { enhancedLineCheck: 'maybe' }],
		['\'Enhanced Name Check\' must be true or false', { enhancedNameCheck: 2 }],
		['\'SMS Pumping Check\' must be true or false', { options: { smsPumping: 'maybe' } }],
		['\'Malformed Numbers\' must be one of invalid, fail, send', { options: { malformedPhone: 'drop' } }],
		['\'Request Method\' must be one of GET, POST', { options: { requestMethod: 'PUT' } }],
		['\'Timeout\' must be a whole number from 1 to 60', { options: { timeout: 0 } }],
		['\'Timeout\' must be a whole number from 1 to 60', { enhancedLineCheck: true, options: { timeout: 61 } }],
		['\'Max Retries\' must be a whole number from 0 to 10', { options: { maxRetries: 11 } }],
		['\'Max Wait\' must be a whole number from 0 to 3600', { options: { maxWait: -1 } }],
	])('%s', (message, parameters) => {
		expect(() => plan({ ...PHONE, ...parameters })).toThrow(message);
		expect(() => plan({ ...PHONE, ...parameters })).toThrow(InvalidParameter);
	});

	it('also where the number itself is malformed', () => {
		expect(() => plan({ phone: '', strictness: 3 })).toThrow('\'Strictness\'');
	});
});
