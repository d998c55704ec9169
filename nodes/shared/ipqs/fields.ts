/** What a response field holds once it is read. A `choice` is text out of a known list, which IPQS may extend. */
export type FieldType = 'boolean' | 'number' | 'choice' | 'text' | 'list' | 'object';

/** One field of an IPQS phone response. Output, menus, schema, Criteria and the README table derive from this list. */
export interface ResponseField {
	/** IPQS's own name; a dot leads into an object. */
	readonly name: string;
	/** What people read. */
	readonly label: string;
	readonly type: FieldType;
	readonly description: string;
	/** The documented values of a `choice`, in IPQS's spelling. */
	readonly choices?: readonly string[];
	/** Part of the simplified output. */
	readonly simplified?: true;
	/** IPQS's own words about a request, in which "required" says nothing of the plan. */
	readonly ownWords?: true;
	/** IPQS leaves it null for ordinary numbers, so its absence says nothing about a lead. */
	readonly ordinarilyNull?: true;
	/** Criteria code when the field itself is the reason; default: the name in capitals. */
	readonly code?: string;
	/** Criteria code when the reason is that the field is false. */
	readonly codeWhenFalse?: string;
}

const LINE_TYPES = ['Wireless', 'Landline', 'VOIP', 'Toll Free', 'Satellite', 'Premium Rate', 'Pager'] as const;
const TRANSACTION_LINE_TYPES = [...LINE_TYPES, 'Internet Service Provider', 'Unknown'] as const;
const IDENTITY_MATCHES = ['Match', 'Mismatch', 'No Match', 'Unknown'] as const;

/** The value of `active_status` when the phone is off: it passes, unlike a disconnected line. */
export const PHONE_TURNED_OFF = 'Phone Turned Off';

/**
 * Fields of `/api/json/phone` in the order IPQS sends them (IPQS documentation, response parameters; the newest ones as
 * seen in live bodies).
 */
const MAIN_FIELDS: readonly ResponseField[] = [
	{ name: 'message', label: 'Message', type: 'text', simplified: true, description: 'What IPQS says about the lookup' },
	{ name: 'success', label: 'Success', type: 'boolean', simplified: true, description: 'Whether the lookup was answered' },
	{ name: 'formatted', label: 'Formatted', type: 'text', simplified: true, description: 'The number in international (E.164) format' },
	{ name: 'local_format', label: 'Local Format', type: 'text', description: 'The number as it is written in its own country' },
	{ name: 'valid', label: 'Valid', type: 'boolean', simplified: true, codeWhenFalse: 'INVALID_NUMBER', description: 'Whether the number is properly formatted and in an assigned range' },
	{ name: 'fraud_score', label: 'Fraud Score', type: 'number', simplified: true, description: 'Risk from 0 to 100: 75 and up is suspicious, 85 and up high risk, 90 and up frequent recent abuse' },
	{ name: 'recent_abuse', label: 'Recent Abuse', type: 'boolean', simplified: true, description: 'Whether the number took part in abuse lately' },
	{ name: 'VOIP', label: 'VOIP', type: 'boolean', simplified: true, description: 'Whether it is an internet (Voice over IP) number' },
	{ name: 'prepaid', label: 'Prepaid', type: 'boolean', simplified: true, ordinarilyNull: true, description: 'Whether the line is prepaid; unknown for landline, toll-free and VOIP numbers' },
	{ name: 'risky', label: 'Risky', type: 'boolean', simplified: true, description: 'Whether the number is tied to fraudulent activity, scams, robocalls or other unfriendly behavior' },
	{ name: 'active', label: 'Active', type: 'boolean', simplified: true, ordinarilyNull: true, codeWhenFalse: 'INACTIVE', description: 'Whether the line is in service; firm with Enhanced Line Check alone' },
	{ name: 'carrier', label: 'Carrier', type: 'text', simplified: true, description: 'The service provider of the number' },
	{ name: 'line_type', label: 'Line Type', type: 'choice', choices: LINE_TYPES, simplified: true, description: 'The kind of line' },
	{ name: 'country', label: 'Country', type: 'text', simplified: true, description: 'Two-letter country code (ISO 3166-1)' },
	{ name: 'city', label: 'City', type: 'text', simplified: true, description: 'City of the number' },
	{ name: 'zip_code', label: 'Zip Code', type: 'text', description: 'Zip or postal code of the number' },
	{ name: 'region', label: 'Region', type: 'text', simplified: true, description: 'State in the US and Canada, elsewhere a region or country name' },
	{ name: 'dialing_code', label: 'Dialing Code', type: 'number', description: 'Country calling code' },
	{ name: 'active_status', label: 'Active Status', type: 'choice', choices: ['Active Line', 'Active Line - High Confidence', 'Active Line - Medium Confidence', 'Active Line - Low Confidence', 'Disconnected Line', PHONE_TURNED_OFF, 'Inconclusive Status'], simplified: true, ordinarilyNull: true, description: 'State of the line; needs Enhanced Line Check' },
	{ name: 'sms_domain', label: 'SMS Domain', type: 'text', description: 'Mail domain of the carrier\'s SMS gateway' },
	{ name: 'associated_email_addresses', label: 'Associated Email Addresses', type: 'object', description: 'E-mail addresses seen with the number: status and emails' },
	{ name: 'user_activity', label: 'User Activity', type: 'choice', choices: ['high', 'medium', 'low', 'none'], simplified: true, ordinarilyNull: true, description: 'How often the number was seen in legitimate activity; Enterprise plans' },
	{ name: 'mnc', label: 'MNC', type: 'text', description: 'Mobile network code, with leading zeros' },
	{ name: 'mcc', label: 'MCC', type: 'text', description: 'Mobile country code, with leading zeros' },
	{ name: 'leaked', label: 'Leaked', type: 'boolean', simplified: true, description: 'Whether the number was seen in a data breach, as many ordinary numbers were' },
	{ name: 'spammer', label: 'Spammer', type: 'boolean', simplified: true, description: 'Whether the number was lately reported for spam' },
	{ name: 'request_id', label: 'Request ID', type: 'text', description: 'IPQS\'s identifier of the lookup' },
	{ name: 'name', label: 'Name', type: 'text', ordinarilyNull: true, description: 'Name of the owner, several separated by commas; fuller with Enhanced Name Check' },
	{ name: 'timezone', label: 'Timezone', type: 'text', description: 'Time zone of the number, such as America/Chicago' },
	{ name: 'do_not_call', label: 'Do Not Call', type: 'boolean', simplified: true, ordinarilyNull: true, description: 'Whether IPQS knows the number from a do-not-call list (US and Canada)' },
	{ name: 'tcpa_blacklist', label: 'TCPA Blacklist', type: 'boolean', simplified: true, ordinarilyNull: true, description: 'Whether the number is on IPQS\'s list of TCPA litigators' },
	{ name: 'accurate_country_code', label: 'Accurate Country Code', type: 'boolean', ordinarilyNull: true, description: 'Whether the number belongs to one of the countries sent; says nothing when none was sent' },
	{ name: 'sms_email', label: 'SMS Email', type: 'text', ordinarilyNull: true, description: 'Mail address that reaches the phone as a text message' },
	{ name: 'number_recycling', label: 'Number Recycling', type: 'object', ordinarilyNull: true, description: 'Whether and when the number changed hands; an add-on' },
	{ name: 'identity_data', label: 'Identity Data', type: 'list', ordinarilyNull: true, description: 'Names, addresses and e-mails known for the number: personal data' },
	{ name: 'sms_pumping', label: 'SMS Pumping', type: 'object', ordinarilyNull: true, description: 'Risk of artificially inflated text traffic, when it was asked for' },
	{ name: 'transaction_details', label: 'Transaction Details', type: 'object', ordinarilyNull: true, description: 'Risk of the transaction, when transaction data was sent' },
	{ name: 'errors', label: 'Errors', type: 'list', ownWords: true, ordinarilyNull: true, description: 'What IPQS could not process in the request' },
];

type TransactionField = readonly [name: string, label: string, type: FieldType, description: string, choices?: readonly string[]];

/** Members of `transaction_details` (IPQS documentation, transaction scoring): null unless their inputs were sent. */
const TRANSACTION_FIELDS: readonly TransactionField[] = [
	['risk_score', 'Risk Score', 'number', 'Risk of the transaction from 0 to 100: 75 and up is suspicious, 90 and up high risk'],
	['risk_factors', 'Risk Factors', 'list', 'What raised the risk score'],
	['valid_billing_address', 'Valid Billing Address', 'boolean', 'Whether the billing address exists'],
	['valid_shipping_address', 'Valid Shipping Address', 'boolean', 'Whether the shipping address exists'],
	['valid_billing_email', 'Valid Billing Email', 'boolean', 'Whether the billing e-mail address can receive mail'],
	['valid_shipping_email', 'Valid Shipping Email', 'boolean', 'Whether the shipping e-mail address can receive mail'],
	['leaked_billing_email', 'Leaked Billing Email', 'boolean', 'Whether the billing e-mail address was seen in a data breach'],
	['leaked_shipping_email', 'Leaked Shipping Email', 'boolean', 'Whether the shipping e-mail address was seen in a data breach'],
	['leaked_user_data', 'Leaked User Data', 'boolean', 'Whether the user\'s data was seen in a data breach'],
	['user_activity', 'User Activity', 'choice', 'How often the user was seen in legitimate activity', ['high', 'medium', 'low', 'none']],
	['risky_billing_phone', 'Risky Billing Phone', 'boolean', 'Whether the billing phone is tied to abuse'],
	['risky_shipping_phone', 'Risky Shipping Phone', 'boolean', 'Whether the shipping phone is tied to abuse'],
	['valid_billing_phone', 'Valid Billing Phone', 'boolean', 'Whether the billing phone is a valid number'],
	['valid_shipping_phone', 'Valid Shipping Phone', 'boolean', 'Whether the shipping phone is a valid number'],
	['billing_phone_carrier', 'Billing Phone Carrier', 'text', 'Service provider of the billing phone'],
	['shipping_phone_carrier', 'Shipping Phone Carrier', 'text', 'Service provider of the shipping phone'],
	['billing_phone_line_type', 'Billing Phone Line Type', 'choice', 'Kind of line of the billing phone', TRANSACTION_LINE_TYPES],
	['shipping_phone_line_type', 'Shipping Phone Line Type', 'choice', 'Kind of line of the shipping phone', TRANSACTION_LINE_TYPES],
	['billing_phone_country', 'Billing Phone Country', 'text', 'Country of the billing phone'],
	['shipping_phone_country', 'Shipping Phone Country', 'text', 'Country of the shipping phone'],
	['billing_phone_country_code', 'Billing Phone Country Code', 'number', 'Calling code of the billing phone'],
	['shipping_phone_country_code', 'Shipping Phone Country Code', 'number', 'Calling code of the shipping phone'],
	['bin_country', 'BIN Country', 'text', 'Country of the card\'s bank'],
	['bin_bank_name', 'BIN Bank Name', 'text', 'Bank that issued the card'],
	['bin_type', 'BIN Type', 'text', 'Kind of card'],
	['risky_username', 'Risky Username', 'boolean', 'Whether the user name is tied to abuse'],
	['is_prepaid_card', 'Is Prepaid Card', 'boolean', 'Whether the card is prepaid'],
	['fraudulent_behavior', 'Fraudulent Behavior', 'boolean', 'Whether the user was lately seen in fraud'],
	['phone_name_identity_match', 'Phone and Name Match', 'choice', 'Whether phone and name belong together; Enterprise plans', IDENTITY_MATCHES],
	['phone_email_identity_match', 'Phone and Email Match', 'choice', 'Whether phone and e-mail address belong together; Enterprise plans', IDENTITY_MATCHES],
	['phone_address_identity_match', 'Phone and Address Match', 'choice', 'Whether phone and address belong together; Enterprise plans', IDENTITY_MATCHES],
	['email_name_identity_match', 'Email and Name Match', 'choice', 'Whether e-mail address and name belong together; Enterprise plans', IDENTITY_MATCHES],
	['name_address_identity_match', 'Name and Address Match', 'choice', 'Whether name and address belong together; Enterprise plans', IDENTITY_MATCHES],
	['address_email_identity_match', 'Address and Email Match', 'choice', 'Whether address and e-mail address belong together; Enterprise plans', IDENTITY_MATCHES],
];

/** Texts inside an object field that carry a plan sentence; no menu offers them. */
export const NESTED_PLAN_SENTENCES: readonly string[] = ['associated_email_addresses.status', 'number_recycling.message'];

const transactionField = ([name, label, type, description, choices]: TransactionField): ResponseField => ({
	name: `transaction_details.${name}`,
	label: `Transaction: ${label}`,
	type,
	description,
	ordinarilyNull: true,
	...(type === 'choice' ? { choices } : {}),
});

export const PHONE_FIELDS: readonly ResponseField[] = [...MAIN_FIELDS, ...TRANSACTION_FIELDS.map(transactionField)];

export const PHONE_FIELD_BY_NAME: ReadonlyMap<string, ResponseField> = new Map(PHONE_FIELDS.map((field) => [field.name, field]));
