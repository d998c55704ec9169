import { subscribe, unsubscribe } from 'node:diagnostics_channel';

import { Presets, SingleBar } from 'cli-progress';

const ANSWERED = 'http.client.response.finish';

/**
 * Shows on stderr how many answers have come in, where stderr is a terminal. Node.js itself tells of each answer, so the
 * workflow stays one execution and is measured from outside.
 *
 * @param {number} expected answers, one for each distinct number; a retried lookup brings more
 * @returns {() => void} ends the display
 */
export function showProgress(expected) {
	if (!process.stderr.isTTY) return () => {};
	const bar = new SingleBar(
		{ stream: process.stderr, format: 'Looking up [{bar}] {value}/{total} answers', linewrap: true, clearOnComplete: true },
		Presets.shades_classic,
	);
	let answers = 0;
	const count = () => {
		answers += 1;
		if (answers > expected) bar.setTotal(answers);
		bar.update(answers);
	};
	bar.start(expected, 0);
	subscribe(ANSWERED, count);
	return () => {
		unsubscribe(ANSWERED, count);
		bar.stop();
	};
}
