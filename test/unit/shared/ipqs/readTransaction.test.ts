import { hasTransaction, readFreeParameter, readTransaction } from '../../../../nodes/shared/ipqs/readTransaction';
import { TRANSACTION_GROUPS, type InputKind } from '../../../../nodes/shared/ipqs/transactionInputs';
import { InvalidParameter } from '../../../../nodes/shared/parameters/readParameter';

const INPUTS = TRANSACTION_GROUPS.flatMap(({ name: group, inputs }) => inputs.map((input) => ({ group, ...input })));

/** What one input is read as; for phones with the calling code they need. */
function read(name: string, value: unknown): string | undefined {
	const group = INPUTS.find((input) => input.name === name)?.group ?? '';
	return readTransaction({ [group]: { [name]: value } })[name];
}

const HASH = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** Numbers that card networks publish for tests. */
const CARDS = {
	Visa: '4111111111111111',
	Mastercard: '5555555555554444',
	'Mastercard of the 2-series': '2223003122003222',
	'American Express': '378282246310005',
	'Diners Club': '30569309025904',
	Discover: '6011111111111117',
	'UnionPay of 19 digits': '6205500000000000004',
};

const NO_CARD =
	'must not contain a card number; IPQS accepts its first six digits (credit_card_bin) and its SHA-256 hash (credit_card_hash)';

describe('the list of inputs', () => {
	it("has IPQS's names, each once", () => {
		const address = [
			'address_1',
			'address_2',
			'city',
			'company',
			'country',
			'email',
			'first_name',
			'last_name',
			'phone',
			'phone_country_code',
			'postcode',
			'region',
		];
		expect(INPUTS.map(({ name }) => name).sort()).toEqual(
			[
				...['billing', 'shipping'].flatMap((group) => address.map((member) => `${group}_${member}`)),
				...['avs_code', 'credit_card_bin', 'credit_card_expiration_month', 'credit_card_expiration_year', 'credit_card_hash', 'cvv_code'],
				...['order_amount', 'order_quantity', 'recurring', 'recurring_times', 'password_hash', 'username'],
			].sort(),
		);
	});

	it('has each label once, an example for each, and takes its own examples', () => {
		expect(new Set(INPUTS.map(({ label }) => label)).size).toBe(INPUTS.length);
		for (const { name, kind, example, group } of INPUTS) {
			expect(example).toMatch(/^e\.g\. /);
			const value = kind === 'cardHash' || kind === 'passwordHash' ? HASH : example.replace('e.g. ', '');
			expect(readTransaction({ [group]: { [name]: value } })).toHaveProperty(name);
		}
	});

	it('lists its groups by label', () => {
		const labels = TRANSACTION_GROUPS.map(({ label }) => label);
		expect(labels).toEqual([...labels].sort((a, b) => a.localeCompare(b, 'en')));
	});
});

describe('an input is taken', () => {
	it.each<[InputKind, string, unknown, string]>([
		['text', 'billing_first_name', ' Ada ', 'Ada'],
		['text', 'billing_postcode', 7101, '7101'],
		['text', 'billing_address_1', "12 Rue de l'Église, 4ème", "12 Rue de l'Église, 4ème"],
		['text', 'billing_address_2', '1234 5678 9012 3456', '1234 5678 9012 3456'],
		['text', 'billing_company', '4111111111111112', '4111111111111112'],
		['text', 'username', ' ada.lovelace ', 'ada.lovelace'],
		['text', 'username', 'x'.repeat(500), 'x'.repeat(500)],
		['email', 'billing_email', ' ada@example.com ', 'ada@example.com'],
		['country', 'shipping_country', 'United Kingdom', 'GB'],
		['country', 'shipping_country', 'usa', 'US'],
		['callingCode', 'billing_phone_country_code', '+44', '44'],
		['callingCode', 'billing_phone_country_code', '0044', '44'],
		['callingCode', 'billing_phone_country_code', 1, '1'],
		['cardHash', 'credit_card_hash', HASH.toUpperCase(), HASH.toUpperCase()],
		['cardHash', 'credit_card_hash', '4111111111111111'.padEnd(64, 'a'), '4111111111111111'.padEnd(64, 'a')],
		['passwordHash', 'password_hash', ` ${HASH} `, HASH],
		['passwordHash', 'password_hash', '4111111111111111'.padEnd(64, 'a'), '4111111111111111'.padEnd(64, 'a')],
		['bin', 'credit_card_bin', 411111, '411111'],
		['month', 'credit_card_expiration_month', 1, '01'],
		['month', 'credit_card_expiration_month', 5, '05'],
		['month', 'credit_card_expiration_month', '05', '05'],
		['month', 'credit_card_expiration_month', '12', '12'],
		['year', 'credit_card_expiration_year', 2028, '28'],
		['year', 'credit_card_expiration_year', '28', '28'],
		['answerCode', 'avs_code', 'Y', 'Y'],
		['answerCode', 'avs_code', 'yb', 'yb'],
		['answerCode', 'cvv_code', 1, '1'],
		['amount', 'order_amount', 49.9, '49.9'],
		['amount', 'order_amount', '49.90', '49.9'],
		['amount', 'order_amount', 0, '0'],
		['count', 'order_quantity', '2', '2'],
		['count', 'recurring_times', 0, '0'],
		['flag', 'recurring', true, 'true'],
		['flag', 'recurring', 'FALSE', 'false'],
		['flag', 'recurring', 1, 'true'],
	])('as %s: %s from %j', (kind, name, value, taken) => {
		expect(INPUTS.find((input) => input.name === name)?.kind).toBe(kind);
		expect(read(name, value)).toBe(taken);
	});

	it.each(['', ' ', null, undefined, {}, [], { a: 1 }])('not at all where it is empty or no single value: %j', (value) => {
		for (const { name } of INPUTS) expect(read(name, value)).toBeUndefined();
	});
});

describe('an input is refused by its label, without its value', () => {
	it.each<[InputKind, string, string, unknown[], string]>([
		['text', 'billing_company', 'Billing Company', ['x'.repeat(501)], 'must have at most 500 characters'],
		[
			'text',
			'shipping_address_1',
			'Shipping Address Line 1',
			[
				'card 4111.1111.1111.1111',
				'４１１１１１１１１１１１１１１１',
				CARDS.Mastercard,
				CARDS['American Express'],
				CARDS['Diners Club'],
				CARDS.Discover,
				'6666666666666664',
			],
			NO_CARD,
		],
		[
			'text',
			'billing_last_name',
			'Billing Last Name',
			['4111 1111 1111 1111', '4111-1111-1111-1111', ' 4111111111111111 ', 4111111111111111],
			NO_CARD,
		],
		['text', 'username', 'Username', ['x'.repeat(501)], 'must have at most 500 characters'],
		['text', 'billing_address_2', 'Billing Address Line 2', ['12 4111 1111 1111 1111', '4111111111111111 12 28'], NO_CARD],
		['email', 'billing_email', 'Billing Email', ['ada', 'ada@example', 'ada@example.com, ben@example.com'], 'must be an email address'],
		[
			'phone',
			'billing_phone',
			'Billing Phone Number',
			['call me', '31/12/2026', '+10000000000', '+1 202 555 01', '{{ $json.phone }}'],
			'must be a phone number',
		],
		[
			'phone',
			'shipping_phone',
			'Shipping Phone Number',
			[
				CARDS['American Express'],
				'3782 822463 10005',
				'+378282246310005',
				'378282246310005 ext 4',
				378282246310005,
				CARDS['Diners Club'],
				'4111111111111111',
				'004111111111111111',
				'4000000000000002',
				CARDS['UnionPay of 19 digits'],
			],
			NO_CARD,
		],
		['country', 'billing_country', 'Billing Country', ['Atlantis', 'US,CA', '12', ','], 'must be one country, such as US'],
		[
			'callingCode',
			'billing_phone_country_code',
			'Billing Phone Country Code',
			['US', '12345', '+', '1-1', '++1', '1+'],
			'must be a calling code, such as 1',
		],
		[
			'cardHash',
			'credit_card_hash',
			'Card Hash',
			[...Object.values(CARDS), HASH.slice(1), `${HASH}0`, HASH.replace('9', 'g')],
			'must be the SHA-256 hash of the card number (64 hexadecimal characters), not the number itself',
		],
		[
			'passwordHash',
			'password_hash',
			'Password Hash',
			['hunter2', HASH.slice(2), 7],
			'must be the SHA-256 hash of the password (64 hexadecimal characters), not the password itself',
		],
		[
			'bin',
			'credit_card_bin',
			'Card BIN',
			['41111', '4111111', 'abcdef', ...Object.values(CARDS)],
			'must be the first six digits of the card number, not the whole number',
		],
		[
			'month',
			'credit_card_expiration_month',
			'Card Expiration Month',
			[0, 13, '5.5', 'May', '-1', '05/28'],
			'must be a month from 01 to 12',
		],
		['year', 'credit_card_expiration_year', 'Card Expiration Year', [8, 1928, 20280, '05/28', 'next'], 'must be a year such as 28 or 2028'],
		[
			'answerCode',
			'cvv_code',
			'CVV Code',
			['123', 1234, '12', 'matched', 'M1'],
			"must be the bank's response code (one or two letters, or a digit), not the card's security code",
		],
		[
			'answerCode',
			'avs_code',
			'AVS Code',
			['YYY', '07101'],
			"must be the bank's response code (one or two letters, or a digit), not the card's security code",
		],
		['amount', 'order_amount', 'Order Amount', ['$49.90', '49,90', -1, 'much', '1e3'], 'must be an amount without currency, such as 49.90'],
		['count', 'order_quantity', 'Order Quantity', [-1, 1.5, 'two'], 'must be a whole number, 0 or higher'],
		['flag', 'recurring', 'Recurring', ['maybe', 2, 'y'], 'must be true or false'],
	])('as %s: %s', (kind, name, label, values, takes) => {
		expect(INPUTS.find((input) => input.name === name)?.kind).toBe(kind);
		for (const value of values) expect(() => read(name, value)).toThrow(new InvalidParameter(`Transaction Data: ${label}`, takes));
	});

	it('every kind of input has been taken and refused above', () => {
		expect(new Set(INPUTS.map(({ kind }) => kind)).size).toBe(14);
	});

	it.each(Object.entries(CARDS))('no input takes a whole card number: %s', (_network, digits) => {
		const taking = INPUTS.filter(({ name }) => {
			try {
				return read(name, digits) !== undefined;
			} catch (thrown) {
				expect(thrown).toBeInstanceOf(InvalidParameter);
				expect(String(thrown)).not.toContain(digits);
				return false;
			}
		});
		expect(taking.map(({ name }) => name)).toEqual([]);
	});
});

describe('the phone of a transaction', () => {
	const phoneOf = (group: object) => readTransaction({ billing: group });

	it.each<[string, object, object]>([
		[
			'brings its calling code where it is written with it',
			{ billing_phone: '+1 201 555 0123' },
			{ billing_phone: '2015550123', billing_phone_country_code: '1' },
		],
		['brings it after 00 too', { billing_phone: '0044 7700 900123' }, { billing_phone: '7700900123', billing_phone_country_code: '44' }],
		[
			'takes it from the country',
			{ billing_phone: '(201) 555-0123', billing_country: 'US' },
			{ billing_phone: '2015550123', billing_phone_country_code: '1', billing_country: 'US' },
		],
		[
			'takes it from its own field',
			{ billing_phone: '07700 900123', billing_phone_country_code: '+44' },
			{ billing_phone: '07700900123', billing_phone_country_code: '44' },
		],
		[
			'prefers its own field to the country',
			{ billing_phone: '2015550123', billing_phone_country_code: 1, billing_country: 'GB' },
			{ billing_phone: '2015550123', billing_phone_country_code: '1', billing_country: 'GB' },
		],
		[
			'prefers what it is written with to the country',
			{ billing_phone: '+12015550123', billing_country: 'GB' },
			{ billing_phone: '2015550123', billing_phone_country_code: '1', billing_country: 'GB' },
		],
		[
			'loses the 1 of North America without a plus too',
			{ billing_phone: '1 201 555 0123', billing_country: 'US' },
			{ billing_phone: '2015550123', billing_phone_country_code: '1', billing_country: 'US' },
		],
		[
			'keeps a 1 that is no calling code',
			{ billing_phone: '12015550123', billing_phone_country_code: '49' },
			{ billing_phone: '12015550123', billing_phone_country_code: '49' },
		],
		[
			'keeps the first digit of a number that is longer than those of North America',
			{ billing_phone: '120155501234', billing_phone_country_code: '1' },
			{ billing_phone: '120155501234', billing_phone_country_code: '1' },
		],
		[
			'may be as short as a local number',
			{ billing_phone: '555-0123', billing_phone_country_code: '501' },
			{ billing_phone: '5550123', billing_phone_country_code: '501' },
		],
		[
			'loses the calling code that its field states as well',
			{ billing_phone: '+12015550123', billing_phone_country_code: '1' },
			{ billing_phone: '2015550123', billing_phone_country_code: '1' },
		],
	])('%s', (_how, group, sent) => {
		expect(phoneOf(group)).toEqual(sent);
	});

	it.each([[{ billing_phone: '2015550123' }], [{ billing_phone: '2015550123', billing_country: 'AQ' }]])('needs one: %j', (group) => {
		expect(() => phoneOf(group)).toThrow(
			new InvalidParameter(
				'Transaction Data: Billing Phone Number',
				"requires 'Billing Phone Country Code' or 'Billing Country', or a number that starts with +",
			),
		);
	});

	it('has no other calling code beside the one it is written with', () => {
		expect(() => phoneOf({ billing_phone: '+12015550123', billing_phone_country_code: '44' })).toThrow(
			new InvalidParameter('Transaction Data: Billing Phone Number', "has a different country code than 'Billing Phone Country Code'"),
		);
	});

	it('of the shipping address is told apart from that of the billing address', () => {
		const shipping = { shipping_phone: '7700900123', shipping_country: 'GB' };
		expect(readTransaction({ billing: { billing_phone: '+12015550123' }, shipping })).toEqual({
			...{ billing_phone: '2015550123', billing_phone_country_code: '1' },
			...{ shipping_phone: '7700900123', shipping_phone_country_code: '44', shipping_country: 'GB' },
		});
		expect(() => readTransaction({ billing: { billing_country: 'US' }, shipping: { shipping_phone: '2015550123' } })).toThrow(
			"'Transaction Data: Shipping Phone Number' requires",
		);
	});
});

describe('transaction data', () => {
	it.each([[undefined], [null], ['text'], [7], [[]], [{}], [{ billing: null, user: 'x', card: [] }], [{ billing: { billing_email: '' } }]])(
		'is none in %j',
		(transaction) => {
			expect(readTransaction(transaction)).toEqual({});
			expect(hasTransaction(transaction)).toBe(false);
		},
	);

	it.each(INPUTS.map(({ group, name }) => [name, group]))(
		'is there where an input is filled in, whether it can be used or not: %s',
		(name, group) => {
			for (const value of ['no such value !', 0, false]) expect(hasTransaction({ [group]: { [name]: value } })).toBe(true);
		},
	);

	it('is what is known, in its own group', () => {
		expect(
			readTransaction({
				billing: { billing_city: 'Newark', username: 'ada', note: 'x' },
				user: { username: 'ben' },
				other: { billing_region: 'NJ' },
			}),
		).toEqual({
			billing_city: 'Newark',
			username: 'ben',
		});
	});

	it('leaves what it is given as it is', () => {
		const transaction = { billing: { billing_phone: '+12015550123', billing_country: 'usa' } };
		const before = structuredClone(transaction);
		readTransaction(transaction);
		expect(transaction).toEqual(before);
	});
});

describe('a parameter that is named freely', () => {
	it.each(INPUTS.map(({ name, kind, group }) => [name, kind, group]))('is read as the input of its name: %s', (name, kind, group) => {
		const bad: Partial<Record<InputKind, string>> = { text: '4111111111111111' };
		const value = bad[kind] ?? 'no such value !';
		expect(() => readFreeParameter('Variables', name, value)).toThrow(InvalidParameter);
		expect(() => readTransaction({ [group]: { [name]: value } })).toThrow(InvalidParameter);
	});

	it.each(Object.entries(CARDS))('holds no whole card number, wherever it stands in its text: %s', (_network, digits) => {
		for (const text of [
			digits,
			`card ${digits}`,
			`7 ${digits} 12/28`,
			digits.replace(/(\d{4})(?=\d)/g, '$1 '),
			JSON.stringify({ card: digits }),
		]) {
			expect(() => readFreeParameter('Custom Variables', 'orderNote', text)).toThrow(
				new InvalidParameter('Custom Variables: orderNote', NO_CARD),
			);
		}
	});

	it.each(['+1 201 555 0123', '447700900123', 'order 2026-11-21/000123', '20261121093003', '114-3941689-8772237'])(
		'holds any other number: %s',
		(text) => {
			expect(readFreeParameter('Custom Variables', 'orderNote', text)).toBe(text);
		},
	);

	it('is converted as the input of its name is, whatever its case', () => {
		expect(readFreeParameter('Variables', 'billing_country', 'usa')).toBe('US');
		expect(readFreeParameter('Variables', 'Billing_Country', 'usa')).toBe('US');
	});

	it.each([
		...['card', 'creditCard', 'credit_card', 'debitcard', 'Payment Card', 'cardNumber', 'card_no', 'Card - Num', 'creditcardnumber'],
		...['debit_card_number', 'paymentCardNo', 'customer_card_number', 'cc_number', 'ccNum', 'ccno', 'my_cc_number', 'PAN'],
	])('is no card number: %s', (name) => {
		expect(() => readFreeParameter('Variables', name, 'x')).toThrow(new InvalidParameter('Variables', NO_CARD));
	});

	it.each(['password', 'user_password', 'userPassword', 'passwd', 'passphrase', 'pass', 'Pass'])('is no password: %s', (name) => {
		expect(() => readFreeParameter('Variables', name, 'x')).toThrow(
			new InvalidParameter('Variables', 'must not contain a password; IPQS accepts its SHA-256 hash (password_hash)'),
		);
	});

	it.each(['cvv', 'CVC', 'cvv2', 'cardCvv', 'cvc2', 'securityCode', 'security_code', 'securitycode', 'card_security_code'])(
		'is no security code: %s',
		(name) => {
			expect(() => readFreeParameter('Variables', name, 'x')).toThrow(
				new InvalidParameter('Variables', "must not contain a card's security code; IPQS accepts the bank's response code (cvv_code)"),
			);
		},
	);

	it.each([
		...['discard', 'discard_number', 'company_card', 'cardholder', 'card_number_type', 'card_type', 'discardno', 'acc_no', 'cc_number_id'],
		...['span', 'pan_size', 'passport', 'compass', 'passwordless', 'password_hint', 'bypasswd'],
		...['cvv_result', 'cvv2_note', 'security_code_sent', 'insecurity_code', 'my.security.guard'],
	])('is text where its name only looks like a secret: %s', (name) => {
		expect(readFreeParameter('Variables', name, 'as it is')).toBe('as it is');
	});

	it.each(['campaignID', 'billing', 'transaction_strictness', 'hash'])('is text where it is none: %s', (name) => {
		expect(readFreeParameter('Variables', name, 'as it is')).toBe('as it is');
	});
});
