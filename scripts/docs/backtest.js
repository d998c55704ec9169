const { optionTable, parameterTable } = require('./parameters');

/** Blocks about IPQS Back-Test. */
const backtestBlocks = ({ backtestProperties }) => ({
	'backtest-parameters': () => parameterTable(backtestProperties),
	'backtest-options': () => optionTable(backtestProperties),
});

module.exports = { backtestBlocks };
