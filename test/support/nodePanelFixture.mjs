/** Writes test/fixtures/node-panel.json: the nodes of n8n that its node panel searches. Run it after a change of N8N_VERSION. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { N8N_VERSION } from '../../scripts/editor/paths.mjs';

const FIXTURE = fileURLToPath(new URL('../fixtures/node-panel.json', import.meta.url));
const NODE_PACKAGES = ['n8n-nodes-base', '@n8n/n8n-nodes-langchain'];

/** Points that n8n's editor adds for a popularity of 1, and for this one node (`useViewStacks`, `searchNodes`). */
const POPULARITY_BOOST = 100;
const AGENT_BOOST = { 'n8n-nodes-base.messageAnAgent': 150 };

const folder = mkdtempSync(join(tmpdir(), 'node-panel-'));
const dependencies = JSON.parse(run('npm', 'view', `n8n@${N8N_VERSION}`, 'dependencies', '--json'));

function run(command, ...args) {
	return execFileSync(command, args, { cwd: folder, encoding: 'utf8', maxBuffer: 100 * 1024 * 1024 });
}

/** A JSON file of the version of a package that n8n depends on. */
function readJson(name, path) {
	const tarball = run('npm', 'pack', '--silent', `${name}@${dependencies[name]}`).trim();
	return JSON.parse(run('tar', '-xzOf', tarball, `package/${path}`));
}

const newestVersion = ({ version }) => Math.max(...[version].flat());

/** Hidden nodes and the sub-nodes of AI nodes are not in the panel of a workflow. */
const isInPanel = ({ hidden, codex }) =>
	hidden !== true && (!codex?.categories?.includes('AI') || codex.subcategories?.AI?.includes('Root Nodes') === true);

/** The newest version of each node of a package, by its full name. */
function newestNodes(name) {
	const nodes = new Map();
	for (const node of readJson(name, 'dist/types/nodes.json')) {
		const known = nodes.get(node.name);
		if (known === undefined || newestVersion(node) >= newestVersion(known)) nodes.set(node.name, node);
	}
	return [...nodes.values()].filter(isInPanel).map((node) => ({ ...node, name: `${name}.${node.name}` }));
}

try {
	const popularity = new Map(readJson('n8n-editor-ui', 'data/node-popularity.json').map((node) => [node.id, node.popularity]));
	const nodes = NODE_PACKAGES.flatMap(newestNodes).map(({ name, displayName, codex }) => ({
		name,
		displayName,
		alias: codex?.alias ?? [],
		boost: Math.round((popularity.get(name) ?? 0) * POPULARITY_BOOST * 10) / 10 + (AGENT_BOOST[name] ?? 0),
	}));
	writeFileSync(FIXTURE, `[\n${nodes.map((node) => `\t${JSON.stringify(node)}`).join(',\n')}\n]\n`);
	console.log(`${nodes.length} nodes of n8n ${N8N_VERSION} written to ${FIXTURE}`);
} finally {
	rmSync(folder, { recursive: true, force: true });
}
