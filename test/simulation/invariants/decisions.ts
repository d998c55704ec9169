import type { IDataObject } from 'n8n-workflow';
import { truthOf, type Truth } from '../answers';
import type { Facts } from '../facts';

const OUTPUTS = ['Accept', 'QA', 'Reject'];

/** Whether the item has a result of a successful lookup in a field. */
function hasResult(json: IDataObject, field: string): boolean {
	const result = json[field] as { success?: unknown; lookup?: { status?: unknown } } | undefined;
	return result?.success === true && result.lookup?.status === 'ok';
}

/** No lead is accepted after a failed lookup, or against what IPQS knows about it; and none is rejected for a failure. */
export function* decisionsFollowFromAnswers({ executions }: Facts): Generator<string> {
	for (const { name, plan, decided = [] } of executions) {
		const judgesEmail = plan.steps.includes('email');
		for (const [output, items] of decided.entries()) {
			for (const { json } of items) {
				const lead = plan.leads[json.lead as number];
				if (lead === undefined) continue;
				const isAnswered = hasResult(json, 'ipqs') && json.error === undefined;
				const truth: Truth = truthOf(lead.digits ?? '');
				const where = `${name}: lead ${String(json.lead)} went to ${OUTPUTS[output]}`;
				if (output === 0 && !(isAnswered && lead.digits !== null && truth === 'clean')) yield `${where} although it is not clean`;
				if (output === 0 && judgesEmail && !(hasResult(json, 'ipqs_email') && truthOf(lead.email) === 'clean')) {
					yield `${where} although its email address is not clean`;
				}
				// An impossible number is an invalid one, though nothing was sent.
				if (judgesEmail || lead.digits === null) continue;
				if (output === 2 && !(isAnswered && truth !== 'clean')) yield `${where} although nothing is wrong with it`;
				if (output === 1 && isAnswered) yield `${where} although its lookup succeeded`;
			}
		}
	}
}
