import { execFile, execFileSync } from 'node:child_process';
import { chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { startChild } from '../../scripts/editor/child.mjs';
import { findFreePort, HOST } from '../../scripts/editor/server.mjs';

const run = promisify(execFile);

const NAME = 'n8n';

/** Bytes. Rows contain whole leads. */
const MAX_OUTPUT = 100_000_000;

/** PostgreSQL does not run as root. Its Debian package creates a user for it. */
function postgresUser() {
	if (process.getuid?.() !== 0) return {};
	const idOf = (option) => Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
	return { uid: idOf('-u'), gid: idOf('-g') };
}

/**
 * Starts PostgreSQL with an empty database for n8n.
 *
 * @param {Record<string, string>} programs initdb, postgres, createdb and psql
 * @param {{ folder: string, signal?: AbortSignal }} place a folder that the user of PostgreSQL can enter
 * @returns {Promise<{ settings: Record<string, string>, query: (sql: string) => Promise<any> } & import('../../scripts/editor/child.mjs').Child>}
 *   `settings` are the environment variables for n8n; `query` returns the rows of a SELECT statement, and nothing for others
 */
export async function startPostgres(programs, { folder, signal }) {
	const user = postgresUser();
	const place = join(folder, 'postgres');
	mkdirSync(place);
	if (user.uid !== undefined) chownSync(place, user.uid, user.gid);
	const options = { cwd: place, signal, ...user };
	const cluster = join(place, 'cluster');
	await run(programs.initdb, ['-D', cluster, '-A', 'trust', '-U', NAME, '--no-sync', '-E', 'UTF8', '--locale=C.UTF-8'], options);

	const port = await findFreePort(0);
	const connection = ['-h', HOST, '-p', String(port), '-U', NAME];
	const psql = async (sql) => {
		const args = [...connection, '-d', NAME, '-v', 'ON_ERROR_STOP=1', '-qAtc', sql];
		return (await run(programs.psql, args, { maxBuffer: MAX_OUTPUT })).stdout.trim();
	};
	const child = await startChild({
		name: 'PostgreSQL',
		file: programs.postgres,
		args: [
			'-D',
			cluster,
			'-p',
			String(port),
			'-c',
			`listen_addresses=${HOST}`,
			'-c',
			`unix_socket_directories=${place}`,
			'-c',
			'fsync=off',
		],
		log: join(folder, 'postgres.log'),
		isReady: () =>
			run(programs.psql, [...connection, '-d', 'postgres', '-c', 'select 1']).then(
				() => true,
				() => false,
			),
		// Fast shutdown: does not wait for open connections.
		stopSignal: 'SIGINT',
		options,
	});
	await run(programs.createdb, [...connection, NAME]);
	const query = async (sql) => {
		if (!sql.startsWith('select')) return void (await psql(sql));
		// If a column had the name of the alias, PostgreSQL would aggregate that column.
		return JSON.parse(await psql(`select coalesce(json_agg(query_row), '[]') from (${sql}) query_row`));
	};
	const settings = {
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: HOST,
		DB_POSTGRESDB_PORT: String(port),
		DB_POSTGRESDB_DATABASE: NAME,
		DB_POSTGRESDB_USER: NAME,
		DB_POSTGRESDB_PASSWORD: NAME,
	};
	return { ...child, settings, query };
}
