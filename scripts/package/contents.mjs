import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const DOCUMENTS = ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md'];
const SHIPPED = /^dist\/(nodes|credentials)\/.+\.(js|json|svg|png)$/;

const toPosix = (path) => path.replaceAll('\\', '/');

/** Icons, codex files and output schemas of the source, which tsc does not emit. */
const assets = (root) =>
	['nodes', 'credentials'].flatMap((part) =>
		readdirSync(join(root, part), { recursive: true })
			.filter((file) => /\.(json|svg|png)$/.test(file))
			.map((file) => `dist/${part}/${toPosix(file)}`),
	);

/** What the tarball holds beside the built package and its documents: tests, maps, build caches and the like. */
export const strangers = (files) => files.filter((file) => !DOCUMENTS.includes(file) && !SHIPPED.test(file));

/** What should be in the tarball and is not. */
export const absentees = (files, manifest, root) =>
	[...DOCUMENTS, ...manifest.n8n.nodes, ...manifest.n8n.credentials, ...assets(root)].filter((file) => !files.includes(file));

/** Source files of nodes and credentials that package.json does not name to n8n. */
export const unregistered = (manifest, root) =>
	['nodes', 'credentials']
		.flatMap((part) => readdirSync(join(root, part), { recursive: true }).map((file) => `dist/${part}/${toPosix(file)}`))
		.filter((file) => /\.(node|credentials)\.ts$/.test(file))
		.map((file) => file.replace(/ts$/, 'js'))
		.filter((file) => ![...manifest.n8n.nodes, ...manifest.n8n.credentials].includes(file));
