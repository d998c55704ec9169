import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What is missing from an npm project, by npm's own list of what it has installed.
 *
 * @param {string} folder of the project
 * @param {string[]} files that must exist as well, relative to `node_modules`
 * @returns {string[]} paths relative to the folder; npm's list itself if an install did not come to its end
 */
export function findMissing(folder, files = []) {
	const list = join('node_modules', '.package-lock.json');
	let packages;
	try {
		({ packages } = JSON.parse(readFileSync(join(folder, list), 'utf8')));
	} catch {
		return [list];
	}
	const needed = [...Object.keys(packages).map((path) => join(path, 'package.json')), ...files.map((file) => join('node_modules', file))];
	return needed.filter((path) => !existsSync(join(folder, path)));
}
