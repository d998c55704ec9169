import { comparable, conditionField, operandOf } from './conditions';
import type { Comparable } from './operators';
import type { Condition, Rule } from './types';

/** The numbers that fulfil a condition, as one interval. */
interface Interval {
	readonly from: number;
	readonly to: number;
	readonly openFrom: boolean;
	readonly openTo: boolean;
}

function intervalOf({ operator, value }: Condition): Interval | null {
	const [one, two] = operandOf(value);
	if (typeof one !== 'number') return null;
	const all: Interval = { from: -Infinity, to: Infinity, openFrom: false, openTo: false };
	switch (operator) {
		case 'equals':
			return { ...all, from: one, to: one };
		case 'greaterThan':
			return { ...all, from: one, openFrom: true };
		case 'greaterOrEqual':
			return { ...all, from: one };
		case 'lessThan':
			return { ...all, to: one, openTo: true };
		case 'lessOrEqual':
			return { ...all, to: one };
		case 'between':
			return typeof two === 'number' ? { ...all, from: one, to: two } : null;
		default:
			return null;
	}
}

const startsLater = (one: Interval, other: Interval): boolean =>
	one.from > other.from || (one.from === other.from && (one.openFrom || !other.openFrom));
const endsSooner = (one: Interval, other: Interval): boolean =>
	one.to < other.to || (one.to === other.to && (one.openTo || !other.openTo));
const within = (one: Interval, other: Interval): boolean => startsLater(one, other) && endsSooner(one, other);
const apart = (one: Interval, other: Interval): boolean =>
	one.to < other.from || (one.to === other.from && (one.openTo || other.openFrom));

const operandIn = ({ field: name, value }: Condition): Comparable[] => {
	const field = conditionField(name);
	return field === undefined ? [] : operandOf(value).map((one) => comparable(field, one));
};

const chooses = ({ operator }: Condition): boolean => operator === 'equals' || operator === 'in';
const same = (one: Condition, other: Condition): boolean => {
	const [left, right] = [operandIn(one), operandIn(other)];
	return one.operator === other.operator && left.length === right.length && left.every((value, index) => value === right[index]);
};

/** Whether every value that fulfils one condition fulfils the other; false also where that cannot be told. */
function implies(one: Condition, other: Condition): boolean {
	if (one.field !== other.field) return false;
	if (same(one, other)) return true;
	const [left, right] = [intervalOf(one), intervalOf(other)];
	if (left !== null && right !== null) return within(left, right);
	const [values, others] = [operandIn(one), operandIn(other)];
	if (chooses(one) && chooses(other)) return values.every((value) => others.includes(value));
	if (chooses(one) && (other.operator === 'notEquals' || other.operator === 'notIn')) return values.every((value) => !others.includes(value));
	return other.operator === 'isKnown' && one.operator !== 'isUnknown';
}

function contradicts(one: Condition, other: Condition): boolean {
	if (one.field !== other.field) return false;
	const [left, right] = [intervalOf(one), intervalOf(other)];
	if (left !== null && right !== null) return apart(left, right) || apart(right, left);
	const [values, others] = [operandIn(one), operandIn(other)];
	if (chooses(one) && chooses(other)) return values.every((value) => !others.includes(value));
	if (chooses(one) && (other.operator === 'notEquals' || other.operator === 'notIn')) return values.every((value) => others.includes(value));
	const operators = [one.operator, other.operator];
	if (operators.includes('isTrue') && operators.includes('isFalse')) return true;
	return one.operator === 'isUnknown' && other.operator !== 'isUnknown';
}

const alternatives = ({ match, conditions }: Rule): ReadonlyArray<readonly Condition[]> =>
	match === 'any' ? conditions.map((condition) => [condition]) : [conditions];

/** Whether a rule matches whenever another one does; false also where that cannot be told. */
export const ruleImplies = (rule: Rule, other: Rule): boolean =>
	alternatives(rule).every((known) =>
		alternatives(other).some((wanted) => wanted.every((condition) => known.some((one) => implies(one, condition)))),
	);

/** Whether a rule's conditions contradict each other, so that no result fulfils them. */
export const neverMatches = (rule: Rule): boolean =>
	alternatives(rule).every((conditions) => conditions.some((one) => conditions.some((other) => contradicts(one, other))));
