/** Looks up leads on n8n's engine, with IPQS Phone Validation or HTTP Request. */
const { join } = require('node:path');
const { createEngine, loadPackage } = require('../../scripts/engine');
const { numberOf } = require('../leads');
const { httpRequestNode, loadNodesBase } = require('../nodes-base');

const node = {
	ipqs: ({ concurrency, options = {} }) => ({
		type: 'n8n-nodes-ipqs.ipqsPhoneValidation',
		parameters: { phone: '={{ $json.phone }}', options: { concurrency, maxRetries: 10, maxWait: 0, ...options } },
	}),
	httpRequest: ({ url, batching }) =>
		httpRequestNode(url, { phone: '={{ $json.phone }}' }, batching ? { batching: { batch: batching } } : {}),
};

const hasResult = (subject, { json }) => (subject === 'ipqs' ? json.ipqs?.lookup?.status === 'ok' : json.success === true);

/** @param parameters `warmUps` are runs before those that count, in which Node.js compiles the code */
async function measure({ subject, leads, distinct = leads, runs = 1, warmUps = 0, url, requestsPerSecond = 0, ...settings }) {
	const own = loadPackage(join(__dirname, '..', '..'));
	const engine = createEngine({ ...own, nodeTypes: { ...own.nodeTypes, ...loadNodesBase() } });
	const lookup = {
		name: 'Lookup',
		onError: 'continueRegularOutput',
		credentials: { ipqsApi: { id: '1', name: 'ipqsApi' } },
		...node[subject]({ url, ...settings }),
	};
	const workflow = {
		nodes: [{ name: 'Leads', type: 'n8n-nodes-base.manualTrigger' }, lookup],
		connections: { Leads: { main: [[{ node: 'Lookup', type: 'main', index: 0 }]] } },
	};
	const credentials = { ipqsApi: { apiKey: 'benchmark', baseUrl: url, requestsPerSecond } };
	const batch = (run) =>
		Array.from({ length: leads }, (_, index) => ({ json: { id: index, phone: numberOf((run + warmUps) * leads + (index % distinct)) } }));

	let milliseconds = 0;
	let results = 0;
	for (let run = -warmUps; run < runs; run++) {
		const pinData = { Leads: batch(run) };
		const started = performance.now();
		const finished = await engine.run(workflow, { credentials, pinData });
		if (finished.error) throw finished.error;
		if (run < 0) continue;
		milliseconds += performance.now() - started;
		results += finished.items('Lookup').filter((item) => hasResult(subject, item)).length;
	}
	return { milliseconds, lost: leads * runs - results };
}

module.exports = { measure };
