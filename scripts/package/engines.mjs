import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What n8n supplies to an installed package, and all that this package may find beside Node.js itself. */
const SUPPLIED = ['n8n-workflow', 'zod'];
const LOADER = fileURLToPath(new URL('load.js', import.meta.url));

const versionOf = (modules, name) => JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')).version;

/** Such as "n8n-workflow 2.41.0 and zod 3.25.76". */
export const engineName = (modules) => SUPPLIED.map((name) => `${name} ${versionOf(modules, name)}`).join(' and ');

/**
 * Loads an unpacked package in a fresh process that resolves bare imports as n8n does, through NODE_PATH, and finds there
 * what `modules` holds of n8n-workflow and zod, nothing else.
 *
 * @param {string} modules a node_modules folder
 * @returns {string[]} what n8n would stumble over
 */
export function loadOn(modules, folder) {
	const place = mkdtempSync(join(tmpdir(), 'ipqs-engine-'));
	try {
		const supplied = join(place, 'node_modules');
		mkdirSync(supplied);
		for (const name of SUPPLIED) symlinkSync(join(modules, name), join(supplied, name), 'dir');
		const env = { PATH: process.env.PATH, NODE_PATH: supplied };
		const printed = execFileSync(process.execPath, [LOADER, folder], { encoding: 'utf8', env });
		// A package that prints while it loads does so before the report.
		return JSON.parse(printed.slice(printed.lastIndexOf('\n') + 1));
	} finally {
		rmSync(place, { recursive: true, force: true });
	}
}
