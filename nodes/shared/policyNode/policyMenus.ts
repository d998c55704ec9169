import type { INodePropertyOptions } from 'n8n-workflow';
import { PRESET_RULE_NAMES, PRESETS } from '../criteria/presets';
import { OUTCOME_LABELS } from '../criteria/types';

/** In the order of the node's outputs. */
export const OUTCOME_MENU: INodePropertyOptions[] = Object.entries(OUTCOME_LABELS).map(([value, name]) => ({ name, value }));

export const byLabel = (one: { name: string }, other: { name: string }): number => one.name.localeCompare(other.name, 'en');

export const PRESET_MENU: INodePropertyOptions[] = PRESETS.map(({ label, name, description }) => ({
	name: label,
	value: name,
	description,
})).sort(byLabel);

/** What happens to leads whose phone number is missing or unreadable, so that nothing was looked up. */
export const UNUSABLE_NUMBER_MENU: INodePropertyOptions[] = [
	...OUTCOME_MENU,
	{ name: 'Reject If Missing, Otherwise QA', value: 'rejectMissing' },
];

/** Rules of all presets, for 'Skip Rules'. */
export const PRESET_RULE_MENU: INodePropertyOptions[] = PRESET_RULE_NAMES.map((name) => ({ name, value: name }));

/**
 * Condition of a display option. On the parameter itself, it keeps a parameter that the form no longer offers in the workflows that
 * use it: n8n drops the values of hidden ones.
 */
export const IS_FILLED = { _cnd: { exists: true } } as const;
