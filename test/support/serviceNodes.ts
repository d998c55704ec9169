import type { IDataObject, INodeType } from 'n8n-workflow';
import type { Example } from './examples';
import { from, standIn } from './n8n-nodes/node';

export interface ServiceCall {
	node: string;
	parameters: IDataObject;
}

export interface Services {
	nodeTypes: Record<string, INodeType>;
	/** The parameters that each item gave a node, in the order of the calls. */
	calls: ServiceCall[];
}

/**
 * Stand-ins for the deactivated nodes of an example, which need an account.
 *
 * @param refuses whether the service refuses this call; the lead then leaves by the error output
 * @param response what the service returns
 */
export function makeServices(
	example: Example,
	refuses: (call: ServiceCall) => boolean = () => false,
	response: (call: ServiceCall) => IDataObject = () => ({ id: 'made-up' }),
): Services {
	const calls: ServiceCall[] = [];
	const deactivated = example.nodes.filter(({ disabled }) => disabled);
	const nodeTypes = deactivated.map(({ type }) => {
		const names = [...new Set(deactivated.filter((node) => node.type === type).flatMap(({ parameters }) => Object.keys(parameters)))];
		const service = standIn(
			type.split('.')[1] ?? '',
			(context) => [
				context.getInputData().map((_item, index) => {
					const values = names.map((name) => [name, context.getNodeParameter(name, index, null)] as const);
					const call = { node: context.getNode().name, parameters: Object.fromEntries(values) as IDataObject };
					calls.push(call);
					return from(index, { json: refuses(call) ? { error: 'Refused' } : response(call) });
				}),
			],
			{ parameters: names },
		);
		return [type, service] as const;
	});
	return { nodeTypes: Object.fromEntries(nodeTypes), calls };
}

/** The example as its user leaves it: with the deactivated nodes activated. */
export const activate = (example: Example): Example => ({
	...example,
	nodes: example.nodes.map((node) => ({ ...node, disabled: false })),
});
