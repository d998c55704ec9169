import type { INodeExecutionData } from 'n8n-workflow';
import { IpqsCriteria } from '../../nodes/IpqsCriteria/IpqsCriteria.node';
import { IpqsPhoneValidation } from '../../nodes/IpqsPhoneValidation/IpqsPhoneValidation.node';
import { createEngine, type EngineRun } from '../../scripts/engine';
import agencyPolicies from '../../workflows/agency-policies.json';
import campaignOverrides from '../../workflows/campaign-overrides.json';
import leadScreening from '../../workflows/lead-screening.json';

const engine = createEngine({
	nodeTypes: { 'n8n-nodes-ipqs.ipqsPhoneValidation': new IpqsPhoneValidation(), 'n8n-nodes-ipqs.ipqsCriteria': new IpqsCriteria() },
	credentialTypes: {},
});

const OUTCOMES = ['accept', 'qa', 'reject'];
const END_NODES = ['Send to CRM', 'Send to QA Team', 'Archive as Rejected'];

/** The numbers of the pinned leads in order, with their outcomes under the preset Standard. */
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
	['12345', 'qa'],
	['', 'qa'],
	['+1 (201) 555-0100', 'accept'],
];

const leadsByOutput = (run: EngineRun) => OUTCOMES.map((_outcome, output) => run.items('Decide', output));

const indexOf = ({ pairedItem }: { pairedItem?: unknown }) => (pairedItem as { item: number }).item;

/** The outcomes in the order of the leads. Checks that each output agrees with the decision. */
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

	it('succeeds without an account and routes every pinned lead by its sandbox result', () => {
		expect(run.error).toBeUndefined();
		expect(outcomes(run)).toEqual(EXPECTED);
	});

	it('sends each lead to exactly one output, in the order of the leads', () => {
		const indexes = leadsByOutput(run).map((items) => items.map(indexOf));
		for (const output of indexes) expect(output).toEqual([...output].sort((a, b) => a - b));
		expect(indexes.flat().sort((a, b) => a - b)).toEqual(leadScreening.pinData.Leads.map((_lead, index) => index));
	});

	it('connects each output to its own node', () => {
		const leads = (items: INodeExecutionData[]) => items.map(({ json }) => json);
		expect(END_NODES.map((name) => leads(run.items(name)))).toEqual(leadsByOutput(run).map(leads));
	});

	it('keeps the fields of each lead and adds the reason', () => {
		for (const item of leadsByOutput(run).flat()) {
			expect(item.json).toMatchObject(leadScreening.pinData.Leads[indexOf(item)]?.json ?? {});
			expect(item.json.decision).toMatchObject({ reason: expect.stringMatching(/\S/) as string });
		}
	});

	it('marks every lookup as a free sandbox result', () => {
		for (const { json } of leadsByOutput(run).flat()) expect(json).toMatchObject({ ipqs: { lookup: { sandbox: true, billable: false } } });
	});

	it('rejects numbers on do-not-call lists under the preset for calling and texting', async () => {
		const nodes = leadScreening.nodes.map((node) => (node.name === 'Decide' ? { ...node, parameters: { preset: 'outreach' } } : node));
		const listed = ['+1 206 555 0140', 'tel:+1-602-555-0141'];
		const Leads = leadScreening.pinData.Leads.filter(({ json }) => listed.includes(json.phone));
		expect(outcomes(await engine.run({ ...leadScreening, nodes, pinData: { Leads } }))).toEqual(listed.map((phone) => [phone, 'reject']));
	});
});

const phoneOf = ({ json }: INodeExecutionData) => json.phone;

/** Output, campaign and policy of each lead, in the order of the leads. */
const decisionsOf = (run: EngineRun) =>
	leadsByOutput(run)
		.flatMap((items, output) => items.map((item) => ({ item, output: OUTCOMES[output] })))
		.sort((a, b) => indexOf(a.item) - indexOf(b.item))
		.map(({ item, output }) => ({ output, ...(item.json.decision as { codes: string; policy: { name: string; campaign: string } }) }));

describe('the workflow of lead types and campaign overrides', () => {
	let run: EngineRun;

	beforeAll(async () => {
		run = await engine.run(campaignOverrides);
	});

	it('judges each lead by the entry of its campaign, then of its lead type, then by the policy', () => {
		expect(run.error).toBeUndefined();
		expect(decisionsOf(run).map(({ output, codes, policy }) => [output, policy.campaign, codes])).toEqual([
			['accept', null, ''],
			['qa', null, 'VOIP'],
			['reject', 'Mortgage', 'FRAUD_SCORE'],
			['reject', 'Mortgage', 'LOOKUP_FAILED'],
			['reject', 'Refinance Texas, Mortgage', 'FRAUD_SCORE, VOIP'],
			['qa', 'Refinance Texas, Mortgage', 'PREPAID, FRAUD_SCORE'],
			['reject', 'Refinance Texas, Mortgage', 'LOOKUP_FAILED'],
			['reject', 'Home Services', 'DO_NOT_CALL'],
			['accept', 'Home Services', ''],
			['accept', 'Solar Partners, Home Services', ''],
			['accept', 'Solar Referrals, Home Services', ''],
			['reject', 'Solar Referrals, Home Services', 'FRAUD_SCORE'],
			['accept', null, ''],
		]);
	});

	it('has a hint about the lead with neither', () => {
		expect(run.hints('Decide').map(({ message }) => message)).toContain(
			"1 lead had no campaign in 'Campaign Field', so no override applied",
		);
	});
});

describe('the workflow of agency policies', () => {
	let run: EngineRun;

	beforeAll(async () => {
		run = await engine.run(agencyPolicies);
	});

	it('holds 40 campaigns, each once', () => {
		const campaigns = agencyPolicies.pinData['Campaign Policies'].map(({ json }) => json.campaign);
		expect(new Set(campaigns).size).toBe(40);
		expect(campaigns).toHaveLength(40);
	});

	it('judges each lead by the row of its campaign, or by the preset Standard', () => {
		expect(run.error).toBeUndefined();
		expect(decisionsOf(run).map(({ output, codes, policy }) => [output, policy.campaign, codes])).toEqual([
			['accept', 'Alder Solar', ''],
			['reject', 'Alder Solar', 'FRAUD_SCORE'],
			['reject', 'Alder Mortgage', 'FRAUD_SCORE'],
			['reject', 'Alder Mortgage', 'LOOKUP_FAILED'],
			['reject', 'Birchwood Roofing', 'DO_NOT_CALL'],
			['qa', 'Cobalt Auto Insurance', 'FRAUD_SCORE'],
			['accept', 'Cobalt Auto Insurance', ''],
			['qa', 'Delmar Home Insurance', 'NO_RULE'],
			['reject', 'Delmar Home Insurance', 'FRAUD_SCORE, RECENT_ABUSE'],
			['accept', null, ''],
			['reject', null, 'FRAUD_SCORE'],
			['qa', null, 'BAD_POLICY'],
		]);
	});

	it('has exactly one invalid row, as an example', async () => {
		const rows = agencyPolicies.pinData['Campaign Policies'];
		const Leads = rows.map(({ json: { campaign } }) => ({ json: { phone: '+1 201 555 0100', campaign } }));
		const everyCampaign = await engine.run({ ...agencyPolicies, pinData: { ...agencyPolicies.pinData, Leads } });
		const unusable = everyCampaign.items('Decide', 1).filter(({ json }) => (json.decision as { codes: string }).codes === 'BAD_POLICY');
		expect(unusable.map(({ json }) => json.campaign)).toEqual(['Harbor Solar']);
		expect(leadsByOutput(everyCampaign).flat()).toHaveLength(40);
	});

	it('sends every lead to QA if the table cannot be read', async () => {
		const nodes = agencyPolicies.nodes.filter(({ name }) => name !== 'Campaign Policies');
		const connections = { ...agencyPolicies.connections, Leads: { main: [[{ node: 'Look Up Phone Number', type: 'main', index: 0 }]] } };
		const withoutTable = await engine.run({ ...agencyPolicies, nodes, connections });
		expect(withoutTable.error).toBeUndefined();
		expect(leadsByOutput(withoutTable).map((items) => items.length)).toEqual([0, agencyPolicies.pinData.Leads.length, 0]);
	});
});

describe.each([
	['lead screening', leadScreening],
	['lead types and campaign overrides', campaignOverrides],
	['agency policies', agencyPolicies],
])('the example %s', (_, example) => {
	it('sends each lead to exactly one of three nodes', async () => {
		const run = await engine.run(example);
		const arrived = example.connections.Decide.main.flatMap(([edge]) => run.items(edge?.node ?? ''));
		expect(arrived.map(phoneOf).sort()).toEqual(example.pinData.Leads.map(phoneOf).sort());
	});
});
