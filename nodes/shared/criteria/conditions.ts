import { readPath } from '../item/path';
import { PHONE_FIELDS, type ResponseField } from '../ipqs/fields';
import { readCountries } from '../ipqs/country';
import { normalizeChoice, readValue } from '../ipqs/values';
import type { JsonObject } from '../json';
import { asksKnowledge, operatorNamed, type Comparable, type ConditionType } from './operators';
import type { ConditionValue, EffectiveCondition, Verdict } from './types';

export interface ConditionField extends ResponseField {
	readonly type: ConditionType;
}

const isConditionField = (field: ResponseField): field is ConditionField => field.type !== 'list' && field.type !== 'object';

/** The response fields that a condition can be about. */
export const CONDITION_FIELDS: readonly ConditionField[] = PHONE_FIELDS.filter(isConditionField);

const FIELD_BY_NAME: ReadonlyMap<string, ConditionField> = new Map(CONDITION_FIELDS.map((field) => [field.name, field]));

export const conditionField = (name: string): ConditionField | undefined => FIELD_BY_NAME.get(name);

/** Answers by which IPQS says that it does not know: the line's state, or whether two identities match. */
const UNKNOWN_CHOICES = new Set(['Inconclusive Status', 'Unknown'].map(normalizeChoice));

/** A known value, or a rule's operand, in the form in which two are compared. */
export function comparable(field: ConditionField, value: Comparable): Comparable {
	if (typeof value !== 'string') return value;
	return field.type === 'choice' ? normalizeChoice(value) : value.trim().toLowerCase();
}

/** Reads the field out of a result; a dotted name leads into an object. */
export const rawValue = (field: ConditionField, result: JsonObject): unknown =>
	field.name.includes('.') ? readPath(result, field.name) : result[field.name];

/** The field's value in its own type, null where it is unknown. */
export function knownValue(field: ConditionField, result: JsonObject): Comparable | null {
	const value = readValue(field, rawValue(field, result)) as Comparable | null;
	return field.type === 'choice' && typeof value === 'string' && UNKNOWN_CHOICES.has(normalizeChoice(value)) ? null : value;
}

/** A condition's operand as a list: none, one, two ends of a range, or several. */
export const operandOf = (value: ConditionValue | undefined): ReadonlyArray<number | string> => {
	if (value === undefined) return [];
	return typeof value === 'object' ? value : [value];
};

export interface CompiledCondition {
	readonly field: ConditionField;
	readonly condition: EffectiveCondition;
	judge(result: JsonObject): Verdict;
}

/** Makes a condition's test once, so that a lead costs one read and one comparison. */
export function compileCondition(condition: EffectiveCondition): CompiledCondition {
	const field = FIELD_BY_NAME.get(condition.field);
	if (field === undefined) throw new TypeError(`No condition can be about ${condition.field}`);
	const operator = operatorNamed(condition.operator);
	const holds = operator.test(operandOf(condition.value).map((value) => comparable(field, value)));
	const whenUnknown: Verdict = asksKnowledge(operator.name) ? (operator.name === 'isUnknown' ? 'true' : 'false') : 'unknown';
	return {
		field,
		condition,
		judge: (result) => {
			const value = knownValue(field, result);
			if (value === null) return whenUnknown;
			return holds(comparable(field, value)) ? 'true' : 'false';
		},
	};
}

const DO_NOT_CALL_COUNTRIES = ['US', 'CA'];

/** Whether the result's country is known and has no do-not-call list that IPQS knows. */
function outsideDoNotCall(result: JsonObject): boolean {
	const countries = readCountries(result.country);
	return 'codes' in countries && countries.codes.length === 1 && countries.codes.every((code) => !DO_NOT_CALL_COUNTRIES.includes(code));
}

/** Whether the field's absence says nothing about this lead, because IPQS leaves it out for ordinary numbers. */
export function isOrdinarilyNull(field: ConditionField, result: JsonObject): boolean {
	if (!field.ordinarilyNull) return false;
	return field.name !== 'do_not_call' || outsideDoNotCall(result);
}
