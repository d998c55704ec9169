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

/** What a message adds where a number's stand-in will do as well: in JSON alone, for the form knows none. */
export const OR_THRESHOLD = ` or "${THRESHOLD}"`;

/** Takes what is wrong with a member of the condition, as the rest of a sentence. */
type ReportIssue = (member: 'field' | 'operator' | 'value', message: string) => void;

function readField(name: string, report: ReportIssue): ConditionField | undefined {
	const field = conditionField(name);
	if (field === undefined) {
		const meant = CONDITION_FIELDS.find((known) => known.name.toLowerCase() === name.trim().toLowerCase());
		report('field', `must be an IPQS response field with a single value, such as ${meant?.name ?? 'fraud_score'}`);
	}
	return field;
}

function readOperator(name: string, { label, type }: ConditionField, report: ReportIssue): Operator | undefined {
	const fitting = operatorsFor(type);
	const operator = fitting.find((one) => one.name === name);
	if (operator === undefined) {
		const known = OPERATORS.some((one) => one.name === name);
		report(
			'operator',
			`${known ? `does not fit ${label}; it ` : ''}must be ${formatList(
				fitting.map((one) => one.name),
				'or',
			)}`,
		);
	}
	return operator;
}

const readText = (value: unknown): string | null => {
	if (Number.isFinite(value)) return String(value);
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
};

/** The entries of a list as they are read; none where it is no list, or where one of them cannot be read. */
function readEntries<T>(value: unknown, read: (entry: unknown) => T | null): readonly T[] {
	const entries = Array.isArray(value) ? value.map(read) : [];
	const known = entries.filter((entry) => entry !== null);
	return known.length === entries.length ? known : [];
}

/** The value as the operator takes it, or what it must be instead. */
function readOperand({ name, type }: ConditionField, { operand }: Operator, value: unknown): { value: ConditionValue } | { must: string } {
	if (operand === 'range') {
		const [from = NaN, to = NaN, ...more] = readEntries(value, readNumber);
		const fits = from <= to && more.length === 0;
		return fits ? { value: [from, to] } : { must: 'must be two numbers, the lower one first, such as [50, 84]' };
	}
	if (operand === 'list') {
		const texts = readEntries(value, readText);
		return texts.length > 0 ? { value: texts } : { must: 'must be a list of texts with at least one entry' };
	}
	if (type !== 'number') {
		const text = readText(value);
		return text === null ? { must: 'must be a text that is not empty' } : { value: text };
	}
	if (name === 'fraud_score' && value === THRESHOLD) return { value: THRESHOLD };
	const number = readNumber(value);
	return number === null ? { must: `must be a number${name === 'fraud_score' ? OR_THRESHOLD : ''}` } : { value: number };
}

/** Reads a condition whose members are there; reports every member that does not fit and then returns nothing. */
export function parseCondition(raw: RawCondition, report: ReportIssue): Condition | undefined {
	const field = readField(raw.field, report);
	if (field === undefined) return undefined;
	const operator = readOperator(raw.operator, field, report);
	if (operator === undefined) return undefined;
	const condition = { field: field.name, operator: operator.name };
	if (operator.operand === 'none') {
		if (raw.value === undefined) return condition;
		report('value', `must be left out, for ${operator.name} takes none`);
		return undefined;
	}
	const operand = readOperand(field, operator, raw.value);
	if ('value' in operand) return { ...condition, value: operand.value };
	report('value', operand.must);
	return undefined;
}
