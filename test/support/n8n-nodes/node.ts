import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
	type INodeType,
	type NodeConnectionType,
} from 'n8n-workflow';

type Work = (node: IExecuteFunctions) => Promise<INodeExecutionData[][]> | INodeExecutionData[][];

interface Shape {
	/** Types of those parameters whose values n8n treats in a way of its own; the others are handed on as they were saved. */
	properties?: INodeProperties[];
	parameters?: string[];
	inputs?: NodeConnectionType[];
	outputs?: number;
	requiredInputs?: number;
}

const plain = (name: string): INodeProperties => ({ displayName: name, name, type: 'json', default: undefined });

/**
 * A stand-in for a node of n8n: what the example workflows need of it, with n8n-core's own parameters, expressions, item
 * linking and helpers.
 */
export const standIn = (
	name: string,
	work: Work,
	{ properties = [], parameters = [], inputs = [NodeConnectionTypes.Main], outputs = 1, requiredInputs }: Shape = {},
): INodeType => ({
	description: {
		displayName: name,
		name,
		group: ['transform'],
		version: [1, 1.1, 1.2, 2, 2.1, 2.2, 3, 3.4, 4.2, 4.5],
		description: name,
		defaults: { name },
		inputs,
		outputs: Array.from({ length: outputs }, () => NodeConnectionTypes.Main),
		properties: [...properties, ...parameters.map(plain)],
		requiredInputs,
	},
	async execute(this: IExecuteFunctions) {
		return await work(this);
	},
});

/** A trigger, whose items are those that are pinned to it. */
export const trigger = (name: string): INodeType => standIn(name, (node) => [node.getInputData()], { inputs: [] });

/** An item that came from the item at an index. */
export const from = (itemIndex: number, item: INodeExecutionData): INodeExecutionData => ({ ...item, pairedItem: { item: itemIndex } });
