import type { IConnection, IConnections, IDataObject, INode } from 'n8n-workflow';
import { n8n, type Workflow } from './n8n';

const STEP = 224;

/** A node; what `more` holds replaces, such as its version or On Error. */
export const node = (name: string, type: string, parameters: INode['parameters'] = {}, more: Partial<INode> = {}): INode => ({
	id: name,
	name,
	type,
	typeVersion: 1,
	position: [0, 0],
	parameters,
	...more,
});

export const lookup = (parameters: INode['parameters'], more: Partial<INode> = {}): INode =>
	node('Lookup', 'n8n-nodes-ipqs.ipqsPhoneValidation', { phone: '={{ $json.phone }}', ...parameters }, more);

export const criteria = (parameters: INode['parameters'] = {}): INode => node('Decide', 'n8n-nodes-ipqs.ipqsCriteria', parameters);

/** Where an output leads. */
export const main = (name: string): IConnection[] => [{ node: name, type: 'main', index: 0 }];

/** A workflow of nodes in a row, each fed by the first output of the one before it. */
export function row(name: string, nodes: INode[]): Workflow {
	const connections: IConnections = {};
	nodes.slice(1).forEach((next, index) => (connections[nodes[index]?.name ?? ''] = { main: [main(next.name)] }));
	const placed = nodes.map((one, index): INode => ({ ...one, position: [index * STEP, 0] }));
	return { name, nodes: placed, connections, settings: { executionOrder: 'v1' } };
}

export const START = node('Leads', 'n8n-nodes-base.manualTrigger');

/** A webhook that takes leads as a list, and the node that makes an item of each; it answers with the last node's first item. */
export const receive = (path: string): [INode, INode] => [
	node(
		'Webhook',
		'n8n-nodes-base.webhook',
		{ httpMethod: 'POST', path, responseMode: 'lastNode', options: {} },
		{ typeVersion: 2.1, webhookId: path },
	),
	node('Leads', 'n8n-nodes-base.splitOut', { fieldToSplitOut: 'body', options: {} }),
];

/** The workflow with these leads pinned to its trigger. */
export const pinned = (workflow: Workflow, leads: IDataObject[], trigger = START.name): Workflow => ({
	...workflow,
	pinData: { ...workflow.pinData, [trigger]: leads.map((json) => ({ json })) },
});

/** The workflow with this trigger as its first, which `runByHand` starts. */
export const startingAt = (workflow: Workflow, trigger: string): Workflow => ({
	...workflow,
	nodes: [...workflow.nodes].sort((one, other) => Number(other.name === trigger) - Number(one.name === trigger)),
});

export interface Saved {
	id: string;
	versionId: string;
}

export const save = async (workflow: Workflow): Promise<Saved> => await n8n.rest<Saved>('POST', '/workflows', workflow);
