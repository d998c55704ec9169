import fc from 'fast-check';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { execute } from '../../../nodes/IpqsCriteria/execute';
import { result } from './policies';

/** The part of n8n's API that the node uses, with constant parameters. */
const nodeWith = (items: INodeExecutionData[], parameters: IDataObject) =>
	({
		getInputData: () => items,
		continueOnFail: () => false,
		getNode: () => ({ type: 'n8n-nodes-ipqs.ipqsCriteria', parameters }),
		getNodeParameter: (name: string, _itemIndex: number, fallback: unknown) => parameters[name] ?? fallback,
		getExecutionCancelSignal: () => undefined,
		addExecutionHints: () => undefined,
	}) as unknown as IExecuteFunctions;

const FORM: IDataObject = {
	policySource: 'preset',
	preset: 'standard',
	fraudThreshold: '',
	qaThreshold: '',
	defaultAction: 'accept',
	onFailedLookup: 'qa',
	resultField: 'ipqs',
	campaignField: '',
};

const item = fc.oneof(
	fc.record({ ipqs: result }),
	fc.record({ ipqs: fc.anything() }),
	fc.dictionary(fc.string(), fc.anything()),
	fc.constantFrom('decision', 'ipqs').map((name) => ({ [name]: 1 })),
);

describe('routing', () => {
	it.each([
		["the item's field", FORM],
		['the item itself', { ...FORM, resultField: '' }],
		[
			'a deep decision',
			{
				...FORM,
				campaignField: 'ipqs',
				options: { decisionField: 'ipqs.decision', includeTrace: true, includePolicy: true, shadowPolicy: 'strict' },
			},
		],
		['Monitor', { ...FORM, mode: 'monitor' }],
	])('with %s every item leaves exactly once, in order, with only its decision added', async (_, parameters) => {
		await fc.assert(
			fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 5 }), async (jsons) => {
				const items = jsons.map((json) => ({ json: json as IDataObject }));
				const before = fc.stringify(jsons);
				const outputs = await execute(nodeWith(items, parameters));
				expect(fc.stringify(jsons)).toBe(before);
				expect(outputs).toHaveLength(3);
				const places = outputs.map((output) => output.map(({ pairedItem }) => (pairedItem as { item: number }).item));
				expect(places.flat().sort()).toEqual(items.map((_item, index) => index));
				for (const output of places) expect(output).toEqual([...output].sort());
			}),
			{ numRuns: 1000 },
		);
	});
});
