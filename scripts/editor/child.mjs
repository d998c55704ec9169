import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const LAST_LINES = 15;
const POLL_INTERVAL = 200;
const START_TIMEOUT = 180_000;
const STOP_TIMEOUT = 15_000;

const lastLines = (file) => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-LAST_LINES).join('\n');

/**
 * @typedef {object} Child a child process
 * @property {Promise<void>} ended
 * @property {() => Promise<void>} stop sends the stop signal, and kills the process if it does not exit in time
 * @property {() => Promise<void>} kill
 */

/**
 * Starts a program and waits until it is ready.
 *
 * @param {object} program
 * @param {string} program.name for messages
 * @param {string} program.file
 * @param {string[]} program.args
 * @param {string} program.log file that its output is added to
 * @param {() => Promise<boolean>} program.isReady
 * @param {NodeJS.Signals} [program.stopSignal]
 * @param {import('node:child_process').SpawnOptions} program.options
 * @returns {Promise<Child>}
 * @throws {Error} with the last lines of its output, if it exits before it is ready or is not ready in time
 */
export async function startChild({ name, file, args, log, isReady, stopSignal = 'SIGTERM', options }) {
	const output = openSync(log, 'a');
	const child = spawn(file, args, { ...options, stdio: ['ignore', output, output] });
	child.once('error', () => {});
	closeSync(output);
	let running = true;
	const ended = new Promise((resolve) => child.once('close', resolve)).then(() => {
		running = false;
	});
	const kill = async () => {
		if (running) child.kill('SIGKILL');
		await ended;
	};
	const stop = async () => {
		if (!running) return;
		child.kill(stopSignal);
		await Promise.race([ended, wait(STOP_TIMEOUT, undefined, { ref: false })]);
		await kill();
	};

	const limit = Date.now() + START_TIMEOUT;
	while (!(await isReady())) {
		if (!running) throw new Error(`${name} exited before it was ready:\n${lastLines(log)}`);
		if (Date.now() > limit) {
			await stop();
			throw new Error(`${name} was not ready within ${START_TIMEOUT / 1_000} seconds:\n${lastLines(log)}`);
		}
		await wait(POLL_INTERVAL);
	}
	return { ended, stop, kill };
}
