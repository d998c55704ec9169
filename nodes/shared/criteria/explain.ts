import { PHONE_TURNED_OFF } from '../ipqs/fields';
import type { JsonObject } from '../json';
import { conditionField, knownValue, operandOf, type CompiledCondition } from './conditions';
import { operatorNamed } from './operators';
import type { Condition, Rule } from './types';

const inCapitals = (name: string): string => name.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
const joined = (codes: readonly string[]): string => [...new Set(codes)].join('_');

/** The code by which one condition is a reason: its field's, or what the field's being false or off is called. */
function conditionCode({ field: name, operator, value }: Condition): string {
	const field = conditionField(name);
	const code = field?.code ?? inCapitals(name);
	if (operator === 'isFalse') return field?.codeWhenFalse ?? `NOT_${code}`;
	if (operator === 'isUnknown') return unknownCode([name]);
	return operator === 'equals' && value === PHONE_TURNED_OFF ? inCapitals(PHONE_TURNED_OFF) : code;
}

export const ruleCode = ({ conditions }: Pick<Rule, 'conditions'>): string => joined(conditions.map(conditionCode));

/** The code of a rule that these fields keep open. */
export const unknownCode = (fields: readonly string[]): string => `UNKNOWN_${joined(fields.map(inCapitals))}`;

const list = (parts: readonly string[], word = 'and'): string =>
	parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`;

/** "Fraud Score 92 is at or above 85", "VOIP is true". */
function sentence({ field, condition }: CompiledCondition, result: JsonObject): string {
	const operator = operatorNamed(condition.operator);
	const expected = operandOf(condition.value).map(String);
	const saysActual = operator.operand === 'none' || operator.name === 'equals';
	const actual = saysActual ? '' : ` ${knownValue(field, result)}`;
	return `${field.label}${actual} ${operator.says(expected)}`;
}

/** Why a rule matched: the conditions that are true. */
export const whyMatched = (conditions: readonly CompiledCondition[], result: JsonObject): string =>
	list(conditions.filter((condition) => condition.judge(result) === 'true').map((condition) => sentence(condition, result)));

/** Why a rule could not be told: "Fraud Score is unknown". */
export const whyUnknown = (open: readonly CompiledCondition[]): string => {
	const labels = [...new Set(open.map(({ field }) => field.label))];
	return `${list(labels)} ${labels.length > 1 ? 'are' : 'is'} unknown`;
};

export const NO_RULE_MATCHED = 'No rule matched';

export const whyNotAnswered = (reason: string | null): string => `The lookup was not answered${reason === null ? '' : ` (${reason})`}`;

export const whyNoResult = (resultField: string): string =>
	resultField === '' ? 'The item holds no IPQS result' : `The item holds no IPQS result in '${resultField}'`;
