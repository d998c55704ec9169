const { execFileSync } = require('node:child_process');
const { existsSync, mkdirSync, rmSync, readdirSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');

const VERSION = '2.41.1';
const CACHE = join(__dirname, '..', '.cache', `n8n-nodes-base-${VERSION}`);
/** Inside a node_modules folder, which the linter skips. */
const PACKAGE = join(CACHE, 'node_modules', 'n8n-nodes-base');
/** The compared nodes and what they import, out of about 1,000 nodes in the package. */
const PARTS = ['package.json', 'dist/utils', 'dist/nodes/HttpRequest', 'dist/nodes/Switch', 'dist/nodes/If'];
/** Imported only for options that no benchmark uses. */
const UNUSED = new Set(['@mozilla/readability', 'cheerio', 'html-to-text', 'jsdom']);

/** Downloads n8n's own nodes to the cache, once. */
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

/** Loads a node of n8n-nodes-base as n8n does. */
function loadNode(file, name) {
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
	'n8n-nodes-base.httpRequest': () => loadNode('HttpRequest/V3/HttpRequestV3.node.js', 'HttpRequestV3'),
	'n8n-nodes-base.switch': () => loadNode('Switch/V3/SwitchV3.node.js', 'SwitchV3'),
	'n8n-nodes-base.if': () => loadNode('If/V2/IfV2.node.js', 'IfV2'),
};

/** The node types of n8n-nodes-base that the benchmarks use. */
const loadNodesBase = () => Object.fromEntries(Object.entries(NODES).map(([type, load]) => [type, load()]));

/** An HTTP Request node that looks up a phone number, as users would set it up without this package. */
const httpRequestNode = (url, query, options) => ({
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: {
		url: `${url}/api/json/phone`,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'ipqsApi',
		sendQuery: true,
		queryParameters: { parameters: Object.entries(query).map(([name, value]) => ({ name, value })) },
		options,
	},
});

module.exports = { fetchNodesBase, httpRequestNode, loadNodesBase };
