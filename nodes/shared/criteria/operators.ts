import type { FieldType } from '../ipqs/fields';

/** Field types that a condition can judge; lists and objects have no single value. */
export type ConditionType = Exclude<FieldType, 'list' | 'object'>;

/** A value made comparable: a number or boolean as it is, text without case, a choice without its spelling. */
export type Comparable = number | boolean | string;

interface OperatorSpec {
	readonly name: string;
	/** What the menus show. */
	readonly label: string;
	readonly fits: readonly ConditionType[];
	/** What stands at the right: nothing, one value, `[from, to]`, or a list. */
	readonly operand: 'none' | 'value' | 'range' | 'list';
	/** The test that the operand makes of a known value. */
	test(operand: readonly Comparable[]): (value: Comparable) => boolean;
	/** The end of a sentence that begins with the field's label and, with an operand, its value. */
	says(operand: readonly string[]): string;
}

const VALUES: readonly ConditionType[] = ['number', 'choice', 'text'];
const TEXTS: readonly ConditionType[] = ['choice', 'text'];
const ANY: readonly ConditionType[] = ['boolean', ...VALUES];

const first = (operand: readonly Comparable[]): Comparable => operand[0] ?? '';
const second = (operand: readonly Comparable[]): Comparable => operand[1] ?? '';

/** All operators, with the field types they fit. */
const LIST = [
	{ name: 'equals', label: 'Is', fits: VALUES, operand: 'value', test: (o) => (value) => value === first(o), says: ([one]) => `is ${one}` },
	{ name: 'notEquals', label: 'Is Not', fits: VALUES, operand: 'value', test: (o) => (value) => value !== first(o), says: ([one]) => `is not ${one}` },
	{ name: 'greaterThan', label: 'Is Above', fits: ['number'], operand: 'value', test: (o) => (value) => value > first(o), says: ([one]) => `is above ${one}` },
	{ name: 'greaterOrEqual', label: 'Is at Least', fits: ['number'], operand: 'value', test: (o) => (value) => value >= first(o), says: ([one]) => `is at or above ${one}` },
	{ name: 'lessThan', label: 'Is Below', fits: ['number'], operand: 'value', test: (o) => (value) => value < first(o), says: ([one]) => `is below ${one}` },
	{ name: 'lessOrEqual', label: 'Is at Most', fits: ['number'], operand: 'value', test: (o) => (value) => value <= first(o), says: ([one]) => `is at or below ${one}` },
	{ name: 'between', label: 'Is Between', fits: ['number'], operand: 'range', test: (o) => (value) => value >= first(o) && value <= second(o), says: ([from, to]) => `is between ${from} and ${to}` },
	{ name: 'in', label: 'Is One Of', fits: TEXTS, operand: 'list', test: (o) => (value) => o.includes(value), says: (list) => `is one of ${list.join(', ')}` },
	{ name: 'notIn', label: 'Is None Of', fits: TEXTS, operand: 'list', test: (o) => (value) => !o.includes(value), says: (list) => `is not ${list.join(' or ')}` },
	{ name: 'contains', label: 'Contains', fits: TEXTS, operand: 'value', test: (o) => (value) => String(value).includes(String(first(o))), says: ([one]) => `contains ${one}` },
	{ name: 'startsWith', label: 'Starts With', fits: TEXTS, operand: 'value', test: (o) => (value) => String(value).startsWith(String(first(o))), says: ([one]) => `starts with ${one}` },
	{ name: 'isTrue', label: 'Is True', fits: ['boolean'], operand: 'none', test: () => (value) => value === true, says: () => 'is true' },
	{ name: 'isFalse', label: 'Is False', fits: ['boolean'], operand: 'none', test: () => (value) => value === false, says: () => 'is false' },
	{ name: 'isKnown', label: 'Is Known', fits: ANY, operand: 'none', test: () => () => true, says: () => 'is known' },
	{ name: 'isUnknown', label: 'Is Unknown', fits: ANY, operand: 'none', test: () => () => false, says: () => 'is unknown' },
] as const satisfies readonly OperatorSpec[];

export type OperatorName = (typeof LIST)[number]['name'];

export interface Operator extends OperatorSpec {
	readonly name: OperatorName;
}

export const OPERATORS: readonly Operator[] = LIST;

const BY_NAME = Object.fromEntries(OPERATORS.map((operator) => [operator.name, operator])) as Record<OperatorName, Operator>;

export const operatorNamed = (name: OperatorName): Operator => BY_NAME[name];

/** The operators that fit a field type, in the order of the list. */
export const operatorsFor = (type: ConditionType): readonly Operator[] => OPERATORS.filter(({ fits }) => fits.includes(type));

/** Whether the operator asks about knowledge itself, so that a missing value answers it. */
export const asksKnowledge = (name: OperatorName): boolean => name === 'isKnown' || name === 'isUnknown';
