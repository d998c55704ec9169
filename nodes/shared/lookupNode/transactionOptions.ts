import type { INodeProperties } from 'n8n-workflow';
import type { JsonObject } from '../json/json';
import { hasTransaction, readTransaction } from '../ipqs/readTransaction';
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

/** 'Transaction Data' and 'Transaction Strictness'. The form groups the inputs, because there are about forty. */
export const transactionOptions: INodeProperties[] = [
	{
		displayName: 'Transaction Data',
		name: 'transaction',
		type: 'fixedCollection',
		placeholder: 'Add Transaction Data',
		default: {},
		description: 'Order details used to score the whole transaction. Only filled-in fields are sent; they are personal data.',
		options: TRANSACTION_GROUPS.map(({ name, label, inputs }) => ({ name, displayName: label, values: inputs.map(inputProperty) })),
		...HIDDEN_FOR_CUSTOM_INTEGRATION,
	},
	{
		...strictnessProperty(
			'Transaction Strictness',
			'transactionStrictness',
			2,
			'How strictly IPQS scores the transaction. Only used with Transaction Data.',
		),
		...HIDDEN_FOR_CUSTOM_INTEGRATION,
	},
];

/**
 * Reads transaction data as request parameters; empty if no input is filled in.
 *
 * @throws {InvalidParameter} when a value cannot be used
 */
export function readTransactionOptions({ transaction, transactionStrictness }: JsonObject): Record<string, string> {
	const inputs = readTransaction(transaction);
	if (Object.keys(inputs).length === 0) return inputs;
	return { ...inputs, transaction_strictness: readStrictness('Transaction Strictness', transactionStrictness ?? 0, 2) };
}

/** Response fields that IPQS only returns with transaction data. */
export const transactionFields = (options: JsonObject): string[] => (hasTransaction(options.transaction) ? ['transaction_details'] : []);
