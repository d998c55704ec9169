/** Changes the parts that decide, one place at a time, and reports each change that no unit test notices. */
import { readdirSync } from 'node:fs';

import { Stryker } from '@stryker-mutator/core';

import { AREAS } from './mutation/areas.mjs';
import { findingsOf, renderFindings } from './mutation/report.mjs';

const EXIT = { weak: 1, usage: 2 };

const LEAST_SCORE = 95;
const MOST_IGNORED = 2;

const HELP = `Mutation test of the parts that decide: changes them one place at a time, and reports each change that no unit test notices.

Usage: npm run test:mutation -- [area ...]

Areas: ${AREAS.map(({ name }) => name).join(', ')}; without one, all of them, which takes about 15 minutes on two cores.
It passes with at least ${LEAST_SCORE} % of the changes noticed and at most ${MOST_IGNORED} % ignored.
`;

/** What Stryker needs of the project; everything else would only be copied. */
const COPIED = ['nodes/**', 'credentials/**', 'test/**', 'package.json', 'tsconfig*.json'];

const optionsFor = ({ modules, tests }) => ({
	mutate: modules.map((module) => `nodes/shared/${module}.ts`),
	testRunner: 'jest',
	jest: {
		projectType: 'custom',
		configFile: 'test/mutation.jest.config.js',
		config: { testMatch: tests.map((test) => `<rootDir>/test/unit/shared/${test}.test.ts`) },
	},
	coverageAnalysis: 'perTest',
	ignorePatterns: ['**', ...COPIED.map((pattern) => `!${pattern}`)],
	tempDirName: '.cache/stryker',
	reporters: ['progress-append-only'],
	timeoutMS: 8_000,
	warnings: { slow: false },
	logLevel: 'warn',
});

/** Modules of the criteria engine that no area has: all of it decides. */
const left = readdirSync('nodes/shared/criteria')
	.map((file) => `criteria/${file.replace(/\.ts$/, '')}`)
	.filter((module) => !AREAS.some(({ modules }) => modules.includes(module)));
if (left.length > 0) {
	process.stderr.write(`test:mutation: scripts/mutation/areas.mjs lacks ${left.join(', ')}\n`);
	process.exit(EXIT.weak);
}

const wanted = process.argv.slice(2);
const areas = AREAS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
if (areas.length < wanted.length || areas.length === 0) {
	process.stdout.write(HELP);
	process.exit(wanted.includes('--help') ? 0 : EXIT.usage);
}

const mutants = [];
for (const area of areas) {
	process.stdout.write(`${area.name}: ${area.modules.join(', ')}\n`);
	mutants.push(...(await new Stryker(optionsFor(area)).runMutationTest()));
}
const findings = findingsOf(mutants);
process.stdout.write(`${renderFindings(findings)}\n`);
if (findings.score < LEAST_SCORE || findings.ignoredShare > MOST_IGNORED) process.exitCode = EXIT.weak;
