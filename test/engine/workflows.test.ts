import type { INodeExecutionData } from 'n8n-workflow';
import { IpqsCriteria } from '../../nodes/IpqsCriteria/IpqsCriteria.node';
import { IpqsPhoneValidation } from '../../nodes/IpqsPhoneValidation/IpqsPhoneValidation.node';
import { createEngine, type EngineRun } from '../../scripts/engine';
import leadScreening from '../../workflows/lead-screening.json';

const engine = createEngine({
	nodeTypes: { 'n8n-nodes-ipqs.ipqsPhoneValidation': new IpqsPhoneValidation(), 'n8n-nodes-ipqs.ipqsCriteria': new IpqsCriteria() },
	credentialTypes: {},
});

const OUTCOMES = ['accept', 'qa', 'reject'];
const END_NODES = ['Send to CRM', 'Send to QA Team', 'Archive as Rejected'];

/** The pinned leads in their order, by number, with what the sandbox makes of each under the Standard preset. */
const EXPECTED: Array<[phone: string, outcome: string]> = [
	['+1 201 555 0100', 'accept'],
	['+12125550101', 'accept'],
	['+1 (646) 555-0102', 'accept'],
	['+1 415 555 0110', 'qa'],
	['+1-312-555-0111', 'qa'],
	['+1 702 555 0120', 'accept'],
	['+1 305 555 0121', 'reject'],
	['+13055550122', 'reject'],
	['+1 512 555 0123', 'reject'],
	['+1 213.555.0130', 'reject'],
	['+1 617 555 0131', 'qa'],
	['+1 503 555 0132', 'qa'],
	['+1 206 555 0140', 'accept'],
	['tel:+1-602-555-0141', 'accept'],
	['+1 303 555 0150', 'accept'],
	['+1 919 555 0151', 'qa'],
	['+1 801 555 0160', 'qa'],
	['+1 614 555 0161', 'qa'],
	['+1 713 555 0162', 'qa'],
	['+1 404 555 0163', 'accept'],
	['+1 216 555 0164', 'qa'],
	['+1 505 555 0165', 'qa'],
	['+1 412 555 0166', 'qa'],
	['+44 7700 900123', 'accept'],
	['12345', 'reject'],
	['', 'reject'],
	['+1 (201) 555-0100', 'accept'],
];

const leadsByOutput = (run: EngineRun) => OUTCOMES.map((_outcome, output) => run.items('Decide', output));

const indexOf = ({ pairedItem }: { pairedItem?: unknown }) => (pairedItem as { item: number }).item;

/** The outcome of each lead in the order of the leads; the output that it left by and its own record agree. */
const outcomes = (run: EngineRun) =>
	leadsByOutput(run)
		.flatMap((items, output) => items.map((item) => ({ item, output: OUTCOMES[output] })))
		.sort((a, b) => indexOf(a.item) - indexOf(b.item))
		.map(({ item, output }) => {
			expect(item.json.decision).toMatchObject({ outcome: output });
			return [item.json.phone, output];
		});

describe('the lead screening workflow', () => {
	let run: EngineRun;

	beforeAll(async () => {
		run = await engine.run(leadScreening);
	});

	it('finishes without an account and sends every pinned lead where the sandbox says', () => {
		expect(run.error).toBeUndefined();
		expect(outcomes(run)).toEqual(EXPECTED);
	});

	it('sends each lead to exactly one output, in the order of the leads', () => {
		const indexes = leadsByOutput(run).map((items) => items.map(indexOf));
		for (const output of indexes) expect(output).toEqual([...output].sort((a, b) => a - b));
		expect(indexes.flat().sort((a, b) => a - b)).toEqual(leadScreening.pinData.Leads.map((_lead, index) => index));
	});

	it('hands each output to a node of its own', () => {
		const leads = (items: INodeExecutionData[]) => items.map(({ json }) => json);
		expect(END_NODES.map((name) => leads(run.items(name)))).toEqual(leadsByOutput(run).map(leads));
	});

	it('keeps the fields of each lead and says why it went where it went', () => {
		for (const item of leadsByOutput(run).flat()) {
			expect(item.json).toMatchObject(leadScreening.pinData.Leads[indexOf(item)]?.json ?? {});
			expect(item.json.decision).toMatchObject({ reason: expect.stringMatching(/\S/) as string });
		}
	});

	it('marks every lookup as a sandbox answer that cost nothing', () => {
		for (const { json } of leadsByOutput(run).flat())
			expect(json).toMatchObject({ ipqs: { lookup: { sandbox: true, billable: false } } });
	});

	it('holds no credential', () => {
		expect(leadScreening.nodes.filter((node) => 'credentials' in node)).toEqual([]);
	});

	it('rejects numbers on do-not-call lists under the preset for calling and texting', async () => {
		const nodes = leadScreening.nodes.map((node) =>
			node.name === 'Decide' ? { ...node, parameters: { preset: 'outreach' } } : node,
		);
		const listed = ['+1 206 555 0140', 'tel:+1-602-555-0141'];
		const Leads = leadScreening.pinData.Leads.filter(({ json }) => listed.includes(json.phone));
		expect(outcomes(await engine.run({ ...leadScreening, nodes, pinData: { Leads } }))).toEqual(
			listed.map((phone) => [phone, 'reject']),
		);
	});
});
