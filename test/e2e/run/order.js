const { basename } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

const ORDER = ['package.test.ts', 'newcomer.test.ts', undefined, 'secrecy.test.ts'];
const OTHERS = ORDER.indexOf(undefined);

const place = (file) => (ORDER.includes(file) ? ORDER.indexOf(file) : OTHERS);

/**
 * What n8n says of the package is read before any workflow runs, a newcomer meets an n8n without credentials, and what n8n wrote
 * down is searched after the last execution.
 */
module.exports = class extends Sequencer {
	sort(tests) {
		const file = ({ path }) => basename(path);
		return [...tests].sort((a, b) => place(file(a)) - place(file(b)) || file(a).localeCompare(file(b)));
	}
};
