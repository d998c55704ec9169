import { CONDITION_FIELDS, conditionField, type ConditionField } from './conditions';
import { OPERATORS, operatorsFor, type Operator } from './operators';
import { THRESHOLD, type Condition, type ConditionValue } from './types';
import { readNumber } from '../json/coerce';
import { formatList } from '../text';

interface RawCondition {
	readonly field: string;
	readonly operator: string;
	readonly value?: unknown;
}

/** Part of a message about JSON. The form removes it, because it offers numbers only. */
export const OR_THRESHOLD = ` or "${THRESHOLD}"`;

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
function readOperand(
	{ name, type }: ConditionField,
	{ operand }: Operator,
	value: unknown,
): { value: ConditionValue } | { message: string } {
	if (operand === 'range') {
		const [from = NaN, to = NaN, ...more] = readEntries(value, readNumber);
		const fits = from <= to && more.length === 0;
		return fits ? { value: [from, to] } : { message: 'must be two numbers, the lower one first, such as [50, 84]' };
	}
	if (operand === 'list') {
		const texts = readEntries(value, readText);
		return texts.length > 0 ? { value: texts } : { message: 'must be a list of at least one text' };
	}
	if (type !== 'number') {
		const text = readText(value);
		return text === null ? { message: 'must be text that is not empty' } : { value: text };
	}
	if (name === 'fraud_score' && value === THRESHOLD) return { value: THRESHOLD };
	const number = readNumber(value);
	return number === null ? { message: `must be a number${name === 'fraud_score' ? OR_THRESHOLD : ''}` } : { value: number };
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
