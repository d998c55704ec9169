import type { NodeParameters } from '../shared/parameters/nodeParameters';
import { readPath } from '../shared/json/path';
import { readFieldPath, readBooleanParameter, InvalidParameter } from '../shared/parameters/validate';
import type { JsonObject } from '../shared/json/json';
import { DECISION_FIELD } from './description/options';

/** The parameters that settings are read from. */
export const SETTING_PARAMETERS = ['resultField', 'campaignField', 'options'] as const;

/** Parameters of an item that are not part of its policy. */
export interface ItemSettings {
	/** Path of the IPQS result in the item; empty if the item itself is the result. */
	readonly resultField: string;
	/** Path of the campaign in the item; empty if there are no campaigns. */
	readonly campaignField: string;
	readonly decisionField: string;
	readonly includeTrace: boolean;
	readonly includePolicy: boolean;
	/** Name of a preset, or policy JSON as text or object; unchecked. */
	readonly shadowPolicy: unknown;
}

export const DEFAULT_SETTINGS: ItemSettings = {
	resultField: 'ipqs',
	campaignField: '',
	decisionField: DECISION_FIELD,
	includeTrace: false,
	includePolicy: false,
	shadowPolicy: undefined,
};

/** Reads a path. An expression can return the value at the path by mistake, which may not be text. */
function readPathParameter(label: string, value: unknown): string {
	if (typeof value !== 'string') throw new InvalidParameter(label, 'must be the name of a field, such as ipqs');
	return value.trim();
}

/** @throws {InvalidParameter} if a value has the wrong type */
export function readItemSettings(parameters: NodeParameters, itemIndex: number): ItemSettings {
	const campaignField = readPathParameter('Campaign Field', parameters.read('campaignField', itemIndex, DEFAULT_SETTINGS.campaignField));
	const resultField = readPathParameter('Result Field', parameters.read('resultField', itemIndex, DEFAULT_SETTINGS.resultField));
	const options = parameters.read<JsonObject>('options', itemIndex, {});
	return {
		resultField,
		campaignField,
		decisionField: readFieldPath('Put Decision in Field', Object.hasOwn(options, 'decisionField') ? options.decisionField : DECISION_FIELD),
		includeTrace: readBooleanParameter('Include Trace', options.includeTrace ?? false),
		includePolicy: readBooleanParameter('Include Policy', options.includePolicy ?? false),
		shadowPolicy: options.shadowPolicy,
	};
}

/** The campaign of an item; null if `campaignField` is empty, or the field is empty or neither text nor a number. */
export function readCampaign(json: JsonObject, campaignField: string): string | null {
	const value = campaignField === '' ? undefined : readPath(json, campaignField);
	const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
	return text === '' ? null : text;
}
