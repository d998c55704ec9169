import type { INodeExecutionData } from 'n8n-workflow';
import type { Facts } from '../facts';

const pairedIndex = ({ pairedItem }: INodeExecutionData): number | undefined =>
	typeof pairedItem === 'object' && !Array.isArray(pairedItem) ? pairedItem.item : undefined;

/** Every lead leaves each lookup node once and in order. */
export function* leadsLeaveInOrder({ executions }: Facts): Generator<string> {
	for (const { name, plan, runs } of executions) {
		for (const { output, place } of runs) {
			if (output === undefined) continue;
			const leads = output.map((item) => (item.json.error !== undefined ? pairedIndex(item) : item.json.lead));
			const isWrong =
				leads.length !== plan.leads.length ||
				leads.some((lead, index) => lead !== index || pairedIndex(output[index] as INodeExecutionData) !== index);
			if (isWrong) yield `${name}: node ${place + 1} took ${plan.leads.length} leads and gave ${leads.join(', ')}`;
		}
	}
}

/** Every lead leaves IPQS Criteria by exactly one output, in order. */
export function* leadsAreDecidedOnce({ executions }: Facts): Generator<string> {
	for (const { name, plan, decided } of executions) {
		if (decided === undefined) continue;
		const outputs = decided.map((items) => items.map(({ json }) => json.lead as number));
		if (outputs.some((leads) => leads.some((lead, index) => index > 0 && lead <= (leads[index - 1] as number)))) {
			yield `${name}: an output of IPQS Criteria is out of order`;
		}
		const all = outputs.flat().sort((one, other) => one - other);
		if (all.length !== plan.leads.length || all.some((lead, index) => lead !== index))
			yield `${name}: IPQS Criteria gave ${all.join(', ')}`;
	}
}

/** A node only fails if its user wants that. */
export function* nodesFailOnlyOnStop({ executions }: Facts): Generator<string> {
	for (const { name, plan, runs, state } of executions) {
		for (const { error } of runs) {
			if (error === undefined) continue;
			if (plan.onError !== 'stopWorkflow') yield `${name}: failed with On Error set to ${plan.onError}`;
			if (!/\[item \d+\]$/.test((error as Error).message)) yield `${name}: its error names no item: ${(error as Error).message}`;
		}
		if (state === 'failed' && runs.at(-1)?.error === undefined) yield `${name}: failed outside of a lookup node`;
	}
}
