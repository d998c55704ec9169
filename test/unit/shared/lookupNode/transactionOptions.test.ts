import { transactionFields, readTransactionOptions } from '../../../../nodes/shared/lookupNode/transactionOptions';

describe('transaction data of the options', () => {
	it('is sent with its strictness, and not at all where none is filled in', () => {
		expect(readTransactionOptions({ transaction: { order: { order_amount: 49.9 } } })).toEqual({
			order_amount: '49.9',
			transaction_strictness: '0',
		});
		expect(readTransactionOptions({ transaction: { order: { order_amount: '' } }, transactionStrictness: 9 })).toEqual({});
	});

	it.each<[object, string[]]>([
		[{ transaction: { order: { order_amount: 49.9 } } }, ['transaction_details']],
		[{ transaction: { order: { order_amount: 49.9 } }, transactionStrictness: 9 }, ['transaction_details']],
		[{ transaction: { order: { order_amount: '$ 49.90' } } }, ['transaction_details']],
		[{ transaction: { order: { order_amount: ' ' } } }, []],
		[{ transactionStrictness: 1 }, []],
		[{}, []],
	])('gives its field a meaning, which is told without reading the data again: %j', (options, fields) => {
		expect(transactionFields({ ...options })).toEqual(fields);
	});
});
