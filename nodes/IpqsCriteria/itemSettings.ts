import type { NodeParameters } from '../shared/parameters/nodeParameters';
import { readPath } from '../shared/json/path';
import { readFieldPath, readBooleanParameter, InvalidParameter } from '../shared/parameters/validate';
import type { JsonObject } from '../shared/json/json';
import { DECISION_FIELD } from './description/options';

/** The parameters that settings are read from. */
export const SETTING_PARAMETERS = ['resultField', 'campaignField', 'options'] as const;

/** What an item says beside the policy. */
export interface ItemSettings {
	/** Path of the IPQS result; empty for the item itself. */
	readonly resultField: string;
	/** Path of the campaign; empty when one policy holds for all. */
	readonly campaignField: string;
	readonly decisionField: string;
	readonly includeTrace: boolean;
	readonly includePolicy: boolean;
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

/** A path to read; an expression may by oversight bring the value that stands there. */
function readPathParameter(label: string, value: unknown): string {
	if (typeof value !== 'string') throw new InvalidParameter(label, 'must be the name of a field, such as ipqs');
	return value.trim();
}

/** @throws {InvalidParameter} when a value cannot be used */
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

/** The item's campaign; null when no field is named or the item has none in it. */
export function readCampaign(json: JsonObject, campaignField: string): string | null {
	const value = campaignField === '' ? undefined : readPath(json, campaignField);
	const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
	return text === '' ? null : text;
}
