import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { createSettingsReader } from '../../../../nodes/shared/policyNode/createSettingsReader';
import { NodeParameters } from '../../../../nodes/shared/parameters/nodeParameters';
import { readBooleanParameter } from '../../../../nodes/shared/parameters/readParameter';
import { fakeNode, type FakeNodeSetup } from '../../../support/fake-node';

/** Reads whether a node is to be loud, and counts how often it did. */
function readerOf(loud: INodeParameters[string], setup: FakeNodeSetup = {}) {
	const { node } = fakeNode({ ...setup, parameters: { loud } });
	const parameters = new NodeParameters(node, [{ displayName: 'Loud', name: 'loud', type: 'boolean', default: false }]);
	const reads: number[] = [];
	const read = createSettingsReader(node, parameters, ['quiet', 'loud'], (from, itemIndex) => {
		reads.push(itemIndex);
		return { loud: readBooleanParameter('Loud', from.read('loud', itemIndex, false)) };
	});
	return { read, reads };
}

const items: IDataObject[] = [{ loud: true }, { loud: 'maybe' }, { loud: false }];

describe('settings', () => {
	it('are read once if no parameter has an expression', () => {
		const { read, reads } = readerOf(true);
		expect([0, 1, 2].map(read)).toEqual(Array(3).fill({ loud: true }));
		expect(reads).toEqual([0]);
	});

	it('are read for each item if a parameter has an expression, and an invalid value is the error of its item', () => {
		const { read, reads } = readerOf('=loud', { items });
		expect([0, 1, 2].map(read)).toEqual([{ loud: true }, { error: "'Loud' must be true or false" }, { loud: false }]);
		expect(reads).toEqual([0, 1, 2]);
	});

	it('have an error if the expression cannot be evaluated', () => {
		expect(readerOf('=!').read(0)).toEqual({ error: "The expression in 'Loud' could not be evaluated" });
	});

	it('stop the node if a constant is invalid, with what to do', () => {
		expect(() => readerOf('maybe')).toThrow(
			expect.objectContaining({
				name: 'NodeOperationError',
				message: "'Loud' must be true or false",
				description: 'No lead was processed. Correct the parameter and run the node again.',
			}),
		);
	});

	it('have an error of each item instead, with On Error = Continue', () => {
		const { read } = readerOf('maybe', { onError: 'continueRegularOutput' });
		expect([0, 1].map(read)).toEqual(Array(2).fill({ error: "'Loud' must be true or false" }));
	});
});
