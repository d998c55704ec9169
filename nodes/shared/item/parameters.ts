import type { IExecuteFunctions, INodeParameters, INodeProperties } from 'n8n-workflow';

const holdsExpression = (value: unknown): boolean => {
	if (typeof value === 'string') return value.startsWith('=');
	if (typeof value !== 'object' || value === null) return false;
	return Object.values(value).some(holdsExpression);
};

/**
 * Reads parameters of a node so that constants are resolved once per execution and expressions once per item: n8n takes
 * some 500 µs for an expression, and even a constant costs a tree walk for each item.
 */
export class NodeParameters {
	private readonly raw: INodeParameters;

	private readonly constants = new Map<string, unknown>();

	/** The parameter read last: where a read throws, the one whose expression gave no value. */
	reading = '';

	/** @param properties the node's own, for their labels */
	constructor(
		private readonly node: Pick<IExecuteFunctions, 'getNode' | 'getNodeParameter'>,
		private readonly properties: readonly INodeProperties[],
	) {
		this.raw = node.getNode().parameters;
	}

	/** What the form calls a parameter. */
	labelOf(name: string): string {
		return this.properties.find((property) => property.name === name)?.displayName ?? name;
	}

	/** Whether the parameter, or one within it, is an expression and so may differ per item. */
	variesPerItem(name: string): boolean {
		return holdsExpression(this.raw[name]);
	}

	/** The parameter's value for an item; the fallback where the form does not show the parameter. */
	read<T>(name: string, itemIndex: number, fallback: T): T {
		this.reading = name;
		if (this.variesPerItem(name)) return this.node.getNodeParameter(name, itemIndex, fallback) as T;
		if (!this.constants.has(name)) this.constants.set(name, this.node.getNodeParameter(name, 0, fallback));
		return this.constants.get(name) as T;
	}
}
