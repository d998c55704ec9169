import { setTimeout as wait } from 'node:timers/promises';

const POLL_INTERVAL = 500;

/**
 * @param {() => boolean | Promise<boolean>} condition
 * @param {number} timeout in milliseconds
 * @param {{ signal: AbortSignal, message: string }} options
 * @throws {Error} with the message, if the condition is not met in time
 */
export async function waitUntil(condition, timeout, { signal, message }) {
	const end = Date.now() + timeout;
	while (!(await condition())) {
		if (Date.now() > end) throw new Error(message);
		await wait(POLL_INTERVAL, undefined, { signal });
	}
}
