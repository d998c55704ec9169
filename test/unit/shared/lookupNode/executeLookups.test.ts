import { NodeApiError, type IDataObject, type INodeExecutionData } from 'n8n-workflow';
import { IpqsPhoneValidation } from '../../../../nodes/IpqsPhoneValidation/IpqsPhoneValidation.node';
import { executeLookups } from '../../../../nodes/shared/lookupNode/executeLookups';
import type { Operation, Paging } from '../../../../nodes/shared/lookupNode/operation';
import { fakeNode, type FakeNodeSetup } from '../../../support/fake-node';
import { operationWith } from '../../../support/operations';

const run = async (setup: FakeNodeSetup) => {
	const { node, hints, requests } = fakeNode(setup);
	const [items = [], ...others] = await new IpqsPhoneValidation().execute.call(node);
	expect(others).toEqual([]);
	return { items, hints: hints.map(({ message }) => message), requests };
};

const sandbox = (phones: unknown[], { parameters, ...setup }: FakeNodeSetup = {}) =>
	run({
		parameters: { authentication: 'sandbox', phone: '=phone', options: { maxRetries: 0 }, ...parameters },
		items: phones.map((phone) => ({ phone }) as IDataObject),
		...setup,
	});

let accounts = 0;

/** Runs over a credential of its own, so that no pace is shared. */
const live = async (
	phones: unknown[],
	body: (url: string) => unknown,
	{ parameters, ...setup }: FakeNodeSetup = {},
	operation?: Operation,
) => {
	const requested: string[] = [];
	const given = fakeNode({
		parameters: { authentication: 'apiKey', phone: '=phone', ...parameters },
		items: phones.map((phone) => ({ phone }) as IDataObject),
		credential: { apiKey: `not-a-real-key-${accounts++}`, keyLocation: 'header', baseUrl: 'https://ipqs.test', requestsPerSecond: 0 },
		...setup,
	});
	given.node.helpers.httpRequestWithAuthentication = async (_type, { url = '' }) => {
		requested.push(url);
		return { statusCode: 200, headers: {}, body: JSON.stringify(body(url)) };
	};
	const [items = []] =
		operation === undefined
			? await new IpqsPhoneValidation().execute.call(given.node)
			: await executeLookups(given.node, operation, 'request');
	return { items, hints: given.hints.map(({ message }) => message), requested };
};

const told = (items: INodeExecutionData[]) =>
	items.map(({ json }) => {
		const { lookup, ...result } = (json.ipqs ?? {}) as IDataObject;
		const { status, reason, deduplicated, billable } = (lookup ?? {}) as IDataObject;
		return { success: result.success, status, reason, deduplicated, billable };
	});

const stopped = async (attempt: Promise<unknown>): Promise<NodeApiError> => {
	const thrown: unknown = await attempt.catch((error: unknown) => error);
	expect(thrown).toBeInstanceOf(NodeApiError);
	return thrown as NodeApiError;
};

const VALID = { success: true, valid: true, message: 'Phone is valid.' };

describe('execute lookups', () => {
	it('no item gives none, and asks nothing', async () => {
		expect(await run({ items: [] })).toEqual({ items: [], hints: [], requests: [] });
	});
});

describe('items leave in order', () => {
	it('each with its result, its record and its own fields', async () => {
		const { items } = await sandbox(['+12015550121', '+12015550100', '+12015550121', '', '555012345']);
		expect(told(items)).toEqual([
			{ success: true, status: 'ok', reason: null, deduplicated: false, billable: false },
			{ success: true, status: 'ok', reason: null, deduplicated: false, billable: false },
			{ success: true, status: 'ok', reason: null, deduplicated: true, billable: false },
			{ success: false, status: 'not_sent', reason: 'phone_missing', deduplicated: false, billable: false },
			{ success: false, status: 'not_sent', reason: 'country_missing', deduplicated: false, billable: false },
		]);
		expect(items.map(({ json, pairedItem }) => [json.phone, pairedItem])).toEqual([
			['+12015550121', { item: 0 }],
			['+12015550100', { item: 1 }],
			['+12015550121', { item: 2 }],
			['', { item: 3 }],
			['555012345', { item: 4 }],
		]);
		expect(items[0]?.json.ipqs).toMatchObject({ fraud_score: 85, lookup: { sandbox: true, request_id: 'sandbox0121', attempts: 1 } });
	});

	it('with hints about the run', async () => {
		const { hints } = await sandbox(['+12015550121', '2015550100']);
		expect(hints).toEqual([
			expect.stringMatching(/^Sandbox: /),
			'2 leads: 2 looked up',
			expect.stringMatching(/^1 number had no country code/),
		]);
	});
});

describe('a value that cannot be used', () => {
	it.each<[string, IDataObject]>([
		["'Country' is not a known country; use codes such as US or US,CA, or English names", { country: 'Atlantis' }],
		["The expression in 'Country' gave no value", { country: '=!' }],
		["'Put Result in Field' must be the name of a field, such as ipqs", { outputField: '' }],
		["'Limit: Concurrency' must be a whole number from 1 to 100", { options: { concurrency: 0 } }],
	])('fails its item: %s', async (message, parameters) => {
		const { items } = await sandbox(['+12015550100'], { parameters: parameters as never, onError: 'continueRegularOutput' });
		expect(items).toMatchObject([
			{
				json: {
					phone: '+12015550100',
					ipqs: { success: false, message, lookup: { status: 'failed', reason: 'invalid_parameter', sandbox: true } },
				},
			},
		]);
	});

	it('fails its own item alone', async () => {
		const { items } = await run({
			parameters: { authentication: 'sandbox', phone: '+12015550100', strictness: '=how' },
			items: [{ how: 0 }, { how: 7 }, { how: 1 }],
			onError: 'continueRegularOutput',
		});
		expect(told(items).map(({ status }) => status)).toEqual(['ok', 'failed', 'ok']);
	});

	it('fails its item where the result was to go, and leaves another result where it is', async () => {
		const { items } = await run({
			parameters: {
				authentication: 'sandbox',
				phone: '+12015550100',
				country: 'Atlantis',
				outputField: 'second',
				options: { fieldNames: { values: [{ field: 'fraud_score', name: 'score' }] } },
			},
			items: [{ ipqs: { valid: true }, score: 3 }],
			onError: 'continueRegularOutput',
		});
		expect(items).toMatchObject([
			{ json: { ipqs: { valid: true }, score: null, second: { success: false, lookup: { reason: 'invalid_parameter' } } } },
		]);
		expect(items[0]?.json.ipqs).toEqual({ valid: true });
	});

	it("fails its item without the lead's own fields, where these were to stay behind", async () => {
		const { items } = await sandbox(['+12015550100'], {
			parameters: { country: 'Atlantis', options: { includeInput: false } } as never,
			onError: 'continueRegularOutput',
		});
		expect(Object.keys(items[0]?.json ?? {})).toEqual(['ipqs']);
	});

	it('fails every item where it is the credential', async () => {
		const { items } = await run({
			parameters: { authentication: 'apiKey', phone: '+12015550100' },
			items: [{}, {}],
			onError: 'continueRegularOutput',
		});
		for (const { json } of items) {
			expect(json.ipqs).toMatchObject({
				message: 'The credential or an option could not be read: select the credential again and check the options',
				lookup: { reason: 'invalid_parameter', sandbox: false },
			});
		}
	});
});

describe("with 'On Error' set to stop", () => {
	it('the first item that fails ends the node, and says what to do', async () => {
		const thrown = await stopped(sandbox(['+12015550100', '+12015550161', '+12015550160']));
		expect(thrown).toMatchObject({
			message: 'Simulated by the test value: IPQS rejected the API key [item 1]',
			description:
				"In the credential, enter the key (or domain and secret) from your IPQS account again and test it. To keep the other leads, set 'On Error' in the node's settings to Continue.",
			httpCode: null,
			context: { itemIndex: 1 },
		});
	});

	it('names the HTTP status, where it is not 200, which would read like success', async () => {
		expect(await stopped(sandbox(['+12015550164']))).toMatchObject({
			message: 'Simulated by the test value: IPQS is unreachable or unavailable [item 0]',
			httpCode: '503',
		});
	});

	it('a value that cannot be used ends the node before anything is asked', async () => {
		const setup = {
			parameters: { authentication: 'apiKey', phone: '+12015550100', country: 'Atlantis' },
			credential: { apiKey: 'not-a-real-key-x' },
		};
		const { node, requests } = fakeNode(setup);
		expect(await stopped(new IpqsPhoneValidation().execute.call(node))).toMatchObject({
			message: "'Country' is not a known country; use codes such as US or US,CA, or English names [item 0]",
			httpCode: null,
		});
		expect(requests).toEqual([]);
	});

	it('a missing number and one without country end nothing', async () => {
		expect(told((await sandbox(['', '555012345'])).items).map(({ status }) => status)).toEqual(['not_sent', 'not_sent']);
	});

	it('the limit of lookups ends nothing', async () => {
		const { items, hints } = await sandbox(['+12015550100', '+12015550101'], {
			parameters: { options: { maxLookups: 1, concurrency: 1 } },
		});
		expect(told(items).map(({ status, reason }) => [status, reason])).toEqual([
			['ok', null],
			['not_attempted', 'max_lookups'],
		]);
		expect(hints.join()).toContain('1 not attempted');
	});
});

describe("with 'On Error' set to continue", () => {
	it('items that fail stay beside the others', async () => {
		const { items } = await sandbox(['+12015550165', '+12015550100'], { onError: 'continueRegularOutput' });
		expect(told(items).map(({ status, reason }) => [status, reason])).toEqual([
			['failed', 'bad_response'],
			['ok', null],
		]);
	});

	it('items that fail may leave by the error output', async () => {
		const { items } = await sandbox(['+12015550165'], { onError: 'continueErrorOutput' });
		expect(items).toEqual([
			{
				json: {
					error: {
						message: 'Simulated by the test value: The server did not return a valid IPQS response',
						description: expect.stringMatching(/^Check 'Base URL'/),
						lookup: expect.objectContaining({ status: 'failed', reason: 'bad_response', attempts: 1 }),
					},
				},
				pairedItem: { item: 0 },
			},
		]);
	});
});

describe('over an account', () => {
	it('answers are billable, and equal lookups cost one request', async () => {
		const { items, requested } = await live(['+12015550123', '+1 201 555 0123'], () => VALID);
		expect(told(items).map(({ deduplicated, billable }) => [deduplicated, billable])).toEqual([
			[false, true],
			[true, false],
		]);
		expect(requested).toEqual(['https://ipqs.test/api/json/phone']);
	});

	it('an execution remembers what it paid for', async () => {
		const signal = { aborted: false };
		const credential = { apiKey: 'not-a-real-key-remembered', keyLocation: 'header', baseUrl: 'https://ipqs.test', requestsPerSecond: 0 };
		const first = await live(['+12015550123'], () => VALID, { signal, credential });
		const second = await live(['+12015550123', '+12015550124'], () => VALID, { signal, credential });
		expect([first.requested.length, second.requested.length]).toEqual([1, 1]);
		expect(told(second.items).map(({ deduplicated, billable }) => [deduplicated, billable])).toEqual([
			[false, true],
			[false, true],
		]);
	});

	const CHECKED = { parameters: { options: { keepCredits: 0 } } };

	it('the credits are told when that is wanted', async () => {
		const { requested, hints } = await live(
			['+12015550123'],
			(url) => (url.includes('account') ? { success: true, credits: 420 } : VALID),
			CHECKED,
		);
		expect(requested).toEqual(['https://ipqs.test/api/json/account/{key}', 'https://ipqs.test/api/json/phone']);
		expect(hints).toEqual(['Your IPQS account has about 419 credits left']);
	});

	it('nothing is attempted when there are none', async () => {
		const { items, requested, hints } = await live(['+12015550123'], () => ({ success: true, credits: 0 }), {
			...CHECKED,
			onError: 'continueRegularOutput',
		});
		expect(told(items)).toMatchObject([{ status: 'not_attempted', reason: 'credits_reserved' }]);
		expect(requested).toHaveLength(1);
		expect(hints).toEqual([
			expect.stringMatching(/^1 lead: 1 not attempted\. The account was down to the credits in 'Limit: Keep Credits'/),
			'Your IPQS account has about 0 credits left',
		]);
	});

	it('the account is not read where no item asks anything', async () => {
		const { requested } = await live(['', 'call me'], () => VALID, CHECKED);
		expect(requested).toEqual([]);
	});

	it('the account is not read in the sandbox, which has none', async () => {
		expect((await sandbox(['+12015550100'], CHECKED)).hints).toEqual([expect.stringMatching(/^Sandbox/)]);
	});
});

describe('an operation whose answer comes in pages', () => {
	const pageOf = (name: unknown, number: number) =>
		({ method: 'GET', path: `/list/${String(name)}/${number}`, parameters: {}, costsCredit: false }) as const;
	const paging = (name: unknown): Paging => ({
		next: (answers) => (answers.at(-1)?.more === true ? pageOf(name, answers.length + 1) : undefined),
		holdsList: ({ records }) => Array.isArray(records),
		records: (answers) => answers.flatMap(({ records }) => (records as number[]).map((id) => ({ success: true, id }))),
	});
	const listing = operationWith(
		(item) => {
			const name = item.read('phone', '');
			return { request: pageOf(name, 1), paging: paging(name) };
		},
		{
			costsCredit: false,
			fields: [{ name: 'id', label: 'ID', type: 'text', simplified: true, description: 'Which' }],
			transformResponse: (body) => ({ ...body, id: `no ${String(body.id)}` }),
		},
	);

	const PAGES: Record<string, unknown> = {
		'/list/a/1': { success: true, more: true, records: [1, 2] },
		'/list/a/2': { success: true, records: [3] },
		'/list/b/1': { success: true, records: [4] },
		'/list/none/1': { success: true, records: [] },
		'/list/broken/1': { success: true, more: true, records: [5] },
		'/list/broken/2': { success: false, message: 'Invalid page.' },
	};
	const list = async (names: string[], setup: FakeNodeSetup = {}) =>
		await live(names, (url) => PAGES[url.replace('https://ipqs.test', '')], setup, listing);
	const records = (items: INodeExecutionData[]) =>
		items.map(({ json, pairedItem }) => [json.phone, (json.ipqs as IDataObject).id, pairedItem]);

	it('gives an item for each record of all pages, read as the operation reads it, beside the fields of its lead', async () => {
		const { items, requested } = await list(['a', 'b']);
		expect(records(items)).toEqual([
			['a', 'no 1', { item: 0 }],
			['a', 'no 2', { item: 0 }],
			['a', 'no 3', { item: 0 }],
			['b', 'no 4', { item: 1 }],
		]);
		expect(requested.map((url) => url.replace('https://ipqs.test', ''))).toEqual(['/list/a/1', '/list/b/1', '/list/a/2']);
		expect(told(items).map(({ status, billable }) => [status, billable])).toEqual(items.map(() => ['ok', false]));
	});

	it('keeps a lead whose list has no records, and says so', async () => {
		const [first, ...others] = (await list(['none', 'b'])).items;
		expect(first).toMatchObject({
			json: { phone: 'none', ipqs: { success: true, message: 'IPQS has no matching records', lookup: { status: 'ok' } } },
			pairedItem: { item: 0 },
		});
		expect(records(others)).toEqual([['b', 'no 4', { item: 1 }]]);
	});

	it("gives nothing for a list without records where the lead's own fields are not kept", async () => {
		expect(records((await list(['none', 'b'], { parameters: { options: { includeInput: false } } })).items).map(([, id]) => id)).toEqual([
			'no 4',
		]);
	});

	it('fails the item of a page that is not answered, whole, and no other', async () => {
		const { items, hints } = await list(['broken', 'a'], { onError: 'continueRegularOutput' });
		expect(items[0]?.json).toMatchObject({
			phone: 'broken',
			ipqs: { success: false, message: 'IPQS rejected the request: Invalid page.', lookup: { status: 'failed' } },
		});
		expect(records(items.slice(1)).map(([, id]) => id)).toEqual(['no 1', 'no 2', 'no 3']);
		expect(hints).toEqual([expect.stringMatching(/^2 leads: 1 looked up, 1 failed\. /)]);
	});

	it('ends the node with that item where that is wanted', async () => {
		expect((await stopped(list(['b', 'broken']))).message).toBe('IPQS rejected the request: Invalid page. [item 1]');
	});

	it('spends nothing of the limit', async () => {
		expect(records((await list(['a'], { parameters: { options: { maxLookups: 1 } } })).items)).toHaveLength(3);
	});

	it('asks an equal list once for all items of a run', async () => {
		const { items, requested } = await list(['a', 'a']);
		expect(requested).toHaveLength(2);
		expect(told(items).map(({ deduplicated }) => deduplicated)).toEqual([false, false, false, true, true, true]);
	});
});

describe('through a custom integration', () => {
	const CUSTOM = {
		integration: 'ExampleCRM',
		domain: 'shop.example',
		secret: 'not-a-real-secret',
		baseUrl: 'https://ipqs.test',
		requestsPerSecond: 0,
	};
	const parameters = { authentication: 'customIntegration', phone: '=phone' };

	it('answers are read as any other, and the account is not looked at', async () => {
		const { items, requested, hints } = await live(['+12015550123'], () => VALID, {
			credential: CUSTOM,
			parameters: { ...parameters, options: { keepCredits: 0 } },
		});
		expect(requested).toEqual(['https://ipqs.test/webhooks/ExampleCRM/json/phone_check']);
		expect(told(items)).toEqual([{ success: true, status: 'ok', reason: null, deduplicated: false, billable: true }]);
		expect(hints).toEqual([]);
	});

	it('a credential without its integration fails every item by name, and asks nothing', async () => {
		const setup = { credential: { ...CUSTOM, integration: '' }, parameters, onError: 'continueRegularOutput' as const };
		const { items, requested } = await live(['+12015550123', '+12015550124'], () => VALID, setup);
		expect(requested).toEqual([]);
		for (const { json } of items)
			expect(json.ipqs).toMatchObject({
				message: "'Integration' of the credential is empty",
				lookup: { reason: 'invalid_parameter', billable: false },
			});
	});
});
