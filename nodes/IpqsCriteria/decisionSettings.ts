import type { NodeParameters } from '../shared/parameters/nodeParameters';
import { readBooleanParameter, readFieldPath } from '../shared/parameters/readParameter';
import {
	DECISION_FIELD,
	DEFAULT_RESULT_LOCATIONS,
	LOCATION_PARAMETERS,
	readResultLocations,
	type ResultLocations,
} from '../shared/policyNode/resultLocations';

/** The parameters that settings are read from. */
export const SETTING_PARAMETERS = [
	...LOCATION_PARAMETERS,
	'options.decisionField',
	'options.includeTrace',
	'options.includePolicy',
] as const;

/** Parameters of an item that are not part of its policy. */
export interface DecisionSettings extends ResultLocations {
	readonly decisionField: string;
	readonly includeTrace: boolean;
	readonly includePolicy: boolean;
}

export const DEFAULT_SETTINGS: DecisionSettings = {
	...DEFAULT_RESULT_LOCATIONS,
	decisionField: DECISION_FIELD,
	includeTrace: false,
	includePolicy: false,
};

/** @throws {InvalidParameter} if a value has the wrong type */
export function readDecisionSettings(parameters: NodeParameters, itemIndex: number): DecisionSettings {
	const read = (name: (typeof SETTING_PARAMETERS)[number], fallback: unknown): unknown => parameters.read(name, itemIndex, fallback);
	return {
		...readResultLocations(parameters, itemIndex),
		decisionField: readFieldPath('Put Decision in Field', read('options.decisionField', DECISION_FIELD)),
		includeTrace: readBooleanParameter('Include Trace', read('options.includeTrace', false)),
		includePolicy: readBooleanParameter('Include Policy', read('options.includePolicy', false)),
	};
}
