import { byHand, byWebhook, goes, type Example } from './support/examples';
import { runByHand } from './support/execution';
import { n8n } from './support/n8n';
import { makeTable } from './support/table';
import { main, receive } from './support/workflow';

const LEAD_SCREENING = 'AAAQQARRRRQQAAAQQQQAQQQARRA';
const AGENCY_POLICIES = 'ARRRRQAQRARQ';

const EXAMPLES: Example[] = [
	{ file: 'agency-policies.json', start: byHand, expect: goes(AGENCY_POLICIES) },
	{ file: 'campaign-overrides.json', start: byHand, expect: goes('AQRRRQQRAAARA') },
	{ file: 'lead-screening.json', start: byHand, expect: goes(LEAD_SCREENING) },
];

test('every example is run here', () => {
	expect(EXAMPLES.map(({ file }) => file).sort()).toEqual(n8n.exampleFiles().sort());
});

test.each(EXAMPLES)('$file does in n8n what it says', async ({ file, start, expect: meets }) => {
	meets(await start(n8n.readExample(file)));
});

test('the lead screening judges the same leads alike when a webhook brings them', async () => {
	const example = n8n.readExample('lead-screening.json');
	const { Leads = [] } = example.pinData ?? {};
	const nodes = [...example.nodes.filter(({ name }) => name !== 'Leads'), ...receive('lead-screening')];
	const connections = { ...example.connections, Webhook: { main: [main('Leads')] } };
	const start = byWebhook(Leads.map(({ json }) => json));
	goes(LEAD_SCREENING)(await start({ ...example, nodes, connections, pinData: {} }));
});

test('the agency policies judge alike when a real data table holds them', async () => {
	const example = n8n.readExample('agency-policies.json');
	const { 'Campaign Policies': rows = [], Leads = [] } = example.pinData ?? {};
	const columns = { campaign: 'string', preset: 'string', fraudThreshold: 'number', qaThreshold: 'number', defaultAction: 'string', onFailedLookup: 'string' };
	await makeTable('Campaign Policies', columns, rows.map(({ json }) => json));
	goes(AGENCY_POLICIES)(await runByHand({ ...example, pinData: { Leads } }));
});
