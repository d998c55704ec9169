import type { INodeProperties } from 'n8n-workflow';
import { readInteger } from '../parameters/readParameter';
import type { JsonObject } from '../json/json';

interface NumericOption {
	readonly label: string;
	readonly default: number;
	readonly min: number;
	readonly max: number;
	readonly description: string;
	/** Shown below the field, visible without opening the tooltip. */
	readonly unit?: string;
}

/** Options that are whole numbers. The form applies their bounds, and so does reading them, because expressions bypass the form. */
export const NUMERIC_OPTIONS = {
	concurrency: { label: 'Limit: Concurrency', default: 10, min: 1, max: 100, description: 'How many requests to send in parallel' },
	earlierDays: {
		unit: 'Days',
		label: 'Reuse: Earlier Result Max Age',
		default: 30,
		min: 1,
		max: 365,
		description: 'How old an earlier result may be. Only used with Earlier Result.',
	},
	keepCredits: {
		label: 'Limit: Keep Credits',
		default: 0,
		min: 0,
		max: 1_000_000_000,
		description:
			'Stops lookups when your account has this many credits left. With 0, they stop when no credits are left. Reads the balance at most once a minute, which costs nothing but sends the key in the URL.',
	},
	maxLookups: {
		label: 'Limit: Max Lookups',
		default: 0,
		min: 0,
		max: 1_000_000,
		description:
			'Maximum number of requests per execution, including retries and the requests of other IPQS nodes. Items beyond the limit are not looked up. 0 means no limit.',
	},
	maxRetries: {
		label: 'Limit: Max Retries',
		default: 3,
		min: 0,
		max: 10,
		description:
			'How many times to retry when IPQS is busy or unreachable. Each retry is another request. Timeouts are retried at most once.',
	},
	maxWait: {
		unit: 'Seconds',
		label: 'Limit: Max Wait',
		default: 30,
		min: 0,
		max: 3_600,
		description: 'Maximum time to spend on an item from its first request on, in seconds, including retries. 0 means no limit.',
	},
	reuseMinutes: {
		unit: 'Minutes',
		label: 'Reuse: Recent Results',
		default: 0,
		min: 0,
		max: 1_440,
		description:
			'How long to reuse the result of an identical lookup, in minutes, including in later executions. Results are only kept in memory. 0 turns this off.',
	},
	timeout: {
		unit: 'Seconds',
		label: 'Limit: Timeout',
		default: 10,
		min: 1,
		max: 60,
		description: 'How long to wait for each response, in seconds',
	},
} as const satisfies Record<string, NumericOption>;

export type NumericOptionName = keyof typeof NUMERIC_OPTIONS;

/** @throws {InvalidParameter} when the value is out of its bounds */
export const readNumericOption = (options: JsonObject, name: NumericOptionName): number => {
	const { label, default: fallback, ...bounds } = NUMERIC_OPTIONS[name];
	return readInteger(label, options[name] ?? fallback, bounds);
};

/** The option as a field of the form. */
export const numericProperty = (name: NumericOptionName): INodeProperties => {
	const { label, default: value, min, max, description, unit }: NumericOption = NUMERIC_OPTIONS[name];
	const typeOptions = { minValue: min, maxValue: max };
	return { displayName: label, name, type: 'number', typeOptions, default: value, description, ...(unit ? { hint: unit } : {}) };
};
