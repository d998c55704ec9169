import { readBooleanParameter, readChoice, InvalidParameter, readFieldPath } from '../parameters/validate';
import { fixedCollectionRows } from '../parameters/fixedCollection';
import { toText } from '../parameters/text';
import { OUTPUT_MODES, selectFields, type FieldSelection } from '../ipqs/selectFields';
import { readFieldPrefix } from './fieldPrefix';
import type { ItemParameters } from './itemParameters';
import type { Operation } from './operation';

/** Where and how a result is put into an item. */
export interface OutputOptions {
	readonly outputField: string;
	readonly includeInput: boolean;
	readonly fields: FieldSelection;
	/** Response field by the lead field it is copied to, 'Output: Field Mapping'. */
	readonly fieldNames: ReadonlyArray<{ readonly field: string; readonly name: string }>;
	/** Start of the names under which the item has every field of the output as well; empty if it has none. */
	readonly fieldPrefix: string;
}

export const DEFAULT_OUTPUT_FIELD = 'ipqs';

type ResponseOperation = Pick<Operation, 'fields' | 'hasUnlistedFields' | 'extraFields' | 'outputField'>;

/** Output options for an item whose own cannot be used. */
export const defaultOutputOptions = (operation: ResponseOperation): OutputOptions => ({
	outputField: operation.outputField ?? DEFAULT_OUTPUT_FIELD,
	includeInput: true,
	fields: selectFields(operation, 'simplified', [], []),
	fieldNames: [],
	fieldPrefix: '',
});

const toNames = (value: unknown): string[] => (Array.isArray(value) ? value : toText(value).split(',')).map(toText);

/**
 * Reads where and how the result of an item is put.
 *
 * @throws {InvalidParameter} when a field name cannot be used
 */
export function readOutputOptions(operation: ResponseOperation, item: ItemParameters): OutputOptions {
	const { options } = item;
	const outputField = readFieldPath('Put Result in Field', item.read('outputField', operation.outputField ?? DEFAULT_OUTPUT_FIELD));
	const mode = readChoice('Output', item.read('output', 'simplified'), OUTPUT_MODES);
	const fieldNames = fixedCollectionRows(options.fieldNames).map((row) => {
		if (row.name === '') throw new InvalidParameter('Output: Field Mapping', "has a row with an empty 'Lead Field'");
		return { field: toText(row.field), name: readFieldPath('Output: Field Mapping', row.name) };
	});
	const selected = mode === 'selected' ? toNames(item.read('fields', [])) : [];
	const fields = selectFields(operation, mode, selected, operation.extraFields?.(item) ?? []);
	return {
		outputField,
		includeInput: readBooleanParameter('Output: Include Input Fields', options.includeInput ?? true),
		fields,
		fieldNames,
		fieldPrefix: readFieldPrefix(options.fieldPrefix ?? '', fields, outputField),
	};
}
