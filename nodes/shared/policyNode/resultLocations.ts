import { parseCampaigns } from '../criteria/normalizeName';
import { RESULT_KIND_INFO, RESULT_KINDS, type ResultKind } from '../criteria/resultKinds';
import { isJsonObject, type JsonObject } from '../json/json';
import { readPath } from '../json/path';
import type { NodeParameters } from '../parameters/nodeParameters';
import { InvalidParameter } from '../parameters/readParameter';

/** Where IPQS Criteria puts its decision, and IPQS Back-Test looks for earlier ones. */
export const DECISION_FIELD = 'decision';

/** The parameters that these settings are read from. */
export const LOCATION_PARAMETERS = ['resultField', 'campaignField', 'options.resultFields'] as const;

/** Where an item has what its policy judges. */
export interface ResultLocations {
	/** Paths of the results in the item; an empty one of the phone result if the item itself is the result. */
	readonly resultFields: Readonly<Record<ResultKind, string>>;
	/** Paths of the campaigns in the item, the strongest first; empty if there are no campaigns. */
	readonly campaignFields: readonly string[];
}

const DEFAULT_RESULT_FIELDS = Object.fromEntries(RESULT_KINDS.map((kind) => [kind, RESULT_KIND_INFO[kind].defaultField])) as Record<
	ResultKind,
	string
>;

export const DEFAULT_RESULT_LOCATIONS: ResultLocations = { resultFields: DEFAULT_RESULT_FIELDS, campaignFields: [] };

/** Reads a path. An expression can return the value at the path by mistake, which may not be text. */
function readPathParameter(label: string, value: unknown): string {
	if (typeof value !== 'string') throw new InvalidParameter(label, 'must be the name of a field, such as ipqs');
	return value.trim();
}

/** The fields of 'Other Result Fields' that are filled in. */
function readResultFields(value: unknown): Partial<Record<ResultKind, string>> {
	const fields = isJsonObject(value) && isJsonObject(value.values) ? value.values : {};
	const entries = RESULT_KINDS.filter((kind) => kind !== 'phone' && (fields[kind] ?? '') !== '');
	return Object.fromEntries(entries.map((kind) => [kind, readPathParameter('Other Result Fields', fields[kind])]));
}

/** @throws {InvalidParameter} if a value has the wrong type */
export function readResultLocations(parameters: NodeParameters, itemIndex: number): ResultLocations {
	const read = (name: (typeof LOCATION_PARAMETERS)[number], fallback: unknown): unknown => parameters.read(name, itemIndex, fallback);
	const campaignField = readPathParameter('Campaign Field', read('campaignField', ''));
	const resultField = readPathParameter('Result Field', read('resultField', DEFAULT_RESULT_FIELDS.phone));
	return {
		resultFields: { ...DEFAULT_RESULT_FIELDS, ...readResultFields(read('options.resultFields', {})), phone: resultField },
		campaignFields: parseCampaigns(campaignField),
	};
}

/** The campaigns of an item, the strongest first, and whether it has one of the fields, even an empty one. */
export interface Campaigns {
	readonly campaigns: readonly string[];
	readonly hasField: boolean;
}

export const NO_CAMPAIGNS: Campaigns = { campaigns: [], hasField: false };

/** Reads the campaigns of an item from the fields that have text or a number. */
export function readCampaigns(json: JsonObject, campaignFields: readonly string[]): Campaigns {
	if (campaignFields.length === 0) return NO_CAMPAIGNS;
	const values = campaignFields.map((field) => readPath(json, field));
	const campaigns = values.map((value) => (typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : ''));
	return { campaigns: campaigns.filter((campaign) => campaign !== ''), hasField: values.some((value) => value !== undefined) };
}
