import type { JsonObject } from '../json/json';
import { readPath, withPath } from '../json/path';
import type { ResponseField } from './responseField';
import { isPlanNotice, readValue } from './readValue';

export const OUTPUT_MODES = ['simplified', 'selected', 'raw'] as const;

export type OutputMode = (typeof OUTPUT_MODES)[number];

/** The fields of an output: fixed for simplified, the user's for selected; `known` are all that the response is known to have. */
export interface FieldSelection {
	readonly mode: OutputMode;
	readonly fields: readonly ResponseField[];
	readonly known: readonly ResponseField[];
	/** Whether what is not known stays beside them, as it came. */
	readonly keepUnlisted: boolean;
}

/** What is known of a response. */
export interface ResponseShape {
	readonly fields: readonly ResponseField[];
	/** Whether IPQS documents it in part alone, so that a simplified result keeps what is not known as well. */
	readonly hasUnlistedFields?: true;
}

/** The latest selection of each response: most leads of a run have the same. */
const latestSelections = new WeakMap<ResponseShape, { readonly key: string; readonly selection: FieldSelection }>();

/**
 * The fields of an output mode.
 *
 * @param selected names of the user's selection
 * @param extra names that the request gives a meaning to, such as `name` with the name check
 */
export function selectFields(
	shape: ResponseShape,
	mode: OutputMode,
	selected: readonly string[],
	extra: readonly string[],
): FieldSelection {
	const key = JSON.stringify([mode, selected, extra]);
	const latest = latestSelections.get(shape);
	if (latest?.key === key) return latest.selection;
	const selection = select(shape, mode, selected, extra);
	latestSelections.set(shape, { key, selection });
	return selection;
}

function select(
	{ fields: known, hasUnlistedFields }: ResponseShape,
	mode: OutputMode,
	selected: readonly string[],
	extra: readonly string[],
): FieldSelection {
	const named = (names: readonly string[]): ResponseField[] => known.filter(({ name }) => names.includes(name));
	if (mode === 'raw') return { mode, fields: [], known, keepUnlisted: true };
	if (mode === 'selected') return { mode, fields: named(['success', ...selected]), known, keepUnlisted: false };
	return {
		mode,
		fields: [...known.filter(({ simplified }) => simplified), ...named(extra)],
		known,
		keepUnlisted: hasUnlistedFields ?? false,
	};
}

/** A place that may carry a sentence about the plan instead of a value, and what people know it by. */
type PlanNoticePath = readonly [place: string, shownAs: string];

/** Free text such as a carrier or a name never carries one; of a list, the list is named and not its element. */
function* planNoticePaths({ name, type, freeText, planNoticeIn }: ResponseField): Generator<PlanNoticePath> {
	if (type !== 'text' && !freeText) yield [name, name];
	if (planNoticeIn !== undefined) yield [`${name}.${planNoticeIn}`, type === 'list' ? name : `${name}.${planNoticeIn}`];
}

const planNoticeAt = (body: JsonObject, place: string): string | undefined => {
	const value = readPath(body, place);
	return typeof value === 'string' && isPlanNotice(value) ? value : undefined;
};

/** The paths of each list of fields. */
const pathsOfFields = new WeakMap<readonly ResponseField[], readonly PlanNoticePath[]>();

function planNoticePathsOf(fields: readonly ResponseField[]): readonly PlanNoticePath[] {
	const paths = pathsOfFields.get(fields) ?? fields.flatMap((field) => [...planNoticePaths(field)]);
	pathsOfFields.set(fields, paths);
	return paths;
}

/** IPQS's sentences in place of values, by field. */
export function fieldsNotInPlan(known: readonly ResponseField[], body: JsonObject): Record<string, string> {
	const sentences: Record<string, string> = {};
	for (const [place, shownAs] of planNoticePathsOf(known)) {
		const sentence = planNoticeAt(body, place);
		if (sentence !== undefined) sentences[shownAs] = sentence;
	}
	return sentences;
}

/** A value of the body, typed; within an object, what the field list knows is typed and a plan sentence becomes null. */
function readTypedValue(known: readonly ResponseField[], field: ResponseField, body: JsonObject): unknown {
	const value = readValue(field, readPath(body, field.name));
	const { planNoticeIn } = field;
	const gated = planNoticeIn !== undefined && planNoticeAt(body, `${field.name}.${planNoticeIn}`) !== undefined ? planNoticeIn : undefined;
	if (field.type === 'list' && gated !== undefined) return null;
	if (field.type !== 'object' || value === null) return value;
	const within = `${field.name}.`;
	const members = known.filter(({ name }) => name.startsWith(within) && readPath(body, name) !== undefined);
	const typed = members.reduce<JsonObject>(
		(object, member) => withPath(object, member.name.slice(within.length), readTypedValue(known, member, body)),
		value as JsonObject,
	);
	return gated === undefined ? typed : withPath(typed, gated, null);
}

/** For each selection, an object with all its fields. */
const templates = new WeakMap<FieldSelection, JsonObject>();

/** V8 needs an eighth of the memory for a copy of parsed JSON that it needs for an object to which fields are added one by one. */
function templateOf(selection: FieldSelection): JsonObject {
	const existing = templates.get(selection);
	if (existing !== undefined) return existing;
	const names = selection.fields.map(({ name }) => name).filter((name) => !name.includes('.'));
	const template = JSON.parse(JSON.stringify(Object.fromEntries(names.map((name) => [name, null])))) as JsonObject;
	templates.set(selection, template);
	return template;
}

/** The chosen fields of a body, typed; the body itself when raw. Fields IPQS did not send are null. */
export function projectFields(body: JsonObject, selection: FieldSelection): JsonObject {
	const { fields, known, keepUnlisted } = selection;
	let result: JsonObject = keepUnlisted ? { ...body } : { ...templateOf(selection) };
	for (const field of fields) {
		const value = readTypedValue(known, field, body);
		if (field.name.includes('.')) result = withPath(result, field.name, value);
		else result[field.name] = value;
	}
	return result;
}

/** The typed value of a field by name, for "Save Fields As". */
export const readTypedField = (known: readonly ResponseField[], body: JsonObject, name: string): unknown => {
	const field = known.find((one) => one.name === name);
	return field === undefined ? null : readTypedValue(known, field, body);
};
