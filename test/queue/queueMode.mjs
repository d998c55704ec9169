import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { installPackage } from '../../scripts/editor/package.mjs';
import { logIn, setUpOwner } from '../../scripts/editor/rest.mjs';
import { findFreePort, startServer } from '../../scripts/editor/server.mjs';

/** Executions that a worker runs at once; n8n's default. */
export const CONCURRENCY = 10;

const WORKERS = ['worker-1', 'worker-2'];

/**
 * Starts n8n in queue mode: a main process and two workers. Each has its own user folder with the package.
 *
 * @param {object} options
 * @param {{ node: string, script: string, signal?: AbortSignal }} options.n8n
 * @param {string} options.folder for the user folders
 * @param {Record<string, string>} options.settings environment variables for the database and Redis
 * @param {(stop: () => Promise<void>) => void} options.onStart called with the stop function of each process that has started
 * @returns {Promise<{ url: string, rest: Awaited<ReturnType<typeof logIn>>, workers: import('../../scripts/editor/child.mjs').Child[],
 *   replaceWorker: (index: number) => Promise<void> }>} `replaceWorker` starts a worker in place of one that was killed
 */
export async function startQueueMode({ n8n, folder, settings, onStart }) {
	const homes = ['main', ...WORKERS].map((name) => join(folder, name));
	for (const home of homes) mkdirSync(home);
	installPackage(homes);
	const shared = { ...settings, EXECUTIONS_MODE: 'queue', N8N_ENCRYPTION_KEY: 'for-this-test-only' };
	const start = async (home, command) => {
		const port = await findFreePort(0);
		const ready = { QUEUE_HEALTH_CHECK_ACTIVE: 'true', QUEUE_HEALTH_CHECK_PORT: String(port) };
		const server = await startServer({ ...n8n, home, port, command, settings: { ...shared, ...ready } });
		onStart(server.stop);
		return server;
	};

	const [mainHome, ...workerHomes] = homes;
	// The main process starts first, because it creates the tables that workers need.
	const main = await start(mainHome, ['start']);
	const startWorker = (home) => start(home, ['worker', `--concurrency=${CONCURRENCY}`]);
	const starts = workerHomes.map(startWorker);
	// If one worker does not start, the other must have called onStart before everything is stopped.
	await Promise.allSettled(starts);
	const workers = await Promise.all(starts);
	await setUpOwner(main.url);
	const replaceWorker = async (index) => {
		workers[index] = await startWorker(workerHomes[index]);
	};
	return { url: main.url, rest: await logIn(main.url), workers, replaceWorker };
}
