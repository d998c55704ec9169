/** Writes the blocks that come from the code into the documents. Needs a build. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const { makeBlocks } = require('./docs/blocks.js');
const { fillBlocks } = require('./docs/markdown.js');
const { listDocuments, ROOT } = require('./docs/documents.js');
const { readSource } = require('./docs/source.js');

const blocks = makeBlocks(readSource((module) => require(`../dist/${module}.js`)));
for (const document of listDocuments()) {
	const file = join(ROOT, document);
	writeFileSync(file, fillBlocks(readFileSync(file, 'utf8'), blocks));
}
