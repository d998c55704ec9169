import type { CompiledRule } from './compile';
import type { CompiledCondition } from './compileCondition';

/** The numbers for which a condition is true. */
interface Interval {
	readonly from: number;
	readonly to: number;
	readonly openFrom: boolean;
	readonly openTo: boolean;
}

function intervalOf({ condition, operand }: CompiledCondition): Interval | null {
	const [one, two] = operand;
	if (typeof one !== 'number') return null;
	const all: Interval = { from: -Infinity, to: Infinity, openFrom: false, openTo: false };
	switch (condition.operator) {
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
			return { ...all, from: one, to: Number(two) };
		default:
			return null;
	}
}

const startsLater = (one: Interval, other: Interval): boolean =>
	one.from > other.from || (one.from === other.from && (one.openFrom || !other.openFrom));
const endsSooner = (one: Interval, other: Interval): boolean => one.to < other.to || (one.to === other.to && (one.openTo || !other.openTo));
const within = (one: Interval, other: Interval): boolean => startsLater(one, other) && endsSooner(one, other);
const apart = (one: Interval, other: Interval): boolean => one.to < other.from || (one.to === other.from && (one.openTo || other.openFrom));

const chooses = ({ condition: { operator } }: CompiledCondition): boolean => operator === 'equals' || operator === 'in';
const excludes = ({ condition: { operator } }: CompiledCondition): boolean => operator === 'notEquals' || operator === 'notIn';
const same = (one: CompiledCondition, other: CompiledCondition): boolean =>
	one.condition.operator === other.condition.operator &&
	one.operand.length === other.operand.length &&
	one.operand.every((value, index) => value === other.operand[index]);

/** Whether the other condition is true whenever the first is; false also if that is not certain. */
function implies(one: CompiledCondition, other: CompiledCondition): boolean {
	if (one.field !== other.field) return false;
	if (same(one, other)) return true;
	const [left, right] = [intervalOf(one), intervalOf(other)];
	if (left !== null && right !== null) return within(left, right);
	if (chooses(one) && chooses(other)) return one.operand.every((value) => other.operand.includes(value));
	if (chooses(one) && excludes(other)) return one.operand.every((value) => !other.operand.includes(value));
	return other.condition.operator === 'isKnown' && one.condition.operator !== 'isUnknown';
}

function contradicts(one: CompiledCondition, other: CompiledCondition): boolean {
	if (one.field !== other.field) return false;
	const [left, right] = [intervalOf(one), intervalOf(other)];
	if (left !== null && right !== null) return apart(left, right) || apart(right, left);
	if (chooses(one) && chooses(other)) return one.operand.every((value) => !other.operand.includes(value));
	if (chooses(one) && excludes(other)) return one.operand.every((value) => other.operand.includes(value));
	const operators = [one.condition.operator, other.condition.operator];
	if (operators.includes('isTrue') && operators.includes('isFalse')) return true;
	return one.condition.operator === 'isUnknown' && other.condition.operator !== 'isUnknown';
}

const alternatives = ({ rule: { match }, conditions }: CompiledRule): ReadonlyArray<readonly CompiledCondition[]> =>
	match === 'any' ? conditions.map((condition) => [condition]) : [conditions];

/** Whether the other rule matches whenever the first does; false also if that is not certain. */
export const ruleImplies = (rule: CompiledRule, other: CompiledRule): boolean =>
	alternatives(rule).every((known) =>
		alternatives(other).some((wanted) => wanted.every((condition) => known.some((one) => implies(one, condition)))),
	);

/** Whether no result matches a rule, because its conditions contradict each other. */
export const neverMatches = ({ rule: { match }, conditions }: CompiledRule): boolean =>
	match === 'all' && conditions.some((one) => conditions.some((other) => contradicts(one, other)));
