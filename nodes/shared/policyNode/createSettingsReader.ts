import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import type { NodeParameters } from '../parameters/nodeParameters';
import { errorMessageOf } from '../parameters/readParameter';
import { CORRECT_THE_NODE, stopsForIssues, type InvalidPolicy } from './policyResolver';

/**
 * Reads the settings once per run, or once per item if a parameter has an expression. An invalid value of an expression makes the
 * policy of its item invalid.
 *
 * @param names of the parameters that `read` reads
 * @returns a function that throws a NodeOperationError if a constant is invalid, unless On Error is Continue
 */
export function createSettingsReader<Settings extends object>(
	node: IExecuteFunctions,
	parameters: NodeParameters,
	names: readonly string[],
	read: (parameters: NodeParameters, itemIndex: number) => Settings,
): (itemIndex: number) => Settings | InvalidPolicy {
	const readSafely = (itemIndex: number): Settings | InvalidPolicy => {
		try {
			return read(parameters, itemIndex);
		} catch (thrown) {
			const message = errorMessageOf(thrown, parameters.evaluationError());
			if (parameters.variesPerItem(parameters.lastRead) || !stopsForIssues(node)) return { error: message };
			throw new NodeOperationError(node.getNode(), message, { description: CORRECT_THE_NODE });
		}
	};
	const vary = names.some((name) => parameters.variesPerItem(name));
	const constant = vary ? undefined : readSafely(0);
	return (itemIndex) => constant ?? readSafely(itemIndex);
}
