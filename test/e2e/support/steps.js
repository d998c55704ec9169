const Table = require('cli-table3');

/** Keeps how long each step of a path took; `print` shows it as a table. */
function startSteps(title) {
	const steps = [];
	return {
		async take(step, act) {
			const began = Date.now();
			await act();
			steps.push([step, ((Date.now() - began) / 1_000).toFixed(1)]);
		},
		print() {
			const total = steps.reduce((sum, [, seconds]) => sum + Number(seconds), 0);
			const table = new Table({ head: [title, 'seconds'], colAligns: ['left', 'right'], style: { head: [], border: [] } });
			table.push(...steps, ['In all', total.toFixed(1)]);
			process.stdout.write(`\n${table.toString()}\n`);
		},
	};
}

module.exports = { startSteps };
