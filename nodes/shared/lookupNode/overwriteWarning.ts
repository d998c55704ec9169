import { readPath } from '../json/path';
import { isJsonObject, type JsonObject } from '../json/json';
import type { ResponseShape } from '../ipqs/selectFields';
import { formatCount } from '../text';

/** Fields of every result, whatever was looked up. */
const COMMON_FIELDS = new Set(['lookup', 'success', 'message']);

/** Whether `outputField` has the result of another kind of lookup, recognized by a field that this kind of response never has. */
export function overwritesOtherResult(json: JsonObject, outputField: string, { fields, hasUnlistedFields }: ResponseShape): boolean {
	const previous = readPath(json, outputField);
	if (hasUnlistedFields || !isJsonObject(previous) || !isJsonObject(previous.lookup)) return false;
	return Object.keys(previous).some((name) => !COMMON_FIELDS.has(name) && fields.every((field) => field.name !== name));
}

export const overwriteWarning = (leads: number): string =>
	`The result of another lookup was overwritten in ${formatCount(leads, 'lead')}. Use a different name in 'Put Result in Field'`;
