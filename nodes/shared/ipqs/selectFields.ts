import type { JsonObject } from '../json/json';
import { readPath, withPath } from '../json/path';
import type { Reason } from './errors';
import type { ResponseField } from './responseField';
import { isPlanSentence, readValue } from './readValue';

export const OUTPUT_MODES = ['simplified', 'selected', 'raw'] as const;

export type OutputMode = (typeof OUTPUT_MODES)[number];

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
	/** What was looked up: `phone`, or a resource of IPQualityScore such as `email`. */
	readonly resource: string;
	/** Fields the plan lacks, with IPQS's sentence. */
	readonly not_in_plan: Readonly<Record<string, string>>;
}

/** The fields of an output: fixed for simplified, the user's for selected; `known` are all that the response is known to have. */
export interface FieldChoice {
	readonly mode: OutputMode;
	readonly fields: readonly ResponseField[];
	readonly known: readonly ResponseField[];
	/** Whether what is not known stays beside them, as it came. */
	readonly withUnknown: boolean;
}

/** What is known of a response. */
export interface Shape {
	readonly fields: readonly ResponseField[];
	/** Whether IPQS documents it in part alone, so that a simplified result keeps what is not known as well. */
	readonly partlyKnown?: true;
}

/**
 * The fields of an output mode.
 *
 * @param selected names of the user's selection
 * @param extra names that the request gives a meaning to, such as `name` with the name check
 */
export function chooseFields({ fields: known, partlyKnown }: Shape, mode: OutputMode, selected: readonly string[], extra: readonly string[]): FieldChoice {
	const named = (names: readonly string[]): ResponseField[] => known.filter(({ name }) => names.includes(name));
	if (mode === 'raw') return { mode, fields: [], known, withUnknown: true };
	if (mode === 'selected') return { mode, fields: named(['success', ...selected]), known, withUnknown: false };
	return { mode, fields: [...known.filter(({ simplified }) => simplified), ...named(extra)], known, withUnknown: partlyKnown ?? false };
}

/** A place that may carry a sentence about the plan instead of a value, and what people know it by. */
type SentencePlace = readonly [place: string, shownAs: string];

/** Free text such as a carrier or a name never carries one; of a list, the list is named and not its element. */
function* sentencePlaces({ name, type, ownWords, sentenceIn }: ResponseField): Generator<SentencePlace> {
	if (type !== 'text' && !ownWords) yield [name, name];
	if (sentenceIn !== undefined) yield [`${name}.${sentenceIn}`, type === 'list' ? name : `${name}.${sentenceIn}`];
}

const sentenceAt = (body: JsonObject, place: string): string | undefined => {
	const value = readPath(body, place);
	return typeof value === 'string' && isPlanSentence(value) ? value : undefined;
};

/** IPQS's sentences in place of values, by field. */
export function plansMissing(known: readonly ResponseField[], body: JsonObject): Record<string, string> {
	const sentences = known.flatMap((field) => [...sentencePlaces(field)]).map(([place, shownAs]) => [shownAs, sentenceAt(body, place)] as const);
	return Object.fromEntries(sentences.filter((entry): entry is readonly [string, string] => entry[1] !== undefined));
}

/** A value of the body, typed; within an object, what the field list knows is typed and a plan sentence becomes null. */
function typedValue(known: readonly ResponseField[], field: ResponseField, body: JsonObject): unknown {
	const value = readValue(field, readPath(body, field.name));
	const { sentenceIn } = field;
	const gated = sentenceIn !== undefined && sentenceAt(body, `${field.name}.${sentenceIn}`) !== undefined ? sentenceIn : undefined;
	if (field.type === 'list' && gated !== undefined) return null;
	if (field.type !== 'object' || value === null) return value;
	const within = `${field.name}.`;
	const members = known.filter(({ name }) => name.startsWith(within) && readPath(body, name) !== undefined);
	const typed = members.reduce<JsonObject>(
		(object, member) => withPath(object, member.name.slice(within.length), typedValue(known, member, body)),
		value as JsonObject,
	);
	return gated === undefined ? typed : withPath(typed, gated, null);
}

/** The chosen fields of a body, typed; the body itself when raw. Fields IPQS did not send are null. */
export const project = (body: JsonObject, { fields, known, withUnknown }: FieldChoice): JsonObject =>
	fields.reduce<JsonObject>((result, field) => withPath(result, field.name, typedValue(known, field, body)), withUnknown ? { ...body } : {});

/** The typed value of a field by name, for "Save Fields As". */
export const typedField = (known: readonly ResponseField[], body: JsonObject, name: string): unknown => {
	const field = known.find((one) => one.name === name);
	return field === undefined ? null : typedValue(known, field, body);
};
