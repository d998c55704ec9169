const { withStandIn } = require('./stand-in');
const { runSubject } = require('./subject');

const RUNS = 1_500;

/** A key each, so that one subject does not count for the other. */
const SUBJECTS = {
	'Without limits': { apiKey: 'benchmark-1', options: { concurrency: 10 } },
	'With all limits': {
		apiKey: 'benchmark-2',
		lookupsPerDay: 1_000_000,
		options: { concurrency: 10, maxLookups: 1_000_000, keepCredits: 10, reuseMinutes: 5 },
	},
};

async function measure() {
	const { medians } = await withStandIn(
		{ credits: 1_000_000 },
		async (url) => await runSubject('limits', { subjects: SUBJECTS, runs: RUNS, url }),
	);
	return Object.entries(medians).map(([name, milliseconds]) => ({ name, milliseconds }));
}

const COLUMNS = {
	'ms per lead (median)': ({ milliseconds }) => milliseconds.toFixed(3),
	Ratio: ({ milliseconds }, first) => (milliseconds / first.milliseconds).toFixed(2),
	'More than without (ms)': ({ milliseconds }, first) => (milliseconds - first.milliseconds).toFixed(3),
};

module.exports = [{ id: 'p', title: `${RUNS.toLocaleString('en')} webhook leads, one execution each, in turn`, columns: COLUMNS, measure }];
