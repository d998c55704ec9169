import { createConnection } from 'node:net';
import { join } from 'node:path';

import { startChild } from '../../scripts/editor/child.mjs';
import { findFreePort, HOST } from '../../scripts/editor/server.mjs';

const isListening = (port) =>
	new Promise((resolve) => {
		const socket = createConnection(port, HOST, () => {
			socket.destroy();
			resolve(true);
		});
		socket.once('error', () => resolve(false));
	});

/**
 * Starts Redis without persistence.
 *
 * @param {string} program path of redis-server
 * @param {{ folder: string, signal?: AbortSignal }} place an empty folder
 * @returns {Promise<{ settings: Record<string, string> } & import('../../scripts/editor/child.mjs').Child>} `settings` are the environment
 *   variables for n8n
 */
export async function startRedis(program, { folder, signal }) {
	const port = await findFreePort(0);
	const child = await startChild({
		name: 'Redis',
		file: program,
		args: ['--port', String(port), '--bind', HOST, '--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'],
		log: join(folder, 'redis.log'),
		isReady: () => isListening(port),
		options: { cwd: folder, signal },
	});
	return { ...child, settings: { QUEUE_BULL_REDIS_HOST: HOST, QUEUE_BULL_REDIS_PORT: String(port) } };
}
