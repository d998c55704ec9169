/**
 * Simulates the lookup path and checks its invariants: `npm run test:simulation`. See docs/maintainers/simulation.md.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import failed from './failedSeeds.js';
import pool from './pool.js';

const USAGE = 'npm run test:simulation -- [--seed N | --seeds N | --minutes M] [--from N] [--workers N]';

/** Seeds with a violation that are printed in full. */
const MAX_SHOWN = 10;

const OPTIONS = Object.fromEntries(['seed', 'seeds', 'minutes', 'from', 'workers'].map((name) => [name, { type: 'string' }]));

function readArguments() {
	const { values } = parseArgs({ options: OPTIONS });
	return Object.fromEntries(
		Object.entries(values).map(([name, value]) => {
			const number = Number(value);
			if (!(number > 0)) throw new Error(`--${name} needs a number above 0`);
			return [name, number];
		}),
	);
}

async function replay(seed) {
	let violations = [];
	let next = seed;
	await pool.runSeeds({
		size: 1,
		withTimeline: true,
		nextSeed: () => [next, (next = undefined)][0],
		onResult: (result) => {
			console.log(result.timeline);
			violations = result.violations;
		},
	});
	console.log(violations.length === 0 ? '\nEvery invariant holds' : `\n${violations.join('\n')}`);
	return violations.length === 0;
}

/** Seeds that failed before, and then new ones until there are enough or the time is over. */
function seedSource({ seeds, minutes = 5, from }) {
	const end = seeds === undefined ? Date.now() + minutes * 60_000 : Infinity;
	// Without a number of seeds, each run tries others.
	const first = from ?? (seeds === undefined ? (Date.now() % 1_000_000_000) + 1 : 1);
	const known = failed.FAILED_SEEDS.map(({ seed }) => seed);
	let next = first;
	return () => {
		const seed = known.shift();
		if (seed !== undefined) return seed;
		return Date.now() < end && next < first + (seeds ?? Infinity) ? next++ : undefined;
	};
}

async function explore(options) {
	const started = Date.now();
	const totals = { seeds: 0, executions: 0, requests: 0, failed: 0 };
	await pool.runSeeds({
		size: options.workers ?? availableParallelism(),
		nextSeed: seedSource(options),
		onResult: ({ seed, violations, executions, requests }) => {
			totals.seeds++;
			totals.executions += executions;
			totals.requests += requests;
			if (violations.length === 0 || ++totals.failed > MAX_SHOWN) return;
			console.log(`seed ${seed}\n  ${violations.slice(0, 5).join('\n  ')}\n  Replay: npm run test:simulation -- --seed ${seed}`);
		},
	});
	const { seeds, executions, requests } = totals;
	const seconds = Math.round((Date.now() - started) / 1_000);
	console.log(`${seeds} seeds in ${seconds} s: ${executions} executions, ${requests} requests, ${totals.failed} seeds with violations`);
	return totals.failed === 0;
}

try {
	const options = readArguments();
	const passed = options.seed === undefined ? await explore(options) : await replay(options.seed);
	process.exitCode = passed ? 0 : 1;
} catch (error) {
	console.error(`${error.message}\nUsage: ${USAGE}`);
	process.exitCode = 2;
}
