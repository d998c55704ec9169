import { isPresenceOperator, operatorsFor, type ConditionType } from '../../../../nodes/shared/criteria/operators';

const PRESENCE = ['isKnown', 'isUnknown'];
const COMPARISONS = ['greaterThan', 'greaterOrEqual', 'lessThan', 'lessOrEqual', 'between'];
const TEXT_OPERATORS = ['equals', 'notEquals', 'in', 'notIn', 'contains', 'startsWith'];

describe('operators', () => {
	it.each<[ConditionType, string[]]>([
		['boolean', ['isTrue', 'isFalse', ...PRESENCE]],
		['number', ['equals', 'notEquals', ...COMPARISONS, ...PRESENCE]],
		['choice', [...TEXT_OPERATORS, ...PRESENCE]],
		['text', [...TEXT_OPERATORS, ...PRESENCE]],
	])('of a %s are those that make sense for it', (type, names) => {
		expect(operatorsFor(type).map(({ name }) => name)).toEqual(names);
		expect(
			operatorsFor(type)
				.filter(({ name }) => isPresenceOperator(name))
				.map(({ name }) => name),
		).toEqual(PRESENCE);
	});
});
