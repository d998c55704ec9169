import nock from 'nock';
import { coveredNodes } from '../../support/canvas';
import { openBuyerReturns as open, ROOF, SOLAR, statusOf } from '../../support/buyerReturns';
import { endsOf } from '../../support/examples';
import { standInForIpqs } from '../../support/ipqs';
import expected from '../../fixtures/workflows/buyer-returns.json';
import buyerReturns from '../../../workflows/buyer-returns.json';
import weeklyScorecard from '../../../workflows/weekly-scorecard.json';

const EVERYTHING = { reportFraud: true, blockNumbers: true, sendConversions: true };
const ACCEPTED = [[200, 'accepted']];
const KNOWN = [[200, 'already received']];
const REFUSED = [[422, 'refused']];

/** Holds up a run before a node until it is opened. */
function makeGate(node: string) {
	const noop = () => {};
	let [reach, open] = [noop, noop];
	const reached = new Promise<void>((resolve) => (reach = resolve));
	const opened = new Promise<void>((resolve) => (open = resolve));
	const pass = async (name: string) => {
		if (name !== node) return;
		reach();
		await opened;
	};
	return { reached, open: () => open(), pass };
}

describe('the workflow of buyer returns', () => {
	beforeAll(() => nock.disableNetConnect());
	afterEach(() => nock.cleanAll());
	afterAll(() => nock.enableNetConnect());

	it('as imported, looks up the pinned leads, takes the pinned return, and rejects that lead when it comes again', async () => {
		const { engine, decisions, returns } = open();
		const start = async (name: string) => await engine.run(buyerReturns, { start: name, mode: 'manual' });
		const ends = Object.keys(expected.ends);
		const first = await start('Lead Arrives');
		expect(first.error).toBeUndefined();
		expect(endsOf(first, ends)).toEqual(expected.ends);
		const returned = await start('Return Arrives');
		expect(returned.error).toBeUndefined();
		expect(statusOf(returned)).toEqual(ACCEPTED);
		expect(returns.rows).toMatchObject([{ request_id: 'sandbox0100', reason: 'fraud', state: 'closed', sent_on: '', note: 'Nothing to send' }]);
		expect(decisions.rows.map(({ request_id, known_result }) => [request_id, known_result]).sort()).toEqual(expected.known);
		expect(endsOf(await start('Lead Arrives'), ends)).toEqual(expected.secondEnds);
	});

	it('a returned fraud is rejected the second time without a credit, in every spelling', async () => {
		const { send, giveBack, lookups } = open();
		await send(SOLAR);
		await giveBack('fraud');
		expect(lookups()).toBe(1);
		const run = await send({ ...SOLAR, phone: '(201) 555-0100', campaign: 'Other' }, { ...SOLAR, phone: '001 201 555 0100' }, ROOF);
		expect(lookups()).toBe(2);
		expect(endsOf(run, ['Send to Buyer', 'Archive as Rejected'])).toEqual({
			'Send to Buyer': [ROOF.phone],
			'Archive as Rejected': ['(201) 555-0100', '001 201 555 0100'],
		});
		expect(run.items('Archive as Rejected')[0]?.json).toMatchObject({
			campaign: 'Other',
			decision: { outcome: 'reject', codes: 'RETURNED_AS_FRAUD' },
		});
	});

	it('no lead is lost if the table of decisions cannot be read', async () => {
		const { send, decisions } = open();
		decisions.afterRead = async () => {
			throw new Error('out of service');
		};
		const run = await send({ ...ROOF, phone: 'n/a' }, ROOF, SOLAR);
		expect(run.status).toBe('success');
		expect(endsOf(run, ['Send to Buyer', 'Send to QA Team'])).toEqual({
			'Send to Buyer': [ROOF.phone, SOLAR.phone],
			'Send to QA Team': ['n/a'],
		});
	});

	it('IPQS is told nothing unless the user switches it on', async () => {
		const { send, giveBack, told, returns } = open();
		await send(SOLAR, ROOF);
		for (const reason of ['fraud', 'wrong_number', 'duplicate', 'not_interested']) await giveBack(reason);
		await giveBack('converted', 'made0101', 'Birchwood');
		expect(told()).toEqual([]);
		expect(returns.rows.map(({ state }) => state)).toEqual(['closed', 'check', 'closed', 'closed', 'closed']);
	});

	it('a fraud is reported by its request ID and its number goes on the blocklist, a conversion is sent, and nothing else', async () => {
		const { send, giveBack, told, returns, decisions } = open(EVERYTHING);
		await send(SOLAR, ROOF);
		for (const reason of ['not_interested', 'duplicate', 'fraud']) expect(statusOf(await giveBack(reason))).toEqual(ACCEPTED);
		await giveBack('converted', 'made0101', 'Birchwood');
		expect(told()).toEqual([
			expect.stringMatching(/^report .*request_id=made0100/),
			expect.stringMatching(/^blocklist .*value=12015550100/),
			expect.stringMatching(/^postback .*request_id=made0101.*ConversionStatus/),
		]);
		expect(returns.rows.map(({ note, state }) => [note, state])).toEqual([
			['Nothing to send', 'closed'],
			['Nothing to send', 'closed'],
			['fraud report: ok, blocklist: ok', 'closed'],
			['conversion: ok', 'closed'],
		]);
		expect(decisions.rows.map(({ known_result }) => known_result)).toEqual(['returned_fraud', 'sold']);
	});

	it('the same return twice, a made-up request ID, another buyer’s lead and an unknown reason report nothing', async () => {
		const { send, giveBack, told, returns } = open(EVERYTHING);
		await send(SOLAR, ROOF);
		expect(statusOf(await giveBack('fraud'))).toEqual(ACCEPTED);
		const sofar = told().length;
		expect(statusOf(await giveBack(' Fraud '))).toEqual(KNOWN);
		for (const id of ['made9999', '', null, { toString: 1 }, ['made0100', 'x'], 'made0101'])
			expect([id, statusOf(await giveBack('fraud', id))]).toEqual([id, REFUSED]);
		expect(statusOf(await giveBack('fraud', 'made0100', 'Birchwood'))).toEqual(REFUSED);
		expect(statusOf(await giveBack('fraud', 'made0100', 'Nobody'))).toEqual(REFUSED);
		expect(statusOf(await giveBack('because', 'made0100'))).toEqual(REFUSED);
		expect(told()).toHaveLength(sofar);
		expect(returns.rows).toHaveLength(1);
	});

	it.each([{ outcome: 'reject' }, { outcome: 'qa', known_result: 'review_rejected' }])(
		'a lead that was not sold cannot be returned: %p',
		async (row) => {
			const { send, giveBack, decisions } = open(EVERYTHING);
			await send(SOLAR);
			Object.assign(decisions.rows[0] ?? {}, row);
			expect(statusOf(await giveBack('fraud'))).toEqual(REFUSED);
		},
	);

	it.each([
		['Postgres', false],
		['SQLite', true],
	])('the same return twice at the same moment is reported once, with updates that return rows as on %s', async (_database, asOnSqlite) => {
		const { send, giveBack, told, returns } = open({ reportFraud: true });
		await send(SOLAR);
		returns.returnsMatchesBefore = asOnSqlite;
		let waiting: Array<() => void> = [];
		returns.afterRead = async () =>
			await new Promise((resolve) => {
				waiting.push(resolve);
				if (waiting.length < 2) return;
				returns.afterRead = async () => {};
				waiting = waiting.flatMap((release) => release() ?? []);
			});
		const runs = await Promise.all([giveBack('fraud'), giveBack('fraud')]);
		expect(runs.flatMap(statusOf).sort()).toEqual([...ACCEPTED, ...KNOWN]);
		expect(told()).toHaveLength(1);
		expect(returns.rows).toMatchObject([{ state: 'closed' }]);
	});

	const STEPS = ['Store Return', 'Find First Copy', 'Claim Return', 'Delete Copies', 'Read Claims', 'Keep Known Result'];
	const PAIRS = STEPS.flatMap((first) => STEPS.map((second) => [first, second] as const));

	it.each(PAIRS)('the same return twice, one run paused before %s and the other one before %s, is reported once', async (first, second) => {
		const { send, giveBack, told, returns, setBeforeTable } = open({ reportFraud: true });
		await send(SOLAR);
		const gates = [first, second].map(makeGate);
		const ids: string[] = [];
		setBeforeTable(async (node, id) => {
			if (!ids.includes(id)) ids.push(id);
			await gates[ids.indexOf(id)]?.pass(node);
		});
		const runs = [];
		for (const gate of gates) {
			const run = giveBack('fraud');
			runs.push(run);
			await Promise.race([gate.reached, run]);
		}
		for (const [index, gate] of gates.entries()) {
			gate.open();
			await runs[index];
		}
		expect((await Promise.all(runs)).flatMap(statusOf).sort()).toEqual([...ACCEPTED, ...KNOWN]);
		expect(told()).toHaveLength(1);
		expect(returns.rows).toMatchObject([{ state: 'closed' }]);
	});

	it('two runs that each claim a row of the same return report nothing, and leave a row for a person', async () => {
		const { send, giveBack, monday, told, returns } = open({ reportFraud: true });
		await send(SOLAR);
		returns.afterRead = async () => {
			returns.afterRead = async () => {};
			returns.rows.unshift({ ...(returns.rows[0] as (typeof returns.rows)[number]), id: 0, claim: 'another run', state: 'claimed' });
		};
		expect(statusOf(await giveBack('fraud'))).toEqual(KNOWN);
		expect(told()).toEqual([]);
		returns.age(11);
		expect((await monday()).items('Check by Hand').map(({ json }) => json.state)).toEqual(['claimed', 'claimed']);
	});

	it('a return whose run ends after its claim is not reported, and a person sees its row', async () => {
		const { send, giveBack, monday, told, returns, decisions } = open({ reportFraud: true });
		await send(SOLAR);
		decisions.beforeUpdate = async () => {
			throw new Error('the worker died');
		};
		expect((await giveBack('fraud')).status).toBe('error');
		decisions.beforeUpdate = async () => {};
		expect(statusOf(await giveBack('fraud'))).toEqual(KNOWN);
		expect(told()).toEqual([]);
		expect(returns.rows).toMatchObject([{ state: 'claimed' }]);
		expect((await monday()).items('Check by Hand')).toEqual([]);
		returns.age(11);
		expect((await monday()).items('Check by Hand').map(({ json }) => json.request_id)).toEqual(['made0100']);
	});

	it('a return whose run ends before its claim is taken when it is sent again', async () => {
		const { send, giveBack, told, returns } = open({ reportFraud: true });
		await send(SOLAR);
		returns.beforeUpdate = async () => {
			throw new Error('the worker died');
		};
		await giveBack('fraud');
		returns.beforeUpdate = async () => {};
		expect(statusOf(await giveBack('fraud'))).toEqual(ACCEPTED);
		expect(told()).toHaveLength(1);
		expect(returns.rows).toMatchObject([{ id: 1, state: 'closed' }]);
	});

	it('IPQS is told about so many returns a day, also when they come at the same moment', async () => {
		const { send, giveBack, told, returns } = open({ reportFraud: true, maxPerDay: 2 });
		const leads = Array.from({ length: 5 }, (_, index) => ({ ...SOLAR, phone: `+1 201 555 010${index}` }));
		await send(...leads);
		const runs = await Promise.all(leads.map(async (_, index) => await giveBack('fraud', `made010${index}`)));
		expect(runs.flatMap(statusOf)).toEqual(leads.flatMap(() => ACCEPTED));
		expect(told().length).toBeLessThanOrEqual(2);
		await giveBack('duplicate');
		const past = returns.rows.filter(({ note }) => note === 'Limit of the day reached');
		expect(past).toHaveLength(5 - told().length);
		for (const row of past) expect(row).toMatchObject({ state: 'check', sent_on: '' });
	});

	it('the limit is that of one day', async () => {
		const { send, giveBack, told, returns } = open({ reportFraud: true, maxPerDay: 1 });
		await send(SOLAR, { ...ROOF, campaign: 'Alder Solar' });
		await giveBack('fraud');
		for (const row of returns.rows) row.sent_on = '2026-01-01';
		await giveBack('fraud', 'made0101');
		expect(told()).toHaveLength(2);
	});

	it('a return that contradicts the known result changes nothing and goes to a person', async () => {
		const { send, giveBack, told, returns, decisions } = open(EVERYTHING);
		await send(SOLAR, { ...ROOF, campaign: 'Alder Solar' });
		await giveBack('converted');
		await giveBack('fraud', 'made0101');
		const sofar = told().length;
		await giveBack('fraud');
		await giveBack('converted', 'made0101');
		await giveBack('wrong_number', 'made0101');
		expect(told()).toHaveLength(sofar);
		expect(decisions.rows.map(({ known_result }) => known_result)).toEqual(['sold', 'returned_fraud']);
		expect(returns.rows.map(({ state }) => state)).toEqual(['closed', 'closed', 'check', 'check', 'check']);
	});

	it('a known result that a reviewer wrote is replaced by that of the buyer, and kept by returns that teach nothing', async () => {
		const { send, giveBack, decisions } = open();
		await send(SOLAR);
		for (const row of decisions.rows) row.known_result = 'review_accepted';
		for (const reason of ['duplicate', 'not_interested']) await giveBack(reason);
		expect(decisions.rows[0]?.known_result).toBe('review_accepted');
		for (const reason of ['wrong_number', 'fraud']) await giveBack(reason);
		expect(decisions.rows[0]?.known_result).toBe('returned_fraud');
	});

	it('a report that IPQS does not take is not sent again, and goes to a person', async () => {
		const { send, giveBack, monday, returns } = open({ reportFraud: true });
		await send(SOLAR);
		nock.cleanAll();
		const received = standInForIpqs(() => ({ status: 503, body: '' }));
		expect(statusOf(await giveBack('fraud'))).toEqual(ACCEPTED);
		await giveBack('fraud');
		expect(received).toHaveLength(1);
		expect(returns.rows).toMatchObject([{ state: 'check', note: 'fraud report: unavailable' }]);
		returns.age(11);
		expect((await monday()).items('Check by Hand')).toHaveLength(1);
	});

	it('each source gets a file with its own claims, with times, reasons and request IDs', async () => {
		const { send, giveBack, monday, decisions, returns } = open();
		await send(SOLAR, ROOF, { ...SOLAR, phone: '+1 201 555 0102', source: '=cmd|"x"' });
		expect(decisions.rows).toHaveLength(3);
		await giveBack('fraud');
		await giveBack('not_interested');
		await giveBack('wrong_number', 'made0101', 'Birchwood');
		await giveBack('converted', 'made0101', 'Birchwood');
		await giveBack('duplicate', 'made0102');
		const run = await monday();
		expect(run.error).toBeUndefined();
		const files = run.items('Send to Source').map(({ binary }) => binary?.data);
		expect(files.map((file) => file?.fileName)).toEqual([
			expect.stringMatching(/^claims-google-ads-\d{4}-\d\d-\d\d\.csv$/),
			expect.stringMatching(/^claims-meta-ads-/),
			expect.stringMatching(/^claims--cmd-x--/),
		]);
		const sheets = files.map((file) => Buffer.from(file?.data ?? '', 'base64').toString().split('\r\n'));
		expect(sheets.map((lines) => lines.length)).toEqual([2, 2, 2]);
		expect(sheets[0]?.[0]).toBe('request_id,reason,returned_at,decided_at,codes,campaign');
		expect(sheets[0]?.[1]).toMatch(/^"made0100","fraud","\d{4}-\d\d-\d\dT[^"]+","\d{4}-\d\d-\d\dT[^"]+","","Alder Solar"$/);
		for (const row of returns.rows) row.returned_at = '2026-01-05T10:00:00.000Z';
		expect((await monday()).items('Send to Source')).toEqual([]);
	});

	it('a cell that a spreadsheet would take for a formula is text', async () => {
		const { send, giveBack, monday, decisions } = open();
		await send(SOLAR);
		for (const row of decisions.rows) row.codes = '=1+1';
		await giveBack('fraud');
		const [file] = (await monday()).items('Send to Source');
		expect(Buffer.from(file?.binary?.data?.data ?? '', 'base64').toString()).toContain(`"'=1+1"`);
	});

	it('IPQS Back-Test reads the known results', async () => {
		const { engine, send, giveBack, decisions } = open();
		await send(SOLAR, ROOF, { ...SOLAR, phone: '+1 201 555 0102' });
		await giveBack('fraud');
		await giveBack('converted', 'made0101', 'Birchwood');
		await giveBack('duplicate', 'made0102');
		const { nodes } = weeklyScorecard;
		const test = nodes.filter(({ name }) => name === 'Score Sources');
		const start = { name: 'Kept', type: 'n8n-nodes-base.manualTrigger' };
		const run = await engine.run(
			{ nodes: [start, ...test], connections: { Kept: { main: [[{ node: 'Score Sources', type: 'main', index: 0 }]] } } },
			{ pinData: { Kept: decisions.rows.map((row) => ({ json: { ...row, sourceAndWeek: 'all' } })) } },
		);
		expect(run.error).toBeUndefined();
		expect(run.items('Score Sources')[0]?.json).toMatchObject({ leads: 3, known: { good: { accept: 1 }, bad: { accept: 1 } } });
	});

	it('no note covers a node', () => {
		expect(coveredNodes(buyerReturns.nodes)).toEqual([]);
	});
});
