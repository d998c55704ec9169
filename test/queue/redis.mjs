import { createConnection } from 'node:net';
import { join } from 'node:path';

import { startChild } from '../../scripts/editor/child.mjs';
import { freePort, HOST } from '../../scripts/editor/server.mjs';

const listens = (port) =>
	new Promise((resolve) => {
		const socket = createConnection(port, HOST, () => {
			socket.destroy();
			resolve(true);
		});
		socket.once('error', () => resolve(false));
	});

/**
 * Starts a Redis that keeps nothing on disk.
 *
 * @param {string} program redis-server
 * @param {{ folder: string, signal?: AbortSignal }} place a folder of its own
 * @returns {Promise<{ settings: Record<string, string> } & import('../../scripts/editor/child.mjs').Child>} `settings` let n8n find it
 */
export async function startRedis(program, { folder, signal }) {
	const port = await freePort(0);
	const child = await startChild({
		name: 'Redis',
		file: program,
		args: ['--port', String(port), '--bind', HOST, '--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'],
		log: join(folder, 'redis.log'),
		answers: () => listens(port),
		options: { cwd: folder, signal },
	});
	return { ...child, settings: { QUEUE_BULL_REDIS_HOST: HOST, QUEUE_BULL_REDIS_PORT: String(port) } };
}
