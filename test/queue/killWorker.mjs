import { waitUntil } from './waitUntil.mjs';

const TIMEOUT = 420_000;

/**
 * Kills a worker with SIGKILL.
 *
 * @param {import('../../scripts/editor/child.mjs').Child} worker
 * @param {{ query: (sql: string) => Promise<any>, signal: AbortSignal }} options
 * @returns {Promise<() => Promise<void>>} waits until n8n has ended the executions of the dead worker, which takes it up to two minutes
 */
export async function killWorker(worker, { query, signal }) {
	await worker.kill();
	const [{ now: killedAt }] = await query('select now()');
	const stillRunning = () => query(`select id from execution_entity where status = 'running' and "startedAt" < '${killedAt}'`);
	const message = 'n8n did not end the executions of the dead worker in time';
	return () => waitUntil(async () => (await stillRunning()).length === 0, TIMEOUT, { signal, message });
}
