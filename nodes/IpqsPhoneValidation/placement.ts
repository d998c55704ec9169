import type { NodeParameters } from '../shared/item/parameters';
import { choice, fieldPath, flag, InvalidParameter } from '../shared/item/readers';
import { rowsOf } from '../shared/item/rows';
import { chooseFields } from '../shared/ipqs/result';
import { OUTPUT_MODES } from './description';
import { optionsOf } from './inquiry';
import type { Placement } from './output';

/** Where results go when the parameters that say so cannot be used. */
export const DEFAULT_PLACEMENT: Placement = {
	outputField: 'ipqs',
	includeInput: true,
	fields: chooseFields('simplified', [], []),
	fieldNames: [],
};

const namesOf = (value: unknown): string[] =>
	(Array.isArray(value) ? value : String(value ?? '').split(',')).map((name) => String(name).trim());

/**
 * Where the result of an item goes.
 *
 * @throws {InvalidParameter} when a field name cannot be used
 */
export function placementOf(parameters: NodeParameters, itemIndex: number): Placement {
	const read = (name: string, fallback: unknown): unknown => parameters.read(name, itemIndex, fallback);
	const options = optionsOf(parameters, itemIndex);
	const outputField = fieldPath('Put Result in Field', read('outputField', DEFAULT_PLACEMENT.outputField));
	const mode = choice('Output', read('output', 'simplified'), OUTPUT_MODES);
	const extra = flag('Enhanced Name Check', read('enhancedNameCheck', false)) ? ['name'] : [];
	const fieldNames = rowsOf(options.fieldNames).map((row) => {
		if (row.name === '') throw new InvalidParameter('Save Fields As', 'has a row whose \'Lead Field\' is empty');
		return { field: String(row.field), name: fieldPath('Save Fields As', row.name) };
	});
	return {
		outputField,
		includeInput: flag('Include Input Fields', options.includeInput ?? true),
		fields: chooseFields(mode, mode === 'selected' ? namesOf(read('fields', [])) : [], extra),
		fieldNames,
	};
}
