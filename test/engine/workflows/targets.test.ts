import type { IDataObject } from 'n8n-workflow';
import { endsOf, type Example } from '../../support/examples';
import { activate, makeServices, type ServiceCall } from '../../support/serviceNodes';
import { openTableEngine } from '../../support/tableEngine';
import gohighlevelExpected from '../../fixtures/workflows/gohighlevel.json';
import hubspotExpected from '../../fixtures/workflows/hubspot.json';
import pipedriveExpected from '../../fixtures/workflows/pipedrive.json';
import salesforceExpected from '../../fixtures/workflows/salesforce.json';
import gohighlevel from '../../../workflows/gohighlevel.json';
import hubspot from '../../../workflows/hubspot.json';
import pipedrive from '../../../workflows/pipedrive.json';
import salesforce from '../../../workflows/salesforce.json';

interface Expected {
	ends: Record<string, string[]>;
}

const TARGETS: Array<[file: string, example: unknown, expected: Expected]> = [
	['gohighlevel', gohighlevel, gohighlevelExpected],
	['hubspot', hubspot, hubspotExpected],
	['pipedrive', pipedrive, pipedriveExpected],
	['salesforce', salesforce, salesforceExpected],
];

/** Phone numbers and outcomes of the sample leads, under the preset Standard. */
const SAMPLE: Array<[phone: string, outcome: string]> = [
	['+12015550100', 'accept'],
	['+14155550110', 'qa'],
	['+12125550101', 'accept'],
	['+13055550121', 'reject'],
	['+16175550131', 'qa'],
	['+12135550130', 'reject'],
];

const REFUSED = '+12125550101';

const outcomes = (rows: IDataObject[]): string[] => rows.map(({ outcome }) => String(outcome)).sort();

const isSave = ({ node }: ServiceCall): boolean => /^(Save|Create|Update) /.test(node);

const ofLead = (phone: string) => (call: ServiceCall) => isSave(call) && JSON.stringify(call.parameters).includes(phone);

/** Phone number and outcome of each call that saves a lead, whichever parameters hold them. */
const saved = (calls: ServiceCall[]): string[][] =>
	calls
		.filter(isSave)
		.map(({ parameters }) => {
			const text = JSON.stringify(parameters);
			return [/\+1\d{10}/.exec(text)?.[0] ?? '', /"(accept|qa|reject)"/.exec(text)?.[1] ?? ''];
		})
		.sort();

describe.each(TARGETS)('the target %s', (_file, workflow, expected) => {
	const example = workflow as Example;

	it('as imported, decides the sample leads, passes them through the deactivated nodes, and keeps every decision', async () => {
		const { nodeTypes, calls } = makeServices(example);
		const { engine, table } = openTableEngine(nodeTypes);
		table.exists = true;
		const run = await engine.run(example, { mode: 'manual' });
		expect(run.error).toBeUndefined();
		const ends = endsOf(run, Object.keys(expected.ends));
		expect(Object.fromEntries(Object.entries(ends).map(([name, phones]) => [name, phones.sort()]))).toEqual(
			Object.fromEntries(Object.entries(expected.ends).map(([name, phones]) => [name, [...phones].sort()])),
		);
		expect(calls).toEqual([]);
		expect(outcomes(table.rows)).toEqual(SAMPLE.map(([, outcome]) => outcome).sort());
		for (const { request_id } of table.rows) expect(request_id).toMatch(/^sandbox\d{4}$/);
	});

	it('sends accepted and QA leads with their outcome, and no rejected lead', async () => {
		const { nodeTypes, calls } = makeServices(example);
		const { engine, table } = openTableEngine(nodeTypes);
		table.exists = true;
		const run = await engine.run(activate(example), { mode: 'manual' });
		expect(run.error).toBeUndefined();
		expect(saved(calls)).toEqual(SAMPLE.filter(([, outcome]) => outcome !== 'reject').sort());
		expect(run.items('Manual Review')).toEqual([]);
	});

	it('gives a lead that the CRM refuses to a person', async () => {
		const { nodeTypes } = makeServices(example, ofLead(REFUSED));
		const { engine, table } = openTableEngine(nodeTypes);
		table.exists = true;
		const run = await engine.run(activate(example), { mode: 'manual' });
		expect(run.error).toBeUndefined();
		expect(run.arrived('Manual Review').map(({ json }) => json)).toEqual([
			expect.objectContaining({ phone: '+1 212 555 0101', outcome: 'accept', error: 'Refused' }),
		]);
		expect(table.rows).toHaveLength(SAMPLE.length);
	});

	it('tells a person about each decision that cannot be kept', async () => {
		const nodes = example.nodes.map((node) => (node.name === 'Create Decisions Table' ? { ...node, disabled: true } : node));
		const { engine } = openTableEngine(makeServices(example).nodeTypes);
		const run = await engine.run({ ...example, nodes }, { mode: 'manual' });
		expect(run.error).toBeUndefined();
		expect(run.arrived('Manual Review')).toHaveLength(SAMPLE.length);
		expect(run.items('Manual Review').map(({ json }) => json.error)).toEqual(['Data table not found', 'Data table not found']);
	});
});

describe('the target pipedrive', () => {
	it('updates a person with the same email, and creates the others', async () => {
		const example = pipedrive as unknown as Example;
		const found = ({ node, parameters }: ServiceCall) => node === 'Find Person' && JSON.stringify(parameters).includes('tobias');
		const { nodeTypes, calls } = makeServices(
			example,
			() => false,
			(call) => (found(call) ? { data: { items: [{ item: { id: 31 } }] } } : { data: { items: [] } }),
		);
		const { engine, table } = openTableEngine(nodeTypes);
		table.exists = true;
		await engine.run(activate(example), { mode: 'manual' });
		const updates = calls.filter(({ node }) => node === 'Update Person');
		expect(updates.map(({ parameters }) => [parameters.personId, parameters.updateFields])).toEqual([
			[31, expect.objectContaining({ name: 'Tobias Ferreira' })],
		]);
		expect(calls.filter(({ node }) => node === 'Create Person')).toHaveLength(3);
	});
});
