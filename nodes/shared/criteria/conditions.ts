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
	/** Its name in the codes of reasons, such as `FRAUD_SCORE`. */
	readonly code: string;
	/** What stands in a result, as it is; a dotted name leads into an object. */
	readonly raw: (result: JsonObject) => unknown;
	/** The value in the field's own type, null where it is unknown. */
	readonly value: (result: JsonObject) => Comparable | null;
	/** The same in the form in which two values are compared. */
	readonly comparable: (result: JsonObject) => Comparable | null;
}

/** Values that are remembered for a field: IPQS sends a few, a sheet may hold anything. */
const MEMO_LIMIT = 1_000;

/** What a raw value is to a condition, null where it is unknown. */
type ValueReader = (value: unknown) => Comparable | null;

/** Reads each value once, as the same few come with every lead. */
function memoize(read: ValueReader): ValueReader {
	const readings = new Map<unknown, Comparable | null>();
	return (value) => {
		const known = readings.get(value);
		if (known !== undefined) return known;
		const reading = read(value);
		// Stryker disable next-line ConditionalExpression,EqualityOperator: what is not remembered is read again, with the same outcome
		if (readings.size < MEMO_LIMIT) readings.set(value, reading);
		return reading;
	};
}

/** Answers by which IPQS says that it does not know: the line's state, or whether two identities match. */
const UNKNOWN_CHOICES = new Set<Comparable | null>(['Inconclusive Status', 'Unknown'].map(normalizeChoice));

/** A known value, or a rule's operand, in the form in which two are compared; what is no text stays as it is. */
function comparable<T>({ type }: ResponseField, value: T): T | string {
	if (typeof value !== 'string') return value;
	return type === 'choice' ? normalizeChoice(value) : value.trim().toLowerCase();
}

function toConditionField(field: ResponseField & { readonly type: ConditionType }): ConditionField {
	const { name, type } = field;
	const code = name.toUpperCase().replace(/[^A-Z0-9]/g, '_');
	// Most names are no path, and a member is read sooner without looking for one.
	const raw = name.includes('.') ? (result: JsonObject) => readPath(result, name) : (result: JsonObject) => result[name];
	const readBy = (known: ValueReader, compared: ValueReader): ConditionField => ({
		...field,
		code,
		raw,
		value: (result) => known(raw(result)),
		comparable: (result) => compared(raw(result)),
	});
	const read: ValueReader = (value) => readValue(field, value) as Comparable | null;
	if (type !== 'choice') return readBy(read, (value) => comparable(field, read(value)));
	const known = memoize((value) => {
		const choice = read(value);
		return UNKNOWN_CHOICES.has(comparable(field, choice)) ? null : choice;
	});
	return readBy(
		known,
		memoize((value) => comparable(field, known(value))),
	);
}

const isSingleValued = (field: ResponseField): field is ResponseField & { readonly type: ConditionType } =>
	field.type !== 'list' && field.type !== 'object';

/** The response fields that a condition can be about. */
export const CONDITION_FIELDS: readonly ConditionField[] = PHONE_FIELDS.filter(isSingleValued).map(toConditionField);

const FIELD_BY_NAME: ReadonlyMap<string, ConditionField> = new Map(CONDITION_FIELDS.map((field) => [field.name, field]));

export const conditionField = (name: string): ConditionField | undefined => FIELD_BY_NAME.get(name);

/** A condition's operand as a list: none, one, two ends of a range, or several. */
export const operandOf = (value: ConditionValue | undefined): ReadonlyArray<number | string> => {
	if (value === undefined) return [];
	return typeof value === 'object' ? value : [value];
};

export interface CompiledCondition {
	readonly field: ConditionField;
	readonly condition: EffectiveCondition;
	/** Its value as a list, in the form in which values are compared. */
	readonly operand: readonly Comparable[];
	evaluate(result: JsonObject): TruthValue;
}

/** Makes a condition's test once, so that a lead costs one read and one comparison. */
export function compileCondition(condition: EffectiveCondition): CompiledCondition {
	const field = FIELD_BY_NAME.get(condition.field);
	if (field === undefined) throw new TypeError(`No condition can be about ${condition.field}`);
	const operator = getOperator(condition.operator);
	const operand = operandOf(condition.value).map((value) => comparable(field, value));
	const holds = operator.test(operand);
	const whenUnknown: TruthValue = isPresenceOperator(operator.name) ? (operator.name === 'isUnknown' ? 'true' : 'false') : 'unknown';
	return {
		field,
		condition,
		operand,
		evaluate: (result) => {
			const value = field.comparable(result);
			if (value === null) return whenUnknown;
			return holds(value) ? 'true' : 'false';
		},
	};
}

const DO_NOT_CALL_COUNTRIES = ['US', 'CA'];

/** Whether the result's country is known and has no do-not-call list that IPQS knows. */
function outsideDoNotCall(result: JsonObject): boolean {
	const country = oneCountry(result.country) ?? '';
	return country !== '' && !DO_NOT_CALL_COUNTRIES.includes(country);
}

/** Whether the field's absence says nothing about this lead, because IPQS leaves it out for ordinary numbers. */
export const isNullNormal = ({ name, nullIsNormal }: ConditionField, result: JsonObject): boolean =>
	nullIsNormal === true && (name !== 'do_not_call' || outsideDoNotCall(result));
