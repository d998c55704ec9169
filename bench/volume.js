const { withStandIn } = require('./stand-in');
const { runSubject } = require('./subject');

const LEADS = 100_000;

const SUBJECTS = { 'No Operation': 'noOp', 'IPQS Phone Validation': 'ipqs', 'HTTP Request, in batches': 'httpRequest' };

/** Measures the subjects one after the other, each in a new process against a new stand-in. */
async function measure() {
	const rows = [];
	for (const [name, subject] of Object.entries(SUBJECTS)) {
		const { milliseconds, ...cost } = await withStandIn(
			{},
			async (url) => await runSubject('volume', { subject, leads: LEADS, inFlight: 50, url }),
		);
		rows.push({ name, seconds: milliseconds / 1000, ...cost });
	}
	return rows;
}

const COLUMNS = {
	Seconds: ({ seconds }) => seconds.toFixed(0),
	'Longest stall in the node, ms': ({ nodeStall }) => nodeStall.toFixed(0),
	'Longest stall in the run, ms': ({ runStall }) => runStall.toFixed(0),
	'Lost leads': ({ lost }) => lost,
	'In order': ({ isInOrder }) => (isInOrder ? 'yes' : 'no'),
	'Added MB in use': ({ addedMegabytes }) => addedMegabytes.toFixed(0),
	'Peak MB': ({ peakMegabytes }) => peakMegabytes.toFixed(0),
};

module.exports = [{ id: 'n', title: '100,000 leads with two expressions: how long n8n stands still', columns: COLUMNS, measure }];
