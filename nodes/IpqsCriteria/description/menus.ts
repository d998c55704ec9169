import type { INodePropertyOptions } from 'n8n-workflow';
import { PRESETS } from '../../shared/criteria/presets';
import type { Outcome } from '../../shared/criteria/types';

export const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = { accept: 'Accept', qa: 'QA', reject: 'Reject' };

/** In the order of the node's outputs. */
export const OUTCOME_MENU: INodePropertyOptions[] = Object.entries(OUTCOME_LABELS).map(([value, name]) => ({ name, value }));

export const byLabel = (one: { name: string }, other: { name: string }): number => one.name.localeCompare(other.name, 'en');

export const PRESET_MENU: INodePropertyOptions[] = PRESETS.map(({ label, name, description }) => ({
	name: label,
	value: name,
	description,
})).sort(byLabel);
