import type { NodeParameters } from '../shared/parameters/nodeParameters';
import { InvalidParameter, readBooleanParameter, readFieldPath } from '../shared/parameters/readParameter';
import {
	DECISION_FIELD,
	DEFAULT_RESULT_LOCATIONS,
	LOCATION_PARAMETERS,
	readResultLocations,
	type ResultLocations,
} from '../shared/policyNode/resultLocations';

const DECISION_LABEL = 'Put Decision in Field';

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

function readDecisionField(value: unknown, { resultFields }: ResultLocations): string {
	const field = readFieldPath(DECISION_LABEL, value);
	if (Object.values(resultFields).includes(field)) {
		throw new InvalidParameter(DECISION_LABEL, `would replace the result in '${field}'. Use a different field`);
	}
	return field;
}

/** @throws {InvalidParameter} if a value has the wrong type, or the decision would replace a result */
export function readDecisionSettings(parameters: NodeParameters, itemIndex: number): DecisionSettings {
	const read = (name: (typeof SETTING_PARAMETERS)[number], fallback: unknown): unknown => parameters.read(name, itemIndex, fallback);
	const locations = readResultLocations(parameters, itemIndex);
	return {
		...locations,
		decisionField: readDecisionField(read('options.decisionField', DECISION_FIELD), locations),
		includeTrace: readBooleanParameter('Include Trace', read('options.includeTrace', false)),
		includePolicy: readBooleanParameter('Include Policy', read('options.includePolicy', false)),
	};
}
