/**
 * Whether the simulation notices deliberate breaks of the code: `npm run test:simulation:breaks -- [name …]`. Prints the first seed
 * that notices each.
 */
import { availableParallelism } from 'node:os';
import breaks from './breaks.js';
import pool from './pool.js';

const MAX_SEEDS = 200;

/** The first seed of a run whose invariants do not hold, and what it says. */
async function findSeed(breakName) {
	let next = 1;
	let found;
	await pool.runSeeds({
		size: 1,
		breakName,
		nextSeed: () => (found === undefined && next <= MAX_SEEDS ? next++ : undefined),
		onResult: ({ seed, violations }) => {
			if (violations.length > 0) found = { seed, violation: violations[0].split('\n', 1)[0] };
		},
	});
	return found;
}

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(breaks.BREAKS);
const missed = [];

async function work() {
	for (let name = names.shift(); name !== undefined; name = names.shift()) {
		const found = await findSeed(name).catch((error) => ({ error }));
		if (found === undefined || found.error !== undefined) missed.push(name);
		const result =
			found === undefined ? 'not noticed' : (found.error?.message ?? `seed ${String(found.seed).padStart(3)}  ${found.violation}`);
		console.log(`${name.padEnd(28)} ${result}`);
	}
}

await Promise.all(Array.from({ length: Math.min(names.length, availableParallelism()) }, work));
console.log(missed.length === 0 ? 'Every break was noticed' : `Not noticed: ${missed.join(', ')}`);
process.exitCode = missed.length === 0 ? 0 : 1;
