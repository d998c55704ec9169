import fc from 'fast-check';
import { readFreeParameter, readTransaction } from '../../../nodes/shared/ipqs/readTransaction';
import { TRANSACTION_GROUPS, type InputKind } from '../../../nodes/shared/ipqs/transactionInputs';
import { InvalidParameter } from '../../../nodes/shared/parameters/readParameter';
import { frozen } from './arbitraries';
import { isEmailAddress } from '../../../nodes/shared/ipqs/formats';

const RUNS = { numRuns: 1_000 };

const INPUTS = TRANSACTION_GROUPS.flatMap(({ name: group, inputs }) => inputs.map((input) => ({ group, ...input })));
const NAMES = new Set(INPUTS.map(({ name }) => name));
const KINDS = [...new Set(INPUTS.map(({ kind }) => kind))];

/** The digit that makes digits pass the check of every payment card (ISO/IEC 7812-1, annex B). */
function checkDigit(digits: string): number {
	const doubled = [...digits].reverse().map((digit, place) => Number(digit) * (place % 2 === 0 ? 2 : 1));
	const sum = doubled.reduce((total, value) => total + Math.floor(value / 10) + (value % 10), 0);
	return (10 - (sum % 10)) % 10;
}

const numberOf = (issuer: string, rest: string, length: number): string => {
	const digits = `${issuer}${rest}`.slice(0, length - 1);
	return `${digits}${checkDigit(digits)}`;
};

/** Issuers begin with 3 to 6; the newer ones of Mastercard with 2221 to 2720, and those numbers have 16 digits. The old numbers of 13 digits are withdrawn. */
const cardNumber = fc.oneof(
	fc
		.tuple(fc.constantFrom('3', '4', '5', '6'), fc.stringMatching(/^\d{18}$/), fc.integer({ min: 14, max: 19 }))
		.map(([issuer, rest, length]) => numberOf(issuer, rest, length)),
	fc
		.tuple(fc.integer({ min: 2_221, max: 2_720 }), fc.stringMatching(/^\d{12}$/))
		.map(([issuer, rest]) => numberOf(String(issuer), rest, 16)),
);

/** As people, forms and spreadsheets write it. */
const written = cardNumber.chain((digits) =>
	fc.constantFrom<unknown>(
		digits,
		` ${digits} `,
		digits.replace(/(\d{4})(?=\d)/g, '$1 '),
		digits.replace(/(\d{4})(?=\d)/g, '$1-'),
		...(digits.length < 16 ? [Number(digits)] : []),
	),
);

const anyValue = fc.oneof(
	fc.jsonValue({ maxDepth: 2 }),
	fc.constantFrom<unknown>(
		undefined,
		'',
		'+12015550123',
		'2015550123',
		'US',
		'+44',
		'ada@example.com',
		'Y',
		'05',
		'28',
		'411111',
		'a'.repeat(64),
		'49.90',
		'true',
		7,
	),
	written,
);

const transaction = fc.oneof(
	fc.jsonValue(),
	fc.dictionary(
		fc.constantFrom<string>(...TRANSACTION_GROUPS.map(({ name }) => name)),
		fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.dictionary(fc.constantFrom(...NAMES), anyValue, { maxKeys: 4 })),
	),
);

/** What was read, or undefined where it was refused as it should be. */
function readOrRefused<T>(read: () => T): T | undefined {
	try {
		return read();
	} catch (thrown) {
		expect(thrown).toBeInstanceOf(InvalidParameter);
		return undefined;
	}
}

describe('whatever stands for transaction data', () => {
	it("it is read as text by IPQS's names, or refused as a parameter", () => {
		fc.assert(
			fc.property(transaction, (value) => {
				for (const [name, text] of Object.entries(readOrRefused(() => readTransaction(frozen(value))) ?? {})) {
					expect(NAMES).toContain(name);
					expect(typeof text).toBe('string');
					expect(text.trim()).toBe(text);
					expect(text).not.toBe('');
				}
			}),
			RUNS,
		);
	});

	it('a phone never goes without its calling code', () => {
		fc.assert(
			fc.property(transaction, (value) => {
				const inputs = readOrRefused(() => readTransaction(value)) ?? {};
				for (const group of ['billing', 'shipping']) {
					if (inputs[`${group}_phone`] === undefined) continue;
					expect(inputs[`${group}_phone`]).toMatch(/^\d+$/);
					expect(inputs[`${group}_phone_country_code`]).toMatch(/^\d{1,4}$/);
				}
			}),
			RUNS,
		);
	});

	it('what was read reads the same again', () => {
		fc.assert(
			fc.property(fc.constantFrom(...INPUTS), anyValue, ({ group, name, kind }, value) => {
				fc.pre(kind !== 'phone');
				const read = readOrRefused(() => readTransaction({ [group]: { [name]: value } }));
				fc.pre(read !== undefined);
				expect(readTransaction({ [group]: read })).toEqual(read);
			}),
			RUNS,
		);
	});
});

/** A card of a network that is known, as it is written on it. */
const onCard = fc
	.oneof(
		fc
			.tuple(fc.constantFrom('4', '51', '55', '2221', '2720', '6011', '65', '3528', '62', '2200'), fc.stringMatching(/^\d{16}$/))
			.map(([issuer, rest]) => numberOf(issuer, rest, 16)),
		fc.tuple(fc.constantFrom('34', '37'), fc.stringMatching(/^\d{16}$/)).map(([issuer, rest]) => numberOf(issuer, rest, 15)),
		fc.tuple(fc.constantFrom('300', '305', '36', '38'), fc.stringMatching(/^\d{16}$/)).map(([issuer, rest]) => numberOf(issuer, rest, 14)),
	)
	.chain((digits) => {
		const grouped = digits.length === 16 ? digits.replace(/(\d{4})(?=\d)/g, '$1 ') : digits.replace(/^(\d{4})(\d{6})/, '$1 $2 ');
		return fc.constantFrom(digits, grouped, grouped.replaceAll(' ', '-'));
	});

describe('a whole card number is in nothing that is read', () => {
	// A phone may have as many digits as the shortest cards, and one in ten passes their check.
	it.each(KINDS.filter((kind) => kind !== 'phone'))('as %s', (kind: InputKind) => {
		fc.assert(
			fc.property(fc.constantFrom(...INPUTS.filter((input) => input.kind === kind)), written, ({ group, name }, card) => {
				expect(readOrRefused(() => readTransaction({ [group]: { [name]: card } })) ?? {}).toEqual({});
				expect(readOrRefused(() => readFreeParameter('Custom Variables', name, String(card)))).toBeUndefined();
			}),
			RUNS,
		);
	});

	it('as a variable of any name, whatever stands beside it', () => {
		const beside = fc.oneof(
			fc.constantFrom('', ' ', 'card ', ': ', '12 ', ' 2026 ', '12-'),
			fc.string().map((text) => `${text} `),
			fc.nat().map((number) => ` ${number} `),
		);
		fc.assert(
			fc.property(onCard, beside, beside, (card, before, after) => {
				const text = `${before}${card} ${after}`;
				expect(readOrRefused(() => readFreeParameter('Custom Variables', 'orderNote', text))).toBeUndefined();
			}),
			RUNS,
		);
	});

	it('nor in what a refusal says', () => {
		fc.assert(
			fc.property(fc.constantFrom(...INPUTS), written, ({ group, name }, card) => {
				const apiMessage: string[] = [];
				for (const read of [
					() => readTransaction({ [group]: { [name]: card } }),
					() => readFreeParameter('Custom Variables', name, String(card)),
				]) {
					try {
						read();
					} catch (thrown) {
						apiMessage.push(String(thrown));
					}
				}
				for (const sentence of apiMessage) expect(sentence).not.toContain(String(card).trim());
			}),
			RUNS,
		);
	});

	it('as a phone, where it is one of 14 or 15 digits of a network that is known', () => {
		fc.assert(
			fc.property(
				onCard.filter((card) => card.replace(/\D/g, '').length < 16),
				fc.constantFrom('', '+', '00'),
				(card, prefix) => {
					const billing = { billing_phone: `${prefix}${card}`, billing_country: 'US' };
					expect(readOrRefused(() => readTransaction({ billing }))).toBeUndefined();
				},
			),
			RUNS,
		);
	});

	it('as a phone, where it has more digits than any phone', () => {
		fc.assert(
			fc.property(
				written.filter((card) => String(card).replace(/\D/g, '').length > 15),
				(card) => {
					expect(readOrRefused(() => readTransaction({ billing: { billing_phone: card, billing_country: 'US' } }))).toBeUndefined();
				},
			),
			RUNS,
		);
	});
});

describe('no card number is taken for one', () => {
	const phone = fc
		.tuple(fc.constantFrom('+', '00', ''), fc.stringMatching(/^[1-9]\d{6,12}$/))
		.map(([prefix, digits]) => `${prefix}${digits}`);

	it('in a phone of up to 13 digits', () => {
		fc.assert(
			fc.property(phone, (number) => {
				try {
					readTransaction({ billing: { billing_phone: number, billing_country: 'US' } });
				} catch (thrown) {
					expect(String(thrown)).not.toContain('card number');
				}
				expect(readFreeParameter('Custom Variables', 'callback', number)).toBe(number);
			}),
			RUNS,
		);
	});

	it('in a variable whose digits are fewer or more than those of a card', () => {
		const numbers = fc.oneof(fc.stringMatching(/^\d{1,13}$/), fc.stringMatching(/^\d{20,40}$/));
		fc.assert(
			fc.property(fc.array(numbers, { minLength: 1, maxLength: 4 }), fc.constantFrom(', ', '/', ':', ' and '), (parts, between) => {
				const text = parts.join(between);
				expect(readFreeParameter('Custom Variables', 'orderNote', text)).toBe(text);
			}),
			RUNS,
		);
	});
});

describe('transaction', () => {
	it('whatever is taken for an e-mail address has one @, a domain and no blank', () => {
		const text = fc.oneof(
			fc.string(),
			fc.emailAddress(),
			fc.tuple(fc.string({ maxLength: 5 }), fc.domain()).map(([local, domain]) => `${local}@${domain}`),
		);
		fc.assert(
			fc.property(text, (value) => {
				if (!isEmailAddress(value)) return;
				expect(value).toMatch(/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/);
				expect(value.length).toBeLessThanOrEqual(254);
			}),
			RUNS,
		);
	});
});
