import { NodeHelpers, type INodeTypeDescription } from 'n8n-workflow';
import { asksWhatIf, chats } from './support/agent';
import { byHand, byWebhook, ends, replies, ways, type Example } from './support/examples';
import { menuProblems } from './support/menus';
import { n8n, type Workflow } from './support/n8n';
import { makeTable } from './support/table';
import { main, receive, startingAt } from './support/workflow';

const AGENCY_POLICIES = ways('ARRRRQAQRARQ');
const LEAD_SCREENING = ways('AAAQQARRRRQQAAAQQQQAQQQAQQA');

/** The call hours with calls at any time, so that nothing waits. */
const openAllDay = (workflow: Workflow): Workflow =>
	JSON.parse(JSON.stringify(workflow).replace('"value":9', '"value":0').replace('"value":20', '"value":24')) as Workflow;

/** By file of workflows/, how the example is started and what comes of it. */
const EXAMPLES: Record<string, Example> = {
	'agency-policies.json': byHand(AGENCY_POLICIES),
	'ai-agent.json': chats,
	'back-test.json': byHand((execution, expected) =>
		expect(execution.items('Report File').map(({ json: { variant, accept, qa, reject } }) => ({ variant, accept, qa, reject }))).toEqual(
			(expected as { outcomes: object[] }).outcomes,
		),
	),
	'buyer-returns.json': async (workflow, expected) => {
		const { ends: first, secondEnds } = expected as Record<string, object>;
		await byHand(ends)(workflow, { ends: first });
		await byHand((execution) => expect(execution.items('Close Return').map(({ json }) => json.state)).toEqual(['closed']))(
			startingAt(workflow, 'Return Arrives'),
			undefined,
		);
		await byHand(ends)(workflow, { ends: secondEnds });
	},
	'campaign-overrides.json': byHand(ways('AQRRRQRRAAARA')),
	'credits-low.json': byHand((execution) => expect(['Nothing to Do', 'Alert'].map((name) => execution.items(name).length)).toEqual([1, 0])),
	'call-hours.json': async (workflow) =>
		await byHand((execution) => expect(execution.items('Call Lead').map(({ json }) => json.phone)).toEqual(['+1 201 555 0100']))(
			openAllDay(workflow),
			undefined,
		),
	'crm-handover.json': byHand(ends),
	'durable-intake.json': byHand(ends),
	'form-under-attack.json': byHand((execution) => expect(execution.items('Send to QA Team').length).toBe(1)),
	'form-page.json': byHand(ends),
	'gohighlevel.json': byHand(ends),
	'google-lead-form.json': byHand(ends),
	'google-sheets.json': byHand((execution, expected) =>
		expect(
			execution
				.items('Write Outcome')
				.map(({ json }) => json.ipqs_outcome)
				.sort(),
		).toEqual((expected as { outcomes: Array<{ ipqs_outcome: string }> }).outcomes.map(({ ipqs_outcome }) => ipqs_outcome).sort()),
	),
	'hubspot.json': byHand(ends),
	'instant-reply.json': replies,
	'lead-screening.json': byHand(LEAD_SCREENING),
	'meta-lead-ads.json': byHand(ends),
	'pipedrive.json': byHand(ends),
	'phone-off-recheck.json': byHand(ends),
	'remember-answers.json': byHand(ends),
	'review-queue.json': byHand(ends),
	'salesforce.json': byHand(ends),
	'spreadsheet-batch.json': byHand((execution, expected) =>
		expect(execution.items('Result Row').map(({ json }) => json)).toMatchObject(expected as object[]),
	),
	'weekly-scorecard.json': byHand((execution, expected) =>
		expect(execution.items('Send Scorecard').map(({ json }) => json)).toEqual((expected as { scorecard: object[] }).scorecard),
	),
	'what-if-agent.json': asksWhatIf,
};

/** Node types as the editor gets them, by name. */
async function readNodeTypes(): Promise<Map<string, INodeTypeDescription[]>> {
	const response = await fetch(`${n8n.url}/types/nodes.json`, { headers: { cookie: n8n.rest.cookie } });
	const types = new Map<string, INodeTypeDescription[]>();
	for (const type of (await response.json()) as INodeTypeDescription[]) types.set(type.name, [...(types.get(type.name) ?? []), type]);
	return types;
}

const hasVersion = ({ version }: INodeTypeDescription, wanted: number): boolean => [version].flat().includes(wanted);

describe('examples', () => {
	it('have parameters that the nodes of n8n know, with values from their menus', async () => {
		const types = await readNodeTypes();
		const problems = n8n.exampleFiles().flatMap((file) =>
			n8n.readExample(file).nodes.flatMap((node) => {
				const type = types.get(node.type)?.find((one) => hasVersion(one, node.typeVersion));
				if (type === undefined) return [`${file}, ${node.name}: there is no version ${node.typeVersion} of ${node.type}`];
				const parameters = NodeHelpers.getNodeParameters(type.properties, node.parameters, true, false, node, type) ?? {};
				const { parameters: issues = {} } = NodeHelpers.getNodeParametersIssues(type.properties, { ...node, parameters }, type) ?? {};
				const all = [...Object.values(issues).flat(), ...menuProblems(type.properties, node.parameters)];
				return all.map((problem) => `${file}, ${node.name}: ${problem}`);
			}),
		);
		expect(problems).toEqual([]);
	});

	it.each(n8n.exampleFiles())('%s does in n8n what it says', async (file) => {
		const check = EXAMPLES[file];
		expect(check).toBeDefined();
		await check?.(n8n.readExample(file), n8n.readExpected(file));
	});

	it('the lead screening judges the same leads alike when a webhook brings them', async () => {
		const example = n8n.readExample('lead-screening.json');
		const { Leads = [] } = example.pinData ?? {};
		const nodes = [...example.nodes.filter(({ name }) => name !== 'Leads'), ...receive('lead-screening')];
		const connections = { ...example.connections, Webhook: { main: [main('Leads')] } };
		const check = byWebhook(
			Leads.map(({ json }) => json),
			LEAD_SCREENING,
		);
		await check({ ...example, nodes, connections, pinData: {} }, undefined);
	});

	it('the agency policies judge alike when a real data table holds them', async () => {
		const example = n8n.readExample('agency-policies.json');
		const { 'Campaign Policies': rows = [], Leads = [] } = example.pinData ?? {};
		const columns = {
			campaign: 'string',
			preset: 'string',
			fraudThreshold: 'number',
			qaThreshold: 'number',
			defaultAction: 'string',
			onFailedLookup: 'string',
		};
		await makeTable(
			'Campaign Policies',
			columns,
			rows.map(({ json }) => json),
		);
		await byHand(AGENCY_POLICIES)({ ...example, pinData: { Leads } }, undefined);
	});
});
