import nock from 'nock';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { IpqsApi } from '../../credentials/IpqsApi.credentials';
import { IpqsCriteria } from '../../nodes/IpqsCriteria/IpqsCriteria.node';
import { IpqsPhoneValidation } from '../../nodes/IpqsPhoneValidation/IpqsPhoneValidation.node';
import { FAILURES } from '../../nodes/shared/ipqs/failures';
import { createEngine, type EngineRun } from '../../scripts/engine';
import durableIntake from '../../workflows/durable-intake.json';
import { coveredNodes } from '../support/canvas';
import { makeDataTable, type DataTable } from '../support/data-table';
import { ifNode, passThrough, switchNode } from '../support/flow-nodes';
import { newAccount, phoneBody, standInForIpqs } from '../support/ipqs';

const END_NODES = ['Send to CRM', 'Send to QA Team', 'Archive as Rejected'];
const UNTOUCHED_MINUTES = 11;
const FINAL_TRY = 5;

type Node = (typeof durableIntake.nodes)[number];

const without = (name: string) => durableIntake.nodes.filter((node) => node.name !== name);

/** The workflow with a table in memory, started by its webhook or its schedule. */
function openIntake() {
	const table = makeDataTable();
	const engine = createEngine({
		nodeTypes: {
			'n8n-nodes-base.dataTable': table.node,
			'n8n-nodes-base.if': ifNode,
			'n8n-nodes-base.respondToWebhook': passThrough('respondToWebhook', ['main']),
			'n8n-nodes-base.scheduleTrigger': passThrough('scheduleTrigger', []),
			'n8n-nodes-base.switch': switchNode,
			'n8n-nodes-base.webhook': passThrough('webhook', []),
			'n8n-nodes-ipqs.ipqsCriteria': new IpqsCriteria(),
			'n8n-nodes-ipqs.ipqsPhoneValidation': new IpqsPhoneValidation(),
		},
		credentialTypes: { ipqsApi: new IpqsApi() },
	});
	const credentials = newAccount();
	let change = (node: Node): object => node;
	const start = async (nodes: Node[], pinData: Record<string, INodeExecutionData[]>) => {
		const connections = Object.fromEntries(
			Object.entries(durableIntake.connections).filter(([name]) => nodes.some((node) => node.name === name)),
		);
		return await engine.run({ nodes: nodes.map(change), connections, pinData }, { credentials });
	};
	return {
		table,
		/** Sends the lookups to IPQS, without retries. */
		useAccount() {
			const parameters = { phone: '={{ $json.phone }}', options: { maxRetries: 0 } };
			change = (node) =>
				node.name === 'Look Up Phone Number' ? { ...node, parameters, credentials: { ipqsApi: { id: '1', name: 'ipqsApi' } } } : node;
		},
		send: async (...leads: IDataObject[]) =>
			await start(without('Every 5 Minutes'), { 'Lead Arrives': leads.map((body) => ({ json: { body } })) }),
		sweep: async () => await start(without('Lead Arrives'), {}),
	};
}

const passedOn = (run: EngineRun) => END_NODES.map((name) => run.items(name).map(({ json }) => json.phone));

const outcomes = ({ rows }: DataTable) =>
	rows.map(({ phone, state, tries, outcome, codes }) => [phone, state, tries, outcome ?? null, codes ?? null]);

const decisions = ({ writes }: DataTable) => writes.filter(({ state }) => state === 'decided').map(({ id }) => id);

const CLEAR = { phone: '+1 201 555 0100' };
const OUT_OF_SERVICE = { phone: '+1 216 555 0164' };

describe('the workflow of the durable intake', () => {
	afterEach(() => nock.cleanAll());

	it('every pinned lead is stored, decided and passed on once; one with a failed lookup stays undecided', async () => {
		const { table, send } = openIntake();
		const run = await send(...durableIntake.pinData['Lead Arrives'].map(({ json }) => json.body));
		expect(run.error).toBeUndefined();
		expect(outcomes(table)).toEqual([
			['+1 201 555 0100', 'decided', 1, 'accept', ''],
			['+1 415 555 0110', 'decided', 1, 'qa', 'VOIP'],
			['+1 702 555 0122', 'decided', 1, 'reject', 'FRAUD_SCORE, RECENT_ABUSE'],
			['+1 216 555 0164', 'started', 1, null, null],
			['12345', 'decided', 1, 'qa', 'COUNTRY_MISSING'],
		]);
		expect(
			table.rows.every(
				({ outcome, decided_at, reason }) => (outcome === undefined) === (decided_at === undefined) && (outcome === undefined || reason),
			),
		).toBe(true);
		expect(run.items('Leave for Next Run').map(({ json }) => json.phone)).toEqual(['+1 216 555 0164']);
	});

	it('a lead is stored with all its fields before the response, and marked before the lookup', async () => {
		const { table, send, useAccount } = openIntake();
		useAccount();
		const states: unknown[] = [];
		standInForIpqs(() => {
			states.push(table.rows.map(({ state }) => state));
			return {};
		});
		const lead = { phone: 12015550100, name: 'Noor Castellan', address: { city: 'Leeds' } };
		const run = await send(lead);
		expect(run.items('Respond').map(({ json }) => json.id)).toEqual([table.rows[0]?.id]);
		expect(table.writes.map(({ state }) => state)).toEqual(['received', 'started', 'decided']);
		expect(states).toEqual([['started']]);
		expect(JSON.parse(table.rows[0]?.lead as string)).toEqual(lead);
		expect(passedOn(run)).toEqual([['12015550100'], [], []]);
	});

	it('a lead that cannot be stored gets no response and no lookup', async () => {
		const { table, send } = openIntake();
		table.node.execute = async function () {
			if (this.getNodeParameter('operation', 0) === 'insert') throw new Error('no space');
			return [[]];
		};
		const run = await send(CLEAR);
		expect(run.status).toBe('error');
		expect([run.runs('Respond'), run.runs('Look Up Phone Number')]).toEqual([0, 0]);
	});

	it('a lead without a number is decided like any other', async () => {
		const { table, send } = openIntake();
		await send({ name: 'Noor Castellan' });
		expect(outcomes(table)).toEqual([['', 'decided', 1, 'qa', 'NUMBER_MISSING']]);
	});

	it.each(['received', 'started'])(
		'the schedule decides a lead that a dead worker left %s, after ten minutes without changes',
		async (state) => {
			const { table, send, sweep } = openIntake();
			await send(CLEAR);
			Object.assign(table.rows[0] ?? {}, { state, outcome: null });
			table.writes.length = 0;

			const early = await sweep();
			expect([early.error, early.runs('Look Up Phone Number'), table.writes]).toEqual([undefined, 0, []]);

			table.age(UNTOUCHED_MINUTES);
			expect(passedOn(await sweep())).toEqual([[CLEAR.phone], [], []]);
			expect(outcomes(table)).toEqual([[CLEAR.phone, 'decided', 2, 'accept', '']]);
		},
	);

	it('the schedule ignores decided leads of any age, and succeeds on a table that it has just created', async () => {
		const { table, send, sweep } = openIntake();
		expect((await sweep()).error).toBeUndefined();
		expect(table.exists).toBe(true);
		await send(CLEAR);
		table.age(UNTOUCHED_MINUTES);
		const run = await sweep();
		expect([run.error, run.runs('Mark as Started'), decisions(table)]).toEqual([undefined, 0, [1]]);
	});

	it('each scheduled run takes up to 100 leads, and the next one the rest', async () => {
		const { table, sweep } = openIntake();
		const age = new Date(0);
		table.rows.push(
			...Array.from({ length: 130 }, (_, index) => ({ id: index + 1, state: 'received', tries: 0, phone: CLEAR.phone, updatedAt: age })),
		);
		await sweep();
		expect(decisions(table)).toHaveLength(100);
		await sweep();
		expect(new Set(decisions(table)).size).toBe(130);
		expect(decisions(table)).toHaveLength(130);
	});

	it('if two runs find the same leads, only one looks them up', async () => {
		const { table, send, sweep, useAccount } = openIntake();
		await send(CLEAR, { phone: '+1 415 555 0110' });
		for (const row of table.rows) row.state = 'started';
		table.writes.length = 0;
		table.age(UNTOUCHED_MINUTES);
		useAccount();
		const received = standInForIpqs();
		let waiting: Array<() => void> = [];
		table.afterRead = async () =>
			await new Promise((resolve) => {
				waiting.push(resolve);
				if (waiting.length === 2) waiting = waiting.flatMap((release) => release() ?? []);
			});
		const runs = await Promise.all([sweep(), sweep()]);
		expect(received).toHaveLength(2);
		expect(decisions(table).sort()).toEqual([1, 2]);
		expect(runs.flatMap(passedOn).flat().sort()).toEqual(table.rows.map(({ phone }) => phone).sort());
	});

	it('a slow worker whose lead was taken over changes nothing and passes nothing on', async () => {
		const { table, send, sweep } = openIntake();
		let takenOver: EngineRun | undefined;
		table.beforeUpdate = async ({ state }) => {
			if (state !== 'decided') return;
			table.beforeUpdate = async () => {};
			table.age(UNTOUCHED_MINUTES);
			takenOver = await sweep();
		};
		const slow = await send(CLEAR);
		expect(slow.error).toBeUndefined();
		expect(takenOver && passedOn(takenOver)).toEqual([[CLEAR.phone], [], []]);
		expect(passedOn(slow)).toEqual([[], [], []]);
		expect(decisions(table)).toEqual([1]);
	});

	it('a lead that a slow worker decides just after the schedule has found it is not started again', async () => {
		const { table, send, sweep } = openIntake();
		await send(OUT_OF_SERVICE);
		table.age(UNTOUCHED_MINUTES);
		table.afterRead = async () => {
			for (const row of table.rows) row.state = 'decided';
		};
		table.writes.length = 0;
		const run = await sweep();
		expect([run.error, run.runs('Look Up Phone Number'), table.writes]).toEqual([undefined, 0, []]);
	});

	it('a lookup that failed for a temporary reason is repeated by the schedule', async () => {
		const { table, send, sweep, useAccount } = openIntake();
		useAccount();
		standInForIpqs((_request, index) => (index === 0 ? { status: 503, body: '' } : { body: phoneBody({ VOIP: true }) }));
		await send(CLEAR);
		expect(outcomes(table)).toEqual([[CLEAR.phone, 'started', 1, null, null]]);
		table.age(UNTOUCHED_MINUTES);
		await sweep();
		expect(outcomes(table)).toEqual([[CLEAR.phone, 'decided', 2, 'qa', 'VOIP']]);
	});

	it('a lead goes to QA after five failed lookups', async () => {
		const { table, send, sweep } = openIntake();
		await send(OUT_OF_SERVICE);
		for (let attempt = 2; attempt <= FINAL_TRY; attempt++) {
			expect(outcomes(table)).toEqual([[OUT_OF_SERVICE.phone, 'started', attempt - 1, null, null]]);
			table.age(UNTOUCHED_MINUTES);
			await sweep();
		}
		expect(outcomes(table)).toEqual([[OUT_OF_SERVICE.phone, 'decided', FINAL_TRY, 'qa', 'LOOKUP_FAILED']]);
	});

	it('a lead stays undecided if the lookup node fails', async () => {
		const { table, send } = openIntake();
		const broken = jest.spyOn(IpqsPhoneValidation.prototype, 'execute').mockRejectedValue(new Error('no credential'));
		await send(CLEAR);
		broken.mockRestore();
		expect(outcomes(table)).toEqual([[CLEAR.phone, 'started', 1, null, null]]);
	});

	it('a lookup that fails for a permanent reason goes to QA at once', async () => {
		const { table, send, useAccount } = openIntake();
		useAccount();
		standInForIpqs(() => ({ status: 400, body: { success: false, message: 'Invalid strictness value.' } }));
		await send(CLEAR);
		expect(outcomes(table)).toEqual([[CLEAR.phone, 'decided', 1, 'qa', 'LOOKUP_FAILED']]);
	});

	it('the reasons to try again are temporary ones and those that the user can fix', () => {
		const condition = JSON.stringify(durableIntake.nodes.find(({ name }) => name === 'Try Again Later?'));
		const named = Object.keys(FAILURES).filter((reason) => condition.includes(`'${reason}'`));
		const final = [
			'rejected_request',
			'not_found',
			'phone_missing',
			'phone_unreadable',
			'phone_impossible',
			'country_missing',
			'value_missing',
			'value_unusable',
			'invalid_parameter',
			'key_only',
		];
		expect(named.sort()).toEqual(
			Object.keys(FAILURES)
				.filter((reason) => !final.includes(reason))
				.sort(),
		);
	});

	it('it can be imported: unique IDs, no credentials, nothing of the instance it comes from', () => {
		const ids = durableIntake.nodes.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
		expect(durableIntake.nodes.filter((node) => 'credentials' in node)).toEqual([]);
		expect(JSON.stringify(durableIntake)).not.toContain('instanceId');
	});

	it('no note covers a node or its name', () => {
		expect(durableIntake.nodes.filter(({ type }) => type.endsWith('.stickyNote'))).toHaveLength(8);
		expect(coveredNodes(durableIntake.nodes)).toEqual([]);
	});
});
