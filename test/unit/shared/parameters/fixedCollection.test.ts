import { rowsOf } from '../../../../nodes/shared/parameters/fixedCollection';

describe('the rows of a collection', () => {
	it.each([[undefined], [null], [{}], [{ values: null }], [{ values: {} }], ['text'], [[]]])('are none where the collection is %j', (collection) => {
		expect(rowsOf(collection)).toEqual([]);
	});

	it('are rows, whatever else stands among them', () => {
		expect(rowsOf({ values: [{ name: 'a' }, null, 'text', [], { name: 'b' }] })).toEqual([{ name: 'a' }, { name: 'b' }]);
	});
});
