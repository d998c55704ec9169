import { readPath } from '../json/path';
import { PHONE_FIELDS } from '../ipqs/phoneFields';
import type { ResponseField } from '../ipqs/responseField';
import { oneCountry } from '../ipqs/country';
import { normalizeChoice, readValue } from '../ipqs/readValue';
import type { JsonObject } from '../json/json';
import { isPresenceOperator, getOperator, type Comparable, type ConditionType } from './operators';
import type { ConditionValue, EffectiveCondition, TruthValue } from './types';

export interface ConditionField extends ResponseField {
	readonly type: ConditionType;
	/** Part of the codes of reasons, such as `FRAUD_SCORE`. */
	readonly code: string;
	/** The value in a result, unconverted. A name with dots is a path. */
	readonly raw: (result: JsonObject) => unknown;
	/** The value converted to the type of the field; null if it is unknown. */
	readonly value: (result: JsonObject) => Comparable | null;
	/** The value in the form in which values are compared; null if it is unknown. */
	readonly comparable: (result: JsonObject) => Comparable | null;
}

/** Values kept per field. IPQS sends a few choices, but a sheet can contain any text. */
const MEMO_LIMIT = 1_000;

/** Reads an unconverted value; null if it is unknown. */
type ValueReader = (value: unknown) => Comparable | null;

/** Reads each distinct value once: the same few choices come with every lead. */
function memoize(read: ValueReader): ValueReader {
	const memo = new Map<unknown, Comparable | null>();
	return (value) => {
		const known = memo.get(value);
		if (known !== undefined) return known;
		const result = read(value);
		// Stryker disable next-line ConditionalExpression,EqualityOperator: a value that is not kept is read again, with the same result
		if (memo.size < MEMO_LIMIT) memo.set(value, result);
		return result;
	};
}

/** Choices that mean "unknown": of the state of a line, and of an identity match. */
const UNKNOWN_CHOICES = new Set<Comparable | null>(['Inconclusive Status', 'Unknown'].map(normalizeChoice));

/** A value or operand in the form in which values are compared. Values that are not text are returned unchanged. */
function comparable<T>({ type }: ResponseField, value: T): T | string {
	if (typeof value !== 'string') return value;
	return type === 'choice' ? normalizeChoice(value) : value.trim().toLowerCase();
}

function toConditionField(field: ResponseField & { readonly type: ConditionType }): ConditionField {
	const { name, type } = field;
	const code = name.toUpperCase().replace(/[^A-Z0-9]/g, '_');
	// Reading a member directly is faster than resolving a path, and few names are paths.
	const raw = name.includes('.') ? (result: JsonObject) => readPath(result, name) : (result: JsonObject) => result[name];
	const readBy = (readOriginal: ValueReader, readComparable: ValueReader): ConditionField => ({
		...field,
		code,
		raw,
		value: (result) => readOriginal(raw(result)),
		comparable: (result) => readComparable(raw(result)),
	});
	const read: ValueReader = (value) => readValue(field, value) as Comparable | null;
	if (type !== 'choice') return readBy(read, (value) => comparable(field, read(value)));
	const readChoice = memoize((value) => {
		const choice = read(value);
		return UNKNOWN_CHOICES.has(comparable(field, choice)) ? null : choice;
	});
	return readBy(
		readChoice,
		memoize((value) => comparable(field, readChoice(value))),
	);
}

const isSingleValued = (field: ResponseField): field is ResponseField & { readonly type: ConditionType } =>
	field.type !== 'list' && field.type !== 'object';

/** The response fields that conditions can use: those with a single value. */
export const CONDITION_FIELDS: readonly ConditionField[] = PHONE_FIELDS.filter(isSingleValued).map(toConditionField);

const FIELD_BY_NAME: ReadonlyMap<string, ConditionField> = new Map(CONDITION_FIELDS.map((field) => [field.name, field]));

export const conditionField = (name: string): ConditionField | undefined => FIELD_BY_NAME.get(name);

/** The value of a condition as a list: empty, one value, the two ends of a range, or several values. */
export const operandOf = (value: ConditionValue | undefined): ReadonlyArray<number | string> => {
	if (value === undefined) return [];
	return typeof value === 'object' ? value : [value];
};

export interface CompiledCondition {
	readonly field: ConditionField;
	readonly condition: EffectiveCondition;
	/** The value of the condition as a list, in the form in which values are compared. */
	readonly operand: readonly Comparable[];
	evaluate(result: JsonObject): TruthValue;
}

/**
 * Prepares a condition, so that evaluating it costs one read and one comparison.
 *
 * @throws {TypeError} if conditions cannot use the field, which `parseCondition` rules out
 */
export function compileCondition(condition: EffectiveCondition): CompiledCondition {
	const field = FIELD_BY_NAME.get(condition.field);
	if (field === undefined) throw new TypeError(`Conditions cannot use the field ${condition.field}`);
	const operator = getOperator(condition.operator);
	const operand = operandOf(condition.value).map((value) => comparable(field, value));
	const test = operator.test(operand);
	const whenUnknown: TruthValue = isPresenceOperator(operator.name) ? (operator.name === 'isUnknown' ? 'true' : 'false') : 'unknown';
	return {
		field,
		condition,
		operand,
		evaluate: (result) => {
			const value = field.comparable(result);
			if (value === null) return whenUnknown;
			return test(value) ? 'true' : 'false';
		},
	};
}

/** The countries for which IPQS documents `do_not_call`. */
const DO_NOT_CALL_COUNTRIES = ['US', 'CA'];

/** Whether the country of a result is known and has no `do_not_call`. */
function outsideDoNotCall(result: JsonObject): boolean {
	const country = oneCountry(result.country) ?? '';
	return country !== '' && !DO_NOT_CALL_COUNTRIES.includes(country);
}

/** Whether an unknown value says nothing about the lead, because IPQS leaves the field empty for ordinary numbers. */
export const isNullNormal = ({ name, nullIsNormal }: ConditionField, result: JsonObject): boolean =>
	nullIsNormal === true && (name !== 'do_not_call' || outsideDoNotCall(result));
