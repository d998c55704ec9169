import type { INodeProperties } from 'n8n-workflow';
import { wholeNumber } from '../shared/item/readers';
import type { JsonObject } from '../shared/json';
import { readTransaction } from '../shared/ipqs/transaction';
import { TRANSACTION_GROUPS, type TransactionInput } from '../shared/ipqs/transactionInputs';
import { NEEDS_KEY } from './needsKey';

const STRICTNESS = { min: 0, max: 2 };

const inputProperty = ({ name, label, example, description }: TransactionInput): INodeProperties => ({
	displayName: label,
	name,
	type: 'string',
	default: '',
	placeholder: example,
	...(description === undefined ? {} : { description }),
});

/** Data about an order, for `transaction_details`; in groups, as there are some forty. */
export const transactionOptions: INodeProperties[] = [
	{
		displayName: 'Transaction Data',
		name: 'transaction',
		type: 'fixedCollection',
		placeholder: 'Add Transaction Data',
		default: {},
		description: 'What is known of the order, for the risk of the transaction as a whole; personal data, sent only where filled in',
		options: TRANSACTION_GROUPS.map(({ name, label, inputs }) => ({ name, displayName: label, values: inputs.map(inputProperty) })),
		...NEEDS_KEY,
	},
	{
		displayName: 'Transaction Strictness',
		name: 'transactionStrictness',
		type: 'options',
		options: [
			{ name: '0 - Loose', value: 0 },
			{ name: '1 - Normal', value: 1 },
			{ name: '2 - Strict', value: 2 },
		],
		default: 0,
		description: 'How readily IPQS flags a transaction; used with Transaction Data alone',
		...NEEDS_KEY,
	},
];

/**
 * Transaction data as IPQS takes it; empty where none is filled in.
 *
 * @throws {InvalidParameter} when a value cannot be used
 */
export function transactionOf({ transaction, transactionStrictness }: JsonObject): Record<string, string> {
	const inputs = readTransaction(transaction);
	if (Object.keys(inputs).length === 0) return inputs;
	return { ...inputs, transaction_strictness: String(wholeNumber('Transaction Strictness', transactionStrictness ?? 0, STRICTNESS)) };
}

/** The response field that transaction data gives a meaning to. */
export const transactionField = (options: JsonObject): string[] => (Object.keys(transactionOf(options)).length > 0 ? ['transaction_details'] : []);
