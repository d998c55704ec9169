/**
 * Runs every check that a change must pass, except the tests in a real n8n (`npm run test:e2e`).
 * CI, publishing and .ci/run use this list. Arguments go to jest: `npm run verify -- --coverage`.
 */
import { spawnSync } from 'node:child_process';

/** npm scripts with their arguments. */
const GATES = [
	['lint'],
	['format:check'],
	['typecheck'],
	['build'],
	['test', '--ci', ...process.argv.slice(2)],
	['check:package'],
	['scan'],
	['demo'],
];

// With a key, the demo would look its leads up at IPQS, at a cost.
const { IPQS_API_KEY: _, ...env } = process.env;

function passes([script, ...args]) {
	console.log(`\n=== ${script} ===`);
	return spawnSync('npm', ['run', '--silent', script, '--', ...args], { stdio: 'inherit', env }).status === 0;
}

// All gates run even after one fails, so that one run shows everything there is to fix.
const failed = GATES.filter((gate) => !passes(gate)).map(([script]) => script);
console.log(failed.length === 0 ? '\nverify: passed' : `\nverify: failed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
