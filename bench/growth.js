const { runSubject } = require('./subject');

/** The largest number of each kind. It is compared with half as many. */
const LARGEST = { rules: 10_000, overrides: 10_000, overrideRows: 40_000, campaigns: 100_000, policies: 100_000 };

const NAMES = {
	rules: 'rules',
	overrides: 'overrides',
	overrideRows: 'override rows',
	campaigns: 'campaigns',
	policies: 'policies by expression',
};

/** Other programs and the garbage collector only add time, so the fastest run counts. */
const PASSES = 2;

const fastest = (runs) => runs.reduce((one, other) => (other.milliseconds < one.milliseconds ? other : one));

/** Measures half and all of each kind in turn, each in a new process. */
async function measure() {
	const rows = [];
	for (const [kind, largest] of Object.entries(LARGEST)) {
		const runs = { half: [], all: [] };
		for (let pass = 0; pass < PASSES; pass++) {
			runs.half.push(await runSubject('growth', { kind, count: largest / 2 }));
			runs.all.push(await runSubject('growth', { kind, count: largest }));
		}
		const half = fastest(runs.half);
		const all = fastest(runs.all);
		rows.push({
			...all,
			name: `${largest.toLocaleString('en')} ${NAMES[kind]}`,
			halfMilliseconds: half.milliseconds,
			ratio: all.milliseconds / half.milliseconds,
			nodeStall: Math.min(...runs.all.map(({ nodeStall }) => nodeStall)),
		});
	}
	return rows;
}

const COLUMNS = {
	'CPU seconds': ({ milliseconds }) => (milliseconds / 1000).toFixed(2),
	'Half as many': ({ halfMilliseconds }) => (halfMilliseconds / 1000).toFixed(2),
	Ratio: ({ ratio }) => ratio.toFixed(2),
	'Longest stall in the node, ms': ({ nodeStall }) => nodeStall.toFixed(0),
	'Lost leads': ({ lost }) => lost,
	'Added MB in use': ({ addedMegabytes }) => addedMegabytes.toFixed(0),
};

module.exports = [
	{ id: 'q', title: 'IPQS Criteria by a growing number of rules, overrides, campaigns and policies', columns: COLUMNS, measure },
];
