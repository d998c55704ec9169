import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { findForbiddenUses } from './package/code.mjs';
import { missingFiles, unexpectedFiles, unregisteredFiles } from './package/contents.mjs';
import { describeEngine, findLoadProblems } from './package/engines.mjs';
import { newestRelease, packagesWithRegistry, filesWithMachinePaths } from './package/release.mjs';
import { ROOT, unpackTarball } from './package/tarball.mjs';

const ENGINES = ['node_modules/n8n-core-v1/node_modules', 'node_modules'].map((modules) => join(ROOT, modules));

const read = (...path) => readFileSync(join(...path), 'utf8');
const texts = (folder, files) => Object.fromEntries(files.map((file) => [file, read(folder, file)]));

const { folder, files } = unpackTarball();
const manifest = JSON.parse(read(folder, 'package.json'));
const compiled = texts(
	folder,
	files.filter((file) => file.endsWith('.js')),
);
const workflows = readdirSync(join(ROOT, 'workflows'))
	.filter((file) => /\.(?:json|md)$/.test(file))
	.map((file) => `workflows/${file}`);
const release = newestRelease(read(ROOT, 'CHANGELOG.md'));

/** Each check with its problems. */
const checks = {
	'The tarball contains only the build and the documents': unexpectedFiles(files),
	'Every node, credential, icon, codex file, schema and document is in the tarball': missingFiles(files, manifest, ROOT),
	'Every node and credential is registered in package.json': unregisteredFiles(manifest, ROOT),
	'The code uses only globals and modules that n8n allows': Object.entries(compiled).flatMap(([file, source]) =>
		findForbiddenUses(source).map((use) => `${file}:${use}`),
	),
	'The version is the newest release in the changelog': release === manifest.version ? [] : [`${manifest.version} and ${release}`],
	'The lock file contains no registry URL': packagesWithRegistry(JSON.parse(read(ROOT, 'package-lock.json'))),
	'No file contains a path of this machine': filesWithMachinePaths(
		{ ...texts(folder, files), ...texts(ROOT, ['package-lock.json', ...workflows]) },
		ROOT,
	),
	...Object.fromEntries(ENGINES.map((modules) => [`The package loads with ${describeEngine(modules)}`, findLoadProblems(modules, folder)])),
};

for (const [name, problems] of Object.entries(checks)) {
	console.log(`${problems.length === 0 ? 'ok    ' : 'not ok'} ${name}`);
	for (const problem of problems) console.log(`         ${problem}`);
}
process.exitCode = Object.values(checks).some((problems) => problems.length > 0) ? 1 : 0;
