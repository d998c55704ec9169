import { PHONE_TURNED_OFF } from '../ipqs/phoneFields';
import { isJsonObject } from '../json/json';
import { formatList } from '../text';
import { operandOf, type CompiledCondition } from './compileCondition';
import type { UnusableNumberReason } from './extractResult';
import { getOperator } from './operators';
import { RESULT_KIND_INFO, type LeadResults, type ResultKind } from './resultKinds';

const joined = (codes: readonly string[]): string => codes.filter((code, index) => codes.indexOf(code) === index).join('_');
const asUnknown = (code: string): string => `UNKNOWN_${code}`;

/** The code of a condition that is true: the code of its field, or the one for a field that is false, unknown or turned off. */
function conditionCode({ field: { code, codeWhenFalse, kind }, condition: { operator, value } }: CompiledCondition): string {
	if (operator === 'isFalse') return codeWhenFalse ?? `NOT_${code}`;
	if (operator === 'isUnknown') return asUnknown(code);
	return operator === 'equals' && kind === 'phone' && value === PHONE_TURNED_OFF ? 'PHONE_TURNED_OFF' : code;
}

/** The code of a rule that matches. */
export const ruleCode = (conditions: readonly CompiledCondition[]): string => joined(conditions.map(conditionCode));

/** The code of a rule whose conditions are unknown. */
export const unknownCode = (unknown: readonly CompiledCondition[]): string => asUnknown(joined(unknown.map(({ field }) => field.code)));

/** Whether a phone number was never looked up because no number has such a form. */
const isImpossible = ({ phone }: LeadResults): boolean => isJsonObject(phone?.lookup) && phone.lookup.reason === 'phone_impossible';

/** "Fraud Score 92 is at or above 85", "VOIP is true". Prepares everything except the value of the lead. */
function describeCondition({ field, condition }: CompiledCondition): (results: LeadResults) => string {
	const operator = getOperator(condition.operator);
	const end = operator.phrase(operandOf(condition.value).map(String));
	if (operator.operand !== 'none' && operator.name !== 'equals') return (results) => `${field.label} ${field.value(results)} ${end}`;
	const whole = `${field.label} ${end}`;
	if (field.name === 'valid') return (results) => (isImpossible(results) ? 'The phone number is impossible' : whole);
	return () => whole;
}

/** Why a rule matches: the conditions that are true. */
export function explainMatch(conditions: readonly CompiledCondition[]): (results: LeadResults) => string {
	const all = conditions.map((condition) => ({ condition, describe: describeCondition(condition) }));
	return (results) => {
		const matched = all.filter(({ condition }) => condition.evaluate(results) === 'true');
		return formatList(
			matched.map(({ describe }) => describe(results)),
			'and',
		);
	};
}

/** Why a rule is unknown: "Fraud Score is unknown". */
export const explainUnknown = (unknown: readonly CompiledCondition[]): string => {
	const labels = [...new Set(unknown.map(({ field }) => field.label))];
	return `${formatList(labels, 'and')} ${labels.length > 1 ? 'are' : 'is'} unknown`;
};

/** What a result has in a field: "Fraud Score is 52", "Line Type is unknown". */
const describeValue = ({ field }: CompiledCondition, results: LeadResults): string =>
	`${field.label} is ${field.value(results) ?? 'unknown'}`;

/** @param nearest the rule of which most conditions are true, to say which of its conditions are not */
export function explainNoRule(nearest: NearestRule | undefined, results: LeadResults): string {
	if (nearest === undefined) return 'No rule matched';
	const { rule, conditions } = nearest;
	const unmet = conditions.filter((condition) => condition.evaluate(results) !== 'true');
	const values = [...new Set(unmet.map((condition) => describeValue(condition, results)))];
	return `No rule matched. The closest is '${rule.name}', but ${formatList(values, 'and')}`;
}

interface NearestRule {
	readonly rule: { readonly name: string };
	readonly conditions: readonly CompiledCondition[];
}

const NUMBER_CODES: Readonly<Record<UnusableNumberReason, string>> = {
	phone_missing: 'NUMBER_MISSING',
	phone_unreadable: 'NUMBER_UNREADABLE',
	country_missing: 'COUNTRY_MISSING',
};

const NUMBER_SENTENCES: Readonly<Record<UnusableNumberReason, string>> = {
	phone_missing: 'The phone number is missing',
	phone_unreadable: 'The phone number cannot be read',
	country_missing: 'The phone number has no country code and the country is unknown',
};

export const unusableNumberCode = (reason: UnusableNumberReason): string => NUMBER_CODES[reason];
export const explainUnusableNumber = (reason: UnusableNumberReason): string => NUMBER_SENTENCES[reason];

/** `LOOKUP_FAILED`, `EMAIL_LOOKUP_FAILED`. */
export const failedLookupCode = (kind: ResultKind): string => (kind === 'phone' ? 'LOOKUP_FAILED' : `${kind.toUpperCase()}_LOOKUP_FAILED`);

export const explainFailedLookup = (kind: ResultKind, reason: string | null): string => {
	const what = kind === 'phone' ? 'The lookup' : `The ${RESULT_KIND_INFO[kind].name} lookup`;
	return `${what} failed${reason === null ? '' : ` (${reason})`}`;
};

/**
 * @param kinds that the policy judges
 * @param phoneField path of the phone result
 */
export function explainNoResult(kinds: readonly ResultKind[], phoneField: string): string {
	const names = kinds.map((kind) => RESULT_KIND_INFO[kind].name);
	const result = `The item has no IPQS ${formatList(names, 'or')} result`;
	return kinds.length === 1 && kinds.includes('phone') && phoneField !== '' ? `${result} in '${phoneField}'` : result;
}

/** `EMAIL_MISSING`: the lead has no email address, so nothing was looked up. */
export const missingValueCode = (kind: ResultKind): string => `${kind.toUpperCase()}_MISSING`;

export const explainMissingValue = (kind: ResultKind): string => `The lead has no ${RESULT_KIND_INFO[kind].noun}`;
