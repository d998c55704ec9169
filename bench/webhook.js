const { withStandIn } = require('./stand-in');
const { runSubject } = require('./subject');

const RUNS = 1_500;

/** Each benchmark: its subjects, which have a key each, so that one does not count for the other. */
const MEASUREMENTS = [
	{
		id: 't',
		title: 'through lookup and decision',
		subjects: {
			'HTTP Request and Switch': { nodes: 'n8n', apiKey: 'benchmark-1' },
			'IPQS Phone Validation and IPQS Criteria': { nodes: 'decision', apiKey: 'benchmark-2', options: {} },
		},
	},
	{
		id: 'p',
		title: 'with and without limits',
		subjects: {
			'Without limits': { nodes: 'lookup', apiKey: 'benchmark-1', options: { concurrency: 10 } },
			'With all limits': {
				nodes: 'lookup',
				apiKey: 'benchmark-2',
				lookupsPerDay: 1_000_000,
				options: { concurrency: 10, maxLookups: 1_000_000, keepCredits: 10, reuseMinutes: 5 },
			},
		},
	},
];

async function measure(subjects) {
	const { medians } = await withStandIn({ credits: 1_000_000 }, async (url) => await runSubject('webhook', { subjects, runs: RUNS, url }));
	return Object.entries(medians).map(([name, milliseconds]) => ({ name, milliseconds }));
}

const COLUMNS = {
	'ms per lead (median)': ({ milliseconds }) => milliseconds.toFixed(3),
	Ratio: ({ milliseconds }, first) => (milliseconds / first.milliseconds).toFixed(2),
	'More than the first (ms)': ({ milliseconds }, first) => (milliseconds - first.milliseconds).toFixed(3),
};

module.exports = MEASUREMENTS.map(({ id, title, subjects }) => ({
	id,
	title: `${RUNS.toLocaleString('en')} webhook leads ${title}, one execution each, in turn`,
	columns: COLUMNS,
	measure: async () => await measure(subjects),
}));
