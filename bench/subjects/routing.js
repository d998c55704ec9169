/** Routes leads by the same three rules on n8n's engine, with each of the compared nodes. */
const { join } = require('node:path');
const { createEngine, loadPackage } = require('../../scripts/engine');
const { createLead } = require('../leads');
const { loadNodesBase } = require('../nodes-base');
const { criteriaNode, switchNode, toFilter } = require('../routingNodes');
const { THREE_RULES } = require('../rules');
const { stopwatch } = require('../stopwatch');

const withAction = (action) => THREE_RULES.filter((rule) => rule.action === action);

/** For each subject, by kinds of results: its nodes, and the outputs (node and index) of each outcome. */
const SUBJECTS = {
	criteria: {
		nodes: (kinds) => [criteriaNode(kinds)],
		accept: [['Criteria', 0]],
		qa: [['Criteria', 1]],
		reject: [['Criteria', 2]],
	},
	switch: {
		nodes: () => [switchNode()],
		accept: [['Switch', 3]],
		qa: [['Switch', 2]],
		reject: [
			['Switch', 0],
			['Switch', 1],
		],
	},
	if: {
		nodes: () => [
			{
				name: 'Reject?',
				type: 'n8n-nodes-base.if',
				typeVersion: 2.2,
				parameters: { conditions: toFilter(withAction('reject')), options: {} },
			},
			{ name: 'QA?', type: 'n8n-nodes-base.if', typeVersion: 2.2, parameters: { conditions: toFilter(withAction('qa')), options: {} } },
		],
		accept: [['QA?', 1]],
		qa: [['QA?', 0]],
		reject: [['Reject?', 0]],
	},
};

const edge = (node) => [{ node, type: 'main', index: 0 }];

/** Wraps a node type to report the CPU time of each execution, in milliseconds. */
const withTimer = (type, report) =>
	Object.create(type, {
		execute: {
			async value() {
				const spent = stopwatch();
				const outputs = await type.execute.call(this);
				report(spent());
				return outputs;
			},
		},
	});

/** Leads before those that count, for which Node.js compiles the code. */
const WARM_UP = 2_000;

/** @param parameters `folder` is that of a built package, by default this one */
async function measure({ subject, leads, kinds = ['phone'], folder = join(__dirname, '..', '..') }) {
	const own = loadPackage(folder);
	const { nodes: nodesFor, ...outcomes } = SUBJECTS[subject];
	const nodes = nodesFor(kinds);
	let milliseconds = 0;
	const types = Object.entries({ ...own.nodeTypes, ...loadNodesBase() }).map(([name, type]) => [
		name,
		withTimer(type, (spent) => (milliseconds += spent)),
	]);
	const engine = createEngine({ ...own, nodeTypes: Object.fromEntries(types) });
	const [first, second] = nodes;
	const workflow = {
		nodes: [{ name: 'Leads', type: 'n8n-nodes-base.manualTrigger' }, ...nodes],
		connections: { Leads: { main: [edge(first.name)] }, ...(second ? { [first.name]: { main: [[], edge(second.name)] } } : {}) },
	};
	const leadsOf = (count) => ({ Leads: Array.from({ length: count }, (_, index) => ({ json: createLead(index, kinds) })) });
	await engine.run(workflow, { pinData: leadsOf(WARM_UP) });
	const pinData = leadsOf(leads);
	globalThis.gc();
	milliseconds = 0;

	const spent = stopwatch();
	const finished = await engine.run(workflow, { pinData });
	const runMilliseconds = spent();
	if (finished.error) throw finished.error;
	const count = (places) => places.reduce((sum, [node, output]) => sum + finished.items(node, output).length, 0);
	return { milliseconds, runMilliseconds, accept: count(outcomes.accept), qa: count(outcomes.qa), reject: count(outcomes.reject) };
}

module.exports = { measure };
