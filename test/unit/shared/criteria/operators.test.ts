import { isPresenceOperator, operatorsFor, type ConditionType } from '../../../../nodes/shared/criteria/operators';

const KNOWLEDGE = ['isKnown', 'isUnknown'];
const BOUNDS = ['greaterThan', 'greaterOrEqual', 'lessThan', 'lessOrEqual', 'between'];
const WORDS = ['equals', 'notEquals', 'in', 'notIn', 'contains', 'startsWith'];

test.each<[ConditionType, string[]]>([
	['boolean', ['isTrue', 'isFalse', ...KNOWLEDGE]],
	['number', ['equals', 'notEquals', ...BOUNDS, ...KNOWLEDGE]],
	['choice', [...WORDS, ...KNOWLEDGE]],
	['text', [...WORDS, ...KNOWLEDGE]],
])('a %s is compared only in ways that make sense of one', (type, names) => {
	expect(operatorsFor(type).map(({ name }) => name)).toEqual(names);
	expect(
		operatorsFor(type)
			.filter(({ name }) => isPresenceOperator(name))
			.map(({ name }) => name),
	).toEqual(KNOWLEDGE);
});
