const { execFileSync } = require('node:child_process');
const { existsSync, mkdirSync, rmSync, readdirSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');

const VERSION = '2.41.1';
const CACHE = join(__dirname, '..', '.cache', `n8n-nodes-base-${VERSION}`);
/** Below a node_modules folder, where the linter does not look. */
const PACKAGE = join(CACHE, 'node_modules', 'n8n-nodes-base');
/** The nodes that are compared, and what they need; the whole package has 1,000 more. */
const PARTS = ['package.json', 'dist/utils', 'dist/nodes/HttpRequest', 'dist/nodes/Switch', 'dist/nodes/If'];
/** Loaded for options that no benchmark uses. */
const UNUSED = new Set(['@mozilla/readability', 'cheerio', 'html-to-text', 'jsdom']);

/** Fetches n8n's own nodes into the git-ignored cache, once. */
function fetchNodesBase() {
	if (existsSync(join(PACKAGE, 'dist', 'nodes', 'If'))) return;
	mkdirSync(PACKAGE, { recursive: true });
	execFileSync('npm', ['pack', `n8n-nodes-base@${VERSION}`, '--silent', '--pack-destination', CACHE], {
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	const tarball = readdirSync(CACHE).find((name) => name.endsWith('.tgz'));
	execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', PACKAGE, ...PARTS.map((part) => `package/${part}`)], { cwd: CACHE });
	rmSync(join(CACHE, tarball));
}

/** A node of n8n-nodes-base, as n8n loads it. */
function nodeOf(file, name) {
	const load = Module._load;
	Module._load = (request, ...rest) => (UNUSED.has(request) ? {} : load(request, ...rest));
	try {
		const Class = require(join(PACKAGE, 'dist', 'nodes', file))[name];
		return new Class({
			displayName: name,
			name: name[0].toLowerCase() + name.slice(1),
			group: ['transform'],
			description: name,
			defaultVersion: 1,
		});
	} finally {
		Module._load = load;
	}
}

const NODES = {
	'n8n-nodes-base.httpRequest': () => nodeOf('HttpRequest/V3/HttpRequestV3.node.js', 'HttpRequestV3'),
	'n8n-nodes-base.switch': () => nodeOf('Switch/V3/SwitchV3.node.js', 'SwitchV3'),
	'n8n-nodes-base.if': () => nodeOf('If/V2/IfV2.node.js', 'IfV2'),
};

/** The node types of n8n-nodes-base that benchmarks compare with. */
const nodesBase = () => Object.fromEntries(Object.entries(NODES).map(([type, load]) => [type, load()]));

module.exports = { fetchNodesBase, nodesBase };
