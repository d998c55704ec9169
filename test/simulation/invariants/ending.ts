import { busyTime, type Facts } from '../facts';

/** Ms within which an execution that its user has stopped ends. */
const MAX_STOP = 1_000;

/** Everything ends. */
export function* everythingEnds({ simulation, executions }: Facts): Generator<string> {
	yield* simulation.crashes;
	if (!simulation.isOver) yield 'the simulation does not end';
	for (const { name, state } of executions) if (state === 'running') yield `${name}: waits for ever`;
	const hasRestarts = simulation.scenario.incidents.some(({ kind }) => kind === 'restart');
	for (const { name } of simulation.scenario.executions) {
		if (!hasRestarts && !executions.some((execution) => execution.name === name)) yield `${name}: never started`;
	}
}

/** An execution that its user has stopped sends nothing more and ends within a second. */
export function* stopsAreObeyed(facts: Facts): Generator<string> {
	for (const execution of facts.executions) {
		const { name, cancelledAt, endedAt, state } = execution;
		if (cancelledAt === undefined || state === 'lost') continue;
		const late = facts.simulation.network.requests.find((request) => request.execution === execution && request.sentAt > cancelledAt);
		if (late !== undefined) yield `${name}: request ${late.id} was sent after the stop`;
		const took = (endedAt ?? Infinity) - cancelledAt;
		if (took > MAX_STOP + busyTime(facts, cancelledAt, cancelledAt + MAX_STOP))
			yield `${name}: ended ${Math.round(took)} ms after the stop`;
	}
}
