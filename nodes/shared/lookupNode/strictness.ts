import type { INodeProperties } from 'n8n-workflow';
import { readInteger } from '../parameters/validate';

const LEVELS = [
	{ name: '0 - Loose', value: 0, description: 'What IPQS recommends to start with' },
	{ name: '1 - Normal', value: 1 },
	{ name: '2 - Strict', value: 2, description: 'Catches more, and flags more good ones too' },
	{ name: '3 - Strictest', value: 3 },
];

/** A menu of IPQS's levels from 0 to the highest that the operation knows. */
export const strictnessProperty = (displayName: string, name: string, highest: 2 | 3, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'options',
	options: LEVELS.slice(0, highest + 1),
	default: 0,
	description,
});

/**
 * A level as IPQS takes it.
 *
 * @throws {InvalidParameter} when it is none
 */
export const readStrictness = (label: string, value: unknown, highest: 2 | 3): string =>
	String(readInteger(label, value, { min: 0, max: highest }));

/** The level of an option as IPQS takes it, empty where the option was not added. */
export const readOptionalStrictness = (label: string, value: unknown, highest: 2 | 3): string =>
	value === undefined ? '' : readStrictness(label, value, highest);
