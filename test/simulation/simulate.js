const { createLoader } = require('./loadCode');
const { loadPackage } = require('./packageCode');

/**
 * Loads the package and the simulation.
 *
 * @param edit changes the source of a module of the package, see `loadCode.js`
 * @returns runs the scenario of a seed
 */
exports.createSimulator = (edit) => {
	const load = createLoader()();
	const { Simulation } = load('test/simulation/simulation.ts');
	const { planScenario } = load('test/simulation/planScenario.ts');
	const { describeScenario } = load('test/simulation/describeScenario.ts');
	const { findViolations } = load('test/simulation/invariants/all.ts');
	const startWorld = createLoader(edit);

	/** Errors of promises that nobody waits for. */
	let unhandled = [];
	process.on('unhandledRejection', (error) => unhandled.push(error));

	return async (seed) => {
		unhandled = [];
		const scenario = planScenario(seed);
		const simulation = new Simulation(seed, scenario, (globals) => loadPackage(startWorld, globals));
		await simulation.run();
		const errors = unhandled.map((error) => `noErrorIsLost: ${error instanceof Error ? error.stack : String(error)}`);
		return {
			seed,
			violations: [...errors, ...findViolations(simulation)],
			executions: simulation.executions.length,
			requests: simulation.network.requests.length,
			describe: () => [describeScenario(seed, scenario), simulation.timeline.text].join('\n\n'),
		};
	};
};
