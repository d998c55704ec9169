import { choice, fieldPath, flag, InvalidParameter } from '../parameters/validate';
import { rowsOf } from '../parameters/fixedCollection';
import { textOf } from '../parameters/text';
import { chooseFields, OUTPUT_MODES } from '../ipqs/selectFields';
import type { ItemParameters, Operation } from './operation';
import type { Placement } from './outputItem';

type Responding = Pick<Operation, 'fields' | 'partlyKnown' | 'extraFields'>;

/** Where results go when the parameters that say so cannot be used. */
export const defaultPlacement = (operation: Responding): Placement => ({
	outputField: 'ipqs',
	includeInput: true,
	fields: chooseFields(operation, 'simplified', [], []),
	fieldNames: [],
});

const namesOf = (value: unknown): string[] =>
	(Array.isArray(value) ? value : textOf(value).split(',')).map(textOf);

/**
 * Where the result of an item goes.
 *
 * @throws {InvalidParameter} when a field name cannot be used
 */
export function placementOf(operation: Responding, item: ItemParameters): Placement {
	const { options } = item;
	const outputField = fieldPath('Put Result in Field', item.read('outputField', 'ipqs'));
	const mode = choice('Output', item.read('output', 'simplified'), OUTPUT_MODES);
	const fieldNames = rowsOf(options.fieldNames).map((row) => {
		if (row.name === '') throw new InvalidParameter('Save Fields As', 'has a row whose \'Lead Field\' is empty');
		return { field: textOf(row.field), name: fieldPath('Save Fields As', row.name) };
	});
	const selected = mode === 'selected' ? namesOf(item.read('fields', [])) : [];
	return {
		outputField,
		includeInput: flag('Include Input Fields', options.includeInput ?? true),
		fields: chooseFields(operation, mode, selected, operation.extraFields?.(item) ?? []),
		fieldNames,
	};
}
