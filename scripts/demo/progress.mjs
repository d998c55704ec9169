import { subscribe, unsubscribe } from 'node:diagnostics_channel';

import { Presets, SingleBar } from 'cli-progress';

const RESPONSE_FINISHED = 'http.client.response.finish';

/**
 * Shows on stderr how many responses have arrived, if stderr is a terminal. It counts with a diagnostics channel of Node.js, so
 * that all leads can run in one execution.
 *
 * @param {number} expected number of distinct phone numbers; retries add responses
 * @returns {() => void} removes the progress bar
 */
export function showProgress(expected) {
	if (!process.stderr.isTTY) return () => {};
	const bar = new SingleBar(
		{ stream: process.stderr, format: 'Looking up [{bar}] {value}/{total} responses', linewrap: true, clearOnComplete: true },
		Presets.shades_classic,
	);
	let responses = 0;
	const count = () => {
		responses += 1;
		if (responses > expected) bar.setTotal(responses);
		bar.update(responses);
	};
	bar.start(expected, 0);
	subscribe(RESPONSE_FINISHED, count);
	return () => {
		unsubscribe(RESPONSE_FINISHED, count);
		bar.stop();
	};
}
