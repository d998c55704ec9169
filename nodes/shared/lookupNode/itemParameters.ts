import type { JsonObject } from '../json/json';
import type { NodeParameters } from '../parameters/nodeParameters';

/** The parameters of one item. */
export class ItemParameters {
	/** Values read before: n8n takes some 500 µs for an expression. */
	private readonly values = new Map<string, unknown>();

	constructor(
		private readonly parameters: NodeParameters,
		private readonly itemIndex: number,
	) {}

	/** The parameter's value for this item, or the fallback if the form hides it. */
	read(name: string, fallback: unknown): unknown {
		if (!this.values.has(name)) this.values.set(name, this.parameters.read(name, this.itemIndex, fallback));
		return this.values.get(name);
	}

	/** Whether the parameter comes from an expression, so that a lead can bring any value. */
	variesPerItem(name: string): boolean {
		return this.parameters.variesPerItem(name);
	}

	/** The options that the user added, as n8n stores them. */
	get options(): JsonObject {
		return this.read('options', {}) as JsonObject;
	}
}
