import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The modules that n8n supplies to an installed package. */
const SUPPLIED = ['n8n-workflow', 'zod'];
const LOADER = fileURLToPath(new URL('load.js', import.meta.url));

const versionOf = (modules, name) => JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')).version;

/** For example "n8n-workflow 2.41.0 and zod 3.25.76". */
export const describeEngine = (modules) => SUPPLIED.map((name) => `${name} ${versionOf(modules, name)}`).join(' and ');

/**
 * Loads an unpacked package in a new process. As in n8n, its imports are resolved through NODE_PATH, which only has n8n-workflow
 * and zod.
 *
 * @param {string} modules a node_modules folder with n8n-workflow and zod
 * @param {string} folder the unpacked package
 * @returns {string[]} why n8n could not load the package; empty if it can
 */
export function findLoadProblems(modules, folder) {
	const place = mkdtempSync(join(tmpdir(), 'ipqs-engine-'));
	try {
		const supplied = join(place, 'node_modules');
		mkdirSync(supplied);
		for (const name of SUPPLIED) symlinkSync(join(modules, name), join(supplied, name), 'dir');
		const env = { PATH: process.env.PATH, NODE_PATH: supplied };
		const printed = execFileSync(process.execPath, [LOADER, folder], { encoding: 'utf8', env });
		// The report is the last line. The package could print something while it is loaded.
		return JSON.parse(printed.slice(printed.lastIndexOf('\n') + 1));
	} finally {
		rmSync(place, { recursive: true, force: true });
	}
}
