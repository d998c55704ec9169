import { readPath } from '../json/path';
import { isJsonObject, type JsonObject } from '../json/json';
import type { Shape } from '../ipqs/selectFields';
import { count } from './executionHints';

/** Parts of every result, whatever was looked up. */
const OF_EVERY_RESULT = new Set(['lookup', 'success', 'message']);

/** Whether the field that takes a result holds that of another kind of lookup: one with a field that this response never has. */
export function replacesOther(json: JsonObject, outputField: string, { fields, partlyKnown }: Shape): boolean {
	const previous = readPath(json, outputField);
	if (partlyKnown || !isJsonObject(previous) || !isJsonObject(previous.lookup)) return false;
	return Object.keys(previous).some((name) => !OF_EVERY_RESULT.has(name) && fields.every((field) => field.name !== name));
}

export const otherReplaced = (leads: number): string =>
	`${count(leads, 'lead')} held the result of another kind of lookup, which was replaced; give 'Put Result in Field' a name of its own`;
