const { join } = require('node:path');
const { Worker } = require('node:worker_threads');

/**
 * Runs seeds in worker threads.
 *
 * @param {object} options size in threads; breakName of `breaks.js`, if the code is to be broken; withTimeline if the results are to
 *   have one; nextSeed gives the next seed, undefined when there is none; onResult gets each result
 */
exports.runSeeds = async ({ size, breakName, withTimeline = false, nextSeed, onResult }) => {
	const runWorker = () =>
		new Promise((resolve, reject) => {
			const worker = new Worker(join(__dirname, 'worker.js'), { workerData: { breakName } });
			const proceed = () => {
				const seed = nextSeed();
				if (seed === undefined) worker.terminate().then(resolve, reject);
				else worker.postMessage({ seed, withTimeline });
			};
			worker.on('message', (result) => {
				onResult(result);
				proceed();
			});
			worker.on('error', reject);
			proceed();
		});
	await Promise.all(Array.from({ length: size }, runWorker));
};
