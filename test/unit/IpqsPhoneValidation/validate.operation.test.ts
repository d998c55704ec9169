import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { phoneLookup } from '../../../nodes/IpqsPhoneValidation/validate.operation';
import { planItem } from '../../../nodes/shared/lookupNode/planItem';
import type { ItemPlan } from '../../../nodes/shared/lookupNode/operation';
import { operationProperties } from '../../../nodes/shared/lookupNode/properties';
import type { Connection } from '../../../nodes/shared/lookupNode/connection';
import { NodeParameters } from '../../../nodes/shared/parameters/nodeParameters';
import { InvalidParameter } from '../../../nodes/shared/parameters/readParameter';
import { createSandboxTransport } from '../../../nodes/shared/client/sandboxTransport';
import { PHONE_SANDBOX } from '../../../nodes/shared/ipqs/sandbox/phone';
import { ManualClock } from '../../support/clock';
import { fakeNode } from '../../support/fake-node';
import { ItemParameters } from '../../../nodes/shared/lookupNode/itemParameters';

const LIVE: Connection = {
	transport: createSandboxTransport(new ManualClock(), PHONE_SANDBOX),
	sandbox: false,
	auth: { keyLocation: 'header' },
};
const IN_PATH: Partial<Connection> = { auth: { keyLocation: 'path' } };
const CUSTOM: Partial<Connection> = { auth: { integration: 'ExampleCRM' } };

const itemOf = (parameters: INodeParameters, item: IDataObject = {}): ItemParameters =>
	new ItemParameters(new NodeParameters(fakeNode({ parameters, items: [item] }).node, operationProperties(phoneLookup)), 0);

const plan = (parameters: INodeParameters, way: Partial<Connection> = {}, item: IDataObject = {}): ItemPlan =>
	planItem(phoneLookup, itemOf(parameters, item), { ...LIVE, ...way });

const PHONE = { phone: '+12015550123' };

/** The request of a plan that has one. */
function requestOf(parameters: INodeParameters, way: Partial<Connection> = {}) {
	const planned = plan({ ...PHONE, ...parameters }, way);
	if (!('task' in planned)) throw new Error(`no request, but ${planned.unsent.reason}`);
	return planned.task.request;
}

function retryOf(parameters: INodeParameters, way: Partial<Connection> = {}) {
	const planned = plan({ ...PHONE, ...parameters }, way);
	if (!('task' in planned)) throw new Error(`no request, but ${planned.unsent.reason}`);
	return planned.task.retry;
}

const sent = (parameters: INodeParameters) => requestOf(parameters).parameters;

describe('an item asks', () => {
	it('for its number, with every default', () => {
		expect(plan(PHONE)).toEqual({
			key: expect.any(String),
			task: {
				request: {
					method: 'GET',
					path: '/api/json/phone',
					parameters: { phone: '12015550123', strictness: '0' },
					costsCredit: true,
					invalidNumberIsResult: true,
				},
				retry: { timeout: 10_000, maxRetries: 3, maxWait: 30_000, baseDelay: 500 },
			},
		});
	});

	it('with all it may say', () => {
		const parameters = {
			...{ phone: '07700 900123', country: 'UK, US', strictness: 2, enhancedLineCheck: true, enhancedNameCheck: true },
			options: {
				...{ requestMethod: 'POST', smsPumping: true, timeout: 5, maxRetries: 0, maxWait: 0 },
				customVariables: {
					values: [
						{ name: ' campaignID ', value: ' spring ' },
						{ name: 'userID', value: 7 },
					],
				},
			},
		};
		expect(plan(parameters, IN_PATH)).toEqual({
			key: expect.any(String),
			task: {
				request: {
					method: 'POST',
					path: '/api/json/phone/{key}',
					parameters: {
						phone: '+447700900123',
						strictness: '2',
						country: ['GB', 'US'],
						enhanced_line_check: 'true',
						enhanced_name_check: 'true',
						sms_pumping: 'true',
						campaignID: 'spring',
						userID: '7',
					},
					costsCredit: true,
					invalidNumberIsResult: true,
				},
				retry: { timeout: 5_000, maxRetries: 0, maxWait: 0, baseDelay: 500 },
			},
		});
	});

	it('for what its own fields say', () => {
		const parameters = {
			phone: '=number',
			country: '=where',
			strictness: '=how',
			enhancedNameCheck: '=names',
			options: { timeout: '=seconds' },
		};
		const planned = plan(parameters, {}, { number: 2015550123, where: ['US', 'Canada'], how: '1', names: 'true', seconds: '7' });
		expect(planned).toMatchObject({
			task: {
				request: { parameters: { phone: '12015550123', country: ['US', 'CA'], strictness: '1', enhanced_name_check: 'true' } },
				retry: { timeout: 7_000 },
			},
		});
	});

	it('with the number in the path where the key is', () => {
		expect(requestOf({}, IN_PATH)).toEqual({
			method: 'GET',
			path: '/api/json/phone/{key}/12015550123',
			parameters: { strictness: '0' },
			costsCredit: true,
			invalidNumberIsResult: true,
		});
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
		const planned = plan({ phone, country });
		const warning = 'warning' in planned ? planned.warning : undefined;
		const told = [1, 2].map((numbers) => warning?.(numbers));
		const guessed =
			"no country code and no country in 'Country', so IPQS guesses the country of such numbers. Set 'Country', or map numbers that start with + and the country code";
		expect(told).toEqual(withoutCountry ? [`1 number had ${guessed}`, `2 numbers had ${guessed}`] : [undefined, undefined]);
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
});

describe('variables', () => {
	const withVariables = (...values: IDataObject[]) => sent({ options: { customVariables: { values } } as unknown as INodeParameters });

	it.each<[string, IDataObject[], object]>([
		['are sent by name', [{ name: 'userID', value: 'ada' }], { userID: 'ada' }],
		[
			'may be numbers and booleans',
			[
				{ name: 'a', value: 0 },
				{ name: 'b', value: false },
			],
			{ a: '0', b: 'false' },
		],
		['may be objects, as JSON', [{ name: 'a', value: { b: [1] } }], { a: '{"b":[1]}' }],
		['are not sent when empty', [{ name: 'a', value: '' }, { name: 'b', value: ' ' }, { name: 'c', value: null }, { name: 'd' }], {}],
		['need no name when empty', [{ name: '', value: '' }], {}],
		[
			'are sent once each, the last one',
			[
				{ name: 'a', value: '1' },
				{ name: 'a', value: '2' },
			],
			{ a: '2' },
		],
		['replace no parameter', [{ name: 'strictness', value: '2' }], {}],
	])('%s', (_what, values, variables) => {
		expect(withVariables(...values)).toEqual({ phone: '12015550123', strictness: '0', ...variables });
	});

	it.each([{ value: 'x' }, { name: '', value: 'x' }, { name: ' ', value: 'x' }, { name: null, value: 'x' }])('need a name: %j', (row) => {
		expect(() => withVariables(row)).toThrow("'Custom Variables' has a value without a name");
	});

	it.each(['key', 'KEY', ' Secret ', 'IPQS-KEY'])('hold no "%s", which would put a key into an address', (name) => {
		expect(() => withVariables({ name, value: 'x' })).toThrow("'Custom Variables' must not contain a key: the credential adds it");
	});
});

describe('a number that cannot be looked up', () => {
	const unsentOf = (parameters: INodeParameters, way: Partial<Connection> = {}) => {
		const planned = plan(parameters, way);
		if (!('unsent' in planned)) throw new Error('a request');
		return planned.unsent;
	};
	const UNKNOWN = { success: false, valid: null };
	const INVALID = { success: true, valid: false };

	const UNUSABLE: Array<[string, INodeParameters, string, object]> = [
		['nothing', {}, 'phone_missing', UNKNOWN],
		['no text', { phone: ' ' }, 'phone_missing', UNKNOWN],
		['a word in place of a number', { phone: 'N/A' }, 'phone_missing', UNKNOWN],
		['a date', { phone: '31/12/2026' }, 'phone_unreadable', UNKNOWN],
		['a number that no country has', { phone: '+1 555 012', country: 'US' }, 'phone_impossible', INVALID],
		['a short number without a country', { phone: '555 012' }, 'country_missing', UNKNOWN],
	];

	it.each(UNUSABLE)('is not sent, and %s tells only what is known', (_what, parameters, reason, body) => {
		const unsent = { status: 'not_sent', reason, body: { ...body, message: expect.stringMatching(/^'Phone Number' /) } };
		expect(unsentOf(parameters)).toEqual(unsent);
		expect(unsentOf(parameters, { sandbox: true })).toEqual(unsent);
		expect(unsentOf(parameters, CUSTOM)).toEqual(unsent);
	});

	it.each(UNUSABLE.filter(([, { phone }]) => /\d/.test(String(phone ?? ''))))('is sent where that is wanted: %s', (_what, parameters) => {
		const request = requestOf({ ...parameters, options: { unusablePhone: 'send' } });
		expect(String(request.parameters.phone)).toMatch(/\d/);
	});

	it.each([
		['a short number', { phone: '555 012' }, {}, 'it has no country code'],
		[
			'a number with an unknown country of the lead',
			{ phone: '201 555 0123', country: '={{ $json.country }}' },
			{ country: 'Texas' },
			"it has no country code, and 'Country' is not a known country",
		],
	])('that needs a country says why: %s', (_what, parameters, item, cause) => {
		const planned = plan(parameters, {}, item);
		expect(planned).toMatchObject({
			unsent: { reason: 'country_missing', body: { message: `'Phone Number' needs a country: ${cause}`, success: false, valid: null } },
		});
	});

	it.each(['', ' ', 'N/A', '()'])('is not sent without a digit, even where that is wanted: %j', (phone) => {
		expect(unsentOf({ phone, options: { unusablePhone: 'send' } })).toMatchObject({ reason: 'phone_missing' });
	});

	it.each<[string, unknown]>([
		['a list', ['+12015550123']],
		['an object', { number: '+12015550123' }],
		['a yes', true],
		['a no', false],
	])('is no %s: the field is mapped wrongly, and the lead is not to blame', (_what, phone) => {
		for (const unusablePhone of ['skip', 'send']) {
			expect(() => plan({ phone, options: { unusablePhone } } as INodeParameters)).toThrow(
				/^'Phone Number' must be text with one phone number/,
			);
		}
	});
});

describe('a value that cannot be used is named', () => {
	it.each<[string, INodeParameters]>([
		["'Country' is not a known country; use codes such as US or US,CA, or English names", { country: 'US, Atlantis' }],
		["'Strictness' must be a whole number from 0 to 2", { strictness: 3 }],
		["'Strictness' must be a whole number from 0 to 2", { strictness: -1 }],
		["'Enhanced Line Check' must be true or false", { enhancedLineCheck: 'maybe' }],
		["'Enhanced Name Check' must be true or false", { enhancedNameCheck: 2 }],
		["'SMS Pumping Check' must be true or false", { options: { smsPumping: 'maybe' } }],
		["'Unusable Numbers' must be one of skip, send", { options: { unusablePhone: 'drop' } }],
		["'Request Method' must be one of GET, POST", { options: { requestMethod: 'PUT' } }],
		["'Limit: Timeout' must be a whole number from 1 to 60", { options: { timeout: 0 } }],
		["'Limit: Timeout' must be a whole number from 1 to 60", { enhancedLineCheck: true, options: { timeout: 61 } }],
		["'Limit: Max Retries' must be a whole number from 0 to 10", { options: { maxRetries: 11 } }],
		["'Limit: Max Wait' must be a whole number from 0 to 3600", { options: { maxWait: -1 } }],
	])('%s', (message, parameters) => {
		expect(() => plan({ ...PHONE, ...parameters })).toThrow(message);
		expect(() => plan({ ...PHONE, ...parameters })).toThrow(InvalidParameter);
	});

	it('also where there is no number', () => {
		expect(() => plan({ phone: '', strictness: 3 })).toThrow("'Strictness'");
	});
});

describe('transaction data', () => {
	const transaction = {
		billing: { billing_email: ' ada@example.com ', billing_phone: '+12015550123', billing_city: '' },
		order: { order_amount: 49.9 },
	};
	const SENT = { billing_email: 'ada@example.com', billing_phone: '2015550123', billing_phone_country_code: '1', order_amount: '49.9' };

	it('is sent with how strictly it is to be judged', () => {
		expect(sent({ options: { transaction } })).toEqual({ phone: '12015550123', strictness: '0', ...SENT, transaction_strictness: '0' });
		expect(sent({ options: { transaction, transactionStrictness: '2' } })).toEqual({
			phone: '12015550123',
			strictness: '0',
			...SENT,
			transaction_strictness: '2',
		});
	});

	it("comes from the lead's own fields", () => {
		const parameters = { ...PHONE, options: { transaction: { user: { username: '=name' } } } };
		expect(plan(parameters, {}, { name: 'ada' })).toMatchObject({ task: { request: { parameters: { username: 'ada' } } } });
	});

	it.each<[string, INodeParameters]>([
		['none is filled in', { transaction: { billing: { billing_email: ' ' }, user: {} }, transactionStrictness: 2 }],
		['there is none', { transactionStrictness: 2 }],
	])('is not sent, nor its strictness, where %s', (_when, options) => {
		expect(sent({ options })).toEqual({ phone: '12015550123', strictness: '0' });
	});

	it('replaces a variable of its name, and no parameter of the number', () => {
		const customVariables = {
			values: [
				{ name: 'billing_email', value: 'ben@example.com' },
				{ name: 'transaction_strictness', value: '1' },
			],
		};
		expect(sent({ options: { transaction, customVariables } as unknown as INodeParameters })).toMatchObject({
			...SENT,
			transaction_strictness: '0',
		});
	});

	it('adds its details to the simplified fields, and the name check adds the name', () => {
		const extra = (parameters: INodeParameters) => phoneLookup.extraFields?.(itemOf(parameters));
		expect(extra({})).toEqual([]);
		expect(extra({ options: { transaction: { user: { username: ' ' } } } })).toEqual([]);
		expect(extra({ options: { transaction } })).toEqual(['transaction_details']);
		expect(extra({ enhancedNameCheck: true, options: { transaction } })).toEqual(['name', 'transaction_details']);
	});

	it.each<[string, INodeParameters]>([
		["'Transaction Data: Billing Email' must be an email address", { transaction: { billing: { billing_email: 'ada' } } }],
		["'Transaction Strictness' must be a whole number from 0 to 2", { transaction, transactionStrictness: 3 }],
	])('is refused by name: %s', (message, options) => {
		expect(() => sent({ options })).toThrow(new Error(message));
		expect(() => sent({ options })).toThrow(InvalidParameter);
	});
});

describe('through a custom integration', () => {
	it('number, strictness and country are sent, and nothing else', () => {
		expect(plan({ ...PHONE, country: 'US,CA', strictness: 1 }, CUSTOM)).toEqual({
			key: expect.any(String),
			task: {
				request: {
					method: 'POST',
					path: '/webhooks/ExampleCRM/json/phone_check',
					parameters: { phone: '12015550123', strictness: '1', country: ['US', 'CA'] },
					costsCredit: true,
					invalidNumberIsResult: true,
				},
				retry: { timeout: 10_000, maxRetries: 3, maxWait: 30_000, baseDelay: 500 },
			},
		});
	});

	it('what it does not know is not even read, should it be stored', () => {
		const unknown = {
			...{ enhancedLineCheck: 'maybe', enhancedNameCheck: 'maybe' },
			options: {
				...{ requestMethod: 'GET', smsPumping: true, transaction: { user: { username: 'ada' } } },
				customVariables: { values: [{ name: 'userID', value: '7' }] },
			},
		} as unknown as INodeParameters;
		expect(requestOf(unknown, CUSTOM)).toMatchObject({ method: 'POST', parameters: { phone: '12015550123', strictness: '0' } });
		expect(requestOf(unknown, CUSTOM).parameters).toEqual({ phone: '12015550123', strictness: '0' });
	});
});
