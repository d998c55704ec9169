/** Looks up one lead per execution, as a webhook does, with and without limits in turn. */
const { join } = require('node:path');
const { createEngine, loadPackage } = require('../../scripts/engine');
const { numberOf } = require('../leads');

const WARM_UP = 100;

const median = (numbers) => numbers.sort((one, other) => one - other)[Math.floor(numbers.length / 2)];

const to = (node) => ({ main: [[{ node, type: 'main', index: 0 }]] });

/** The middle of what one execution takes, in ms, for each set of options and limits. */
async function measure({ subjects, runs, url }) {
	const engine = createEngine(loadPackage(join(__dirname, '..', '..')));
	const times = Object.fromEntries(Object.keys(subjects).map((name) => [name, []]));
	let lead = 0;
	for (let run = 0; run < WARM_UP + runs; run++) {
		// Each goes first in turn: what one leaves to the garbage collector is not for the other to pay.
		const order = run % 2 === 0 ? Object.entries(subjects) : Object.entries(subjects).reverse();
		for (const [name, { options, lookupsPerDay = 0, apiKey }] of order) {
			const lookup = {
				name: 'Lookup',
				type: 'n8n-nodes-ipqs.ipqsPhoneValidation',
				parameters: { phone: '={{ $json.phone }}', options },
				credentials: { ipqsApi: { id: name, name } },
			};
			const workflow = {
				nodes: [{ name: 'Lead', type: 'n8n-nodes-base.manualTrigger' }, lookup],
				connections: { Lead: to('Lookup') },
				pinData: { Lead: [{ json: { phone: numberOf(lead++) } }] },
			};
			const started = performance.now();
			const { error } = await engine.run(workflow, {
				credentials: { ipqsApi: { apiKey, baseUrl: url, requestsPerSecond: 0, lookupsPerDay } },
			});
			if (error) throw error;
			if (run >= WARM_UP) times[name].push(performance.now() - started);
		}
	}
	return { medians: Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)])) };
}

module.exports = { measure };
