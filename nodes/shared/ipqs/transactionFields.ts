import type { FieldType, ResponseField } from './responseField';

export const LINE_TYPES = ['Wireless', 'Landline', 'VOIP', 'Toll Free', 'Satellite', 'Premium Rate', 'Pager'] as const;
const TRANSACTION_LINE_TYPES = [...LINE_TYPES, 'Internet Service Provider', 'Unknown'] as const;
const UNKNOWN = 'Unknown';
const IDENTITY_MATCHES = ['Match', 'Mismatch', 'No Match', UNKNOWN] as const;

type TransactionField = readonly [name: string, label: string, type: FieldType, description: string, choices?: readonly string[]];

/** Members of `transaction_details` (IPQS documentation, transaction scoring): null unless their inputs were sent. */
const MEMBERS: readonly TransactionField[] = [
	['risk_score', 'Risk Score', 'number', 'Risk of the transaction from 0 to 100: 75 and up is suspicious, 90 and up high risk'],
	['risk_factors', 'Risk Factors', 'list', 'Reasons for the risk score'],
	['valid_billing_address', 'Valid Billing Address', 'boolean', 'Whether the billing address exists'],
	['valid_shipping_address', 'Valid Shipping Address', 'boolean', 'Whether the shipping address exists'],
	['valid_billing_email', 'Valid Billing Email', 'boolean', 'Whether the billing email address can receive email'],
	['valid_shipping_email', 'Valid Shipping Email', 'boolean', 'Whether the shipping email address can receive email'],
	['leaked_billing_email', 'Leaked Billing Email', 'boolean', 'Whether the billing email address was seen in a data breach'],
	['leaked_shipping_email', 'Leaked Shipping Email', 'boolean', 'Whether the shipping email address was seen in a data breach'],
	['leaked_user_data', 'Leaked User Data', 'boolean', "Whether the user's data was seen in a data breach"],
	['user_activity', 'User Activity', 'choice', 'How often the user was seen in legitimate activity', ['high', 'medium', 'low', 'none']],
	['risky_billing_phone', 'Risky Billing Phone', 'boolean', 'Whether the billing phone is associated with abuse'],
	['risky_shipping_phone', 'Risky Shipping Phone', 'boolean', 'Whether the shipping phone is associated with abuse'],
	['valid_billing_phone', 'Valid Billing Phone', 'boolean', 'Whether the billing phone is a valid number'],
	['valid_shipping_phone', 'Valid Shipping Phone', 'boolean', 'Whether the shipping phone is a valid number'],
	['billing_phone_carrier', 'Billing Phone Carrier', 'text', 'Service provider of the billing phone'],
	['shipping_phone_carrier', 'Shipping Phone Carrier', 'text', 'Service provider of the shipping phone'],
	['billing_phone_line_type', 'Billing Phone Line Type', 'choice', 'Type of line of the billing phone', TRANSACTION_LINE_TYPES],
	['shipping_phone_line_type', 'Shipping Phone Line Type', 'choice', 'Type of line of the shipping phone', TRANSACTION_LINE_TYPES],
	['billing_phone_country', 'Billing Phone Country', 'text', 'Country of the billing phone'],
	['shipping_phone_country', 'Shipping Phone Country', 'text', 'Country of the shipping phone'],
	['billing_phone_country_code', 'Billing Phone Country Code', 'number', 'Calling code of the billing phone'],
	['shipping_phone_country_code', 'Shipping Phone Country Code', 'number', 'Calling code of the shipping phone'],
	['bin_country', 'BIN Country', 'text', "Country of the card's bank"],
	['bin_bank_name', 'BIN Bank Name', 'text', 'Bank that issued the card'],
	['bin_type', 'BIN Type', 'text', 'Type of card'],
	['risky_username', 'Risky Username', 'boolean', 'Whether the username is associated with abuse'],
	['is_prepaid_card', 'Is Prepaid Card', 'boolean', 'Whether the card is prepaid'],
	['fraudulent_behavior', 'Fraudulent Behavior', 'boolean', 'Whether the user was recently involved in fraud'],
	[
		'phone_name_identity_match',
		'Phone and Name Match',
		'choice',
		'Whether phone and name belong together; Enterprise plans only',
		IDENTITY_MATCHES,
	],
	[
		'phone_email_identity_match',
		'Phone and Email Match',
		'choice',
		'Whether phone and email address belong together; Enterprise plans only',
		IDENTITY_MATCHES,
	],
	[
		'phone_address_identity_match',
		'Phone and Address Match',
		'choice',
		'Whether phone and address belong together; Enterprise plans only',
		IDENTITY_MATCHES,
	],
	[
		'email_name_identity_match',
		'Email and Name Match',
		'choice',
		'Whether email address and name belong together; Enterprise plans only',
		IDENTITY_MATCHES,
	],
	[
		'name_address_identity_match',
		'Name and Address Match',
		'choice',
		'Whether name and address belong together; Enterprise plans only',
		IDENTITY_MATCHES,
	],
	[
		'address_email_identity_match',
		'Address and Email Match',
		'choice',
		'Whether the postal address and email address belong together; Enterprise plans only',
		IDENTITY_MATCHES,
	],
];

const VALIDITY = /^valid_/;
const COUNTRY = /_country$/;

const transactionField = ([name, label, type, description, choices]: TransactionField): ResponseField => ({
	name: `transaction_details.${name}`,
	label: `Transaction: ${label}`,
	type,
	description,
	nullIsNormal: true,
	...(type === 'choice' ? { choices } : {}),
	...(choices === IDENTITY_MATCHES ? { unknownChoices: [UNKNOWN] } : {}),
	...(name === 'risk_score' ? { range: [0, 100] as const } : {}),
	...(VALIDITY.test(name) ? { goodWhenTrue: true } : {}),
	...(COUNTRY.test(name) ? { isCountry: true } : {}),
});

/** Members of `transaction_details` as fields of their own, in responses about phone numbers and IP addresses. */
export const TRANSACTION_FIELDS: readonly ResponseField[] = MEMBERS.map(transactionField);
