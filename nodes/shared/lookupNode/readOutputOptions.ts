import type { IExecuteFunctions } from 'n8n-workflow';
import { readBooleanParameter, readChoice, InvalidParameter, readFieldPath } from '../parameters/readParameter';
import { fixedCollectionRows } from '../parameters/fixedCollection';
import { toText } from '../parameters/text';
import { OUTPUT_MODES, RESULT_MODES, selectFields, type FieldSelection, type OutputMode } from '../ipqs/selectFields';
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

type ResponseOperation = Pick<Operation, 'fields' | 'hasUnlistedFields' | 'extraFields' | 'outputField' | 'costsCredit'>;

/** @throws {InvalidParameter} when the operation does not have the mode */
export const readOutputMode = ({ costsCredit }: Pick<Operation, 'costsCredit'>, value: unknown): OutputMode =>
	readChoice('Output', value, costsCredit ? OUTPUT_MODES : RESULT_MODES);

/** The mode of the node, which is the same for all items; 'simplified' if it cannot be used. */
export const outputModeOf = (node: Pick<IExecuteFunctions, 'getNodeParameter'>): OutputMode => {
	const value = node.getNodeParameter('output', 0, 'simplified');
	return OUTPUT_MODES.find((mode) => mode === value) ?? 'simplified';
};

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
	const mode = readOutputMode(operation, item.read('output', 'simplified'));
	const fieldNames = fixedCollectionRows(options.fieldNames).map((row) => {
		if (row.name === '') throw new InvalidParameter('Output: Field Mapping', "has a row with an empty 'Output Field'");
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
