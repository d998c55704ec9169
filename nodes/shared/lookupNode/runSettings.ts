import type { IExecuteFunctions } from 'n8n-workflow';
import { flag, InvalidParameter } from '../parameters/validate';
import { numberOption } from './numericOptions';

/** Options that hold for a whole execution of the node, and the name of this run of it. */
export interface Settings {
	readonly concurrency: number;
	readonly deduplicate: boolean;
	readonly maxLookups: number;
	readonly checkCredits: boolean;
	/** Milliseconds. */
	readonly reuseFor: number;
	/** The same for n8n's further tries of a run, so that they find what the first one paid for. */
	readonly run: string;
}

/**
 * Reads the settings once, by the first item.
 *
 * @throws {InvalidParameter} when one cannot be used
 */
export function readSettings(node: IExecuteFunctions): Settings {
	const option = (name: string, fallback: unknown): unknown => node.getNodeParameter(`options.${name}`, 0, null) ?? fallback;
	const count = (name: 'concurrency' | 'maxLookups' | 'reuseMinutes'): number => numberOption({ [name]: option(name, undefined) }, name);
	return {
		concurrency: count('concurrency'),
		maxLookups: count('maxLookups'),
		checkCredits: flag('Check Credits First', option('checkCredits', false)),
		reuseFor: count('reuseMinutes') * 60_000,
		deduplicate: flag('Remove Duplicate Lookups', option('deduplicate', true)),
		run: JSON.stringify([node.getNode().name, node.getWorkflowDataProxy(0).$runIndex]),
	};
}

/** What is wrong with a value that could not be read or used, for people. */
export const complaintOf = (thrown: unknown, otherwise: string): string => (thrown instanceof InvalidParameter ? thrown.message : otherwise);
