import { readPath } from '../item/path';
import { PHONE_FIELDS } from '../ipqs/phoneFields';
import type { ResponseField } from '../ipqs/responseField';
import { readCountries } from '../ipqs/country';
import { normalizeChoice, readValue } from '../ipqs/values';
import type { JsonObject } from '../json';
import { asksKnowledge, operatorNamed, type Comparable, type ConditionType } from './operators';
import type { ConditionValue, EffectiveCondition, Verdict } from './types';

export interface ConditionField extends ResponseField {
	readonly type: ConditionType;
	/** What stands in a result, as it is; a dotted name leads into an object. */
	readonly raw: (result: JsonObject) => unknown;
	/** The value in the field's own type, null where it is unknown. */
	readonly known: (result: JsonObject) => Comparable | null;
	/** The same in the form in which two values are compared. */
	readonly compared: (result: JsonObject) => Comparable | null;
}

/** Spellings that are remembered for a field: IPQS has a few, a sheet may hold anything. */
const MAX_SPELLINGS = 1_000;

/** Reads each text once, as the same few come with every lead. */
function remembered(read: (text: string) => string | null): (value: unknown) => string | null {
	const spellings = new Map<string, string | null>();
	return (value) => {
		if (typeof value !== 'string') return null;
		const known = spellings.get(value);
		if (known !== undefined) return known;
		const text = read(value);
		if (spellings.size < MAX_SPELLINGS) spellings.set(value, text);
		return text;
	};
}

/** Answers by which IPQS says that it does not know: the line's state, or whether two identities match. */
const UNKNOWN_CHOICES = new Set(['Inconclusive Status', 'Unknown'].map(normalizeChoice));

/** A known value, or a rule's operand, in the form in which two are compared. */
export function comparable({ type }: Pick<ConditionField, 'type'>, value: Comparable): Comparable {
	if (typeof value !== 'string') return value;
	return type === 'choice' ? normalizeChoice(value) : value.trim().toLowerCase();
}

function conditionFieldOf(field: ResponseField & { readonly type: ConditionType }): ConditionField {
	const { name, type } = field;
	const raw = name.includes('.') ? (result: JsonObject) => readPath(result, name) : (result: JsonObject) => result[name];
	const read = (value: unknown) => readValue(field, value) as Comparable | null;
	if (type === 'choice') {
		const known = remembered((text) => {
			const choice = read(text);
			return typeof choice !== 'string' || UNKNOWN_CHOICES.has(normalizeChoice(choice)) ? null : choice;
		});
		const compared = remembered((text) => {
			const choice = known(text);
			return choice === null ? null : normalizeChoice(choice);
		});
		return { ...field, raw, known: (result) => known(raw(result)), compared: (result) => compared(raw(result)) };
	}
	const known = (result: JsonObject) => read(raw(result));
	if (type !== 'text') return { ...field, raw, known, compared: known };
	return {
		...field,
		raw,
		known,
		compared: (result) => {
			const text = known(result);
			return text === null ? null : comparable(field, text);
		},
	};
}

const isSingleValued = (field: ResponseField): field is ResponseField & { readonly type: ConditionType } =>
	field.type !== 'list' && field.type !== 'object';

/** The response fields that a condition can be about. */
export const CONDITION_FIELDS: readonly ConditionField[] = PHONE_FIELDS.filter(isSingleValued).map(conditionFieldOf);

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
	judge(result: JsonObject): Verdict;
}

/** Makes a condition's test once, so that a lead costs one read and one comparison. */
export function compileCondition(condition: EffectiveCondition): CompiledCondition {
	const field = FIELD_BY_NAME.get(condition.field);
	if (field === undefined) throw new TypeError(`No condition can be about ${condition.field}`);
	const operator = operatorNamed(condition.operator);
	const operand = operandOf(condition.value).map((value) => comparable(field, value));
	const holds = operator.test(operand);
	const whenUnknown: Verdict = asksKnowledge(operator.name) ? (operator.name === 'isUnknown' ? 'true' : 'false') : 'unknown';
	return {
		field,
		condition,
		operand,
		judge: (result) => {
			const value = field.compared(result);
			if (value === null) return whenUnknown;
			return holds(value) ? 'true' : 'false';
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
