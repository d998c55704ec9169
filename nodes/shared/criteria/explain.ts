import { PHONE_TURNED_OFF } from '../ipqs/phoneFields';
import type { JsonObject } from '../json/json';
import { operandOf, type CompiledCondition } from './conditions';
import { getOperator } from './operators';
import { formatList } from '../text';

const joined = (codes: readonly string[]): string => codes.filter((code, index) => codes.indexOf(code) === index).join('_');
const asUnknown = (code: string): string => `UNKNOWN_${code}`;

/** The code by which one condition is a reason: its field's, or what the field's being false or off is called. */
function conditionCode({ field: { code, codeWhenFalse }, condition: { operator, value } }: CompiledCondition): string {
	if (operator === 'isFalse') return codeWhenFalse ?? `NOT_${code}`;
	if (operator === 'isUnknown') return asUnknown(code);
	return operator === 'equals' && value === PHONE_TURNED_OFF ? 'PHONE_TURNED_OFF' : code;
}

/** The code of a rule that matches. */
export const ruleCode = (conditions: readonly CompiledCondition[]): string => joined(conditions.map(conditionCode));

/** The code of a rule that these conditions keep open. */
export const unknownCode = (open: readonly CompiledCondition[]): string => asUnknown(joined(open.map(({ field }) => field.code)));

/** "Fraud Score 92 is at or above 85", "VOIP is true": all but the lead's own value is put together once. */
function sentence({ field, condition }: CompiledCondition): (result: JsonObject) => string {
	const operator = getOperator(condition.operator);
	const end = operator.phrase(operandOf(condition.value).map(String));
	if (operator.operand !== 'none' && operator.name !== 'equals') return (result) => `${field.label} ${field.value(result)} ${end}`;
	const whole = `${field.label} ${end}`;
	return () => whole;
}

/** Why a rule matches: the conditions that are true of a result that it matched. */
export function explainMatch(conditions: readonly CompiledCondition[]): (result: JsonObject) => string {
	const all = conditions.map((condition) => ({ condition, says: sentence(condition) }));
	return (result) => {
		const reasons = all.filter(({ condition }) => condition.evaluate(result) === 'true');
		return formatList(
			reasons.map(({ says }) => says(result)),
			'and',
		);
	};
}

/** Why a rule could not be told: "Fraud Score is unknown". */
export const explainUnknown = (open: readonly CompiledCondition[]): string => {
	const labels = [...new Set(open.map(({ field }) => field.label))];
	return `${formatList(labels, 'and')} ${labels.length > 1 ? 'are' : 'is'} unknown`;
};

export const NO_RULE_MATCHED = 'No rule matched';

export const explainFailedLookup = (reason: string | null): string => `The lookup was not answered${reason === null ? '' : ` (${reason})`}`;

export const explainNoResult = (resultField: string): string =>
	resultField === '' ? 'The item holds no IPQS result' : `The item holds no IPQS result in '${resultField}'`;
