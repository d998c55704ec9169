import type { JsonObject } from '../json/json';
import type { NodeParameters } from '../parameters/nodeParameters';

/** The parameters of one item. */
export class ItemParameters {
	constructor(
		private readonly parameters: NodeParameters,
		private readonly itemIndex: number,
	) {}

	/** The parameter's value for this item, or the fallback if the form hides it. */
	read(name: string, fallback: unknown): unknown {
		return this.parameters.read(name, this.itemIndex, fallback);
	}

	/** Whether the parameter comes from an expression, so that a lead can bring any value. */
	variesPerItem(name: string): boolean {
		return this.parameters.variesPerItem(name);
	}

	/** The options that the user added, as n8n stores them. */
	get options(): JsonObject {
		return this.parameters.read<JsonObject>('options', this.itemIndex, {});
	}
}
