import type { NodeParameters } from '../shared/parameters/nodeParameters';
import { readBooleanParameter, readFieldPath } from '../shared/parameters/readParameter';
import { DEFAULT_ITEM_SETTINGS, ITEM_PARAMETERS, readItemSettings, type ItemSettings } from '../shared/policyNode/itemSettings';
import { DECISION_FIELD } from './description/form';

/** The parameters that settings are read from. */
export const SETTING_PARAMETERS = [...ITEM_PARAMETERS, 'options.decisionField', 'options.includeTrace', 'options.includePolicy'] as const;

/** Parameters of an item that are not part of its policy. */
export interface DecisionSettings extends ItemSettings {
	readonly decisionField: string;
	readonly includeTrace: boolean;
	readonly includePolicy: boolean;
}

export const DEFAULT_SETTINGS: DecisionSettings = {
	...DEFAULT_ITEM_SETTINGS,
	decisionField: DECISION_FIELD,
	includeTrace: false,
	includePolicy: false,
};

/** @throws {InvalidParameter} if a value has the wrong type */
export function readDecisionSettings(parameters: NodeParameters, itemIndex: number): DecisionSettings {
	const read = (name: (typeof SETTING_PARAMETERS)[number], fallback: unknown): unknown => parameters.read(name, itemIndex, fallback);
	return {
		...readItemSettings(parameters, itemIndex),
		decisionField: readFieldPath('Put Decision in Field', read('options.decisionField', DECISION_FIELD)),
		includeTrace: readBooleanParameter('Include Trace', read('options.includeTrace', false)),
		includePolicy: readBooleanParameter('Include Policy', read('options.includePolicy', false)),
	};
}
