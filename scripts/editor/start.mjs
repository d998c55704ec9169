import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { installN8n, installNode } from './install.mjs';
import { build, installPackage } from './package.mjs';
import { CACHE, HOME, logFile, MIGRATED_HOME } from './paths.mjs';
import { logIn, OWNER, setUpOwner } from './rest.mjs';
import { findFreePort, startServer } from './server.mjs';
import { importExamples } from './workflows.mjs';

const createEmptyHome = () => mkdtempSync(join(CACHE, 'n8n-home-'));

/** Creates the template of user folders. The migrations of n8n take about 20 seconds, so they run once. */
async function createMigratedHome(n8n) {
	const home = createEmptyHome();
	try {
		const server = await startServer({ ...n8n, home, port: await findFreePort(0) });
		await setUpOwner(server.url).finally(server.stop);
		renameSync(home, MIGRATED_HOME);
	} finally {
		rmSync(home, { recursive: true, force: true });
	}
}

function createHome(fresh) {
	if (!fresh && existsSync(HOME)) return HOME;
	const home = fresh ? createEmptyHome() : HOME;
	cpSync(MIGRATED_HOME, home, { recursive: true });
	return home;
}

/**
 * Starts a real n8n with this package, built and packed as for npm, and with the example workflows. The first start installs n8n
 * in the cache, which takes about five minutes.
 *
 * @param {object} [options]
 * @param {number} [options.port] on the loopback address; 0 for any
 * @param {boolean} [options.fresh] use a new user folder that is removed at the end, instead of the one in the cache
 * @param {Record<string, string>} [options.settings] additional environment variables of n8n
 * @param {(step: string, seconds: number) => void} [options.onStep] called with the name and the expected duration of each step
 * @param {AbortSignal} [options.signal] cancels the start, or stops n8n
 * @returns {Promise<{ url: string, owner: { email: string, password: string }, rest: Awaited<ReturnType<typeof logIn>>,
 *   home: string, ended: Promise<void>, restart: () => Promise<void>, crash: () => Promise<void>, stop: () => Promise<void> }>}
 *   `rest` calls n8n's API as the owner; `restart` keeps address, data and session, and so does `crash`, which kills n8n first
 */
export async function startEditor({ port = 5678, fresh = false, settings = {}, onStep = () => {}, signal } = {}) {
	const chosen = await findFreePort(port);
	mkdirSync(CACHE, { recursive: true });

	onStep('Building the package', 10);
	await build(signal);
	const node = await installNode({ onStep, signal });
	const n8n = { node, script: await installN8n(node, { onStep, signal }), signal };
	if (!existsSync(MIGRATED_HOME)) {
		onStep('Preparing the database', 40);
		await createMigratedHome(n8n);
	}

	onStep('Starting n8n', 15);
	const home = createHome(fresh);
	let server;
	const stop = async () => {
		await server?.stop();
		if (fresh) rmSync(home, { recursive: true, force: true });
	};
	try {
		installPackage([home]);
		rmSync(logFile(home), { force: true });
		server = await startServer({ ...n8n, home, port: chosen, settings });
		const rest = await logIn(server.url);
		await importExamples(rest, home);
		const { email, password } = OWNER;
		const startAgain = async () => {
			server = await startServer({ ...n8n, home, port: chosen, settings });
		};
		const restart = async () => {
			await server.stop();
			await startAgain();
		};
		const crash = async () => {
			await server.kill();
			await startAgain();
		};
		return { url: server.url, owner: { email, password }, rest, home, ended: server.ended, restart, crash, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
