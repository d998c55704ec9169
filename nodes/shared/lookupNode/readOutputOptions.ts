import type { IExecuteFunctions } from 'n8n-workflow';
import { readBooleanParameter, readChoice, InvalidParameter, readFieldPath } from '../parameters/readParameter';
import { fixedCollectionRows } from '../parameters/fixedCollection';
import type { JsonObject } from '../json/json';
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

const MAPPING = 'Output: Field Mapping';

type ResponseOperation = Pick<Operation, 'fields' | 'hasUnlistedFields' | 'extraFields' | 'outputField' | 'costsCredit'>;

/** @throws {InvalidParameter} when the operation does not have the mode */
export const readOutputMode = ({ costsCredit }: Pick<Operation, 'costsCredit'>, value: unknown): OutputMode =>
	readChoice('Output', value, costsCredit ? OUTPUT_MODES : RESULT_MODES);

/** The mode of the node, which is the same for all items; 'simplified' if it cannot be used. */
export const outputModeOf = (node: Pick<IExecuteFunctions, 'getNodeParameter'>): OutputMode => {
	const value = node.getNodeParameter('output', 0, 'simplified');
	return OUTPUT_MODES.find((mode) => mode === value) ?? 'simplified';
};

const toNames = (value: unknown): string[] => (Array.isArray(value) ? value : toText(value).split(',')).map(toText);

/** @throws {InvalidParameter} when the name is empty, cannot be used, or is that of the result */
function readMappedName(row: JsonObject, outputField: string): string {
	if (row.name === '') throw new InvalidParameter(MAPPING, "has a row with an empty 'Output Field'");
	const name = readFieldPath(MAPPING, row.name);
	if (name === outputField) {
		throw new InvalidParameter(MAPPING, "would replace the result in 'Put Result in Field'. Use a different field");
	}
	return name;
}

function selectOutput(operation: ResponseOperation, item: ItemParameters): FieldSelection {
	const mode = readOutputMode(operation, item.read('output', 'simplified'));
	const selected = mode === 'selected' ? toNames(item.read('fields', [])) : [];
	return selectFields(operation, mode, selected, operation.extraFields?.(item) ?? []);
}

/**
 * Reads where and how the result of an item is put. What cannot be used is as by default, and all else as it is set: the failure must
 * be where the result would be, so that nothing else in the item is taken for it.
 *
 * @param onError called with what was thrown for a part that cannot be used
 */
export function readOutputOptions(operation: ResponseOperation, item: ItemParameters, onError: (thrown: unknown) => void): OutputOptions {
	const defaultField = operation.outputField ?? DEFAULT_OUTPUT_FIELD;
	const attempt = <Part>(read: () => Part, otherwise: () => Part): Part => {
		try {
			return read();
		} catch (thrown) {
			onError(thrown);
			return otherwise();
		}
	};
	const options = attempt<JsonObject>(
		() => item.options,
		() => ({}),
	);
	const outputField = attempt(
		() => readFieldPath('Put Result in Field', item.read('outputField', defaultField)),
		() => defaultField,
	);
	const fields = attempt(
		() => selectOutput(operation, item),
		() => selectFields(operation, 'simplified', [], []),
	);
	return {
		outputField,
		includeInput: attempt(
			() => readBooleanParameter('Output: Include Input Fields', options.includeInput ?? true),
			() => true,
		),
		fields,
		fieldNames: fixedCollectionRows(options.fieldNames).flatMap((row) =>
			attempt(
				() => [{ field: toText(row.field), name: readMappedName(row, outputField) }],
				() => [],
			),
		),
		fieldPrefix: attempt(
			() => readFieldPrefix(options.fieldPrefix ?? '', fields, outputField),
			() => '',
		),
	};
}
