import { callExport } from '../../support/cli';
import { withFiles } from '../../support/temporaryFolder';

const LIST = 'node_modules/.package-lock.json';
const COMPLETE = {
	[LIST]: '{ "packages": { "node_modules/one": {}, "node_modules/two": {} } }',
	'node_modules/one/package.json': '{}',
	'node_modules/one/driver.txt': '',
	'node_modules/two/package.json': '{}',
};

type Files = Readonly<Record<string, string>>;

const without = (path: string): Files => Object.fromEntries(Object.entries(COMPLETE).filter(([name]) => name !== path));

const missingIn = (files: Files, ...needed: string[]) =>
	withFiles(files, (folder) => callExport('editor/installed.mjs', 'findMissing', folder, needed));

describe('an npm project of the cache', () => {
	it('has all that npm lists', () => {
		expect(missingIn(COMPLETE)).toEqual([]);
		expect(missingIn(COMPLETE, 'one/driver.txt')).toEqual([]);
	});

	it('lacks a package that is listed and not there', () => {
		expect(missingIn(without('node_modules/two/package.json'))).toEqual(['node_modules/two/package.json']);
	});

	it('lacks a file that a build step should have written', () => {
		expect(missingIn(COMPLETE, 'two/driver.txt')).toEqual(['node_modules/two/driver.txt']);
	});

	it('lacks the list itself where an install did not come to its end', () => {
		expect(missingIn(without(LIST))).toEqual([LIST]);
		expect(missingIn({ ...COMPLETE, [LIST]: '{ "packages": {' })).toEqual([LIST]);
	});
});
