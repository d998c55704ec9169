import { isJsonObject, type JsonObject } from '../json/json';
import { conditionField, toComparable, type ConditionField } from './conditionFields';
import { getOperator, isPresenceOperator, type Comparable } from './operators';
import { PASSED_OVER, type LeadResults } from './resultKinds';
import type { ConditionValue, EffectiveCondition, TruthValue } from './types';

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
	evaluate(results: LeadResults): TruthValue;
}

/**
 * Prepares a condition, so that evaluating it costs one read and one comparison.
 *
 * @throws {TypeError} if conditions cannot use the field, which `parseCondition` rules out
 */
export function compileCondition(condition: EffectiveCondition): CompiledCondition {
	const field = conditionField(condition.field);
	if (field === undefined) throw new TypeError(`Conditions cannot use the field ${condition.field}`);
	const operator = getOperator(condition.operator);
	const operand = operandOf(condition.value).map((value) => toComparable(field, value));
	const test = operator.test(operand);
	const whenUnknown: TruthValue = isPresenceOperator(operator.name) ? (operator.name === 'isUnknown' ? 'true' : 'false') : 'unknown';
	const { kind, comparable } = field;
	return {
		field,
		condition,
		operand,
		evaluate: (results) => {
			const value = comparable(results);
			if (value === null) return results[kind] === PASSED_OVER ? 'false' : whenUnknown;
			return test(value) ? 'true' : 'false';
		},
	};
}

/** Fields that say something only about numbers of these countries (IPQS documentation: US and Canada). */
const NORTH_AMERICAN_FIELDS = new Set(['do_not_call', 'tcpa_blacklist']);
const NORTH_AMERICA: ReadonlySet<unknown> = new Set(['us', 'ca']);
const ALPHA2 = /^[a-z]{2}$/;

/** The country of the phone number as its alpha-2 code in lower case; undefined if it is unknown. */
export function phoneCountry(results: LeadResults): string | undefined {
	const country = conditionField('country')?.comparable(results);
	return typeof country === 'string' && ALPHA2.test(country) ? country : undefined;
}

export const isNorthAmerican = (country: string | undefined): boolean => NORTH_AMERICA.has(country);

/** Whether the country of the phone number is known and outside the US and Canada. */
function isOutsideNorthAmerica(results: LeadResults): boolean {
	const country = phoneCountry(results);
	return country !== undefined && !isNorthAmerican(country);
}

/** Whether nothing was asked, as for an impossible number. A table row has the status in a column of its own. */
const wasNotSent = (result: JsonObject): boolean =>
	(isJsonObject(result.lookup) ? result.lookup.status : result['lookup.status']) === 'not_sent';

/**
 * Whether an unknown value says nothing about the lead, because IPQS leaves the field empty for ordinary leads. Never for a
 * result that is absent or failed, or of a value that was not sent: a check that was not made is not passed over.
 */
export function isNullNormal({ name, kind, nullIsNormal }: ConditionField, results: LeadResults): boolean {
	if (nullIsNormal !== true || results[kind] === undefined || wasNotSent(results[kind])) return false;
	return !NORTH_AMERICAN_FIELDS.has(name) || isOutsideNorthAmerica(results);
}
