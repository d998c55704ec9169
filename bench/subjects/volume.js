/** Runs many leads through one node on n8n's engine, and tells how long the node keeps n8n from everything else. */
const { join } = require('node:path');
const { createEngine, loadPackage } = require('../../scripts/engine');
const { numberOf } = require('../leads');
const { httpRequestNode, loadNodesBase } = require('../nodes-base');
const { watched, watchMemory, watchStalls } = require('../watch');

const DISTINCT_NUMBERS = 80_000;

/** Leads of a run before the one that counts, in which n8n compiles its expression engine. */
const WARM_UP_LEADS = 1_000;

/** Every lead has a request of its own: where numbers repeat, the country differs. */
const leadOf = (index) => ({ id: index, phone: ` ${numberOf(index)} `, country: index < DISTINCT_NUMBERS ? 'us' : 'ca' });

/** Both are more than a field of the lead, so that n8n has to evaluate them. */
const PHONE = '={{ $json.phone.trim() }}';
const COUNTRY = '={{ $json.country.toUpperCase() }}';

/** By subject: its node. */
const NODES = {
	noOp: () => ({ type: 'n8n-nodes-base.noOp' }),
	ipqs: ({ inFlight }) => ({
		type: 'n8n-nodes-ipqs.ipqsPhoneValidation',
		parameters: { phone: PHONE, country: COUNTRY, options: { concurrency: inFlight } },
	}),
	httpRequest: ({ url, inFlight }) =>
		httpRequestNode(url, { phone: PHONE, country: COUNTRY }, { batching: { batch: { batchSize: inFlight, batchInterval: 1 } } }),
};

async function measure({ subject, leads, url, inFlight }) {
	const own = loadPackage(join(__dirname, '..', '..'));
	let nodeStall = 0;
	const types = Object.entries({ ...own.nodeTypes, ...loadNodesBase() }).map(([name, type]) => [
		name,
		watched(type, (longest) => (nodeStall = Math.max(nodeStall, longest))),
	]);
	const engine = createEngine({ ...own, nodeTypes: Object.fromEntries(types) });
	const workflow = {
		nodes: [
			{ name: 'Leads', type: 'n8n-nodes-base.manualTrigger' },
			{
				name: 'Node',
				onError: 'continueRegularOutput',
				credentials: { ipqsApi: { id: '1', name: 'ipqsApi' } },
				...NODES[subject]({ url, inFlight }),
			},
		],
		connections: { Leads: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
	};
	const credentials = { ipqsApi: { apiKey: 'benchmark', baseUrl: url, requestsPerSecond: 0 } };
	const run = async (pinned) => await engine.run(workflow, { credentials, pinData: { Leads: pinned } });
	const pinned = Array.from({ length: leads }, (_, index) => ({ json: leadOf(index) }));
	await run(pinned.slice(0, WARM_UP_LEADS));
	nodeStall = 0;

	const addedMemory = watchMemory();
	const longestStall = watchStalls();
	const started = performance.now();
	const finished = await run(pinned);
	const milliseconds = performance.now() - started;
	const runStall = longestStall();
	const addedMegabytes = addedMemory();
	if (finished.error) throw finished.error;
	const items = finished.items('Node');
	const isInOrder = items.length === leads && items.every(({ pairedItem, json }, index) => (pairedItem?.item ?? json.id) === index);
	const answered = items.filter(({ json }) =>
		subject === 'ipqs' ? json.ipqs.lookup.status === 'ok' : subject === 'noOp' || json.success,
	).length;
	return { milliseconds, nodeStall, runStall, isInOrder, addedMegabytes, lost: leads - answered };
}

module.exports = { measure };
