import { PHONE_TURNED_OFF } from '../ipqs/phoneFields';
import type { JsonObject } from '../json';
import { CONDITION_FIELDS, conditionField, operandOf, type CompiledCondition } from './conditions';
import { enumerated } from './flaws';
import { operatorNamed } from './operators';
import type { Condition, Rule } from './types';

const inCapitals = (name: string): string => name.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
const joined = (codes: readonly string[]): string => [...new Set(codes)].join('_');
const asUnknown = (code: string): string => `UNKNOWN_${code}`;

const UNKNOWN_CODES: ReadonlyMap<string, string> = new Map(CONDITION_FIELDS.map(({ name }) => [name, asUnknown(inCapitals(name))]));

/** The code by which one condition is a reason: its field's, or what the field's being false or off is called. */
function conditionCode({ field: name, operator, value }: Condition): string {
	const field = conditionField(name);
	const code = inCapitals(name);
	if (operator === 'isFalse') return field?.codeWhenFalse ?? `NOT_${code}`;
	if (operator === 'isUnknown') return unknownCode([name]);
	return operator === 'equals' && value === PHONE_TURNED_OFF ? inCapitals(PHONE_TURNED_OFF) : code;
}

export const ruleCode = ({ conditions }: Pick<Rule, 'conditions'>): string => joined(conditions.map(conditionCode));

/** The code of a rule that these fields keep open, most often a single one. */
export function unknownCode(fields: readonly string[]): string {
	const known = fields.length === 1 ? UNKNOWN_CODES.get(String(fields[0])) : undefined;
	return known ?? asUnknown(joined(fields.map(inCapitals)));
}

/** "Fraud Score 92 is at or above 85", "VOIP is true": all but the lead's own value is put together once. */
function sentence({ field, condition }: CompiledCondition): (result: JsonObject) => string {
	const operator = operatorNamed(condition.operator);
	const end = operator.says(operandOf(condition.value).map(String));
	if (operator.operand !== 'none' && operator.name !== 'equals') return (result) => `${field.label} ${field.known(result)} ${end}`;
	const whole = `${field.label} ${end}`;
	return () => whole;
}

/** Why a rule matches: the conditions that are true of a result that it matched. */
export function whyMatched(conditions: readonly CompiledCondition[]): (result: JsonObject) => string {
	const all = conditions.map((condition) => ({ condition, says: sentence(condition) }));
	const isReason = ({ condition }: { condition: CompiledCondition }, result: JsonObject): boolean => all.length === 1 || condition.judge(result) === 'true';
	return (result) => enumerated(all.filter((one) => isReason(one, result)).map(({ says }) => says(result)), 'and');
}

/** Why a rule could not be told: "Fraud Score is unknown". */
export const whyUnknown = (open: readonly CompiledCondition[]): string => {
	const labels = [...new Set(open.map(({ field }) => field.label))];
	return `${enumerated(labels, 'and')} ${labels.length > 1 ? 'are' : 'is'} unknown`;
};

export const NO_RULE_MATCHED = 'No rule matched';

export const whyNotAnswered = (reason: string | null): string => `The lookup was not answered${reason === null ? '' : ` (${reason})`}`;

export const whyNoResult = (resultField: string): string =>
	resultField === '' ? 'The item holds no IPQS result' : `The item holds no IPQS result in '${resultField}'`;
