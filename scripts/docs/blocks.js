const { backtestBlocks } = require('./backtest');
const { criteriaBlocks } = require('./criteria');
const { decisionBlocks } = require('./decision');
const { lookupBlocks } = require('./lookups');
const { sandboxBlocks } = require('./sandbox');

/** Everything that `npm run docs` writes into the documents, by the name of the block. */
const makeBlocks = (source) => ({
	...lookupBlocks(source),
	...criteriaBlocks(source),
	...decisionBlocks(source),
	...backtestBlocks(source),
	...sandboxBlocks(source),
});

module.exports = { makeBlocks };
