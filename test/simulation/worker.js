const { parentPort, workerData } = require('node:worker_threads');
const { editFor } = require('./breaks');
const { createSimulator } = require('./simulate');

const simulate = createSimulator(workerData.breakName === undefined ? undefined : editFor(workerData.breakName));

parentPort.on('message', async ({ seed, withTimeline }) => {
	try {
		const { describe, ...result } = await simulate(seed);
		parentPort.postMessage({ ...result, timeline: withTimeline ? describe() : undefined });
	} catch (error) {
		parentPort.postMessage({ seed, violations: [`theSimulationWorks: ${error.stack}`], executions: 0, requests: 0 });
	}
});
