import type { JsonObject } from '../../json/json';
import { parameterOf, type ApiRequest } from '../request';
import { TRANSACTION_FIELDS } from '../transactionFields';
import { TRANSACTION_GROUPS } from '../transactionInputs';

const NAMES = TRANSACTION_GROUPS.flatMap(({ inputs }) => inputs.map(({ name }) => name));

const UNKNOWN = Object.fromEntries(TRANSACTION_FIELDS.map(({ name }) => [name.replace('transaction_details.', ''), null]));

/** `transaction_details` of a good order, if the request has transaction data. Members whose inputs were not sent are null. */
export function sandboxTransaction(request: ApiRequest): JsonObject {
	if (NAMES.every((name) => parameterOf(request, name) === '')) return {};
	const ifSent = (name: string, value: unknown): unknown => (parameterOf(request, name) === '' ? null : value);
	return {
		transaction_details: {
			...UNKNOWN,
			risk_score: 0,
			risk_factors: [],
			fraudulent_behavior: false,
			valid_billing_address: ifSent('billing_address_1', true),
			valid_billing_email: ifSent('billing_email', true),
			leaked_billing_email: ifSent('billing_email', false),
			valid_billing_phone: ifSent('billing_phone', true),
			risky_billing_phone: ifSent('billing_phone', false),
			bin_country: ifSent('credit_card_bin', 'US'),
			is_prepaid_card: ifSent('credit_card_bin', false),
			risky_username: ifSent('username', false),
		},
	};
}
