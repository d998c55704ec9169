import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';
import { runByHand, type Execution } from './execution';
import { withPath } from '../../../nodes/shared/json/path';
import type { JsonObject } from '../../../nodes/shared/json/json';
import { n8n, type ServiceReply, type Workflow } from './n8n';
import { publish } from './webhook';

/** What test/fixtures/workflows/ says of a template's deactivated nodes. */
export interface Activation {
	credential: { type: string; data: IDataObject };
	/** What its user enters, by name of a node and path of the parameter. */
	parameters?: Record<string, IDataObject>;
	replies: ServiceReply[];
	/** What the services are sent for the sample leads, in any order. */
	sent: object[];
	/** How the service refuses one of the leads. */
	refusal: ServiceReply & { lead: string; error: string };
}

/** Saves a made-up credential, and returns what a node says to use it. */
async function saveCredential({ type, data }: Activation['credential']): Promise<INode['credentials']> {
	const name = `Made-up ${type}`;
	const { id } = await n8n.rest<{ id: string }>('POST', '/credentials', { name, type, data });
	return { [type]: { id, name } };
}

/** A template as its user leaves it: the deactivated nodes activated, with a credential and the parameters that the user enters. */
export async function activate(workflow: Workflow, { credential, parameters = {} }: Activation): Promise<Workflow> {
	const credentials = await saveCredential(credential);
	const nodes = workflow.nodes.map((node): INode => {
		const own = Object.entries(parameters[node.name] ?? {}).reduce(
			(all, [path, value]) => withPath(all, path, value),
			node.parameters as JsonObject,
		) as INode['parameters'];
		return node.disabled ? { ...node, disabled: false, credentials, parameters: own } : { ...node, parameters: own };
	});
	return { ...workflow, nodes };
}

/**
 * Publishes a template that has a webhook.
 *
 * @returns runs it with its sample leads: one call for each lead to the webhook, or by hand where there is none
 */
export async function startTemplate(workflow: Workflow): Promise<() => Promise<Execution[]>> {
	const trigger = workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.webhook');
	if (trigger === undefined) return async () => [await runByHand(workflow)];
	const webhook = await publish({ ...workflow, pinData: {} });
	return async () => {
		const executions: Execution[] = [];
		for (const { json } of workflow.pinData?.[trigger.name] ?? []) {
			expect((await webhook.post(json.body)).status).toBe(200);
			executions.push(await webhook.latest());
		}
		return executions;
	};
}

/** The items that left a node in any of the executions. */
export const itemsOf = (executions: Execution[], name: string, output = 0): INodeExecutionData[] =>
	executions.flatMap((execution) => execution.items(name, output));
