/**
 * Compares the package with the nodes that its users would otherwise use, on one machine in one run.
 *
 * A benchmark has an `id`, a `title`, `measure()`, which returns rows, and `columns`: functions of a row and the first row.
 */
const { parseArgs } = require('node:util');
const Table = require('cli-table3');
const { fetchNodesBase } = require('./nodes-base');

const BENCHMARKS = [
	...require('./lookups'),
	...require('./criteria'),
	...require('./phones'),
	...require('./volume'),
	...require('./backtest'),
	...require('./webhook'),
	...require('./growth'),
];

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, only: { type: 'string' } } });

function print({ id, title, columns }, rows) {
	const table = new Table({ head: ['', ...Object.keys(columns)], style: { head: [], border: [] } });
	for (const row of rows) table.push([row.name, ...Object.values(columns).map((show) => show(row, rows[0]))]);
	process.stdout.write(`\n(${id}) ${title}\n${table.toString()}\n`);
}

async function main() {
	fetchNodesBase();
	const chosen = BENCHMARKS.filter(({ id }) => values.only === undefined || values.only.split(',').includes(id));
	const results = [];
	for (const benchmark of chosen) {
		const rows = await benchmark.measure();
		results.push({ id: benchmark.id, title: benchmark.title, rows });
		if (!values.json) print(benchmark, rows);
	}
	if (values.json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
}

main();
