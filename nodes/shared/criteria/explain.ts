import { PHONE_TURNED_OFF } from '../ipqs/phoneFields';
import type { JsonObject } from '../json/json';
import { operandOf, type CompiledCondition } from './conditions';
import { getOperator } from './operators';
import { formatList } from '../text';

const joined = (codes: readonly string[]): string => codes.filter((code, index) => codes.indexOf(code) === index).join('_');
const asUnknown = (code: string): string => `UNKNOWN_${code}`;

/** The code of a condition that is true: the code of its field, or the one for a field that is false, unknown or turned off. */
function conditionCode({ field: { code, codeWhenFalse }, condition: { operator, value } }: CompiledCondition): string {
	if (operator === 'isFalse') return codeWhenFalse ?? `NOT_${code}`;
	if (operator === 'isUnknown') return asUnknown(code);
	return operator === 'equals' && value === PHONE_TURNED_OFF ? 'PHONE_TURNED_OFF' : code;
}

/** The code of a rule that matches. */
export const ruleCode = (conditions: readonly CompiledCondition[]): string => joined(conditions.map(conditionCode));

/** The code of a rule whose conditions are unknown. */
export const unknownCode = (unknown: readonly CompiledCondition[]): string => asUnknown(joined(unknown.map(({ field }) => field.code)));

/** "Fraud Score 92 is at or above 85", "VOIP is true". Prepares everything except the value of the lead. */
function describeCondition({ field, condition }: CompiledCondition): (result: JsonObject) => string {
	const operator = getOperator(condition.operator);
	const end = operator.phrase(operandOf(condition.value).map(String));
	if (operator.operand !== 'none' && operator.name !== 'equals') return (result) => `${field.label} ${field.value(result)} ${end}`;
	const whole = `${field.label} ${end}`;
	return () => whole;
}

/** Why a rule matches a result: the conditions that are true. */
export function explainMatch(conditions: readonly CompiledCondition[]): (result: JsonObject) => string {
	const all = conditions.map((condition) => ({ condition, describe: describeCondition(condition) }));
	return (result) => {
		const matched = all.filter(({ condition }) => condition.evaluate(result) === 'true');
		return formatList(
			matched.map(({ describe }) => describe(result)),
			'and',
		);
	};
}

/** Why a rule is unknown: "Fraud Score is unknown". */
export const explainUnknown = (unknown: readonly CompiledCondition[]): string => {
	const labels = [...new Set(unknown.map(({ field }) => field.label))];
	return `${formatList(labels, 'and')} ${labels.length > 1 ? 'are' : 'is'} unknown`;
};

export const NO_RULE_MATCHED = 'No rule matched';

export const explainFailedLookup = (reason: string | null): string => `The lookup failed${reason === null ? '' : ` (${reason})`}`;

export const explainNoResult = (resultField: string): string =>
	resultField === '' ? 'The item has no IPQS phone result' : `The item has no IPQS phone result in '${resultField}'`;
