import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { n8nScript, nodeBinary } from './npm.mjs';
import { build, installPackage } from './package.mjs';
import { CACHE, HOME, MIGRATED_HOME } from './places.mjs';
import { logIn, OWNER, setUpOwner } from './rest.mjs';
import { freePort, startServer } from './server.mjs';
import { importExamples } from './workflows.mjs';

const emptyHome = () => mkdtempSync(join(CACHE, 'n8n-home-'));

/** Migrates a user folder once, which takes n8n some twenty seconds, and keeps it to copy from. */
async function migrate(n8n) {
	const home = emptyHome();
	try {
		const server = await startServer({ ...n8n, home, port: await freePort(0) });
		await setUpOwner(server.url).finally(server.stop);
		renameSync(home, MIGRATED_HOME);
	} finally {
		rmSync(home, { recursive: true, force: true });
	}
}

function makeHome(fresh) {
	if (!fresh && existsSync(HOME)) return HOME;
	const home = fresh ? emptyHome() : HOME;
	cpSync(MIGRATED_HOME, home, { recursive: true });
	return home;
}

/**
 * Starts a real n8n with this package in it, built and packed as npm would publish it, and the example workflows imported.
 * The first start installs n8n into the cache, which takes about five minutes; later ones take seconds.
 *
 * @param {object} [options]
 * @param {number} [options.port] on the loopback address; 0 for any
 * @param {boolean} [options.fresh] on a user folder of its own, removed at the end, instead of the one kept in the cache
 * @param {(step: string, seconds: number) => void} [options.onStep] told what begins and how long it may take
 * @param {AbortSignal} [options.signal] ends the start, or n8n
 * @returns {Promise<{ url: string, owner: { email: string, password: string }, rest: Awaited<ReturnType<typeof logIn>>,
 *   home: string, ended: Promise<void>, stop: () => Promise<void> }>} `rest` asks n8n as its owner
 */
export async function startEditor({ port = 5678, fresh = false, onStep = () => {}, signal } = {}) {
	const chosen = await freePort(port);
	mkdirSync(CACHE, { recursive: true });

	onStep('Building the package', 10);
	await build(signal);
	const node = await nodeBinary({ onStep, signal });
	const n8n = { node, script: await n8nScript(node, { onStep, signal }), signal };
	if (!existsSync(MIGRATED_HOME)) {
		onStep('Preparing the database', 40);
		await migrate(n8n);
	}

	onStep('Starting n8n', 15);
	const home = makeHome(fresh);
	let server;
	const stop = async () => {
		await server?.stop();
		if (fresh) rmSync(home, { recursive: true, force: true });
	};
	try {
		installPackage([home]);
		server = await startServer({ ...n8n, home, port: chosen });
		const rest = await logIn(server.url);
		await importExamples(rest, home);
		const { email, password } = OWNER;
		return { url: server.url, owner: { email, password }, rest, home, ended: server.ended, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
