/** Runs IPQS Criteria on n8n's engine with as many rules, overrides or policies as asked for. */
const { join } = require('node:path');
const { createEngine, loadPackage } = require('../../scripts/engine');
const { createResult } = require('../leads');
const { stopwatch } = require('../stopwatch');
const { watched, watchMemory } = require('../watch');

const CRITERIA = 'n8n-nodes-ipqs.ipqsCriteria';

const list = (count, create) => Array.from({ length: count }, (_, index) => create(index));

const rule = (index) => ({
	name: `Rule ${index}`,
	match: 'all',
	conditions: { values: [{ field: 'carrier', textOperator: 'equals', textValue: `Carrier ${index}` }] },
	action: 'qa',
	whenUnknown: 'default',
});

const override = (index) => ({ campaign: `Campaign ${index}`, fraudThreshold: String(60 + (index % 40)) });

const policyJson = (index) => JSON.stringify({ preset: 'standard', rules: [toJsonRule(index)] });

const toJsonRule = (index) => ({
	name: `Rule ${index}`,
	conditions: [{ field: 'fraud_score', operator: 'equals', value: index / 1e6 }],
	action: 'qa',
});

const CAMPAIGNS = { policySource: 'preset', preset: 'standard', campaignField: 'campaign' };

/** By kind: the parameters for a count, the number of leads, what a lead has besides its result, and the rows of a table. */
const KINDS = {
	rules: { parameters: (count) => ({ policySource: 'rules', rules: { values: list(count, rule) } }), leads: () => 10 },
	overrides: {
		parameters: (count) => ({ ...CAMPAIGNS, overrides: { values: list(count, override) } }),
		leads: (count) => count,
		lead: (index) => ({ campaign: `Campaign ${index}` }),
	},
	overrideRows: {
		parameters: () => ({ ...CAMPAIGNS, overridesSource: 'rows', overrideRows: "={{ $('Rows').all() }}" }),
		leads: () => 1_000,
		lead: (index) => ({ campaign: `Campaign ${index}` }),
		rows: (count) => list(count, override),
	},
	campaigns: {
		parameters: () => ({ ...CAMPAIGNS, rules: { values: [{ ...rule(0), campaigns: 'Campaign 1, Campaign 2' }] } }),
		leads: (count) => count,
		lead: (index) => ({ campaign: `Campaign ${index}` }),
	},
	policies: {
		parameters: () => ({ policySource: 'json', policyJson: '={{ $json.policy }}' }),
		leads: (count) => count,
		lead: (index) => ({ policy: policyJson(index) }),
	},
};

async function measure({ kind, count }) {
	const { parameters, leads, lead = () => ({}), rows = () => [{}] } = KINDS[kind];
	const own = loadPackage(join(__dirname, '..', '..'));
	let nodeStall = 0;
	let milliseconds = 0;
	const timed = watched(own.nodeTypes[CRITERIA], (longest) => (nodeStall = longest));
	const node = Object.create(timed, {
		execute: {
			async value() {
				const spent = stopwatch();
				const outputs = await timed.execute.call(this);
				milliseconds = spent();
				return outputs;
			},
		},
	});
	const engine = createEngine({ ...own, nodeTypes: { ...own.nodeTypes, [CRITERIA]: node } });
	const edge = (name) => ({ main: [[{ node: name, type: 'main', index: 0 }]] });
	const workflow = {
		nodes: [
			{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
			{ name: 'Rows', type: 'n8n-nodes-base.noOp' },
			{ name: 'Leads', type: 'n8n-nodes-base.noOp' },
			{ name: 'Node', type: CRITERIA, parameters: parameters(count) },
		],
		connections: { Start: edge('Rows'), Rows: edge('Leads'), Leads: edge('Node') },
	};
	const pinData = {
		Start: [{ json: {} }],
		Rows: rows(count).map((json) => ({ json })),
		Leads: list(leads(count), (index) => ({ json: { id: index, ipqs: createResult(index), ...lead(index) } })),
	};
	const addedMemory = watchMemory();
	const finished = await engine.run(workflow, { pinData });
	const addedMegabytes = addedMemory();
	if (finished.error) throw finished.error;
	const items = [0, 1, 2].reduce((sum, output) => sum + finished.items('Node', output).length, 0);
	return { milliseconds, nodeStall, addedMegabytes, lost: leads(count) - items };
}

module.exports = { measure };
