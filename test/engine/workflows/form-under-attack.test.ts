import type { INodeExecutionData } from 'n8n-workflow';
import type { EngineRun } from '../../../scripts/engine';
import { newAccount } from '../../support/accounts';
import { coveredNodes } from '../../support/canvas';
import { endsOf, withParameters } from '../../support/examples';
import { startStandIn, type StandIn } from '../../support/stand-in';
import { openTableEngine } from '../../support/tableEngine';
import formUnderAttack from '../../../workflows/form-under-attack.json';

const LIMIT = 10;
const ENDS = ['Send to CRM', 'Send to QA Team', 'Archive as Rejected'];

/** The workflow with an account and a limit, started by its webhook or its schedule. */
function open(url: string) {
	const { table, engine } = openTableEngine();
	const live = withParameters(formUnderAttack, 'Look Up Phone Number', { authentication: 'apiKey', options: {} });
	const limited = withParameters(live, 'Set Limit', {
		assignments: { assignments: [{ id: 'limit', name: 'lookupsPerDay', value: LIMIT, type: 'number' }] },
	});
	const credentials = newAccount({ baseUrl: url, requestsPerSecond: 0, lookupsPerDay: LIMIT });
	const start = async (without: string, pinData: Record<string, INodeExecutionData[]>) => {
		const nodes = limited.nodes
			.filter(({ name }) => name !== without)
			.map((node) => (node.name === 'Look Up Phone Number' ? { ...node, credentials: { ipqsApi: { id: '1', name: 'ipqsApi' } } } : node));
		const connections = Object.fromEntries(Object.entries(limited.connections).filter(([name]) => name !== without));
		return await engine.run({ ...limited, nodes, connections, pinData }, { credentials });
	};
	return {
		table,
		send: async (phone: string) => await start('Every 5 Minutes', { 'Lead Arrives': [{ json: { body: { phone } } }] }),
		check: async () => await start('Lead Arrives', {}),
	};
}

const alertsOf = (run: EngineRun, name: string): unknown[] => run.items(name).map(({ json }) => json.alert);

describe('the workflow of a form under attack', () => {
	let ipqs: StandIn;

	beforeAll(async () => {
		ipqs = await startStandIn();
	});

	afterAll(async () => await ipqs.close());

	it('as imported, looks up the pinned lead in the sandbox', async () => {
		const { table, engine } = openTableEngine();
		const run = await engine.run(formUnderAttack);
		expect(run.error).toBeUndefined();
		expect(run.items('Send to QA Team')).toHaveLength(1);
		expect(table.rows).toEqual([]);
	});

	it('looks up until the limit, sends the other leads to QA, and alerts once at 80 % and once at the limit', async () => {
		const { send, check, table } = open(ipqs.url);
		const runs: EngineRun[] = [];
		const warnings: unknown[] = [];
		for (let index = 0; index < 15; index++) {
			runs.push(await send(`+1 201 555 01${String(index).padStart(2, '0')}`));
			warnings.push(...alertsOf(await check(), 'Alert: 80 % Used'));
		}
		expect(ipqs.counts.requests).toBe(LIMIT);
		expect(runs.every(({ error }) => error === undefined)).toBe(true);
		const ends = runs.map((run) => Object.entries(endsOf(run, ENDS)).filter(([, phones]) => phones.length > 0)[0]?.[0]);
		expect(ends).toEqual(runs.map((_, index) => (index < LIMIT ? 'Send to CRM' : 'Send to QA Team')));
		expect(warnings).toEqual([`8 of ${LIMIT} IPQS lookups for today are used`]);
		expect(runs.flatMap((run) => alertsOf(run, 'Alert: Limit Reached'))).toEqual([expect.stringMatching(/are used up\. Leads go to QA/)]);
		expect(table.rows.filter(({ event }) => event === 'lookup')).toHaveLength(LIMIT);
	});

	it('notes cover no node', () => {
		expect(coveredNodes(formUnderAttack.nodes)).toEqual([]);
	});
});
