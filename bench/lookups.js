const { COSTS } = require('./columns');
const { withStandIn } = require('./stand-in');
const { runSubject } = require('./subject');

const LIMITED = { latency: 100, limit: 20 };

/** Each benchmark: options of the IPQS stand-in, number of leads, and the nodes to compare. */
const MEASUREMENTS = [
	{
		id: 'a',
		title: '1,000 lookups at 100 ms, 50 in parallel (ideal 2.0 s), after three other runs',
		standIn: { latency: 100 },
		leads: 1_000,
		warmUps: 3,
		subjects: { 'IPQS Phone Validation': { subject: 'ipqs', concurrency: 50 }, 'HTTP Request': { subject: 'httpRequest' } },
	},
	{
		id: 'b',
		title: '200 lookups with a limit of 20 per second (ideal 10.0 s)',
		standIn: LIMITED,
		leads: 200,
		subjects: {
			'IPQS Phone Validation, 20 per second': { subject: 'ipqs', concurrency: 10, requestsPerSecond: 20 },
			'IPQS Phone Validation, adaptive': { subject: 'ipqs', concurrency: 10 },
			'HTTP Request with defaults': { subject: 'httpRequest' },
			'HTTP Request, tuned by hand': { subject: 'httpRequest', batching: { batchSize: 1, batchInterval: 50 } },
		},
	},
	{
		id: 'c',
		title: '1,000 leads with 300 distinct numbers',
		standIn: { latency: 10 },
		leads: 1_000,
		distinct: 300,
		subjects: { 'IPQS Phone Validation': { subject: 'ipqs', concurrency: 50 }, 'HTTP Request': { subject: 'httpRequest' } },
	},
	{
		id: 'd',
		title: '1,000 lookups without latency, 100 in parallel, in ten runs (overhead)',
		standIn: {},
		leads: 100,
		runs: 10,
		subjects: { 'IPQS Phone Validation': { subject: 'ipqs', concurrency: 100 }, 'HTTP Request': { subject: 'httpRequest' } },
	},
	{
		id: 'e',
		title: '10,000 leads (memory)',
		standIn: {},
		leads: 10_000,
		subjects: { 'IPQS Phone Validation': { subject: 'ipqs', concurrency: 50 }, 'HTTP Request': { subject: 'httpRequest' } },
	},
];

/** Measures one subject after the other, each in a new process with a new stand-in. */
async function measure({ standIn, subjects, ...load }) {
	const rows = [];
	for (const [name, subject] of Object.entries(subjects)) {
		rows.push(
			await withStandIn(standIn, async (url) => {
				const cost = await runSubject('lookup', { ...load, ...subject, url });
				const counts = await (await fetch(`${url}/stand-in/counts`)).json();
				return {
					name,
					seconds: cost.milliseconds / 1000,
					perLeadMicroseconds: (cost.milliseconds * 1000) / (load.leads * (load.runs ?? 1)),
					requests: counts.requests / (1 + (load.warmUps ?? 0) / (load.runs ?? 1)),
					distinct: counts.distinct,
					peakInFlight: counts.peak,
					limited: counts.limited,
					lost: cost.lost,
					peakMegabytes: cost.peakMegabytes,
				};
			}),
		);
	}
	return rows;
}

const COLUMNS = {
	...COSTS,
	Requests: ({ requests }) => requests,
	'Peak in parallel': ({ peakInFlight }) => peakInFlight,
	'Rate limited': ({ limited }) => limited,
	'Lost leads': ({ lost }) => lost,
	'Peak MB': ({ peakMegabytes }) => peakMegabytes.toFixed(0),
};

module.exports = MEASUREMENTS.map(({ id, title, ...load }) => ({ id, title, columns: COLUMNS, measure: () => measure(load) }));
