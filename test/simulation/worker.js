const { parentPort, workerData } = require('node:worker_threads');
const { editFor } = require('./breaks');
const { createSimulator } = require('./simulate');

const simulate = createSimulator(workerData.breakName === undefined ? undefined : editFor(workerData.breakName));

parentPort.on('message', async ({ seed, withTimeline }) => {
	const { describe, ...result } = await simulate(seed);
	parentPort.postMessage({ ...result, timeline: withTimeline ? describe() : undefined });
});
