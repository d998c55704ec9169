import type { IExecuteFunctions, INodeExecutionData, INodeProperties, INodeType } from 'n8n-workflow';

const describe = (name: string, inputs: ['main'] | [], outputs: number, properties: INodeProperties[]): INodeType['description'] => ({
	displayName: name,
	name,
	group: ['transform'],
	version: [1, 1.2, 1.4, 2, 2.2, 3.2],
	description: name,
	defaults: { name },
	inputs,
	outputs: Array.from({ length: outputs }, () => 'main' as const),
	properties,
});

/** A node whose own work is outside n8n's engine, such as a webhook's: it hands on what it gets. */
export const passThrough = (name: string, inputs: ['main'] | []): INodeType => ({
	description: describe(name, inputs, 1, []),
	async execute(this: IExecuteFunctions) {
		return [this.getInputData()];
	},
});

const CONDITIONS: INodeProperties = { displayName: 'Conditions', name: 'conditions', type: 'filter', default: {} };

/** Whether the conditions at a place hold for an item, judged by n8n's engine itself. */
const holds = (context: IExecuteFunctions, place: string, index: number) =>
	context.getNodeParameter(place, index, false, { extractValue: true }) === true;

/** n8n's If: the outputs True and False. */
export const ifNode: INodeType = {
	description: describe('if', ['main'], 2, [CONDITIONS]),
	async execute(this: IExecuteFunctions) {
		const items = this.getInputData();
		const outputs: INodeExecutionData[][] = [[], []];
		items.forEach((item, index) => outputs[holds(this, 'conditions', index) ? 0 : 1]?.push(item));
		return outputs;
	},
};

/** n8n's Switch with three rules: an item leaves by the output of the first that holds. */
export const switchNode: INodeType = {
	description: describe('switch', ['main'], 3, [
		{
			displayName: 'Rules',
			name: 'rules',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			default: {},
			options: [{ displayName: 'Rules', name: 'values', values: [CONDITIONS] }],
		},
	]),
	async execute(this: IExecuteFunctions) {
		const items = this.getInputData();
		const outputs: INodeExecutionData[][] = [[], [], []];
		items.forEach((item, index) => {
			const rule = outputs.findIndex((_, candidate) => holds(this, `rules.values[${candidate}].conditions`, index));
			outputs[rule]?.push(item);
		});
		return outputs;
	},
};
