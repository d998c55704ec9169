const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { listDocuments, ROOT } = require('../../scripts/docs/documents');
const { makeBlocks } = require('../../scripts/docs/blocks');
const { readSource } = require('../../scripts/docs/source');

const read = (file) => readFileSync(join(ROOT, file), 'utf8');

/** Text of every document by its path. */
const documents = Object.fromEntries(listDocuments().map((file) => [file, read(file)]));

const source = readSource((module) => require(join('..', '..', module)));

const UNTRACKED = new Set(['.cache', '.git', '.stryker-tmp', 'coverage', 'dist', 'node_modules']);

const pathsIn = (folder) =>
	readdirSync(join(ROOT, folder), { withFileTypes: true })
		.filter(({ name }) => !UNTRACKED.has(name))
		.flatMap((entry) => {
			const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
			return entry.isDirectory() ? [path, ...pathsIn(path)] : [path];
		});

/** Every file and folder of the repository. */
const paths = pathsIn('');

/** Files whose links the editor shows. */
const linkingFiles = Object.fromEntries(
	paths.filter((path) => /^credentials\/.*\.ts$|\.node\.json$/.test(path)).map((path) => [path, read(path)]),
);

const { homepage, scripts } = JSON.parse(read('package.json'));

module.exports = {
	blocks: makeBlocks(source),
	documents,
	linkingFiles,
	paths,
	repository: homepage.replace('#readme', ''),
	scripts: Object.keys(scripts),
	source,
};
