import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const DOCUMENTS = ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md'];
const SHIPPED = /^dist\/(nodes|credentials)\/.+\.(js|json|svg|png)$/;

const toPosix = (path) => path.replaceAll('\\', '/');

/** Icons, codex files and output schemas, which tsc does not copy. */
const assets = (root) =>
	['nodes', 'credentials'].flatMap((part) =>
		readdirSync(join(root, part), { recursive: true })
			.filter((file) => /\.(json|svg|png)$/.test(file))
			.map((file) => `dist/${part}/${toPosix(file)}`),
	);

/** Files of the tarball that should not be in it, such as tests, source maps and build caches. */
export const unexpectedFiles = (files) => files.filter((file) => !DOCUMENTS.includes(file) && !SHIPPED.test(file));

/** Files that should be in the tarball, but are not. */
export const missingFiles = (files, manifest, root) =>
	[...DOCUMENTS, ...manifest.n8n.nodes, ...manifest.n8n.credentials, ...assets(root)].filter((file) => !files.includes(file));

/** Files of nodes and credentials that are not listed under `n8n` in package.json. */
export const unregisteredFiles = (manifest, root) =>
	['nodes', 'credentials']
		.flatMap((part) => readdirSync(join(root, part), { recursive: true }).map((file) => `dist/${part}/${toPosix(file)}`))
		.filter((file) => /\.(node|credentials)\.ts$/.test(file))
		.map((file) => file.replace(/ts$/, 'js'))
		.filter((file) => ![...manifest.n8n.nodes, ...manifest.n8n.credentials].includes(file));
