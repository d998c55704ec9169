import { fixedCollectionRows } from '../../../../nodes/shared/parameters/fixedCollection';

describe('the rows of a collection', () => {
	it.each([[undefined], [null], [{}], [{ values: null }], [{ values: {} }], ['text'], [[]]])(
		'are none where the collection is %j',
		(collection) => {
			expect(fixedCollectionRows(collection)).toEqual([]);
		},
	);

	it('are rows, whatever else stands among them', () => {
		expect(fixedCollectionRows({ values: [{ name: 'a' }, null, 'text', [], { name: 'b' }] })).toEqual([{ name: 'a' }, { name: 'b' }]);
	});
});
