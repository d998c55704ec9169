import { readPath } from '../json/path';
import { isJsonObject, type JsonObject } from '../json/json';
import type { ResponseShape } from '../ipqs/selectFields';
import { formatCount } from '../text';

/** Parts of every result, whatever was looked up. */
const COMMON_FIELDS = new Set(['lookup', 'success', 'message']);

/** Whether the field that takes a result holds that of another kind of lookup: one with a field that this response never has. */
export function overwritesOtherResult(json: JsonObject, outputField: string, { fields, hasUnlistedFields }: ResponseShape): boolean {
	const previous = readPath(json, outputField);
	if (hasUnlistedFields || !isJsonObject(previous) || !isJsonObject(previous.lookup)) return false;
	return Object.keys(previous).some((name) => !COMMON_FIELDS.has(name) && fields.every((field) => field.name !== name));
}

export const overwriteWarning = (leads: number): string =>
	`${formatCount(leads, 'lead')} held the result of another kind of lookup, which was replaced; give 'Put Result in Field' a name of its own`;
