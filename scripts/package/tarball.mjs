import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Packs the package as npm would publish it, and unpacks it to a temporary folder that is removed when the process exits.
 *
 * @returns {{ folder: string, files: string[] }} the unpacked package, and the paths of its files in the folder
 */
export function unpackTarball() {
	const place = mkdtempSync(join(tmpdir(), 'ipqs-package-'));
	process.on('exit', () => rmSync(place, { recursive: true, force: true }));
	const [{ filename, files }] = JSON.parse(
		execFileSync('npm', ['pack', '--json', '--loglevel=error', '--pack-destination', place], { cwd: ROOT, encoding: 'utf8' }),
	);
	execFileSync('tar', ['-xzf', filename], { cwd: place });
	return { folder: join(place, 'package'), files: files.map(({ path }) => path) };
}
