import { readCountries } from '../ipqs/readCountries';
import { readNumber } from '../json/coerce';
import { formatList } from '../text';
import { CONDITION_FIELDS, conditionField, type ConditionField } from './conditionFields';
import { OPERATORS, operatorsFor, type Operator } from './operators';
import { THRESHOLD, type Condition, type ConditionValue } from './types';

interface RawCondition {
	readonly field: string;
	readonly operator: string;
	readonly value?: unknown;
}

/** Part of a message about JSON. The form removes it, because it offers numbers only. */
export const OR_THRESHOLD = ` or "${THRESHOLD}"`;

/** Messages about values in JSON. The form has others, because it has menus and inputs of its own for them. */
export const VALUE_MESSAGES = {
	range: 'must be two numbers, the lower one first, such as [50, 84]',
	list: 'must be a list of at least one text',
	text: 'must be text that is not empty',
} as const;

/** Receives an issue of a member, as the message of a PolicyIssue. */
type ReportIssue = (member: 'field' | 'operator' | 'value', message: string) => void;

function readField(name: string, report: ReportIssue): ConditionField | undefined {
	const field = conditionField(name);
	if (field === undefined) {
		const similar = CONDITION_FIELDS.find((known) => known.name.toLowerCase() === name.trim().toLowerCase());
		report('field', `must be an IPQS response field with a single value, such as ${similar?.name ?? 'fraud_score'}`);
	}
	return field;
}

function readOperator(name: string, { label, type }: ConditionField, report: ReportIssue): Operator | undefined {
	const fitting = operatorsFor(type);
	const operator = fitting.find((one) => one.name === name);
	if (operator === undefined) {
		const names = formatList(
			fitting.map((one) => one.name),
			'or',
		);
		const exists = OPERATORS.some((one) => one.name === name);
		report('operator', exists ? `cannot be used with ${label}. Use ${names}` : `must be ${names}`);
	}
	return operator;
}

const readText = (value: unknown): string | null => {
	if (Number.isFinite(value)) return String(value);
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
};

/** Reads every entry of a list; empty if the value is not a list or one entry cannot be read. */
function readEntries<T>(value: unknown, read: (entry: unknown) => T | null): readonly T[] {
	const entries = Array.isArray(value) ? value.map(read) : [];
	const known = entries.filter((entry) => entry !== null);
	return known.length === entries.length ? known : [];
}

/** The value as the operator needs it, or the message of an issue. */
type Operand = { readonly value: ConditionValue } | { readonly message: string };

/** Whether the policy's threshold can stand for the value: in fraud scores of every kind of result. */
const takesThreshold = ({ path }: ConditionField): boolean => path === 'fraud_score';

const outOfRange = ({ range, label }: ConditionField): Operand => ({
	message: `must be from ${range?.[0]} to ${range?.[1]}, because ${label} has no other values`,
});

const isInRange = ({ range }: ConditionField, number: number): boolean => range === undefined || (number >= range[0] && number <= range[1]);

function readNumberOperand(field: ConditionField, { operand }: Operator, value: unknown): Operand {
	if (operand === 'range') {
		const [from = NaN, to = NaN, ...more] = readEntries(value, readNumber);
		if (!(from <= to) || more.length > 0) return { message: VALUE_MESSAGES.range };
		return isInRange(field, from) && isInRange(field, to) ? { value: [from, to] } : outOfRange(field);
	}
	if (value === THRESHOLD && takesThreshold(field)) return { value: THRESHOLD };
	const number = readNumber(value);
	if (number === null) return { message: `must be a number${takesThreshold(field) ? OR_THRESHOLD : ''}` };
	return isInRange(field, number) ? { value: number } : outOfRange(field);
}

/** Countries are compared as IPQS writes them, so that USA, UK and names are understood. */
function readCountryOperand({ operand }: Operator, value: unknown): Operand {
	const countries = readCountries(value);
	if ('unknown' in countries || countries.codes.length === 0) return { message: 'must be a country, such as US' };
	const [only, ...more] = countries.codes;
	if (operand === 'list') return { value: countries.codes };
	return only !== undefined && more.length === 0 ? { value: only } : { message: "must be one country. Use 'Is One Of' for several" };
}

function readOperand(field: ConditionField, operator: Operator, value: unknown): Operand {
	if (field.type === 'number') return readNumberOperand(field, operator, value);
	const comparesWhole = operator.name !== 'contains' && operator.name !== 'startsWith';
	if (field.isCountry && comparesWhole) return readCountryOperand(operator, value);
	if (operator.operand === 'list') {
		const texts = readEntries(value, readText);
		return texts.length > 0 ? { value: texts } : { message: VALUE_MESSAGES.list };
	}
	const text = readText(value);
	return text === null ? { message: VALUE_MESSAGES.text } : { value: text };
}

/** Parses a condition; undefined if `report` was called with an issue. */
export function parseCondition(raw: RawCondition, report: ReportIssue): Condition | undefined {
	const field = readField(raw.field, report);
	if (field === undefined) return undefined;
	const operator = readOperator(raw.operator, field, report);
	if (operator === undefined) return undefined;
	const condition = { field: field.name, operator: operator.name };
	if (operator.operand === 'none') {
		if (raw.value === undefined) return condition;
		report('value', `must be removed, because ${operator.name} takes no value`);
		return undefined;
	}
	const operand = readOperand(field, operator, raw.value);
	if ('value' in operand) return { ...condition, value: operand.value };
	report('value', operand.message);
	return undefined;
}
