import { oneCountry } from '../ipqs/readCountries';
import { readResponseValue, normalizeChoice } from '../ipqs/readResponseValue';
import type { ResponseField } from '../ipqs/responseField';
import { readPath } from '../json/path';
import type { Comparable, ConditionType } from './operators';
import { qualifiedName, RESULT_KIND_INFO, RESULT_KINDS, type LeadResults, type ResultKind } from './resultKinds';

export interface ConditionField extends ResponseField {
	readonly type: ConditionType;
	/** In conditions: the name that IPQS gives it, for results other than the phone's with a prefix such as `email.`. */
	readonly name: string;
	readonly kind: ResultKind;
	/** Name or path in the result. */
	readonly path: string;
	/** Part of the codes of reasons, such as `FRAUD_SCORE` or `EMAIL_DISPOSABLE`. */
	readonly code: string;
	/** The value in a result, unconverted. */
	readonly raw: (results: LeadResults) => unknown;
	/** The value converted to the type of the field; null if it is unknown. */
	readonly value: (results: LeadResults) => Comparable | null;
	/** The value in the form in which values are compared; null if it is unknown. */
	readonly comparable: (results: LeadResults) => Comparable | null;
}

/** Values kept per field. IPQS sends a few choices, but a sheet can contain any text. */
const MEMO_LIMIT = 1_000;

/** Characters. Longer texts are no choices and are read again each time. */
const MAX_MEMO_TEXT = 100;

/** Reads an unconverted value; null if it is unknown. */
type ValueReader = (value: unknown) => Comparable | null;

/** Reads each distinct value once: the same few choices come with every lead. */
function memoize(read: ValueReader): ValueReader {
	const memo = new Map<unknown, Comparable | null>();
	return (value) => {
		const known = memo.get(value);
		if (known !== undefined) return known;
		const result = read(value);
		// Stryker disable next-line ConditionalExpression,EqualityOperator,LogicalOperator: a value that is not kept is read again, with the same result
		if (typeof value === 'string' && value.length <= MAX_MEMO_TEXT && memo.size < MEMO_LIMIT) memo.set(value, result);
		return result;
	};
}

/** A country as its alpha-2 code, in whichever way it is written; other text unchanged. */
const normalizeCountry = (text: string): string => oneCountry(text) || text;

/** A value or operand in the form in which values are compared. Values that are not text are returned unchanged. */
export function toComparable<T>({ type, isCountry }: ResponseField, value: T): T | string {
	if (typeof value !== 'string') return value;
	if (type === 'choice') return normalizeChoice(value);
	return (isCountry ? normalizeCountry(value) : value).trim().toLowerCase();
}

type SingleValued = ResponseField & { readonly type: ConditionType };

/** Reads the value of a field in a lead's results. Reading a member directly is faster than resolving a path, and few names are paths. */
function rawReader(kind: ResultKind, path: string): (results: LeadResults) => unknown {
	if (path.includes('.')) return (results) => readPath(results[kind], path);
	return (results) => {
		const result = results[kind];
		return result === undefined ? undefined : result[path];
	};
}

function toConditionField(kind: ResultKind, field: SingleValued): ConditionField {
	const { name: path, type } = field;
	const name = qualifiedName(kind, path);
	const code = name.toUpperCase().replace(/[^A-Z0-9]/g, '_');
	const label = kind === 'phone' ? field.label : `${RESULT_KIND_INFO[kind].label}: ${field.label}`;
	const raw = rawReader(kind, path);
	const readBy = (readOriginal: ValueReader, readComparable: ValueReader): ConditionField => ({
		...field,
		...{ name, label, kind, path, code, raw },
		value: (results) => readOriginal(raw(results)),
		comparable: (results) => readComparable(raw(results)),
	});
	const read: ValueReader = (value) => readResponseValue(field, value) as Comparable | null;
	if (type !== 'choice' && !field.isCountry) return readBy(read, (value) => toComparable(field, read(value)));
	const readOriginal = type === 'choice' ? memoize((value) => readKnownChoice(field, read(value))) : read;
	return readBy(
		readOriginal,
		memoize((value) => toComparable(field, readOriginal(value))),
	);
}

/** A choice, unless it says that IPQS does not know. */
const readKnownChoice = ({ unknownChoices = [] }: ResponseField, choice: Comparable | null): Comparable | null =>
	unknownChoices.some((one) => one === choice) ? null : choice;

const isSingleValued = (field: ResponseField): field is SingleValued => field.type !== 'list' && field.type !== 'object';

/** The response fields that conditions can use: those with a single value, of every kind of result. */
export const CONDITION_FIELDS: readonly ConditionField[] = RESULT_KINDS.flatMap((kind) =>
	RESULT_KIND_INFO[kind].fields.filter(isSingleValued).map((field) => toConditionField(kind, field)),
);

const FIELD_BY_NAME: ReadonlyMap<string, ConditionField> = new Map(CONDITION_FIELDS.map((field) => [field.name, field]));

export const conditionField = (name: string): ConditionField | undefined => FIELD_BY_NAME.get(name);
