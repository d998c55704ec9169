import { findStaleBreaks } from './breaks';
import { runCommand } from './command';

/** Ms. A busy machine can be many times slower than a free one. */
const TIMEOUT = 900_000;

describe('the simulated lookup path', () => {
	it(
		'keeps every invariant in 200 seeds and in all that ever failed',
		() => {
			const { status, stdout, stderr } = runCommand('run.mjs', '--seeds', '200');
			expect(`${stdout}${stderr}`).toMatch(/^\d+ seeds in \d+ s: \d+ executions, \d+ requests, 0 seeds with violations$/m);
			expect(status).toBe(0);
		},
		TIMEOUT,
	);

	it(
		'gives the same run for the same seed, to the byte',
		() => {
			const [first, second] = [runCommand('run.mjs', '--seed', '38'), runCommand('run.mjs', '--seed', '38')];
			expect(first.stdout.split('\n').length).toBeGreaterThan(100);
			expect(second.stdout).toBe(first.stdout);
		},
		TIMEOUT,
	);

	it(
		'gives different runs for different seeds',
		() => {
			expect(runCommand('run.mjs', '--seed', '1').stdout).not.toBe(runCommand('run.mjs', '--seed', '2').stdout);
		},
		TIMEOUT,
	);

	it(
		'notices code that is broken, and names the invariant',
		() => {
			const { status, stdout } = runCommand('tryBreaks.mjs', 'extraRetry', 'lostItem');
			expect(stdout).toMatch(/^extraRetry +seed +\d+ {2}retriesAreLimited: /m);
			expect(stdout).toMatch(/^lostItem +seed +\d+ {2}leadsLeaveInOrder: /m);
			expect(status).toBe(0);
		},
		TIMEOUT,
	);

	it('has no deliberate break of code that is no longer there', () => {
		expect(findStaleBreaks()).toEqual([]);
	});

	it('explains its arguments when one is wrong', () => {
		const { status, stderr } = runCommand('run.mjs', '--seed', 'x');
		expect(stderr).toContain('Usage: npm run test:simulation -- ');
		expect(status).toBe(2);
	});
});
