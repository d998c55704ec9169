import { waitUntil } from './waitUntil.mjs';

const TIMEOUT = 420_000;

/**
 * Waits until the executions that are running now have ended. n8n ends those of a dead worker after up to two minutes.
 *
 * @param {{ query: (sql: string) => Promise<any>, signal: AbortSignal }} options
 */
export async function waitForExecutions({ query, signal }) {
	const [{ now }] = await query('select now()');
	const underWay = () => query(`select id from execution_entity where status in ('new', 'running') and "createdAt" < '${now}'`);
	const message = 'n8n did not end its executions in time';
	await waitUntil(async () => (await underWay()).length === 0, TIMEOUT, { signal, message });
}
