import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { Ipqs } from '../../nodes/Ipqs/Ipqs.node';
import { IpqsBacktest } from '../../nodes/IpqsBacktest/IpqsBacktest.node';
import { IpqsCriteria } from '../../nodes/IpqsCriteria/IpqsCriteria.node';
import { IpqsPhoneValidation } from '../../nodes/IpqsPhoneValidation/IpqsPhoneValidation.node';
import { createEngine, type EngineRun } from '../../scripts/engine';
import { n8nNodes } from './n8n-nodes';

export interface ExampleNode {
	id: string;
	name: string;
	type: string;
	position: number[];
	parameters: object;
	onError?: string;
	disabled?: boolean;
}

/** An example workflow, as it is imported into n8n. */
export interface Example {
	name: string;
	nodes: ExampleNode[];
	connections: object;
	pinData?: Record<string, INodeExecutionData[]>;
}

export const engine = createEngine({
	nodeTypes: {
		...n8nNodes,
		'n8n-nodes-ipqs.ipqsPhoneValidation': new IpqsPhoneValidation(),
		'n8n-nodes-ipqs.ipqsCriteria': new IpqsCriteria(),
		'n8n-nodes-ipqs.ipqsBacktest': new IpqsBacktest(),
		'n8n-nodes-ipqs.ipqs': new Ipqs(),
	},
	credentialTypes: {},
});

/** The example with other parameters in one node, beside those it has. */
export const withParameters = (example: Example, name: string, parameters: IDataObject): Example => ({
	...example,
	nodes: example.nodes.map((node) => (node.name === name ? { ...node, parameters: { ...node.parameters, ...parameters } } : node)),
});

/** The phone numbers that arrived at each of the nodes, in their order. */
export const endsOf = (run: EngineRun, nodes: string[]): Record<string, unknown[]> =>
	Object.fromEntries(nodes.map((name) => [name, run.arrived(name).map(({ json }) => json.phone)]));
