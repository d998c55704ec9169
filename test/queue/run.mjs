import { parseArgs } from 'node:util';

import Table from 'cli-table3';

import { showSteps } from '../../scripts/editor/progress.mjs';
import { runKillTest } from './killTest.mjs';
import { checkGuarantees, figures } from './report.mjs';

const EXIT = { done: 0, stopped: 1, usage: 2 };
const MAX_LISTED = 5;

const HELP = `Kills a worker of a real n8n in queue mode while leads arrive, and checks that none of them is lost. Before that, sends the same
leads twice to the example that remembers answers, and checks that the second time costs no request.

Usage: npm run test:queue -- [options]

  --leads N     number of leads to send (default: 300)
  --help        this text

Starts Redis, PostgreSQL, n8n and two workers on this machine, which needs about 3 GB of memory, and stops them at the end.
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

const formatCheck = ([guarantee, violations]) => {
	if (violations.length === 0) return `passed  ${guarantee}`;
	const more = violations.length > MAX_LISTED ? ` and ${violations.length - MAX_LISTED} more` : '';
	return `FAILED  ${guarantee}: ${violations.slice(0, MAX_LISTED).join(', ')}${more}`;
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
	const result = await runKillTest(leads, { onStep: steps.onStep, signal: controller.signal }).finally(steps.end);
	const table = new Table({ style: { border: [], compact: true } });
	table.push(...figures(result));
	const checks = Object.entries(checkGuarantees(result));
	process.stdout.write(`${table}\n${checks.map(formatCheck).join('\n')}\n`);
	if (checks.some(([, violations]) => violations.length > 0)) process.exitCode = EXIT.stopped;
} catch (error) {
	process.stderr.write(controller.signal.aborted ? 'test:queue: cancelled\n' : `test:queue: ${error.message}\n`);
	process.exitCode = EXIT.stopped;
}
