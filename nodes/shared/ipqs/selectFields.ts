import type { JsonObject } from '../json/json';
import { readPath, withPath } from '../json/path';
import { readOr } from '../json/readOr';
import type { ResponseField } from './responseField';
import { isPlanNotice, readResponseValue } from './readResponseValue';

/** Modes of an operation that costs no credit. */
export const RESULT_MODES = ['simplified', 'selected', 'raw'] as const;

/** `key` gives no result, only the key of the lookup. */
export const OUTPUT_MODES = [...RESULT_MODES, 'key'] as const;

export type OutputMode = (typeof OUTPUT_MODES)[number];

/** The fields of an output. */
export interface FieldSelection {
	readonly mode: OutputMode;
	/** The fields to keep. */
	readonly fields: readonly ResponseField[];
	/** All listed fields of the response. */
	readonly known: readonly ResponseField[];
	/** Whether to also keep unlisted fields, unchanged. */
	readonly keepUnlisted: boolean;
}

/** The known shape of a response. */
export interface ResponseShape {
	readonly fields: readonly ResponseField[];
	/** Whether IPQS does not document all fields. A simplified result then keeps the unlisted ones as well. */
	readonly hasUnlistedFields?: true;
}

/** The latest selection of each response: most leads of a run have the same. */
const latestSelections = new WeakMap<ResponseShape, { readonly key: string; readonly selection: FieldSelection }>();

/**
 * Selects the fields of an output mode.
 *
 * @param selected names of the fields that the user selected
 * @param extra names of fields that the request makes meaningful, such as `name` with Enhanced Name Check
 */
export function selectFields(
	shape: ResponseShape,
	mode: OutputMode,
	selected: readonly string[],
	extra: readonly string[],
): FieldSelection {
	const key = JSON.stringify([mode, selected, extra]);
	const latest = latestSelections.get(shape);
	// Stryker disable next-line ConditionalExpression: only saves time
	if (latest?.key === key) return latest.selection;
	const selection = select(shape, mode, selected, extra);
	// Stryker disable next-line ObjectLiteral: only saves time
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

/** A path that may contain a plan notice instead of a value, and the name to report it under. */
type PlanNoticePath = readonly [path: string, reportedAs: string];

/** Free text, such as a carrier or a name, never is a plan notice. For an element of a list, the list is reported. */
function* planNoticePaths({ name, type, freeText, planNoticeIn }: ResponseField): Generator<PlanNoticePath> {
	if (type !== 'text' && !freeText) yield [name, name];
	if (planNoticeIn !== undefined) yield [`${name}.${planNoticeIn}`, type === 'list' ? name : `${name}.${planNoticeIn}`];
}

const planNoticeAt = (body: JsonObject, path: string): string | undefined => {
	const value = readPath(body, path);
	return typeof value === 'string' && isPlanNotice(value) ? value : undefined;
};

/** The paths of each list of fields. */
const pathsOfFields = new WeakMap<readonly ResponseField[], readonly PlanNoticePath[]>();

function planNoticePathsOf(fields: readonly ResponseField[]): readonly PlanNoticePath[] {
	const paths = pathsOfFields.get(fields) ?? fields.flatMap((field) => [...planNoticePaths(field)]);
	pathsOfFields.set(fields, paths);
	return paths;
}

/** Plan notices in a body, by field. */
export function fieldsNotInPlan(known: readonly ResponseField[], body: JsonObject): Record<string, string> {
	const notices: Record<string, string> = {};
	for (const [path, reportedAs] of planNoticePathsOf(known)) {
		const notice = planNoticeAt(body, path);
		if (notice !== undefined) notices[reportedAs] = notice;
	}
	return notices;
}

/** The typed value of a field. Listed members of an object are typed too, and plan notices become null. */
function readTypedValue(known: readonly ResponseField[], field: ResponseField, body: JsonObject): unknown {
	const value = readResponseValue(field, readPath(body, field.name));
	const { planNoticeIn } = field;
	const notice = planNoticeIn !== undefined && planNoticeAt(body, `${field.name}.${planNoticeIn}`) !== undefined ? planNoticeIn : undefined;
	if (field.type === 'list' && notice !== undefined) return null;
	if (field.type !== 'object' || value === null) return value;
	const prefix = `${field.name}.`;
	const members = known.filter(({ name }) => name.startsWith(prefix) && readPath(body, name) !== undefined);
	const typed = members.reduce<JsonObject>(
		(object, member) => withPath(object, member.name.slice(prefix.length), readTypedValue(known, member, body)),
		value as JsonObject,
	);
	return notice === undefined ? typed : withPath(typed, notice, null);
}

/** For each selection, an object with all its fields. */
const templates = new WeakMap<FieldSelection, JsonObject>();

/** A copy of parsed JSON takes an eighth of the memory of an object to which fields are added one by one (V8). */
function templateOf(selection: FieldSelection): JsonObject {
	const existing = templates.get(selection);
	// Stryker disable next-line ConditionalExpression,EqualityOperator: only saves time
	if (existing !== undefined) return existing;
	const names = selection.fields.map(({ name }) => name).filter((name) => !name.includes('.'));
	const template = JSON.parse(JSON.stringify(Object.fromEntries(names.map((name) => [name, null])))) as JsonObject;
	templates.set(selection, template);
	return template;
}

/** A copy of a value, because the same body can be the result of several leads, which later nodes may change. */
const copyOf = (value: unknown): unknown =>
	typeof value === 'object' && value !== null ? readOr<unknown>(() => structuredClone(value), value) : value;

function copyMembers(body: JsonObject): JsonObject {
	const copy = { ...body };
	for (const name of Object.keys(copy)) copy[name] = copyOf(copy[name]);
	return copy;
}

/** The selected fields of a body, typed; in raw mode a copy of the body. Fields that IPQS did not send are null. */
export function projectFields(body: JsonObject, selection: FieldSelection): JsonObject {
	const { fields, known, keepUnlisted } = selection;
	let result: JsonObject = keepUnlisted ? copyMembers(body) : { ...templateOf(selection) };
	for (const field of fields) {
		const value = copyOf(readTypedValue(known, field, body));
		if (field.name.includes('.')) result = withPath(result, field.name, value);
		else result[field.name] = value;
	}
	return result;
}

/** The typed value of a field by its name, for 'Output: Field Mapping'; null if the field is not listed. */
export const readTypedField = (known: readonly ResponseField[], body: JsonObject, name: string): unknown => {
	const field = known.find((one) => one.name === name);
	return field === undefined ? null : copyOf(readTypedValue(known, field, body));
};
