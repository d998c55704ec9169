import { execFile } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { ROOT, unpackTarball } from '../package/tarball.mjs';

/** @throws {Error} with the output of the compiler */
export async function build(signal) {
	try {
		await promisify(execFile)('npm', ['run', '--silent', 'build'], { cwd: ROOT, signal });
	} catch ({ stdout, stderr }) {
		throw new Error(`The package does not build:\n${stdout}${stderr}`);
	}
}

/**
 * Installs the packed package as a community package. A symbolic link would resolve to n8n-workflow of this repository.
 *
 * @param {string[]} homes user folders of n8n
 */
export function installPackage(homes) {
	const { folder } = unpackTarball();
	for (const home of homes) {
		const place = join(home, '.n8n', 'nodes', 'node_modules', 'n8n-nodes-ipqs');
		rmSync(place, { recursive: true, force: true });
		cpSync(folder, place, { recursive: true });
	}
}
