import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { planItem } from '../../../../nodes/shared/lookupNode/planItem';
import { toText } from '../../../../nodes/shared/parameters/text';
import type { ItemRequest, Operation } from '../../../../nodes/shared/lookupNode/operation';
import type { AuthMode, Connection } from '../../../../nodes/shared/lookupNode/connection';
import { NodeParameters } from '../../../../nodes/shared/parameters/nodeParameters';
import { InvalidParameter } from '../../../../nodes/shared/parameters/readParameter';
import { ManualClock } from '../../../support/clock';
import { fakeNode } from '../../../support/fake-node';
import { operationWith } from '../../../support/operations';
import { accountOn, answered, inTurn, requestFor, ScriptedTransport } from '../../../support/scripted-transport';
import { readCustomVariables, readRequestMethod } from '../../../../nodes/shared/lookupNode/readRequestOptions';
import { ItemParameters } from '../../../../nodes/shared/lookupNode/itemParameters';

const clock = new ManualClock();
const LIVE: Connection = {
	transport: new ScriptedTransport(clock, accountOn(clock), inTurn(answered)),
	sandbox: false,
	auth: { keyLocation: 'path' },
};

const REQUEST = requestFor('12015550123');

const plan = (operation: Operation, options: INodeParameters = {}, way: Partial<Connection> = {}) =>
	planItem(operation, new ItemParameters(new NodeParameters(fakeNode({ parameters: { options } }).node, []), 0), { ...LIVE, ...way });

const planOf = (question: ItemRequest, options: INodeParameters = {}, way: Partial<Connection> = {}) =>
	plan(
		operationWith(() => question),
		options,
		way,
	);

describe('the plan of an item', () => {
	it.each([
		[60, undefined, 60_000],
		[60, 45, 45_000],
		[5, undefined, 30_000],
	])('waits at least one attempt of %s seconds in all, unless told how long: %s', (timeout, maxWait, expected) => {
		const plan = planOf({ request: REQUEST }, { timeout, ...(maxWait === undefined ? {} : { maxWait }) });
		expect(plan).toMatchObject({ task: { retry: { timeout: timeout * 1_000, maxWait: expected } } });
	});

	it('is what its operation asks, with the limits of its options', () => {
		expect(planOf({ request: REQUEST }, { timeout: '5', maxRetries: 0, maxWait: 0 })).toEqual({
			task: { request: REQUEST, retry: { timeout: 5_000, maxRetries: 0, maxWait: 0, baseDelay: 500 } },
		});
	});

	it('has limits without options, and backs off for shorter in the sandbox', () => {
		expect(planOf({ request: REQUEST })).toEqual({
			task: { request: REQUEST, retry: { timeout: 10_000, maxRetries: 3, maxWait: 30_000, baseDelay: 500 } },
		});
		expect(planOf({ request: REQUEST }, {}, { sandbox: true })).toMatchObject({ task: { retry: { baseDelay: 100 } } });
	});

	it.each([
		[{}, 25_000],
		[{ timeout: 3 }, 3_000],
		[{ timeout: '60' }, 60_000],
	])('waits as long as the operation says, where no option does: %j', (options, timeout) => {
		expect(planOf({ request: REQUEST, timeout: 25 }, options)).toMatchObject({ task: { retry: { timeout } } });
	});

	it('keeps the warning of the operation, and how its pages are read', () => {
		const warning = () => 'odd';
		const paging = { next: () => undefined, holdsList: () => true, records: () => [] };
		const planned = planOf({ request: REQUEST, timeout: 25, warning, paging });
		expect(Object.keys(planned).sort()).toEqual(['paging', 'task', 'warning']);
		expect(planned).toMatchObject({ warning, paging });
	});

	it('is unsent where the item needs no request, whatever its limits', () => {
		const unsent = { status: 'not_sent', reason: 'phone_impossible' } as const;
		expect(planOf({ unsent }, { timeout: 0 })).toEqual({ unsent });
	});

	it('is asked for with the item and the access', () => {
		const asked: Array<[unknown, AuthMode]> = [];
		const operation = operationWith((item, access) => {
			asked.push([item.options, access]);
			return { request: REQUEST };
		});
		plan(operation, { timeout: 7 }, { sandbox: true });
		expect(asked).toEqual([[{ timeout: 7 }, { keyLocation: 'path' }]]);
	});

	it.each<[string, INodeParameters]>([
		["'Limit: Timeout' must be a whole number from 1 to 60", { timeout: 61 }],
		["'Limit: Max Retries' must be a whole number from 0 to 10", { maxRetries: 11 }],
		["'Limit: Max Wait' must be a whole number from 0 to 3600", { maxWait: -1 }],
	])('is none where a limit cannot be used: %s', (message, options) => {
		expect(() => planOf({ request: REQUEST, timeout: 25 }, options)).toThrow(
			new InvalidParameter(message.split("'")[1] ?? '', message.split("' ")[1] ?? ''),
		);
	});
});

describe('a value as text', () => {
	it.each<[unknown, string]>([
		[' a ', 'a'],
		[0, '0'],
		[false, 'false'],
		[null, ''],
		[undefined, ''],
		[{ a: [1] }, '{"a":[1]}'],
		[['a'], '["a"]'],
	])('%j is "%s"', (value, text) => {
		expect(toText(value)).toBe(text);
	});
});

describe('plan item', () => {
	it.each([
		[{}, 'GET'],
		[{ requestMethod: null }, 'GET'],
		[{ requestMethod: 'GET' }, 'GET'],
		[{ requestMethod: 'POST' }, 'POST'],
	])('the method of %j is %s', (options, method) => {
		expect(readRequestMethod(options)).toBe(method);
	});

	it('a method that IPQS does not take is refused', () => {
		expect(() => readRequestMethod({ requestMethod: 'PUT' })).toThrow("'Request Method' must be one of GET, POST");
	});
});

describe('variables', () => {
	const variables = (...values: IDataObject[]) => readCustomVariables({ customVariables: { values } });

	it('are none where there is no row', () => {
		expect([readCustomVariables({}), readCustomVariables({ customVariables: {} }), variables({})]).toEqual([{}, {}, {}]);
	});

	it('that are transaction data are read as such', () => {
		expect(
			variables(
				{ name: 'billing_country', value: 'Germany' },
				{ name: 'credit_card_expiration_month', value: 5 },
				{ name: 'recurring', value: 1 },
			),
		).toEqual({
			billing_country: 'DE',
			credit_card_expiration_month: '05',
			recurring: 'true',
		});
	});

	it('that are none are sent as they are', () => {
		expect(variables({ name: 'orderNote', value: 'call 5 to 7' })).toEqual({ orderNote: 'call 5 to 7' });
	});

	it.each<[string, string]>([
		...[
			'card',
			'cardNumber',
			'card_number',
			'CARDNO',
			'credit_card',
			'creditCardNumber',
			'credit_card_number',
			'debit_card_num',
			'cc_number',
			'ccnum',
			'pan',
		].map((name): [string, string] => [
			name,
			'must not contain a card number; IPQS accepts its first six digits (credit_card_bin) and its SHA-256 hash (credit_card_hash)',
		]),
		...['password', 'Password', 'pass', 'passwd', 'passphrase', 'user_password'].map((name): [string, string] => [
			name,
			'must not contain a password; IPQS accepts its SHA-256 hash (password_hash)',
		]),
		...['cvv', 'CVV2', 'cvc', 'cvc2', 'security_code', 'securityCode'].map((name): [string, string] => [
			name,
			"must not contain a card's security code; IPQS accepts the bank's response code (cvv_code)",
		]),
	])('named "%s" are refused whatever they hold', (name, expectation) => {
		expect(() => variables({ name, value: 'x' })).toThrow(new InvalidParameter('Custom Variables', expectation));
		expect(variables({ name, value: '' })).toEqual({});
	});

	it.each(['passenger', 'compass', 'company', 'cardholder', 'postcard', 'discard', 'cvv_note'])('named "%s" are no secret', (name) => {
		expect(variables({ name, value: 'x' })).toEqual({ [name]: 'x' });
	});

	it.each<[string, string, string]>([
		[
			'credit_card_hash',
			'4111111111111111',
			'must be the SHA-256 hash of the card number (64 hexadecimal characters), not the number itself',
		],
		['password_hash', 'hunter2', 'must be the SHA-256 hash of the password (64 hexadecimal characters), not the password itself'],
		['cvv_code', '123', "must be the bank's response code (one or two letters, or a digit), not the card's security code"],
		['credit_card_bin', '4111111111111111', 'must be the first six digits of the card number, not the whole number'],
		[
			'billing_company',
			'4111 1111 1111 1111',
			'must not contain a card number; IPQS accepts its first six digits (credit_card_bin) and its SHA-256 hash (credit_card_hash)',
		],
		['billing_email', 'ada', 'must be an email address'],
	])('that are transaction data are refused as such, by name and without the value: %s', (name, value, expectation) => {
		expect(() => variables({ name, value })).toThrow(new InvalidParameter(`Custom Variables: ${name}`, expectation));
	});
});
