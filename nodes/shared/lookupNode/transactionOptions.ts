import type { INodeProperties } from 'n8n-workflow';
import type { JsonObject } from '../json/json';
import { hasTransaction, readTransaction } from '../ipqs/transactionInput';
import { TRANSACTION_GROUPS, type TransactionInput } from '../ipqs/transactionInputs';
import { HIDDEN_FOR_CUSTOM_INTEGRATION } from './authentication';
import { readStrictness, strictnessProperty } from './strictness';

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
		...HIDDEN_FOR_CUSTOM_INTEGRATION,
	},
	{
		...strictnessProperty(
			'Transaction Strictness',
			'transactionStrictness',
			2,
			'How readily IPQS flags a transaction; used with Transaction Data alone',
		),
		...HIDDEN_FOR_CUSTOM_INTEGRATION,
	},
];

/**
 * Transaction data as IPQS takes it; empty where none is filled in.
 *
 * @throws {InvalidParameter} when a value cannot be used
 */
export function readTransactionOptions({ transaction, transactionStrictness }: JsonObject): Record<string, string> {
	const inputs = readTransaction(transaction);
	if (Object.keys(inputs).length === 0) return inputs;
	return { ...inputs, transaction_strictness: readStrictness('Transaction Strictness', transactionStrictness ?? 0, 2) };
}

/** The response field that transaction data gives a meaning to. */
export const transactionFields = (options: JsonObject): string[] => (hasTransaction(options.transaction) ? ['transaction_details'] : []);
