import { sleep, type IDataObject } from 'n8n-workflow';
import type { EngineRun } from '../../../scripts/engine';
import { coveredNodes } from '../../support/canvas';
import { newAccount } from '../../support/accounts';
import type { DataTable } from '../../support/data-table';
import { endsOf, withParameters } from '../../support/examples';
import { REPEATED_LEADS } from '../../support/repeatedLeads';
import { startStandIn, type StandIn } from '../../support/stand-in';
import { openTableEngine } from '../../support/tableEngine';
import expected from '../../fixtures/workflows/remember-answers.json';
import rememberAnswers from '../../../workflows/remember-answers.json';

const LOOKUPS = ['Get Key', 'Look Up Phone Number'];
const ENDS = ['Send to CRM', 'Send to QA Team', 'Archive as Rejected'];

/** The example with an account, and leads of a test. */
function withAccount(leads: IDataObject[]) {
	const live = LOOKUPS.reduce((example, name) => withParameters(example, name, { authentication: 'apiKey' }), withParameters(rememberAnswers, '', {}));
	const nodes = live.nodes.map((node) => (LOOKUPS.includes(node.name) ? { ...node, credentials: { ipqsApi: { id: '1', name: 'ipqsApi' } } } : node));
	const own = withParameters({ ...live, nodes }, 'Look Up Phone Number', {
		options: { earlierResult: '={{ $json.result }}', earlierDays: 30, concurrency: 50 },
	});
	return { ...own, pinData: { Leads: leads.map((json) => ({ json })) } };
}

const lookupsOf = (run: EngineRun): IDataObject[] =>
	run.items('Look Up Phone Number').map(({ json }) => (json.ipqs as IDataObject).lookup as IDataObject);

const reusedIn = (run: EngineRun): number => lookupsOf(run).filter(({ reused }) => reused).length;

/** What one row is after a change of its result. */
function change(table: DataTable, index: number, edit: (result: IDataObject, lookup: IDataObject) => unknown): void {
	const row = table.rows[index];
	if (row === undefined) throw new Error('there is no such row');
	const result = JSON.parse(String(row.result)) as IDataObject;
	row.result = JSON.stringify(edit(result, result.lookup as IDataObject));
}

describe('the workflow that remembers answers', () => {
	const standIns: StandIn[] = [];

	const ipqs = async (): Promise<StandIn> => {
		const standIn = await startStandIn();
		standIns.push(standIn);
		return standIn;
	};

	afterAll(async () => {
		for (const standIn of standIns) await standIn.close();
	});

	it('in the sandbox, looks nothing up in its second run, and every lead ends at the same place', async () => {
		const { table, engine } = openTableEngine();
		const first = await engine.run(rememberAnswers);
		expect(first.error).toBeUndefined();
		expect(endsOf(first, ENDS)).toEqual(expected.ends);
		expect(reusedIn(first)).toBe(0);
		expect(table.rows).toHaveLength(expected.rows);
		const second = await engine.run(rememberAnswers);
		expect(Object.values(endsOf(second, ENDS)).map((phones) => [...phones].sort())).toEqual(
			Object.values(expected.ends).map((phones) => [...phones].sort()),
		);
		expect(reusedIn(second)).toBe(expected.reused);
		expect(table.rows).toHaveLength(expected.rows);
	});

	it('notes cover no node', () => {
		expect(coveredNodes(rememberAnswers.nodes)).toEqual([]);
	});

	it('1,000 leads in two runs, 300 of them repeats in six spellings, cost 700 requests', async () => {
		const standIn = await ipqs();
		const { firstDay, secondDay, numbers, repeatsOfFirstDay } = REPEATED_LEADS;
		const { table, engine } = openTableEngine();
		const credentials = newAccount({ baseUrl: standIn.url, requestsPerSecond: 0 });
		const runs = [await engine.run(withAccount(firstDay), { credentials }), await engine.run(withAccount(secondDay), { credentials })];
		expect(standIn.counts.requests).toBe(numbers);
		expect(table.rows).toHaveLength(numbers);
		expect(runs.map((run) => run.items('Look Up Phone Number').length)).toEqual([500, 500]);
		expect(runs.flatMap(lookupsOf).every(({ status }) => status === 'ok')).toBe(true);
		expect(runs.map(reusedIn)).toEqual([0, repeatsOfFirstDay]);
	});

	it('a foreign, damaged, sandbox, old, future or incomplete row leads to a lookup, and nothing is lost', async () => {
		const standIn = await ipqs();
		const leads = Array.from({ length: 8 }, (_, index) => ({ phone: `+1 201 555 010${index}` }));
		const { table, engine } = openTableEngine();
		const credentials = newAccount({ baseUrl: standIn.url, requestsPerSecond: 0 });
		await engine.run(withAccount(leads), { credentials });
		expect(standIn.counts.requests).toBe(8);
		await sleep(5);
		change(table, 0, (result, lookup) => ({ ...result, lookup: { ...lookup, key: 'f'.repeat(16) } }));
		change(table, 1, (result, lookup) => ({ ...result, lookup: { ...lookup, sandbox: true } }));
		change(table, 2, (result, lookup) => ({ ...result, lookup: { ...lookup, checked_at: new Date(Date.now() - 31 * 86_400_000).toISOString() } }));
		change(table, 3, (result, lookup) => ({ ...result, lookup: { ...lookup, checked_at: new Date(Date.now() + 60_000).toISOString() } }));
		change(table, 4, (result) => Object.fromEntries(Object.entries(result).filter(([name]) => name !== 'carrier')));
		change(table, 5, (result, lookup) => ({ ...result, lookup: { ...lookup, status: 'failed' } }));
		const damaged = table.rows[6];
		if (damaged !== undefined) damaged.result = String(damaged.result).slice(0, -5);
		const run = await engine.run(withAccount(leads), { credentials });
		expect(standIn.counts.requests).toBe(15);
		expect(reusedIn(run)).toBe(1);
		expect(Object.values(endsOf(run, ENDS)).flat().sort()).toEqual(leads.map(({ phone }) => phone));
		await engine.run(withAccount(leads), { credentials });
		expect(standIn.counts.requests).toBe(15);
	});

	it('a field that a form sends does not pass for a stored answer', async () => {
		const standIn = await ipqs();
		const { table, engine } = openTableEngine();
		const credentials = newAccount({ baseUrl: standIn.url, requestsPerSecond: 0 });
		const phone = '+1 201 555 0100';
		await engine.run(withAccount([{ phone }]), { credentials });
		const forged = table.rows.splice(0)[0];
		const run = await engine.run(withAccount([{ phone, ...forged }]), { credentials });
		expect(reusedIn(run)).toBe(0);
		expect(standIn.counts.requests).toBe(2);
	});
});
