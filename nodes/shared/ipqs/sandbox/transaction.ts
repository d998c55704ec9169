import type { JsonObject } from '../../json/json';
import { parameterOf, type ApiRequest } from '../request';
import { TRANSACTION_FIELDS } from '../transactionFields';
import { TRANSACTION_GROUPS } from '../transactionInputs';

const NAMES = TRANSACTION_GROUPS.flatMap(({ inputs }) => inputs.map(({ name }) => name));

const UNKNOWN = Object.fromEntries(TRANSACTION_FIELDS.map(({ name }) => [name.replace('transaction_details.', ''), null]));

/** `transaction_details` where a request carries transaction data: the risk of a good order, all that needs more inputs null. */
export function sandboxTransaction(request: ApiRequest): JsonObject {
	if (NAMES.every((name) => parameterOf(request, name) === '')) return {};
	const sent = (name: string, answer: unknown): unknown => (parameterOf(request, name) === '' ? null : answer);
	return {
		transaction_details: {
			...UNKNOWN,
			risk_score: 0,
			risk_factors: [],
			fraudulent_behavior: false,
			valid_billing_address: sent('billing_address_1', true),
			valid_billing_email: sent('billing_email', true),
			leaked_billing_email: sent('billing_email', false),
			valid_billing_phone: sent('billing_phone', true),
			risky_billing_phone: sent('billing_phone', false),
			bin_country: sent('credit_card_bin', 'US'),
			is_prepaid_card: sent('credit_card_bin', false),
			risky_username: sent('username', false),
		},
	};
}
