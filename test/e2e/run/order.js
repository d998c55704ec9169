const { basename } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

const FIRST = 'package.test.ts';
const LAST = 'secrecy.test.ts';

const place = (file) => ({ [FIRST]: -1, [LAST]: 1 })[file] ?? 0;

/** What n8n says of the package is read before any workflow runs, and what it wrote down after the last one. */
module.exports = class extends Sequencer {
	sort(tests) {
		const file = ({ path }) => basename(path);
		return [...tests].sort((a, b) => place(file(a)) - place(file(b)) || file(a).localeCompare(file(b)));
	}
};
