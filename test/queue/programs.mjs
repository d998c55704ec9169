import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const CLUSTERS = '/usr/lib/postgresql';

/** Debian keeps PostgreSQL's programs in a folder of each version, and only some of them in PATH. */
const folders = () => [
	...process.env.PATH.split(delimiter),
	...(existsSync(CLUSTERS) ? readdirSync(CLUSTERS).map((version) => join(CLUSTERS, version, 'bin')) : []),
];

const find = (program) =>
	folders()
		.map((folder) => join(folder, program))
		.find(existsSync);

/** What has to be there, by the Debian package that brings it. */
const NEEDED = { 'redis-server': ['redis-server'], postgresql: ['initdb', 'postgres', 'createdb', 'psql'] };

const missing = () => Object.keys(NEEDED).filter((name) => !NEEDED[name].every(find));

/** Installs Debian packages, and stops the services that come with them: the test starts its own. */
async function install(names) {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	await run('apt-get', ['update', '-qq'], { env });
	await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], { env });
	for (const name of names) await run('service', [name, 'stop']).catch(() => {});
}

/**
 * @param {{ onStep: (step: string, seconds: number) => void }} course
 * @returns {Promise<Record<string, string>>} redis-server, initdb, postgres, createdb and psql by name; what is missing is installed
 *   where that is possible
 * @throws {Error} that says what to install
 */
export async function findPrograms({ onStep }) {
	const names = missing();
	if (names.length > 0) {
		const possible = process.getuid?.() === 0 && find('apt-get');
		if (!possible) throw new Error(`This needs ${names.join(' and ')}; on Debian: apt-get install ${names.join(' ')}`);
		onStep(`Installing ${names.join(' and ')}`, 60);
		await install(names);
	}
	return Object.fromEntries(
		Object.values(NEEDED)
			.flat()
			.map((program) => [program, find(program)]),
	);
}
