import type { JsonObject } from '../json';
import { readPath, withPath } from '../item/path';
import type { Reason } from './errors';
import { NESTED_PLAN_SENTENCES, PHONE_FIELD_BY_NAME, PHONE_FIELDS, type ResponseField } from './fields';
import { isPlanSentence, readValue } from './values';

export type OutputMode = 'simplified' | 'selected' | 'raw';

/** What the node itself knows about a lookup; `lookup` of a result. */
export interface LookupRecord {
	readonly status: 'ok' | 'not_sent' | 'failed' | 'not_attempted';
	/** Null when the lookup was answered. */
	readonly reason: Reason | null;
	readonly request_id: string | null;
	/** ISO 8601, UTC; null when no request was sent. */
	readonly checked_at: string | null;
	/** Requests sent for this lookup. */
	readonly attempts: number;
	/** Milliseconds the last request took; null when none was sent. */
	readonly latency_ms: number | null;
	/** Whether another item's request gave this result. */
	readonly deduplicated: boolean;
	/** True only where a request was answered with a result, null where one was sent and never answered. */
	readonly billable: boolean | null;
	readonly sandbox: boolean;
	/** Fields the plan lacks, with IPQS's sentence. */
	readonly not_in_plan: Readonly<Record<string, string>>;
}

/** The fields of an output: fixed for simplified, the user's for selected. */
export interface FieldChoice {
	readonly mode: OutputMode;
	readonly fields: readonly ResponseField[];
}

const SIMPLIFIED = PHONE_FIELDS.filter(({ simplified }) => simplified);
const fieldsNamed = (names: readonly string[]): ResponseField[] => PHONE_FIELDS.filter(({ name }) => names.includes(name));

/**
 * The fields of an output mode.
 *
 * @param selected names of the user's selection
 * @param extra names that the request gives a meaning to, such as `name` with the name check
 */
export function chooseFields(mode: OutputMode, selected: readonly string[], extra: readonly string[]): FieldChoice {
	if (mode === 'raw') return { mode, fields: [] };
	if (mode === 'selected') return { mode, fields: fieldsNamed(['success', ...selected]) };
	return { mode, fields: [...SIMPLIFIED, ...fieldsNamed(extra)] };
}

/** IPQS's sentences in place of values, by field. Free text such as a carrier or a name is never one. */
export function plansMissing(body: JsonObject): Record<string, string> {
	const places = [...PHONE_FIELDS.filter(({ type, ownWords }) => type !== 'text' && !ownWords).map(({ name }) => name), ...NESTED_PLAN_SENTENCES];
	const sentences = places.map((place) => [place, readPath(body, place)] as const);
	return Object.fromEntries(sentences.filter((entry): entry is [string, string] => typeof entry[1] === 'string' && isPlanSentence(entry[1])));
}

/** A value of the body, typed; within an object, what the field list knows is typed and a plan sentence becomes null. */
export function typedValue(field: ResponseField, body: JsonObject): unknown {
	const value = readValue(field, readPath(body, field.name));
	if (field.type !== 'object' || value === null) return value;
	const within = `${field.name}.`;
	const members = PHONE_FIELDS.filter(({ name }) => name.startsWith(within) && readPath(body, name) !== undefined);
	const typed = members.reduce<JsonObject>((object, member) => withPath(object, member.name.slice(within.length), typedValue(member, body)), value as JsonObject);
	return NESTED_PLAN_SENTENCES.filter((place) => place.startsWith(within)).reduce<JsonObject>((object, place) => {
		const text = readPath(body, place);
		return typeof text === 'string' && isPlanSentence(text) ? withPath(object, place.slice(within.length), null) : object;
	}, typed);
}

/** The chosen fields of a body, typed; the body itself when raw. Fields IPQS did not send are null. */
export function project(body: JsonObject, { mode, fields }: FieldChoice): JsonObject {
	if (mode === 'raw') return { ...body };
	return fields.reduce<JsonObject>((result, field) => withPath(result, field.name, typedValue(field, body)), {});
}

/** The typed value of a field by name, for "Save Fields As". */
export const typedField = (body: JsonObject, name: string): unknown => {
	const field = PHONE_FIELD_BY_NAME.get(name);
	return field === undefined ? null : typedValue(field, body);
};
