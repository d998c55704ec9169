import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

import { findMissing } from './installed.mjs';
import { CACHE, N8N_VERSION } from './paths.mjs';

/** The major version of Node.js that n8n needs. */
const NODE_VERSION = 24;
const LAST_LINES = 20;

/**
 * Runs npm in a folder.
 *
 * @throws {Error} with the last lines of its output
 */
function runNpm(args, { folder, node, signal }) {
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

/**
 * Creates an npm project in the cache and runs `install` in it: once, and again if an earlier run was cut short or something has
 * gone missing since.
 *
 * @param {string[]} files that must exist afterwards, relative to `node_modules`
 * @throws {Error} if something is missing although npm reported success
 */
async function installOnce(name, manifest, files, onStep, install) {
	const folder = join(CACHE, name);
	if (existsSync(folder)) {
		if (findMissing(folder, files).length === 0) return folder;
		onStep(`${name} in .cache is incomplete and is installed again`, 1);
	}
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, ...manifest }));
	await install(folder);
	const [missing] = findMissing(folder, files);
	if (missing !== undefined) throw new Error(`npm did not install ${join(folder, missing)}: run the command again`);
	return folder;
}

/**
 * @typedef {object} Progress
 * @property {(step: string, seconds: number) => void} onStep called with the name and the expected duration of each step
 * @property {AbortSignal} [signal] cancels the current step
 */

/**
 * @param {Progress} progress
 * @returns {Promise<string>} a Node.js binary for n8n: the running one, or one installed as an npm package
 */
export async function installNode({ onStep, signal }) {
	if (Number.parseInt(process.versions.node, 10) >= NODE_VERSION) return process.execPath;
	const system = process.platform === 'win32' ? 'win' : process.platform;
	const name = `node-${system}-${process.arch}`;
	const binary = join(name, 'bin', system === 'win' ? 'node.exe' : 'node');
	const manifest = { dependencies: { [name]: String(NODE_VERSION) } };
	const folder = await installOnce(`node-${NODE_VERSION}`, manifest, [binary], onStep, (folder) => {
		onStep(`Downloading Node.js ${NODE_VERSION}`, 10);
		return runNpm(['install', '--ignore-scripts'], { folder, node: process.execPath, signal });
	});
	return join(folder, 'node_modules', binary);
}

/**
 * Installs n8n. This takes about five minutes the first time.
 *
 * @param {string} node a Node.js binary for n8n
 * @param {Progress} progress
 * @returns {Promise<string>} n8n's start script
 */
export async function installN8n(node, { onStep, signal }) {
	const manifest = { dependencies: { n8n: N8N_VERSION }, overrides: { xlsx: '0.18.5', linkedom: '0.18.12' } };
	const script = join('n8n', 'bin', 'n8n');
	const driver = join('sqlite3', 'build', 'Release', 'node_sqlite3.node');
	const folder = await installOnce(`n8n-${N8N_VERSION}`, manifest, [script, driver], onStep, async (folder) => {
		onStep(`Installing n8n ${N8N_VERSION}`, 150);
		await runNpm(['install', '--legacy-peer-deps', '--ignore-scripts'], { folder, node, signal });
		onStep('Building its database driver', 120);
		// The only package with a build step. `npm run` passes on `ignore-scripts` of this repository, which must be off for it.
		await runNpm(['rebuild', 'sqlite3', '--no-ignore-scripts'], { folder, node, signal });
	});
	return join(folder, 'node_modules', script);
}
