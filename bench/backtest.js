const { runSubject } = require('./subject');

/** What to compare: twice the leads, and twice the thresholds, should take about twice the time. */
const RUNS = [
	{ leads: 50_000, thresholds: 20 },
	{ leads: 100_000, thresholds: 10 },
	{ leads: 100_000, thresholds: 20 },
	{ leads: 200_000, thresholds: 20 },
];

/** Measures one row after the other, each in a new process. */
async function measure() {
	const rows = [];
	for (const { leads, thresholds } of RUNS) {
		const { milliseconds, ...cost } = await runSubject('backtest', { leads, thresholds });
		rows.push({
			name: `${leads.toLocaleString('en')} leads, ${thresholds} thresholds`,
			seconds: milliseconds / 1000,
			leads,
			thresholds,
			...cost,
		});
	}
	return rows;
}

const COLUMNS = {
	Seconds: ({ seconds }) => seconds.toFixed(2),
	'µs per lead and threshold': ({ seconds, leads, thresholds }) => ((seconds * 1e6) / leads / (thresholds + 1)).toFixed(2),
	'Longest stall in the node, ms': ({ nodeStall }) => nodeStall.toFixed(0),
	'Added MB in use': ({ addedMegabytes }) => addedMegabytes.toFixed(0),
	'Peak MB': ({ peakMegabytes }) => peakMegabytes.toFixed(0),
};

module.exports = [{ id: 'o', title: 'IPQS Back-Test by 20 thresholds, 50 groups, known results and money', columns: COLUMNS, measure }];
