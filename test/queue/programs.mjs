import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const CLUSTERS = '/usr/lib/postgresql';

/** Debian installs the programs of PostgreSQL in a folder per version, and only some of them in PATH. */
const folders = () => [
	...process.env.PATH.split(delimiter),
	...(existsSync(CLUSTERS) ? readdirSync(CLUSTERS).map((version) => join(CLUSTERS, version, 'bin')) : []),
];

const find = (program) =>
	folders()
		.map((folder) => join(folder, program))
		.find(existsSync);

/** The programs that are needed, by Debian package. */
const NEEDED = { 'redis-server': ['redis-server'], postgresql: ['initdb', 'postgres', 'createdb', 'psql'] };

const missing = () => Object.keys(NEEDED).filter((name) => !NEEDED[name].every(find));

/** Installs Debian packages and stops their services, because the test starts its own. */
async function install(names) {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	await run('apt-get', ['update', '-qq'], { env });
	await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], { env });
	for (const name of names) await run('service', [name, 'stop']).catch(() => {});
}

/**
 * Finds the programs that the test needs, and as root installs missing ones.
 *
 * @param {{ onStep: (step: string, seconds: number) => void }} progress
 * @returns {Promise<Record<string, string>>} paths of redis-server, initdb, postgres, createdb and psql by name
 * @throws {Error} with what to install
 */
export async function findPrograms({ onStep }) {
	const names = missing();
	if (names.length > 0) {
		const canInstall = process.getuid?.() === 0 && find('apt-get');
		if (!canInstall) throw new Error(`This needs ${names.join(' and ')}; on Debian: apt-get install ${names.join(' ')}`);
		onStep(`Installing ${names.join(' and ')}`, 60);
		await install(names);
	}
	return Object.fromEntries(
		Object.values(NEEDED)
			.flat()
			.map((program) => [program, find(program)]),
	);
}
