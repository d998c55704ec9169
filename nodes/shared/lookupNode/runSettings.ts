import type { IExecuteFunctions } from 'n8n-workflow';
import { isJsonObject, type JsonObject } from '../json/json';
import { readNumericOption, type NumericOptionName } from './numericOptions';

/** Options that apply to a whole run of the node. */
export interface RunSettings {
	readonly concurrency: number;
	/** Requests per execution, 0 = no limit. */
	readonly maxLookups: number;
	/** Credits that must stay in the account; null = its balance is not read. */
	readonly keepCredits: number | null;
	/** How long results are reused, in ms; 0 = never. */
	readonly cacheMs: number;
	/** Identifies this run of the node; the same when n8n retries it, so that a retry finds the results already paid for. */
	readonly runId: string;
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/**
 * Reads the settings once, from the first item.
 *
 * @throws {InvalidParameter} when one cannot be used
 */
export function readRunSettings(node: IExecuteFunctions): RunSettings {
	const { options } = node.getNode().parameters;
	const added: JsonObject = isJsonObject(options) ? options : {};
	// An empty field is as good as none. An expression that gives nothing must not switch off a limit.
	const isSet = (name: NumericOptionName): boolean => !isEmpty(added[name]);
	const read = (name: NumericOptionName): number =>
		readNumericOption(isSet(name) ? { [name]: node.getNodeParameter(`options.${name}`, 0, null) ?? '' } : {}, name);
	return {
		concurrency: read('concurrency'),
		maxLookups: read('maxLookups'),
		keepCredits: isSet('keepCredits') ? read('keepCredits') : null,
		cacheMs: read('reuseMinutes') * 60_000,
		runId: JSON.stringify([node.getNode().name, node.getWorkflowDataProxy(0).$runIndex]),
	};
}
