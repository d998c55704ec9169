import type { Paging, LookupPlan } from '../../../../nodes/shared/lookupNode/operation';
import { lookUpPages } from '../../../../nodes/shared/lookupNode/pagination';
import type { JsonObject } from '../../../../nodes/shared/json/json';
import type { ApiFailure } from '../../../../nodes/shared/ipqs/response';
import type { LookupTask, BatchResult } from '../../../../nodes/shared/client/lookUpBatch';
import { Yielder } from '../../../../nodes/shared/scheduling/yielder';
import { ManualClock } from '../../../support/clock';
import { requestFor } from '../../../support/scripted-transport';

const yielder = new Yielder(new ManualClock());

const RETRY = { maxRetries: 1, maxWait: 2, timeout: 3, baseDelay: 4 };

const outcome = (result: BatchResult['result']): BatchResult => ({
	...{ status: result.kind === 'success' ? 'ok' : 'failed', result, attempts: 1, chargedAttempts: 1, latency: 1, checkedAt: 1 },
	...{ billable: false, deduplicated: false, reused: false },
});

const page = (body: JsonObject): BatchResult => outcome({ kind: 'success', body });
const FAILED: ApiFailure = { kind: 'failed', reason: 'unavailable', apiMessage: null, status: 503, retryAfter: null };

/** Page 1 of a list, and then pages as long as one says how the next is called. */
const paging: Paging = {
	next: (answers) => {
		const more = answers.at(-1)?.more;
		return typeof more === 'string' ? { ...requestFor(more), costsCredit: false } : undefined;
	},
	holdsList: ({ list }) => list !== null,
	records: (answers) => [...answers],
};

const inquiryFor = (name: string): LookupTask => ({ request: requestFor(name), retry: RETRY });
const paged = (name: string): LookupPlan => ({ task: inquiryFor(name), paging });
const single = (name: string): LookupPlan => ({ task: inquiryFor(name) });
const SETTLED: LookupPlan = { unsent: { status: 'not_sent', reason: 'phone_impossible' } };

/** Asks over a list of outcomes by what is asked for; each round is what was asked at once, empty where nothing. */
async function asked(plans: readonly LookupPlan[], results: Record<string, BatchResult>, stopOnFailure = false) {
	const rounds: string[][] = [];
	const ask = async (tasks: ReadonlyArray<LookupTask | undefined>): Promise<Array<BatchResult | undefined>> => {
		const names = tasks.map((task) => String(task?.request.parameters.phone ?? ''));
		for (const task of tasks) if (task) expect(task.retry).toBe(RETRY);
		rounds.push(names);
		return names.map((name) => (name === '' ? undefined : (results[name] ?? outcome(FAILED))));
	};
	return { ...(await lookUpPages(plans, ask, stopOnFailure, yielder)), rounds };
}

describe('pagination', () => {
	it('an item without pages is asked once, and one without a request not at all', async () => {
		const { results, pages, rounds } = await asked([single('a'), SETTLED, single('b')], { a: page({ more: 'c' }) });
		expect(rounds).toEqual([['a', '', 'b']]);
		expect(results).toEqual([page({ more: 'c' }), undefined, outcome(FAILED)]);
		expect(pages).toEqual([[], [], []]);
	});

	it('lets other work run between the items of a page', async () => {
		const clock = new ManualClock();
		const working = new Yielder(clock);
		const turns = new Set<number>();
		const slow: Paging = {
			...paging,
			holdsList: () => {
				turns.add(working.turn);
				clock.pass(30);
				return true;
			},
		};
		const plans = ['a', 'b', 'c'].map((name): LookupPlan => ({ task: inquiryFor(name), paging: slow }));
		await lookUpPages(plans, async (tasks) => tasks.map(() => page({})), false, working);
		expect(turns.size).toBe(3);
	});

	it('nothing to ask is asked once, for nothing', async () => {
		expect(await asked([SETTLED], {})).toEqual({ results: [undefined], pages: [[]], rounds: [['']] });
	});

	it('page follows page until none follows, with every body in order', async () => {
		const { results, pages, rounds } = await asked([paged('a')], {
			a: page({ more: 'b' }),
			b: page({ more: 'c' }),
			c: page({ end: true }),
		});
		expect(rounds).toEqual([['a'], ['b'], ['c']]);
		expect(pages).toEqual([[{ more: 'b' }, { more: 'c' }, { end: true }]]);
		expect(results).toEqual([page({ end: true })]);
	});

	it('what follows is told from all bodies so far', async () => {
		const seen: JsonObject[][] = [];
		const counting: Paging = { ...paging, next: (answers) => (seen.push([...answers]) < 3 ? requestFor('a') : undefined) };
		await asked([{ task: inquiryFor('a'), paging: counting }], { a: page({ n: 1 }) });
		expect(seen).toEqual([[{ n: 1 }], [{ n: 1 }, { n: 1 }], [{ n: 1 }, { n: 1 }, { n: 1 }]]);
	});

	it('items go on with their own pages, together, and no item is asked again for what it has', async () => {
		const bodies = {
			a: page({ more: 'a2' }),
			a2: page({ more: 'a3' }),
			a3: page({}),
			b: page({}),
			c: page({ more: 'c2' }),
			c2: page({}),
			d: page({ more: 'x' }),
		};
		const { pages, rounds } = await asked([paged('a'), paged('b'), SETTLED, paged('c'), single('d')], bodies);
		expect(rounds).toEqual([
			['a', 'b', '', 'c', 'd'],
			['a2', '', '', 'c2', ''],
			['a3', '', '', '', ''],
		]);
		expect(pages.map(({ length }) => length)).toEqual([3, 1, 0, 2, 0]);
	});

	it.each(['a', 'a2'])('a page that is not answered is how its item ended, and the others go on: %s', async (failing) => {
		const bodies = { a: page({ more: 'a2' }), a2: page({ more: 'a3' }), b: page({ more: 'b2' }), b2: page({ more: 'b3' }), b3: page({}) };
		const { results, rounds } = await asked([paged('a'), paged('b')], { ...bodies, [failing]: outcome(FAILED) });
		expect(results).toEqual([outcome(FAILED), page({})]);
		expect(rounds.map(([first]) => first)).toEqual(failing === 'a' ? ['a', '', ''] : ['a', 'a2', '']);
		expect(rounds.map(([, second]) => second)).toEqual(['b', 'b2', 'b3']);
	});

	it.each(['a', 'a2'])(
		'a page that holds no list is how its item ended, as one that is not answered, and the others go on: %s',
		async (broken) => {
			const bodies = { a: page({ more: 'a2' }), a2: page({ more: 'a3' }), b: page({ more: 'b2' }), b2: page({}) };
			const { results, pages, rounds } = await asked([paged('a'), paged('b'), single('a')], {
				...bodies,
				[broken]: page({ more: 'a3', list: null }),
			});
			expect(results[0]).toEqual(outcome({ kind: 'failed', reason: 'bad_response', apiMessage: null, status: null, retryAfter: null }));
			expect(results.slice(1).map((one) => one?.status)).toEqual(['ok', 'ok']);
			expect(pages.map(({ length }) => length)).toEqual([broken === 'a' ? 0 : 1, 2, 0]);
			expect(rounds).toHaveLength(2);
		},
	);

	it('an item that got no outcome asks nothing more', async () => {
		expect(await lookUpPages([paged('a')], async () => [undefined], false, yielder)).toEqual({ results: [undefined], pages: [[]] });
	});
});

describe('where the first failure ends the node', () => {
	const bodies = { a: page({ more: 'a2' }), a2: page({ more: 'a3' }), a3: page({}), b: page({ more: 'b2' }) };

	it('no further page is asked for once an item has failed', async () => {
		const { rounds } = await asked([paged('a'), paged('b')], bodies, true);
		expect(rounds).toEqual([
			['a', 'b'],
			['a2', 'b2'],
		]);
	});

	it('no further page is asked for once one holds no list', async () => {
		const { rounds } = await asked([paged('a'), paged('b')], { ...bodies, b: page({ more: 'b2', list: null }) }, true);
		expect(rounds).toEqual([['a', 'b']]);
	});

	it.each(['max_lookups', 'cancelled'] as const)('a reason that ends no node ends no pages: %s', async (reason) => {
		const { rounds } = await asked([paged('a'), paged('b')], { ...bodies, b2: outcome({ ...FAILED, reason }) }, true);
		expect(rounds.at(-1)).toEqual(['a3', '']);
	});
});
