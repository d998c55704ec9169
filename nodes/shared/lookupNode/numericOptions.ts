import type { INodeProperties } from 'n8n-workflow';
import { readInteger } from '../parameters/validate';
import type { JsonObject } from '../json/json';

interface NumericOption {
	readonly label: string;
	readonly default: number;
	readonly min: number;
	readonly max: number;
	readonly description: string;
	/** Shown below the field, where no tooltip has to be opened. */
	readonly unit?: string;
}

/** Options that are whole numbers: their bounds hold in the form and, for expressions, again when they are read. */
export const NUMERIC_OPTIONS = {
	concurrency: { label: 'Concurrency', default: 10, min: 1, max: 100, description: 'Requests in flight at once' },
	maxLookups: {
		label: 'Max Lookups',
		default: 0,
		min: 0,
		max: 1_000_000,
		description: 'Requests one execution may spend; the leads after that are not attempted. 0 means no limit.',
	},
	maxRetries: {
		label: 'Max Retries',
		default: 3,
		min: 0,
		max: 10,
		description: 'How often a lead is tried again when IPQS is busy or out of reach; a timeout is tried again once at most',
	},
	maxWait: {
		unit: 'Seconds',
		label: 'Max Wait',
		default: 30,
		min: 0,
		max: 3_600,
		description: 'Seconds that all attempts of a lead may take together. 0 means no limit.',
	},
	reuseMinutes: {
		unit: 'Minutes',
		label: 'Reuse Answers For',
		default: 0,
		min: 0,
		max: 1_440,
		description:
			'Minutes in which an equal answered lookup of this account is used again without a request, also in other executions. Kept in memory alone. 0 means never.',
	},
	timeout: { unit: 'Seconds', label: 'Timeout', default: 10, min: 1, max: 60, description: 'Seconds to wait for each answer' },
} as const satisfies Record<string, NumericOption>;

export type NumericOptionName = keyof typeof NUMERIC_OPTIONS;

/** @throws {InvalidParameter} when the value is out of its bounds */
export const readNumericOption = (options: JsonObject, name: NumericOptionName): number => {
	const { label, default: fallback, ...bounds } = NUMERIC_OPTIONS[name];
	return readInteger(label, options[name] ?? fallback, bounds);
};

/** The option as the form shows it. */
export const numericProperty = (name: NumericOptionName): INodeProperties => {
	const { label, default: value, min, max, description, unit }: NumericOption = NUMERIC_OPTIONS[name];
	const typeOptions = { minValue: min, maxValue: max };
	return { displayName: label, name, type: 'number', typeOptions, default: value, description, ...(unit ? { hint: unit } : {}) };
};
