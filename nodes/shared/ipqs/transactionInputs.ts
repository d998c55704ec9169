/** Kind of value of an input. Each kind has one reader, which validates it. */
export type InputKind =
	| 'text'
	| 'email'
	| 'phone'
	| 'country'
	| 'callingCode'
	| 'cardHash'
	| 'passwordHash'
	| 'bin'
	| 'month'
	| 'year'
	| 'answerCode'
	| 'amount'
	| 'count'
	| 'flag';

export interface TransactionInput {
	/** IPQS's name of the parameter. */
	readonly name: string;
	readonly label: string;
	readonly kind: InputKind;
	readonly example: string;
	readonly description?: string;
}

export interface TransactionGroup {
	readonly name: 'billing' | 'card' | 'order' | 'shipping' | 'user';
	readonly label: string;
	readonly inputs: readonly TransactionInput[];
}

type AddressInput = readonly [name: string, label: string, kind: InputKind, example: string];

const ADDRESS: readonly AddressInput[] = [
	['address_1', 'Address Line 1', 'text', 'e.g. 1 Main Street'],
	['address_2', 'Address Line 2', 'text', 'e.g. Apartment 4'],
	['city', 'City', 'text', 'e.g. Newark'],
	['company', 'Company', 'text', 'e.g. Example Inc.'],
	['country', 'Country', 'country', 'e.g. US'],
	['email', 'Email', 'email', 'e.g. name@example.com'],
	['first_name', 'First Name', 'text', 'e.g. Nathan'],
	['last_name', 'Last Name', 'text', 'e.g. Smith'],
	['phone', 'Phone Number', 'phone', 'e.g. +12015550100'],
	['phone_country_code', 'Phone Country Code', 'callingCode', 'e.g. 1'],
	['postcode', 'Postcode', 'text', 'e.g. 07101'],
	['region', 'Region', 'text', 'e.g. NJ'],
];

const address = (name: 'billing' | 'shipping', label: string): TransactionGroup => ({
	name,
	label,
	inputs: ADDRESS.map(([member, memberLabel, kind, example]) => ({
		name: `${name}_${member}`,
		label: `${label} ${memberLabel}`,
		kind,
		example,
	})),
});

/**
 * Transaction data that IPQS accepts (IPQS documentation, transaction scoring), in the groups of the form. One input is enough to
 * get `transaction_details`.
 */
export const TRANSACTION_GROUPS: readonly TransactionGroup[] = [
	address('billing', 'Billing'),
	{
		name: 'card',
		label: 'Card',
		inputs: [
			{
				name: 'avs_code',
				label: 'AVS Code',
				kind: 'answerCode',
				example: 'e.g. Y',
				description: "Bank's response to the address check (AVS), one or two letters",
			},
			{
				name: 'credit_card_bin',
				label: 'Card BIN',
				kind: 'bin',
				example: 'e.g. 411111',
				description: 'First six digits of the card number, not the whole number',
			},
			{ name: 'credit_card_expiration_month', label: 'Card Expiration Month', kind: 'month', example: 'e.g. 05' },
			{ name: 'credit_card_expiration_year', label: 'Card Expiration Year', kind: 'year', example: 'e.g. 28' },
			{
				name: 'credit_card_hash',
				label: 'Card Hash',
				kind: 'cardHash',
				example: 'e.g. 64 hexadecimal characters',
				description: 'SHA-256 hash of the card number, not the number itself',
			},
			{
				name: 'cvv_code',
				label: 'CVV Code',
				kind: 'answerCode',
				example: 'e.g. M',
				description: "Bank's response to the security code check (CVV), one or two letters; not the security code itself",
			},
		],
	},
	{
		name: 'order',
		label: 'Order',
		inputs: [
			{ name: 'order_amount', label: 'Order Amount', kind: 'amount', example: 'e.g. 49.90' },
			{ name: 'order_quantity', label: 'Order Quantity', kind: 'count', example: 'e.g. 2' },
			{ name: 'recurring', label: 'Recurring', kind: 'flag', example: 'e.g. true', description: 'Set to true for a recurring order' },
			{ name: 'recurring_times', label: 'Recurring Times', kind: 'count', example: 'e.g. 12' },
		],
	},
	address('shipping', 'Shipping'),
	{
		name: 'user',
		label: 'User',
		inputs: [
			{
				name: 'password_hash',
				label: 'Password Hash',
				kind: 'passwordHash',
				example: 'e.g. 64 hexadecimal characters',
				description: 'SHA-256 hash of the password, not the password itself',
			},
			{ name: 'username', label: 'Username', kind: 'text', example: 'e.g. nathan.smith' },
		],
	},
];
