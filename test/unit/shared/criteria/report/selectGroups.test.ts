import { selectGroups, toGroupName } from '../../../../../nodes/shared/criteria/report/selectGroups';

describe('the name of a group', () => {
	it.each([
		[' solar ', 'solar'],
		['Solar', 'Solar'],
		[7, '7'],
		[0, '0'],
		[false, 'false'],
		[10n, '10'],
	])('is the text of %p', (value, name) => {
		expect(toGroupName(value)).toBe(name);
	});

	it.each([[undefined], [null], [''], ['  ']])('says that there is none for %p', (value) => {
		expect(toGroupName(value)).toBe('(none)');
	});

	it.each([[{}], [['a']], [() => 1], [Symbol('a')]])('says that %p is not a single value', (value) => {
		expect(toGroupName(value)).toBe('(not a single value)');
	});
});

describe('the selected groups', () => {
	it('are the largest, equal ones by name', () => {
		const { names, total } = selectGroups(['b', 'c', 'a', 'c', '__proto__', '__proto__', '__proto__'], 3);
		expect([...names]).toEqual(['__proto__', 'c', 'a']);
		expect(total).toBe(4);
	});
});
