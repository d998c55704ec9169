import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { IpqsApi } from '../../credentials/IpqsApi.credentials';
import { Ipqs } from '../../nodes/Ipqs/Ipqs.node';
import { IpqsBacktest } from '../../nodes/IpqsBacktest/IpqsBacktest.node';
import { IpqsCriteria } from '../../nodes/IpqsCriteria/IpqsCriteria.node';
import { IpqsPhoneValidation } from '../../nodes/IpqsPhoneValidation/IpqsPhoneValidation.node';
import { createEngine, type EngineRun } from '../../scripts/engine';
import buyerReturns from '../../workflows/buyer-returns.json';
import { makeDataTables } from './data-table';
import { withParameters } from './examples';
import { newAccount, phoneBody, standInForIpqs, type Received } from './ipqs';
import { n8nNodes } from './n8n-nodes';

const DECISIONS = 'IPQS Kept Decisions';
const RETURNS = 'IPQS Returns';
const LOOKUPS = ['Get Key', 'Look Up Phone Number'];
const SENDERS = ['Report Fraud', 'Add to Blocklist', 'Send Conversion'];
const OWN = 'Alder Homes';
/** Leads of the two buyers in the example. */
export const SOLAR = { phone: '+1 201 555 0100', source: 'google-ads', campaign: 'Alder Solar' };
export const ROOF = { phone: '+1 212 555 0101', source: 'meta-ads', campaign: 'Birchwood Roofing' };

const itemOf = (body: IDataObject, more: IDataObject = {}): INodeExecutionData => ({ json: { body, ...more } });

/** What IPQS responds to a lookup, with the last four digits of the number in the request ID, and to everything else. */
const answer = ({ path }: Received): { body: unknown } => {
	const phone = new URL(path, 'https://ipqs.example').searchParams.get('phone') ?? '';
	return {
		body: phone === '' ? { success: true, message: 'Success' } : phoneBody({ request_id: `made${phone.slice(-4)}`, formatted: phone }),
	};
};

/** Endpoint and parameters of a request. */
const told = ({ path, body }: Received): string => `${path.split('/')[3] ?? ''} ${body || path.split('?')[1]}`;

type TableHook = (node: string, executionId: string) => Promise<void>;

/**
 * The workflow with both tables in memory, and an account.
 *
 * @param settings values of 'Set Buyers and Limits' that differ
 */
export function openBuyerReturns(settings: IDataObject = {}) {
	const { node, tables } = makeDataTables(DECISIONS, RETURNS);
	let beforeTable: TableHook = async () => {};
	const dataTable: INodeType = {
		description: node.description,
		async execute(this: IExecuteFunctions) {
			await beforeTable(this.getNode().name, this.getExecutionId());
			return (await node.execute?.call(this)) ?? [];
		},
	};
	const engine = createEngine({
		nodeTypes: {
			...n8nNodes,
			'n8n-nodes-base.dataTable': dataTable,
			'n8n-nodes-ipqs.ipqs': new Ipqs(),
			'n8n-nodes-ipqs.ipqsBacktest': new IpqsBacktest(),
			'n8n-nodes-ipqs.ipqsCriteria': new IpqsCriteria(),
			'n8n-nodes-ipqs.ipqsPhoneValidation': new IpqsPhoneValidation(),
		},
		credentialTypes: { ipqsApi: new IpqsApi() },
	});
	const received = standInForIpqs(answer);
	const credentials = newAccount();
	const { assignments } = buyerReturns.nodes.find(({ name }) => name === 'Set Buyers and Limits')?.parameters.assignments as {
		assignments: Array<{ name: string; value: IDataObject[string] }>;
	};
	const changed = assignments.map((field) => ({ ...field, value: settings[field.name] ?? field.value }));
	const example = [...LOOKUPS, ...SENDERS].reduce(
		(all, name) => withParameters(all, name, { authentication: 'apiKey' }),
		withParameters(buyerReturns, 'Set Buyers and Limits', { assignments: { assignments: changed } }),
	);
	const nodes = example.nodes.map((one) =>
		[...LOOKUPS, ...SENDERS].includes(one.name) ? { ...one, credentials: { ipqsApi: { id: '1', name: 'ipqsApi' } } } : one,
	);
	const run = async (start: string, items: INodeExecutionData[], mode = 'webhook') =>
		await engine.run({ ...example, nodes, pinData: { [start]: items } }, { start, mode, credentials });
	return {
		engine,
		decisions: tables[DECISIONS],
		returns: tables[RETURNS],
		/** Waits for this before each node that uses a table. */
		setBeforeTable: (hook: TableHook) => void (beforeTable = hook),
		send: async (...leads: IDataObject[]) =>
			await run(
				'Lead Arrives',
				leads.map((lead) => itemOf(lead)),
			),
		giveBack: async (reason: string, request_id: IDataObject[string] = 'made0100', buyer = OWN) =>
			await run('Return Arrives', [itemOf({ reason, request_id }, { jwtPayload: { buyer } })]),
		monday: async () => await run('Every Monday', [{ json: {} }], 'manual'),
		lookups: () => received.filter(({ path }) => path.includes('/phone')).length,
		/** What IPQS was told, without lookups. */
		told: () => received.filter(({ path }) => !path.includes('/phone')).map(told),
	};
}

/** HTTP status and status in words of the responses. */
export const statusOf = (run: EngineRun): unknown[] =>
	run.responses.map(({ statusCode, body }) => [statusCode, (body as IDataObject).status]);
