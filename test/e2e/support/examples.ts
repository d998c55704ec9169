import { runByHand, type Execution } from './execution';
import type { Workflow } from './n8n';
import { publish } from './webhook';

/** An example workflow, how a run of it begins, and what must come of it. */
export interface Example {
	/** In workflows/. */
	file: string;
	start: (workflow: Workflow) => Promise<Execution>;
	expect: (execution: Execution) => void;
}

/** Runs it as it is, with the leads pinned in it. */
export const byHand = runByHand;

/** Publishes it and posts to its webhook. */
export const byWebhook =
	(body: unknown) =>
	async (workflow: Workflow): Promise<Execution> => {
		const webhook = await publish(workflow);
		await webhook.post(body);
		return await webhook.latest();
	};

const OUTCOMES = ['A', 'Q', 'R'];

const leadOf = ({ pairedItem }: { pairedItem?: unknown }): number => (pairedItem as { item: number }).item;

/** By which output of a node each lead left, in the order of the leads: A for Accept, Q for QA, R for Reject. */
export function ways(execution: Execution, name = 'Decide'): string {
	const left = OUTCOMES.flatMap((letter, output) => execution.items(name, output).map((item) => ({ letter, lead: leadOf(item) })));
	return left
		.sort((one, other) => one.lead - other.lead)
		.map(({ letter }) => letter)
		.join('');
}

/** The execution ended well, and its leads left by these outputs. */
export const goes =
	(expected: string, name = 'Decide') =>
	(execution: Execution): void => {
		expect(execution.error).toBeUndefined();
		expect(execution.status).toBe('success');
		expect(ways(execution, name)).toBe(expected);
	};
