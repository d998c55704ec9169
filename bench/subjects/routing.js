/** Sends leads to Accept, QA or Reject on n8n's engine by the same three rules, written for each node. */
const { join } = require('node:path');
const { createEngine, loadPackage } = require('../../scripts/engine');
const { resultOf } = require('../leads');
const { nodesBase } = require('../nodes-base');
const { THREE_RULES } = require('../rules');
const { stopwatch } = require('../stopwatch');

/** A condition as the form of IPQS Criteria stores it. */
const criteriaRule = ({ field, type, operator, value, action }) => ({
	name: field,
	match: 'all',
	conditions: { values: [{ field, [`${type}Operator`]: operator, ...(value === undefined ? {} : { [`${type}Value`]: value }) }] },
	action,
	whenUnknown: 'default',
});

/** Rules as n8n's filter parameter stores them, any of which is enough. */
const filterOf = (rules) => ({
	options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
	combinator: 'or',
	conditions: rules.map(({ field, type, filter, value = '' }, index) => ({
		id: String(index),
		leftValue: `={{ $json.ipqs.${field} }}`,
		rightValue: value,
		operator: { type, operation: filter, ...(type === 'boolean' ? { singleValue: true } : {}) },
	})),
});

const withAction = (action) => THREE_RULES.filter((rule) => rule.action === action);

/** By subject: its nodes, and from where each outcome leaves them. */
const SUBJECTS = {
	criteria: {
		nodes: [
			{
				name: 'Criteria',
				type: 'n8n-nodes-ipqs.ipqsCriteria',
				parameters: { policySource: 'rules', rules: { values: THREE_RULES.map(criteriaRule) } },
			},
		],
		accept: [['Criteria', 0]],
		qa: [['Criteria', 1]],
		reject: [['Criteria', 2]],
	},
	switch: {
		nodes: [
			{
				name: 'Switch',
				type: 'n8n-nodes-base.switch',
				typeVersion: 3.2,
				parameters: {
					mode: 'rules',
					rules: { values: THREE_RULES.map((rule) => ({ conditions: filterOf([rule]) })) },
					options: { fallbackOutput: 'extra' },
				},
			},
		],
		accept: [['Switch', 3]],
		qa: [['Switch', 2]],
		reject: [
			['Switch', 0],
			['Switch', 1],
		],
	},
	if: {
		nodes: [
			{
				name: 'Reject?',
				type: 'n8n-nodes-base.if',
				typeVersion: 2.2,
				parameters: { conditions: filterOf(withAction('reject')), options: {} },
			},
			{ name: 'QA?', type: 'n8n-nodes-base.if', typeVersion: 2.2, parameters: { conditions: filterOf(withAction('qa')), options: {} } },
		],
		accept: [['QA?', 1]],
		qa: [['QA?', 0]],
		reject: [['Reject?', 0]],
	},
};

const edge = (node) => [{ node, type: 'main', index: 0 }];

/** A node type that tells what each of its executions cost. */
const timed = (type, report) =>
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

async function measure({ subject, leads }) {
	const own = loadPackage(join(__dirname, '..', '..'));
	const { nodes, ...outcomes } = SUBJECTS[subject];
	let milliseconds = 0;
	const types = Object.entries({ ...own.nodeTypes, ...nodesBase() }).map(([name, type]) => [
		name,
		timed(type, (spent) => (milliseconds += spent)),
	]);
	const engine = createEngine({ ...own, nodeTypes: Object.fromEntries(types) });
	const [first, second] = nodes;
	const workflow = {
		nodes: [{ name: 'Leads', type: 'n8n-nodes-base.manualTrigger' }, ...nodes],
		connections: { Leads: { main: [edge(first.name)] }, ...(second ? { [first.name]: { main: [[], edge(second.name)] } } : {}) },
	};
	const pinData = { Leads: Array.from({ length: leads }, (_, index) => ({ json: { id: index, ipqs: resultOf(index) } })) };
	globalThis.gc();

	const spent = stopwatch();
	const finished = await engine.run(workflow, { pinData });
	const runMilliseconds = spent();
	if (finished.error) throw finished.error;
	const count = (places) => places.reduce((sum, [node, output]) => sum + finished.items(node, output).length, 0);
	return { milliseconds, runMilliseconds, accept: count(outcomes.accept), qa: count(outcomes.qa), reject: count(outcomes.reject) };
}

module.exports = { measure };
