import { parseArgs } from 'node:util';

import Table from 'cli-table3';

import { showSteps } from '../../scripts/editor/progress.mjs';
import { PARTS } from './parts.mjs';
import { runQueueTest } from './queueTest.mjs';

const EXIT = { done: 0, stopped: 1, usage: 2 };
const MAX_LISTED = 5;

const HELP = `Runs example workflows on a real n8n in queue mode with two workers, on PostgreSQL and Redis:

  remember-answers   the same leads twice: the second time costs no request
  buyer-returns      the same returns several times at once: IPQS is told once
  review-queue       a worker is killed while leads arrive and two reviewers decide: each lead ends once
  durable-intake     a worker is killed while leads arrive: none is lost

Usage: npm run test:queue -- [options]

  --only EXAMPLE   runs one of them
  --leads N        number of leads to send to durable-intake (default: 300)
  --help           this text

Starts Redis, PostgreSQL, n8n and two workers on this machine, which needs about 3 GB of memory, and stops them at the end.
The first run installs n8n into .cache, which takes about five minutes.
`;

const OPTIONS = { leads: { type: 'string', default: '300' }, only: { type: 'string' }, help: { type: 'boolean', short: 'h' } };

const readArguments = (args) => {
	try {
		const { values } = parseArgs({ args, options: OPTIONS });
		const leads = Number(values.leads);
		if (!Number.isInteger(leads) || leads < 100 || leads > 1_000) throw new TypeError('--leads takes a number from 100 to 1000');
		const names = Object.keys(PARTS);
		if (values.only !== undefined && !names.includes(values.only)) throw new TypeError(`--only takes ${names.join(', ')}`);
		return { ...values, leads, parts: names.filter((name) => [undefined, name].includes(values.only)).map((name) => PARTS[name]) };
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

const { help, leads, parts } = readArguments(process.argv.slice(2));
if (help) {
	process.stdout.write(HELP);
	process.exit(EXIT.done);
}

const steps = showSteps();
const controller = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => controller.abort());

try {
	const results = await runQueueTest(parts, { count: leads, onStep: steps.onStep, signal: controller.signal }).finally(steps.end);
	const table = new Table({ style: { border: [], compact: true } });
	table.push(...parts.flatMap((part, index) => part.figures(results[index])));
	const checks = parts.flatMap((part, index) => Object.entries(part.checkGuarantees(results[index])));
	process.stdout.write(`${table}\n${checks.map(formatCheck).join('\n')}\n`);
	if (checks.some(([, violations]) => violations.length > 0)) process.exitCode = EXIT.stopped;
} catch (error) {
	process.stderr.write(controller.signal.aborted ? 'test:queue: cancelled\n' : `test:queue: ${error.message}\n`);
	process.exitCode = EXIT.stopped;
}
