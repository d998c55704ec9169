import { callExport } from '../../support/cli';

const findForbiddenUses = (source: string) => callExport('package/code.mjs', 'findForbiddenUses', source);

describe('the package check', () => {
	it('finds globals that a compiled file may not use, by line', () => {
		expect(findForbiddenUses('const { sleep } = require("n8n-workflow");\nconsole.log(process.env);\nsetTimeout(sleep, 1);')).toEqual([
			'2: console',
			'2: process',
			'3: setTimeout',
		]);
	});

	it('finds imports that n8n does not supply, also hidden ones', () => {
		expect(findForbiddenUses('require("./own"); require("zod/v3"); require("fs"); require(name); import("lodash");')).toEqual([
			'1: import of fs',
			'1: import of (not a constant)',
			'1: import of lodash',
		]);
	});

	it('ignores comments, texts and property names', () => {
		expect(findForbiddenUses('// console.log\nconst text = "process"; lead.process(); const o = { console: 1, eval() {} };')).toEqual([]);
	});

	it('finds files that do not belong in a tarball', () => {
		const files = [
			'dist/nodes/X/X.node.js',
			'dist/nodes/X/x.svg',
			'README.md',
			'dist/nodes/X/X.node.js.map',
			'dist/tsconfig.tsbuildinfo',
			'test/x.test.ts',
			'.env',
		];
		expect(callExport('package/contents.mjs', 'unexpectedFiles', files)).toEqual(files.slice(3));
	});

	it('finds the newest release in the changelog, without unreleased changes', () => {
		expect(
			callExport(
				'package/release.mjs',
				'newestRelease',
				'# Changelog\n\n## [Unreleased]\n\n## [1.2.0] - 2026-01-02\n\n## [1.1.0] - 2026-01-01\n',
			),
		).toBe('1.2.0');
	});

	it('finds registry URLs in the lock file', () => {
		const lock = {
			packages: { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { resolved: 'https://example.com/b.tgz' } },
		};
		expect(callExport('package/release.mjs', 'packagesWithRegistry', lock)).toEqual(['node_modules/b']);
	});

	it('finds paths of the machine, but not the home folder of n8n in Docker', () => {
		const texts = {
			own: 'at /somewhere/package/nodes/x.ts',
			mac: '/Users/someone/x',
			n8n: '/home/node/.n8n',
			clean: 'dist/nodes',
		};
		expect(callExport('package/release.mjs', 'filesWithMachinePaths', texts, '/somewhere/package/')).toEqual(['own', 'mac']);
	});
});
