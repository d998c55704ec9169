import type { IDataObject } from 'n8n-workflow';
import nock from 'nock';
import { standInForIpqs, type Received } from '../../support/ipqs';
import { ask, CONTINUE, lookups, results, type Asking, type SuiteSetup } from '../../support/operationRuns';
import { ENTRIES, listBody, pageOf, recordOf } from '../../support/operationBodies';

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => nock.enableNetConnect());

const REQUESTS: Asking = {
	resource: 'request',
	operation: 'getMany',
	parameters: { requestType: '={{ $json.type }}', startDate: '2026-11-01' },
};
const LIST: Asking = { resource: 'list', operation: 'getMany', parameters: { listName: 'allowlist' } };

const PHONE = { type: 'phone' };

const wanted = ({ query }: Received) => ({ page: Number(query.page), limit: Number(query.limit) });

/** IPQS with so many earlier lookups of every type. */
const standInWith = (total: number) => standInForIpqs((request) => ({ body: pageOf(total, wanted(request)) }));

const idsOf = (run: Awaited<ReturnType<typeof ask>>): unknown[] => results(run).map(({ request_id }) => request_id);

const recordIds = (count: number): string[] => Array.from({ length: count }, (_, index) => `record${index}`);

describe('earlier lookups', () => {
	it.each<[string, IDataObject, number, number, Array<[page: number, limit: number]>]>([
		['all of one page', { returnAll: true }, 3, 3, [[1, 250]]],
		['all of exactly one page', { returnAll: true }, 250, 250, [[1, 250]]],
		[
			'all of three pages',
			{ returnAll: true },
			501,
			501,
			[
				[1, 250],
				[2, 250],
				[3, 250],
			],
		],
		['a limit within a page', { limit: 4 }, 501, 4, [[1, 4]]],
		['a limit of exactly a page', { limit: 250 }, 501, 250, [[1, 250]]],
		[
			'a limit beyond a page',
			{ limit: 251 },
			501,
			251,
			[
				[1, 250],
				[2, 250],
			],
		],
		[
			'a limit beyond all there are',
			{ limit: 900 },
			501,
			501,
			[
				[1, 250],
				[2, 250],
				[3, 250],
			],
		],
		['the default limit', {}, 501, 50, [[1, 50]]],
		['a limit out of an expression', { limit: '={{ "2" }}' }, 501, 2, [[1, 2]]],
	])('%s: the pages asked for, and each record once and in order', async (_what, parameters, total, given, pages) => {
		const received = standInWith(total);
		const run = await ask([PHONE], REQUESTS, { parameters });
		expect(received.map(wanted)).toEqual(pages.map(([page, limit]) => ({ page, limit })));
		expect(idsOf(run)).toEqual(recordIds(given));
		expect(run.items('Lookup').every(({ pairedItem }) => JSON.stringify(pairedItem) === '{"item":0}')).toBe(true);
	});

	it.each<[string, SuiteSetup]>([
		['stops the node', {}],
		['leaves with its reason, and none of its records, beside what another item gave', { node: CONTINUE }],
	])('an item with a page that is not answered %s', async (_what, setup) => {
		const refusal = { success: false, message: 'Something unheard of.' };
		const received = standInForIpqs((request) => ({
			body: request.query.type === 'phone' && request.query.page === '2' ? refusal : pageOf(251, wanted(request)),
		}));
		const run = await ask([{ type: 'email' }, PHONE], REQUESTS, { ...setup, parameters: { returnAll: true } });
		if (setup.node === undefined) {
			expect(run.error?.message).toBe('IPQS returned no result and gave no known reason: Something unheard of. [item 1]');
			return;
		}
		expect(received).toHaveLength(4);
		expect(run.items('Lookup').map(({ pairedItem }) => pairedItem)).toEqual([...recordIds(251).map(() => ({ item: 0 })), { item: 1 }]);
		expect(results(run).at(-1)).toMatchObject({ success: false, lookup: { status: 'failed', reason: 'unknown' } });
	});

	it('a page is tried again when it may pass', async () => {
		const received = standInForIpqs((request, index) => (index === 1 ? { status: 503, body: '' } : { body: pageOf(260, wanted(request)) }));
		const run = await ask([PHONE], REQUESTS, { parameters: { returnAll: true } });
		expect(received.map(({ query }) => query.page)).toEqual(['1', '2', '2']);
		expect(idsOf(run)).toHaveLength(260);
	});

	it('equal items share their pages', async () => {
		const received = standInWith(251);
		const run = await ask([PHONE, PHONE], REQUESTS, { parameters: { returnAll: true } });
		expect(received).toHaveLength(2);
		expect(idsOf(run)).toEqual([...recordIds(251), ...recordIds(251)]);
		expect(lookups(run).map(({ deduplicated }) => deduplicated)).toEqual([
			...recordIds(251).map(() => false),
			...recordIds(251).map(() => true),
		]);
	});

	it.each([500, 501])(
		'where IPQS does not say how many pages there are, a full page is followed by the next: %d lookups',
		async (total) => {
			const received = standInForIpqs((request) => ({ body: { ...pageOf(total, wanted(request)), total_pages: undefined } }));
			const run = await ask([PHONE], REQUESTS, { parameters: { returnAll: true } });
			expect(received.map(({ query }) => query.page)).toEqual(['1', '2', '3']);
			expect(idsOf(run)).toEqual(recordIds(total));
		},
	);

	it.each([
		[50, 120, 3],
		[50, 100, 3],
		[50, 30, 2],
		[1, 1, 2],
	])(
		'a server that gives %d a page, and does not say how many pages there are, is asked until there are no more: %d lookups',
		async (most, total, pages) => {
			const received = standInForIpqs((request) => ({
				body: { ...pageOf(total, { ...wanted(request), limit: most }), total_pages: undefined },
			}));
			const run = await ask([PHONE], REQUESTS, { parameters: { returnAll: true } });
			expect(received.map(wanted)).toEqual(Array.from({ length: pages }, (_, index) => ({ page: index + 1, limit: 250 })));
			expect(idsOf(run)).toEqual(recordIds(total));
		},
	);

	it('a server that gives fewer a page than asked for is asked until the limit is reached', async () => {
		const received = standInForIpqs((request) => ({ body: pageOf(900, { ...wanted(request), limit: 40 }) }));
		const run = await ask([PHONE], REQUESTS, { parameters: { limit: 100 } });
		expect(received).toHaveLength(3);
		expect(idsOf(run)).toEqual(recordIds(100));
	});

	it.each([undefined, 100_000])(
		'a server that knows no pages, and counts %s of them, is not asked for ever, and gives each lookup once',
		async (pages) => {
			const received = standInForIpqs((request) => ({ body: { ...pageOf(3, { ...wanted(request), page: 1 }), total_pages: pages } }));
			const run = await ask([PHONE], REQUESTS, { parameters: { returnAll: true } });
			expect(received).toHaveLength(2);
			expect(idsOf(run)).toEqual(recordIds(3));
		},
	);

	it.each<[string, IDataObject, number, number]>([
		['all', { returnAll: true }, 504, 3],
		['as many as the limit', { limit: 500 }, 500, 3],
	])(
		'lookups that are made between two pages move others to the next one, which are given once: %s',
		async (_what, parameters, given, pages) => {
			const received = standInForIpqs((request) => {
				const { page } = wanted(request);
				const made = Array.from({ length: 2 * (page - 1) }, (_, index) => ({ ...recordOf(0), request_id: `new${index}` }));
				const all = [...made, ...Array.from({ length: 504 }, (_, index) => recordOf(index))];
				return { body: { ...pageOf(all.length, wanted(request)), requests: all.slice(250 * (page - 1), 250 * page) } };
			});
			const run = await ask([PHONE], REQUESTS, { parameters });
			expect(received).toHaveLength(pages);
			expect(idsOf(run)).toEqual(recordIds(given));
		},
	);

	it('lookups without an ID are all given, for nothing tells them apart', async () => {
		const requests = [
			{ fraud_score: 1 },
			{ fraud_score: 1, request_id: '' },
			{ fraud_score: 1, request_id: null },
			{ fraud_score: 1, request_id: '' },
		];
		standInForIpqs(() => ({ body: { ...pageOf(1, { page: 1, limit: 250 }), requests } }));
		expect(results(await ask([PHONE], REQUESTS))).toHaveLength(4);
	});

	it.each<[string, IDataObject]>([
		['counts more pages than it has', { total_pages: 1000, requests: [] }],
		['counts more pages than it has, and sends its list as an object', { total_pages: 1000, requests: {} }],
		['does not say how many pages there are', { requests: [], total_pages: undefined }],
	])('a server that %s is not asked for ever', async (_what, fields) => {
		const received = standInForIpqs((request) => ({
			body:
				request.query.page === '1' ? { ...pageOf(250, wanted(request)), total_pages: 1000 } : { ...pageOf(0, wanted(request)), ...fields },
		}));
		const run = await ask([PHONE], REQUESTS, { parameters: { returnAll: true } });
		expect(received).toHaveLength(2);
		expect(idsOf(run)).toHaveLength(250);
	});

	it.each<[string, boolean, unknown[]]>([
		[
			'keep the item that has none',
			true,
			[
				[0, false],
				[1, true],
				[2, false],
			],
		],
		['give nothing for an item that has none, where its fields are not kept', false, [[1, true]]],
	])('%s, and no error', async (_what, includeInput, expected) => {
		standInForIpqs((request) => ({ body: pageOf(request.query.type === 'phone' ? 0 : 1, wanted(request)) }));
		const run = await ask([PHONE, { type: 'email' }, { ...PHONE, id: 3 }], REQUESTS, { parameters: { options: { includeInput } } });
		expect(run.error).toBeUndefined();
		expect(
			run
				.items('Lookup')
				.map(({ json, pairedItem }) => [(pairedItem as { item: number }).item, (json.ipqs as IDataObject).request_id === 'record0']),
		).toEqual(expected);
	});
});

describe('the entries of a list', () => {
	it.each<[string, IDataObject, number]>([
		['all', { returnAll: true }, 3],
		['as many as the limit', { limit: 2 }, 2],
		['no more than there are', { limit: 300 }, 3],
	])('come at once: %s', async (_what, parameters, given) => {
		const received = standInForIpqs(() => ({ body: listBody() }));
		const run = await ask([{}], LIST, { parameters });
		expect(received).toHaveLength(1);
		expect(results(run).map(({ value }) => value)).toEqual(ENTRIES.slice(0, given).map(({ value }) => value));
	});

	describe.each<[string, unknown]>([
		['an empty list', []],
		['an empty list as an object', {}],
	])('where %s comes', (_what, data) => {
		it('the item stays, with a result that says so', async () => {
			standInForIpqs(() => ({ body: listBody(data) }));
			const run = await ask([{ id: 'a lead' }], LIST);
			expect(run.error).toBeUndefined();
			expect(run.items('Lookup').map(({ json }) => json)).toEqual([
				{
					id: 'a lead',
					ipqs: {
						success: true,
						message: 'IPQS has no matching records',
						lookup: expect.objectContaining({ status: 'ok', billable: false }),
					},
				},
			]);
		});

		it('nothing is left where the fields of the item are not kept', async () => {
			standInForIpqs(() => ({ body: listBody(data) }));
			const run = await ask([{ id: 'a lead' }], LIST, { parameters: { options: { includeInput: false } } });
			expect(run.error).toBeUndefined();
			expect(run.items('Lookup')).toEqual([]);
		});
	});
});

/** What may stand where a list is expected. */
const NO_LISTS: Array<[string, unknown]> = [
	['nothing', undefined],
	['null', null],
	['a sentence about the plan', 'Enterprise required.'],
	['false', false],
	['a number', 0],
	['a list of texts', ['198.51.100.7']],
	['a list with a sentence in it', [ENTRIES[0], 'Enterprise plan required']],
	['an object that is no list', { message: 'Enterprise required.' }],
];

describe.each<[string, Asking, (list: unknown) => IDataObject]>([
	['an entry of a list', LIST, (list) => listBody(list ?? null)],
	['an earlier lookup', REQUESTS, (list) => ({ ...pageOf(1, { page: 1, limit: 50 }), requests: list }) as IDataObject],
])('%s', (_name, asking, bodyWith) => {
	const given = (list: unknown): IDataObject =>
		list === undefined ? { success: true, message: 'Success', request_id: 'aB3' } : bodyWith(list);

	it.each(NO_LISTS)('is not said to be missing where %s stands for the list', async (_what, list) => {
		standInForIpqs(() => ({ body: given(list) }));
		const run = await ask([PHONE], asking, { node: CONTINUE });
		expect(run.items('Lookup').map(({ json }) => json)).toEqual([
			{
				...PHONE,
				ipqs: {
					success: false,
					message: 'The server did not return a valid IPQS response',
					lookup: expect.objectContaining({ status: 'failed', reason: 'bad_response', billable: false }),
				},
			},
		]);
	});

	it('stops the node where no list comes, as On Error says', async () => {
		standInForIpqs(() => ({ body: given(null) }));
		expect((await ask([PHONE], asking)).error?.message).toBe('The server did not return a valid IPQS response [item 0]');
	});

	it('is read of a list with gaps, which comes as an object', async () => {
		const [first, second] = [
			{ value: 'a', request_id: 'a' },
			{ value: 'b', request_id: 'b' },
		];
		standInForIpqs(() => ({ body: given({ 1: first, 3: second }) }));
		expect(results(await ask([PHONE], asking, { parameters: { output: 'raw' } }))).toMatchObject([first, second]);
	});
});

describe('pagination', () => {
	it('a later page without a list fails its item, for part of a list would look like all of it', async () => {
		const received = standInForIpqs((request) => ({
			body: request.query.page === '1' ? pageOf(500, wanted(request)) : { success: true, message: 'Success' },
		}));
		const run = await ask([PHONE], REQUESTS, { parameters: { returnAll: true }, node: CONTINUE });
		expect(received).toHaveLength(2);
		expect(lookups(run)).toMatchObject([{ status: 'failed', reason: 'bad_response' }]);
	});

	it.each([REQUESTS, LIST])('a limit that is none is told without a request: $resource', async (asking) => {
		const received = standInWith(3);
		for (const limit of [0, -1, 2.5, 'many']) {
			const run = await ask([PHONE], asking, { parameters: { limit: `={{ ${JSON.stringify(limit)} }}` } });
			expect(run.error?.message).toBe("'Limit' must be a whole number from 1 to 100000 [item 0]");
		}
		expect(received).toHaveLength(0);
	});
});
