import type { INodeProperties } from 'n8n-workflow';
import type { ResponseField } from '../ipqs/responseField';
import type { FieldSelection } from '../ipqs/selectFields';
import type { JsonObject } from '../json/json';
import { readPath } from '../json/path';
import { toText } from '../parameters/text';
import { InvalidParameter } from '../parameters/readParameter';
import { formatCount } from '../text';

const LABEL = 'Output: Field Prefix';

/** What happens to fields of the item that an option writes; n8n gives items on the error output all fields of their input. */
export const OVERWRITE_NOTE = 'are overwritten, and set to null if the lookup fails. Items on the error output keep the old values.';

/** The option that writes every field of the output into the item as well. */
export const fieldPrefix: INodeProperties = {
	displayName: LABEL,
	name: 'fieldPrefix',
	type: 'string',
	default: '',
	placeholder: 'e.g. phone_',
	description: `Also adds each output field to the item, with this prefix in its name. For example, phone_ adds phone_valid, phone_fraud_score and so on. Existing fields with these names ${OVERWRITE_NOTE} In 'Result Field' of IPQS Criteria, enter phone_* to read them.`,
};

/** Whether a name of the item is one under which IPQS Criteria would read a field of the result. */
const isFieldName = (name: string, prefix: string, known: readonly ResponseField[]): boolean => {
	if (!name.startsWith(prefix)) return false;
	const unprefixed = name.slice(prefix.length);
	return unprefixed === 'lookup' || known.some((field) => `${field.name}.`.startsWith(`${unprefixed}.`));
};

/** @throws {InvalidParameter} when names of fields cannot begin with the value, or would replace the result */
export function readFieldPrefix(value: unknown, { mode, known }: FieldSelection, outputField: string): string {
	const prefix = toText(value);
	if (prefix === '') return '';
	if (mode === 'raw') throw new InvalidParameter(LABEL, "needs 'Output' to be Simplified or Selected Fields");
	if (/[.*]/.test(prefix)) throw new InvalidParameter(LABEL, 'must be the start of field names, such as phone_');
	const [first = outputField] = outputField.split('.', 1);
	if (isFieldName(first, prefix, known)) {
		throw new InvalidParameter(LABEL, "would replace the result in 'Put Result in Field'. Use a different prefix");
	}
	return prefix;
}

/**
 * Adds the fields of an output to an item under prefixed names, on one level: `number_recycling.ported` becomes the field
 * `phone_number_recycling.ported`. A field of the item that has such a name of another response field is left out, as it would
 * look like one from IPQS.
 *
 * @param result with the fields of the output; undefined if there is no result, so that all fields are null
 */
export function withPrefixedFields(
	json: JsonObject,
	prefix: string,
	{ fields, known, keepUnlisted }: FieldSelection,
	result: JsonObject | undefined,
): JsonObject {
	const listed = fields.map(({ name }) => [prefix + name, readPath(result, name) ?? null] as const);
	const names = new Set(fields.map(({ name }) => name.split('.', 1)[0]));
	const unlisted = keepUnlisted ? Object.entries(result ?? {}).filter(([name]) => name !== 'lookup' && !names.has(name)) : [];
	const own = Object.entries(json).filter(([name]) => !isFieldName(name, prefix, known));
	return Object.fromEntries([...own, ...listed, ...unlisted.map(([name, value]) => [prefix + name, value] as const)]);
}

/** Whether an item already has one of the prefixed fields. */
export const overwritesPrefixedField = (json: JsonObject, prefix: string, { known }: FieldSelection): boolean =>
	prefix !== '' && Object.keys(json).some((name) => isFieldName(name, prefix, known));

export const prefixWarning = (leads: number): string =>
	`${formatCount(leads, 'lead')} already had a field that begins with the text in '${LABEL}', and it was overwritten. Use a different prefix to keep it`;
