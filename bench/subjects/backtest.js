/** Tests leads with IPQS Back-Test on n8n's engine. */
const { join } = require('node:path');
const { createEngine, loadPackage } = require('../../scripts/engine');
const { createResult } = require('../leads');
const { stopwatch } = require('../stopwatch');
const { watched, watchMemory } = require('../watch');

const SOURCES = 50;

const OUTCOMES = ['accept', 'qa', 'reject'];
const STATUSES = ['sold', 'returned', 'open'];

const leadOf = (index) => ({
	ipqs: createResult(index),
	decision: { outcome: OUTCOMES[index % 3], rule: null, codes: '' },
	source: `source ${index % SOURCES}`,
	status: STATUSES[index % 7 === 0 ? 1 : index % 2 === 0 ? 0 : 2],
});

async function measure({ leads, thresholds }) {
	const own = loadPackage(join(__dirname, '..', '..'));
	let nodeStall = 0;
	const node = watched(own.nodeTypes['n8n-nodes-ipqs.ipqsBacktest'], (longest) => (nodeStall = longest));
	const engine = createEngine({ ...own, nodeTypes: { ...own.nodeTypes, 'n8n-nodes-ipqs.ipqsBacktest': node } });
	const workflow = {
		nodes: [
			{ name: 'Leads', type: 'n8n-nodes-base.manualTrigger' },
			{
				name: 'Node',
				type: 'n8n-nodes-ipqs.ipqsBacktest',
				parameters: {
					variants: 'thresholds',
					thresholdList: Array.from({ length: thresholds }, (_, index) => 100 - index).join(', '),
					groupBy: 'source',
					knownField: 'status',
					goodValues: 'sold',
					badValues: 'returned',
					options: { costPerLead: 20, costPerLookup: 0.01 },
				},
			},
		],
		connections: { Leads: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
	};
	const pinData = { Leads: Array.from({ length: leads }, (_, index) => ({ json: leadOf(index) })) };
	const addedMemory = watchMemory();
	const elapsed = stopwatch();
	const finished = await engine.run(workflow, { pinData });
	const cpuMilliseconds = elapsed();
	const addedMegabytes = addedMemory();
	if (finished.error) throw finished.error;
	return { milliseconds: finished.milliseconds('Node'), cpuMilliseconds, nodeStall, addedMegabytes, items: finished.items('Node').length };
}

module.exports = { measure };
