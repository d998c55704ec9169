import { Presets, SingleBar } from 'cli-progress';

const UPDATE_INTERVAL = 500;
/** Where the bar stops if a step takes longer than expected. */
const MAX_SHARE = 0.99;

/**
 * Shows the current step on stderr: a bar of the expected time if stderr is a terminal, otherwise a line.
 *
 * @returns {{ onStep: (step: string, seconds: number) => void, end: () => void }}
 */
export function showSteps() {
	if (!process.stderr.isTTY) return { onStep: (step) => process.stderr.write(`${step}\n`), end: () => {} };

	const format = '{step} [{bar}] {duration_formatted}';
	const bar = new SingleBar({ stream: process.stderr, format, clearOnComplete: true }, Presets.shades_classic);
	let timer;
	const end = () => {
		clearInterval(timer);
		bar.stop();
	};
	const onStep = (step, seconds) => {
		end();
		const began = Date.now();
		bar.start(1, 0, { step });
		timer = setInterval(() => bar.update(Math.min((Date.now() - began) / 1_000 / seconds, MAX_SHARE)), UPDATE_INTERVAL);
	};
	return { onStep, end };
}
