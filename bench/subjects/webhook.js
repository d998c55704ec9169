/** Runs one lead per execution, as a webhook does, with each subject in turn. */
const { join } = require('node:path');
const { createEngine, loadPackage } = require('../../scripts/engine');
const { numberOf } = require('../leads');
const { httpRequestNode, loadNodesBase } = require('../nodes-base');
const { criteriaNode, switchNode } = require('../routingNodes');

const WARM_UP = 100;

const PHONE = '={{ $json.phone }}';

const median = (numbers) => numbers.sort((one, other) => one - other)[Math.floor(numbers.length / 2)];

const edge = (node) => ({ main: [[{ node, type: 'main', index: 0 }]] });

const lookupNode = ({ options }) => ({
	name: 'Lookup',
	type: 'n8n-nodes-ipqs.ipqsPhoneValidation',
	parameters: { phone: PHONE, options },
});

/** The nodes of each subject, one after the other. */
const NODES = {
	lookup: (subject) => [lookupNode(subject)],
	decision: (subject) => [lookupNode(subject), criteriaNode(['phone'])],
	n8n: (_, url) => [{ name: 'HTTP Request', ...httpRequestNode(url, { phone: PHONE }, {}) }, switchNode('$json')],
};

const toWorkflow = (nodes, lead) => ({
	nodes: [{ name: 'Lead', type: 'n8n-nodes-base.manualTrigger' }, ...nodes],
	connections: Object.fromEntries(nodes.map(({ name }, index) => [nodes[index - 1]?.name ?? 'Lead', edge(name)])),
	pinData: { Lead: [{ json: lead }] },
});

/** The middle of what one execution takes, in ms, for each subject. */
async function measure({ subjects, runs, url }) {
	const own = loadPackage(join(__dirname, '..', '..'));
	const engine = createEngine({ ...own, nodeTypes: { ...own.nodeTypes, ...loadNodesBase() } });
	const times = Object.fromEntries(Object.keys(subjects).map((name) => [name, []]));
	let lead = 0;
	for (let run = 0; run < WARM_UP + runs; run++) {
		// Each goes first in turn: what one leaves to the garbage collector is not for the other to pay.
		const order = run % 2 === 0 ? Object.entries(subjects) : Object.entries(subjects).reverse();
		for (const [name, subject] of order) {
			const [first, ...others] = NODES[subject.nodes](subject, url);
			const nodes = [{ ...first, credentials: { ipqsApi: { id: name, name } } }, ...others];
			const workflow = toWorkflow(nodes, { phone: numberOf(lead++) });
			const started = performance.now();
			const finished = await engine.run(workflow, {
				credentials: { ipqsApi: { apiKey: subject.apiKey, baseUrl: url, requestsPerSecond: 0, lookupsPerDay: subject.lookupsPerDay ?? 0 } },
			});
			const spent = performance.now() - started;
			if (finished.error) throw finished.error;
			const last = nodes.at(-1).name;
			if (![0, 1, 2, 3].some((output) => finished.items(last, output).length > 0)) throw new Error(`${last} gave no lead`);
			if (run >= WARM_UP) times[name].push(spent);
		}
	}
	return { medians: Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)])) };
}

module.exports = { measure };
