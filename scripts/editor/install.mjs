import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

import { CACHE, N8N_VERSION } from './places.mjs';

const NEEDED_NODE = 24;
const LAST_LINES = 20;

/** Runs npm in a folder of its own and throws its last lines where it fails. */
function npm(args, { folder, node, signal }) {
	const env = { ...process.env, PATH: [dirname(node), process.env.PATH].join(delimiter) };
	return new Promise((resolve, reject) => {
		const child = spawn('npm', [...args, '--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, env, signal });
		let printed = '';
		for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (printed += text));
		child.once('error', reject);
		child.once('close', (code) => {
			if (code === 0) return resolve();
			return reject(new Error(`npm ${args[0]} ended with ${code}:\n${printed.trimEnd().split('\n').slice(-LAST_LINES).join('\n')}`));
		});
	});
}

/** An npm project in the cache; `npm` runs in it once, and again where an earlier run was broken off. */
async function installedOnce(name, manifest, install) {
	const folder = join(CACHE, name);
	const done = join(folder, 'installed');
	if (existsSync(done)) return folder;
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, ...manifest }));
	await install(folder);
	appendFileSync(done, '');
	return folder;
}

/**
 * @typedef {object} Course how a start goes
 * @property {(step: string, seconds: number) => void} onStep told what begins and how long it may take
 * @property {AbortSignal} [signal] ends what is under way
 */

/**
 * @param {Course} course
 * @returns {Promise<string>} a Node.js binary that n8n accepts: the running one, or one fetched as an npm package
 */
export async function nodeBinary({ onStep, signal }) {
	if (Number.parseInt(process.versions.node, 10) >= NEEDED_NODE) return process.execPath;
	const system = process.platform === 'win32' ? 'win' : process.platform;
	const name = `node-${system}-${process.arch}`;
	const folder = await installedOnce(`node-${NEEDED_NODE}`, { dependencies: { [name]: String(NEEDED_NODE) } }, (folder) => {
		onStep(`Fetching Node.js ${NEEDED_NODE}`, 10);
		return npm(['install', '--ignore-scripts'], { folder, node: process.execPath, signal });
	});
	return join(folder, 'node_modules', name, 'bin', system === 'win' ? 'node.exe' : 'node');
}

/**
 * Installs n8n, which takes about five minutes the first time.
 *
 * @param {string} node a Node.js binary that n8n accepts
 * @param {Course} course
 * @returns {Promise<string>} n8n's start script
 */
export async function n8nScript(node, { onStep, signal }) {
	const manifest = { dependencies: { n8n: N8N_VERSION }, overrides: { xlsx: '0.18.5', linkedom: '0.18.12' } };
	const folder = await installedOnce(`n8n-${N8N_VERSION}`, manifest, async (folder) => {
		onStep(`Installing n8n ${N8N_VERSION}`, 150);
		await npm(['install', '--legacy-peer-deps', '--ignore-scripts'], { folder, node, signal });
		onStep('Building its database driver', 120);
		// The one package that has to be built; `npm run` hands this repository's ignore-scripts down.
		await npm(['rebuild', 'sqlite3', '--no-ignore-scripts'], { folder, node, signal });
	});
	return join(folder, 'node_modules', 'n8n', 'bin', 'n8n');
}
