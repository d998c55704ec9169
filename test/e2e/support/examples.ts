import type { IDataObject } from 'n8n-workflow';
import { runByHand, type Execution } from './execution';
import type { Workflow } from './n8n';
import { publish } from './webhook';

/** Starts an example in a way of its own and checks what comes of it; `expected` is its file in test/fixtures/workflows/, if any. */
export type Example = (workflow: Workflow, expected: unknown) => Promise<void>;

/** What must have come of an execution that ended well. */
export type Outcome = (execution: Execution, expected: unknown) => void;

/** Runs it as Execute Workflow does, with what is pinned in it. */
export const byHand =
	(outcome: Outcome): Example =>
	async (workflow, expected) => {
		const execution = await runByHand(workflow);
		expect(execution.error).toBeUndefined();
		expect(execution.status).toBe('success');
		outcome(execution, expected);
	};

/** Publishes it and posts this to its webhook. */
export const byWebhook =
	(body: unknown, outcome: Outcome): Example =>
	async (workflow, expected) => {
		const webhook = await publish(workflow);
		expect((await webhook.post(body)).status).toBe(200);
		outcome(await webhook.latest(), expected);
	};

const LETTERS = ['A', 'Q', 'R'];

const leadOf = ({ pairedItem }: { pairedItem?: unknown }): number => (pairedItem as { item: number }).item;

/** By which output of Decide each lead left, in the order of the leads: A for Accept, Q for QA, R for Reject. */
export const ways =
	(expected: string): Outcome =>
	(execution) => {
		const left = LETTERS.flatMap((letter, output) => execution.items('Decide', output).map((item) => ({ letter, lead: leadOf(item) })));
		const inOrder = left.sort((one, other) => one.lead - other.lead).map(({ letter }) => letter);
		expect(inOrder.join('')).toBe(expected);
	};

/** At which nodes the phone numbers arrive, in whatever order. */
export const ends: Outcome = (execution, expected) => {
	for (const [name, phones] of Object.entries((expected as { ends: Record<string, string[]> }).ends))
		expect([
			name,
			execution
				.items(name)
				.map(({ json }) => String(json.phone))
				.sort(),
		]).toEqual([name, [...phones].sort()]);
};

/** Posts each of the expected calls and gets its reply. */
export const replies: Example = async (workflow, expected) => {
	const webhook = await publish(workflow);
	for (const { body, status, reply } of expected as Array<{ body: IDataObject; status: number; reply: IDataObject }>) {
		const answer = await webhook.post(body);
		expect({ body, status: answer.status, reply: await answer.json() }).toEqual({ body, status, reply });
	}
};
