import type { FieldType } from '../ipqs/responseField';

/** Field types that conditions can use: those with a single value. */
export type ConditionType = Exclude<FieldType, 'list' | 'object'>;

/** A value in the form in which values are compared: text in lower case, a choice without differences in spelling. */
export type Comparable = number | boolean | string;

/** The value that an operator needs: none, one value, `[from, to]`, or a list. */
type OperandKind = 'none' | 'value' | 'range' | 'list';

/** Makes the test of a known value. */
type Test = (operand: readonly Comparable[]) => (value: Comparable) => boolean;

/** The end of a sentence that starts with the label of the field and, if the operator takes a value, the value of the lead. */
type Phrase = (operand: readonly string[]) => string;

const NUMBER: readonly ConditionType[] = ['number'];
const BOOLEAN: readonly ConditionType[] = ['boolean'];
const TEXTS: readonly ConditionType[] = ['choice', 'text'];
const VALUES: readonly ConditionType[] = [...NUMBER, ...TEXTS];
const ANY: readonly ConditionType[] = [...BOOLEAN, ...VALUES];

type Row = readonly [name: string, label: string, fieldTypes: readonly ConditionType[], operand: OperandKind, test: Test, phrase: Phrase];

/** All operators: name in JSON, label in menus, field types, operand, test, phrase. */
const ROWS = [
	[
		'equals',
		'Is',
		VALUES,
		'value',
		([one]) =>
			(value) =>
				value === one,
		([one]) => `is ${one}`,
	],
	[
		'notEquals',
		'Is Not',
		VALUES,
		'value',
		([one]) =>
			(value) =>
				value !== one,
		([one]) => `is not ${one}`,
	],
	[
		'greaterThan',
		'Is Above',
		NUMBER,
		'value',
		([one]) =>
			(value) =>
				Number(value) > Number(one),
		([one]) => `is above ${one}`,
	],
	[
		'greaterOrEqual',
		'Is at or Above',
		NUMBER,
		'value',
		([one]) =>
			(value) =>
				Number(value) >= Number(one),
		([one]) => `is at or above ${one}`,
	],
	[
		'lessThan',
		'Is Below',
		NUMBER,
		'value',
		([one]) =>
			(value) =>
				Number(value) < Number(one),
		([one]) => `is below ${one}`,
	],
	[
		'lessOrEqual',
		'Is at or Below',
		NUMBER,
		'value',
		([one]) =>
			(value) =>
				Number(value) <= Number(one),
		([one]) => `is at or below ${one}`,
	],
	[
		'between',
		'Between',
		NUMBER,
		'range',
		([from, to]) =>
			(value) =>
				Number(value) >= Number(from) && Number(value) <= Number(to),
		([from, to]) => `is between ${from} and ${to}`,
	],
	['in', 'Is One Of', TEXTS, 'list', (list) => (value) => list.includes(value), (list) => `is one of ${list.join(', ')}`],
	['notIn', 'Is None Of', TEXTS, 'list', (list) => (value) => !list.includes(value), (list) => `is not ${list.join(' or ')}`],
	[
		'contains',
		'Contains',
		TEXTS,
		'value',
		([one]) =>
			(value) =>
				String(value).includes(String(one)),
		([one]) => `contains ${one}`,
	],
	[
		'startsWith',
		'Starts With',
		TEXTS,
		'value',
		([one]) =>
			(value) =>
				String(value).startsWith(String(one)),
		([one]) => `starts with ${one}`,
	],
	['isTrue', 'Is True', BOOLEAN, 'none', () => (value) => value === true, () => 'is true'],
	['isFalse', 'Is False', BOOLEAN, 'none', () => (value) => value === false, () => 'is false'],
	['isKnown', 'Is Known', ANY, 'none', () => () => true, () => 'is known'],
	['isUnknown', 'Is Unknown', ANY, 'none', () => () => false, () => 'is unknown'],
] as const satisfies readonly Row[];

export type OperatorName = (typeof ROWS)[number][0];

export interface Operator {
	readonly name: OperatorName;
	readonly label: string;
	readonly fieldTypes: readonly ConditionType[];
	readonly operand: OperandKind;
	readonly test: Test;
	readonly phrase: Phrase;
}

export const OPERATORS: readonly Operator[] = ROWS.map(([name, label, fieldTypes, operand, test, phrase]) => ({
	name,
	label,
	fieldTypes,
	operand,
	test,
	phrase,
}));

const BY_NAME = Object.fromEntries(OPERATORS.map((operator) => [operator.name, operator])) as Record<OperatorName, Operator>;

export const getOperator = (name: OperatorName): Operator => BY_NAME[name];

/** The operators that fit a field type, in the order of the list. */
export const operatorsFor = (type: ConditionType): readonly Operator[] => OPERATORS.filter(({ fieldTypes }) => fieldTypes.includes(type));

/** Whether the operator tests if the value is known, so that its result is never unknown. */
export const isPresenceOperator = (name: OperatorName): boolean => name === 'isKnown' || name === 'isUnknown';
