const { COSTS } = require('./columns');
const { runSubject } = require('./subject');

const routing = (id, leads) => ({
	id,
	title: `${leads.toLocaleString('en')} leads by three rules, on n8n's engine`,
	subject: 'routing',
	rows: {
		'IPQS Criteria': { subject: 'criteria', leads },
		'Switch 3.2': { subject: 'switch', leads },
		'If 2.2, two in a row': { subject: 'if', leads },
	},
});

const RESULTS = 20_000;

const THREE_KINDS = ['phone', 'email', 'ip'];

/** Folder of an older build of the package, such as a worktree of an earlier commit, to compare this one with. */
const { BENCH_BEFORE } = process.env;

const LEADS = [1_000, 20_000, 100_000];
const RULES = [3, 10, 30, 100];

const counted = (numbers, unit, parameters) =>
	Object.fromEntries(numbers.map((number) => [`${number.toLocaleString('en')} ${unit}`, parameters(number)]));

const MEASUREMENTS = [
	routing('f', 1_000),
	routing('g', 20_000),
	routing('h', 100_000),
	{
		id: 'i',
		title: '20,000 results by three rules, only the decision',
		subject: 'evaluator',
		rows: {
			'IPQS Criteria': { subject: 'criteria', leads: RESULTS },
			'json-rules-engine': { subject: 'jsonRulesEngine', leads: RESULTS },
			'json-logic-engine, compiled': { subject: 'jsonLogicEngine', leads: RESULTS },
		},
	},
	{
		id: 'j',
		title: '20,000 results by three rules, with a trace',
		subject: 'evaluator',
		rows: {
			'IPQS Criteria': { subject: 'criteria', leads: RESULTS, trace: true },
			'json-rules-engine': { subject: 'jsonRulesEngine', leads: RESULTS },
		},
	},
	{
		id: 'k',
		title: 'A decision by three rules, for a growing number of results',
		subject: 'evaluator',
		rows: counted(LEADS, 'results', (leads) => ({ subject: 'criteria', leads })),
	},
	{
		id: 'l',
		title: 'A decision by a growing number of rules',
		subject: 'evaluator',
		rows: counted(RULES, 'rules', (rules) => ({ subject: 'criteria', leads: RESULTS, rules })),
	},
	{
		id: 'r',
		title: "100,000 leads by three rules for each result, on n8n's engine",
		subject: 'routing',
		passes: 2,
		rows: {
			Phone: { subject: 'criteria', leads: 100_000 },
			...(BENCH_BEFORE === undefined ? {} : { 'Phone, older build': { subject: 'criteria', leads: 100_000, folder: BENCH_BEFORE } }),
			'Phone, email and IP': { subject: 'criteria', leads: 100_000, kinds: THREE_KINDS },
		},
	},
	{
		id: 's',
		title: '20,000 leads by three rules for each result, only the decision',
		subject: 'evaluator',
		rows: {
			Phone: { subject: 'criteria', leads: RESULTS },
			'Phone, email and IP': { subject: 'criteria', leads: RESULTS, kinds: THREE_KINDS },
		},
	},
];

const fastest = (runs) => runs.reduce((one, other) => (other.milliseconds < one.milliseconds ? other : one));

/** Measures the rows in turn, each in a new process. Of several passes the fastest counts. */
async function measure({ subject, rows, passes = 1 }) {
	const runs = new Map(Object.keys(rows).map((name) => [name, []]));
	for (let pass = 0; pass < passes; pass++)
		for (const [name, parameters] of Object.entries(rows)) runs.get(name).push(await runSubject(subject, parameters));

	const measured = [];
	for (const [name, parameters] of Object.entries(rows)) {
		const { milliseconds, ...counts } = fastest(runs.get(name));
		measured.push({ name, seconds: milliseconds / 1000, perLeadMicroseconds: (milliseconds * 1000) / parameters.leads, ...counts });
	}
	return measured;
}

const { Seconds, ...RATES } = COSTS;

const COLUMNS = { 'CPU seconds': Seconds, ...RATES, Accept: ({ accept }) => accept, QA: ({ qa }) => qa, Reject: ({ reject }) => reject };

/** The engine compares the time of the node itself. 'Whole run' includes what n8n needs to pass the leads on. */
const COLUMNS_OF = {
	evaluator: COLUMNS,
	routing: {
		...COLUMNS,
		'Whole run': ({ runMilliseconds }) => (runMilliseconds / 1000).toFixed(2),
		'Peak MB': ({ peakMegabytes }) => peakMegabytes.toFixed(0),
	},
};

module.exports = MEASUREMENTS.map(({ id, title, ...rest }) => ({
	id,
	title,
	columns: COLUMNS_OF[rest.subject],
	measure: () => measure(rest),
}));
