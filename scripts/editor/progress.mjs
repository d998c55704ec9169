import { Presets, SingleBar } from 'cli-progress';

const TICK = 500;
const NEARLY = 0.99;

/**
 * Shows on stderr what goes on: a bar of the time a step may take where stderr is a terminal, a line for each step elsewhere.
 *
 * @returns {{ onStep: (step: string, seconds: number) => void, end: () => void }}
 */
export function showSteps() {
	if (!process.stderr.isTTY) return { onStep: (step) => process.stderr.write(`${step}\n`), end: () => {} };

	const format = '{step} [{bar}] {duration_formatted}';
	const bar = new SingleBar({ stream: process.stderr, format, clearOnComplete: true }, Presets.shades_classic);
	let ticking;
	const end = () => {
		clearInterval(ticking);
		bar.stop();
	};
	const onStep = (step, seconds) => {
		end();
		const began = Date.now();
		bar.start(1, 0, { step });
		ticking = setInterval(() => bar.update(Math.min((Date.now() - began) / 1_000 / seconds, NEARLY)), TICK);
	};
	return { onStep, end };
}
