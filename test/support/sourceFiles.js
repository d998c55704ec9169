const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { gzipSync } = require('node:zlib');
const { ROOT } = require('../../scripts/docs/documents');

const NODES = join(ROOT, 'nodes');

/** Text of every TypeScript file of nodes/ by its path below that folder. */
exports.sourceFiles = Object.fromEntries(
	readdirSync(NODES, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.sort()
		.map((file) => [file, readFileSync(join(NODES, file), 'utf8')]),
);

/** Compressed size of a text in bytes. */
exports.gzippedSize = (text) => gzipSync(text).length;
