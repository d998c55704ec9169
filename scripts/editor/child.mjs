import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const LAST_LINES = 15;
const POLL = 200;
const START_LIMIT = 180_000;
const STOP_LIMIT = 15_000;

const lastLines = (file) => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-LAST_LINES).join('\n');

/**
 * @typedef {object} Child a program that runs beside this one
 * @property {Promise<void>} ended
 * @property {() => Promise<void>} stop asks it to end, and ends it where it does not
 * @property {() => Promise<void>} kill ends it as a crash would
 */

/**
 * Starts a program and waits until it answers.
 *
 * @param {object} program
 * @param {string} program.name as a message calls it
 * @param {string} program.file
 * @param {string[]} program.args
 * @param {string} program.log the file that takes its output
 * @param {() => Promise<boolean>} program.answers
 * @param {NodeJS.Signals} [program.stopSignal]
 * @param {import('node:child_process').SpawnOptions} program.options
 * @returns {Promise<Child>}
 * @throws {Error} with its last lines, where it ends before it answers
 */
export async function startChild({ name, file, args, log, answers, stopSignal = 'SIGTERM', options }) {
	const output = openSync(log, 'w');
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
		await Promise.race([ended, wait(STOP_LIMIT, undefined, { ref: false })]);
		await kill();
	};

	const limit = Date.now() + START_LIMIT;
	while (!(await answers())) {
		if (!running) throw new Error(`${name} ended before it answered:\n${lastLines(log)}`);
		if (Date.now() > limit) {
			await stop();
			throw new Error(`${name} did not answer within ${START_LIMIT / 1_000} seconds:\n${lastLines(log)}`);
		}
		await wait(POLL);
	}
	return { ended, stop, kill };
}
