import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { trespasses } from './package/code.mjs';
import { absentees, strangers, unregistered } from './package/contents.mjs';
import { engineName, loadOn } from './package/engines.mjs';
import { newestRelease, tiedToRegistry, withMachinePaths } from './package/release.mjs';
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
const workflows = readdirSync(join(ROOT, 'workflows')).map((file) => `workflows/${file}`);
const release = newestRelease(read(ROOT, 'CHANGELOG.md'));

/** Each check by what it promises, with what it found against it. */
const checks = {
	'The tarball holds the build and its documents alone': strangers(files),
	'Every node, credential, icon, codex file, schema and document is in the tarball': absentees(files, manifest, ROOT),
	'Every node and credential is named to n8n': unregistered(manifest, ROOT),
	'The code takes from its surroundings only what n8n grants': Object.entries(compiled).flatMap(([file, source]) =>
		trespasses(source).map((finding) => `${file}:${finding}`),
	),
	'The version is that of the newest release in the changelog': release === manifest.version ? [] : [`${manifest.version} and ${release}`],
	'The lock file names no registry': tiedToRegistry(JSON.parse(read(ROOT, 'package-lock.json'))),
	'No file holds a path of this machine': withMachinePaths(
		{ ...texts(folder, files), ...texts(ROOT, ['package-lock.json', ...workflows]) },
		ROOT,
	),
	...Object.fromEntries(ENGINES.map((modules) => [`The package loads with ${engineName(modules)}`, loadOn(modules, folder)])),
};

for (const [promise, findings] of Object.entries(checks)) {
	console.log(`${findings.length === 0 ? 'ok    ' : 'not ok'} ${promise}`);
	for (const finding of findings) console.log(`         ${finding}`);
}
process.exitCode = Object.values(checks).some((findings) => findings.length > 0) ? 1 : 0;
