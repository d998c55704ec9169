import { parseArgs } from 'node:util';

import Table from 'cli-table3';

import { showSteps } from '../../scripts/editor/progress.mjs';
import { runTrial } from './trial.mjs';
import { figures, findBreaches } from './verdict.mjs';

const EXIT = { done: 0, stopped: 1, usage: 2 };
const SHOWN = 5;

const HELP = `Kills a worker of a real n8n in queue mode while leads come in, and shows that none of them is lost.

Usage: npm run test:queue -- [options]

  --leads N     how many leads are sent (default: 300)
  --help        this text

It starts Redis, PostgreSQL, n8n and two workers on this machine, which takes about 3 GB of memory, and ends them again.
The first run installs n8n into .cache, which takes about five minutes.
`;

const readArguments = (args) => {
	try {
		const { values } = parseArgs({ args, options: { leads: { type: 'string', default: '300' }, help: { type: 'boolean', short: 'h' } } });
		const leads = Number(values.leads);
		if (!Number.isInteger(leads) || leads < 100 || leads > 1_000) throw new TypeError('--leads takes a number from 100 to 1000');
		return { ...values, leads };
	} catch (error) {
		process.stderr.write(`test:queue: ${error.message.split('\n')[0]}, see --help\n`);
		return process.exit(EXIT.usage);
	}
};

const verdictOf = ([promise, breaches]) => {
	if (breaches.length === 0) return `passed  ${promise}`;
	const more = breaches.length > SHOWN ? ` and ${breaches.length - SHOWN} more` : '';
	return `FAILED  ${promise}: ${breaches.slice(0, SHOWN).join(', ')}${more}`;
};

const { help, leads } = readArguments(process.argv.slice(2));
if (help) {
	process.stdout.write(HELP);
	process.exit(EXIT.done);
}

const steps = showSteps();
const controller = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => controller.abort());

try {
	const trial = await runTrial(leads, { onStep: steps.onStep, signal: controller.signal }).finally(steps.end);
	const table = new Table({ style: { border: [], compact: true } });
	table.push(...figures(trial));
	const breaches = Object.entries(findBreaches(trial));
	process.stdout.write(`${table}\n${breaches.map(verdictOf).join('\n')}\n`);
	if (breaches.some(([, found]) => found.length > 0)) process.exitCode = EXIT.stopped;
} catch (error) {
	process.stderr.write(controller.signal.aborted ? 'test:queue: ended before it was done\n' : `test:queue: ${error.message}\n`);
	process.exitCode = EXIT.stopped;
}
