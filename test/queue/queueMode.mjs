import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { installPackage } from '../../scripts/editor/package.mjs';
import { logIn, setUpOwner } from '../../scripts/editor/rest.mjs';
import { freePort, startServer } from '../../scripts/editor/server.mjs';

/** Executions that one worker runs at once; n8n's default. */
export const CONCURRENCY = 10;

const WORKERS = ['worker-1', 'worker-2'];

/**
 * Starts n8n in queue mode: a main process and two workers, each with the package in a user folder of its own.
 *
 * @param {object} options
 * @param {{ node: string, script: string, signal?: AbortSignal }} options.n8n
 * @param {string} options.folder takes the user folders
 * @param {Record<string, string>} options.settings where the database and Redis are
 * @param {(stop: () => Promise<void>) => void} options.onStart told of each process as it runs
 * @returns {Promise<{ url: string, rest: Awaited<ReturnType<typeof logIn>>, workers: import('../../scripts/editor/child.mjs').Child[] }>}
 */
export async function startFleet({ n8n, folder, settings, onStart }) {
	const homes = ['main', ...WORKERS].map((name) => join(folder, name));
	for (const home of homes) mkdirSync(home);
	installPackage(homes);
	const shared = { ...settings, EXECUTIONS_MODE: 'queue', N8N_ENCRYPTION_KEY: 'for this test alone' };
	const start = async (home, command) => {
		const port = await freePort(0);
		const ready = { QUEUE_HEALTH_CHECK_ACTIVE: 'true', QUEUE_HEALTH_CHECK_PORT: String(port) };
		const server = await startServer({ ...n8n, home, port, command, settings: { ...shared, ...ready } });
		onStart(server.stop);
		return server;
	};

	const [mainHome, ...workerHomes] = homes;
	// Alone first: it creates the tables that workers expect.
	const main = await start(mainHome, ['start']);
	const starts = workerHomes.map((home) => start(home, ['worker', `--concurrency=${CONCURRENCY}`]));
	// Where one does not start, the other has to be known before everything is ended.
	await Promise.allSettled(starts);
	const workers = await Promise.all(starts);
	await setUpOwner(main.url);
	return { url: main.url, rest: await logIn(main.url), workers };
}
