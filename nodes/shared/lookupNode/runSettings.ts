import type { IExecuteFunctions } from 'n8n-workflow';
import { readNumericOption } from './numericOptions';

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

/**
 * Reads the settings once, from the first item.
 *
 * @throws {InvalidParameter} when one cannot be used
 */
export function readRunSettings(node: IExecuteFunctions): RunSettings {
	const option = (name: string, fallback: unknown): unknown => node.getNodeParameter(`options.${name}`, 0, null) ?? fallback;
	const keepCredits = option('keepCredits', '');
	const count = (name: 'concurrency' | 'maxLookups' | 'reuseMinutes'): number =>
		readNumericOption({ [name]: option(name, undefined) }, name);
	return {
		concurrency: count('concurrency'),
		maxLookups: count('maxLookups'),
		keepCredits: keepCredits === '' ? null : readNumericOption({ keepCredits }, 'keepCredits'),
		cacheMs: count('reuseMinutes') * 60_000,
		runId: JSON.stringify([node.getNode().name, node.getWorkflowDataProxy(0).$runIndex]),
	};
}
