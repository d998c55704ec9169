/** Mutation test with Stryker: changes the code that decides in one place at a time, and reports changes that no unit test detects. */
import { existsSync, readdirSync } from 'node:fs';

import { Stryker } from '@stryker-mutator/core';

import { AREAS, NOT_MUTATED } from './mutation/areas.mjs';
import { summarize, renderReport } from './mutation/report.mjs';

const EXIT = { weak: 1, usage: 2 };

/** Percent. */
const MIN_SCORE = 95;
const MAX_IGNORED = 2;

/** Results by area, so that a run that was stopped continues with the next area. */
const RESULTS = '.cache/mutation';

const HELP = `Mutation test of the code that decides: changes it in one place at a time, and reports mutations that no unit test detects.

Usage: npm run test:mutation -- [area ...]

Areas: ${AREAS.map(({ name }) => name).join(', ')}; all of them by default, which takes about an hour on two cores with Node 24, two to three hours with Node 20.
Results are kept in ${RESULTS}: a mutation is tried again only if its code or its tests have changed. Remove the folder to try all.
Passes if at least ${MIN_SCORE} % of the mutations are detected and at most ${MAX_IGNORED} % are ignored.
`;

/** The files that Stryker needs. */
const COPIED = ['nodes/**', 'credentials/**', 'test/**', 'package.json', 'tsconfig*.json'];

const optionsFor = ({ name, modules, tests }) => ({
	mutate: modules.map(pathOf),
	testRunner: 'jest',
	jest: {
		projectType: 'custom',
		configFile: 'test/mutation.jest.config.js',
		config: { testMatch: tests.map((test) => `<rootDir>/test/unit/shared/${test}.test.ts`) },
	},
	coverageAnalysis: 'perTest',
	ignorePatterns: ['**', ...COPIED.map((pattern) => `!${pattern}`)],
	tempDirName: '.cache/stryker',
	incremental: true,
	incrementalFile: `${RESULTS}/${name}.json`,
	reporters: ['progress-append-only'],
	timeoutMS: 8_000,
	warnings: { slow: false },
	logLevel: 'warn',
});

/** Folders whose modules are each in an area, or among those that decide nothing. */
const FOLDERS = ['client', 'criteria', 'criteria/report', 'ipqs', 'json', 'policyNode', 'scheduling'];

const listed = [...AREAS, ...NOT_MUTATED].flatMap(({ modules }) => modules);
const pathOf = (module) => `nodes/shared/${module}.ts`;
const existing = FOLDERS.flatMap((folder) =>
	readdirSync(`nodes/shared/${folder}`)
		.filter((file) => file.endsWith('.ts'))
		.map((file) => `${folder}/${file.replace(/\.ts$/, '')}`),
);
const problems = [
	...existing.filter((module) => !listed.includes(module)).map((module) => `no area for ${module}`),
	...listed.filter((module) => !existsSync(pathOf(module))).map((module) => `an area for ${module}, which does not exist`),
];
if (problems.length > 0) {
	process.stderr.write(`test:mutation: scripts/mutation/areas.mjs has ${problems.join(', ')}\n`);
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
const summary = summarize(mutants);
process.stdout.write(`${renderReport(summary)}\n`);
if (summary.score < MIN_SCORE || summary.ignoredShare > MAX_IGNORED) process.exitCode = EXIT.weak;
