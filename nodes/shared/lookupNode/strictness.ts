import type { INodeProperties } from 'n8n-workflow';
import { readInteger } from '../parameters/readParameter';

const LEVELS = [
	{ name: '0 - Loose', value: 0, description: 'Recommended by IPQS to start with' },
	{ name: '1 - Normal', value: 1 },
	{ name: '2 - Strict', value: 2, description: 'Catches more fraud, with more false positives' },
	{ name: '3 - Strictest', value: 3 },
];

/** A menu of strictness levels, from 0 to the highest one that the endpoint accepts. */
export const strictnessProperty = (displayName: string, name: string, highest: 2 | 3, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'options',
	options: LEVELS.slice(0, highest + 1),
	default: 0,
	description,
});

/**
 * Reads a level as a request parameter, such as '0'.
 *
 * @throws {InvalidParameter} unless it is a whole number from 0 to `highest`
 */
export const readStrictness = (label: string, value: unknown, highest: 2 | 3): string =>
	String(readInteger(label, value, { min: 0, max: highest }));

/** Reads the level of an option; '' if the option was not added. */
export const readOptionalStrictness = (label: string, value: unknown, highest: 2 | 3): string =>
	value === undefined ? '' : readStrictness(label, value, highest);
