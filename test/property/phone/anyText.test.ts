import fc from 'fast-check';
import { NUMBERING_PLANS } from '../../../nodes/shared/ipqs/numberingPlans';
import { readPhone } from '../../../nodes/shared/ipqs/phone';
import { callingCodeOf, readInternational, readNational } from '../../../nodes/shared/ipqs/phonePlan';
import { readByLibphonenumber, REGIONS } from './libphonenumber';

const CALLING_CODES = new Set(NUMBERING_PLANS.map(([, callingCode]) => callingCode));

const RUNS = { numRuns: 3_000 };

const LABELS = [
	'p:',
	'tel:',
	'Mobile: ',
	'Phone 2: ',
	'whatsapp:',
	'cell',
	' (work)',
	' ext ',
	' x',
	'#',
	' or ',
	'https://wa.me/',
	'@c.us',
	'%2B',
	'&#43;',
	'n/a',
	'="',
	'"',
	"'",
];
const SEPARATORS = [
	' ',
	'-',
	'.',
	'/',
	'(',
	')',
	'(0)',
	',',
	';',
	'|',
	'_',
	'~',
	'+',
	'00',
	'011',
	'\u00A0',
	'\u2013',
	'\n',
	'\t',
	'.0',
	',00',
	'E+10',
];
const INVISIBLE = ['\u200B', '\u202A', '\u202C', '\uFEFF', '\uFE0F', '\u00AD', '\u2066', '\u0000'];
const SCRIPTS = ['0', '\u0660', '\u06F0', '\u0966', '\uFF10', '\u{1D7CE}'];

const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 12 });
const scripted = fc
	.tuple(digits, fc.constantFrom(...SCRIPTS))
	.map(([text, zero]) => text.replace(/\d/g, (digit) => String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(digit))));
const piece = fc.oneof(
	{ weight: 4, arbitrary: digits },
	{ weight: 1, arbitrary: scripted },
	fc.constantFrom(...LABELS),
	fc.constantFrom(...SEPARATORS),
	fc.constantFrom(...INVISIBLE),
);
const text = fc.array(piece, { minLength: 1, maxLength: 9 }).map((pieces) => pieces.join(''));

/** Countries whose plans put no digit into a number that is not written, as Argentina's do. */
const country = fc.constantFrom('', 'US', 'GB', 'DE', 'FR', 'IT', 'AU', 'JP', 'AD', 'US,CA', 'US,GB,DE');

/** The digits of a text as 0 to 9, whatever script they are in. */
function digitsOf(written: string): string {
	return [...written]
		.map((character) => {
			const zero = SCRIPTS.map((first) => first.codePointAt(0) ?? 0).find(
				(first) => (character.codePointAt(0) ?? 0) - first >= 0 && (character.codePointAt(0) ?? 0) - first < 10,
			);
			return zero === undefined ? '' : String((character.codePointAt(0) ?? 0) - zero);
		})
		.join('');
}

const escapesOf = (written: string): string => written.replace(/%2B|&#43;/g, '+');

/** A country code and the rest, with the zeros that it begins with. */
function partsOf(number: string): { callingCode: string; national: string } {
	const length = [1, 2, 3].find((digitCount) => CALLING_CODES.has(number.slice(0, digitCount))) ?? 0;
	return { callingCode: number.slice(0, length), national: number.slice(length) };
}

/** Country codes whose plan adds an area code to a local number, as Madagascar's does. */
const ADDS_AREA_CODE = new Set(
	[...CALLING_CODES].filter((callingCode) => NUMBERING_PLANS.find(([, code]) => code === callingCode)?.[6] !== ''),
);

/** A plan takes one zero off where two are written, and another one when the number is read again. */
const isStable = (number: string): boolean => readInternational(number)?.digits === number;

describe('whatever is written', () => {
	it('no number is sent whose digits are not in the text, in one run', () => {
		fc.assert(
			fc.property(text, country, (written, listed) => {
				const countries = listed === '' ? [] : listed.split(',');
				const reading = readPhone(written, countries);
				if (reading.kind !== 'number') return;
				const all = digitsOf(escapesOf(written));
				if (!reading.international) {
					expect(all).toContain(reading.digits);
					return;
				}
				// A trunk zero between the country code and the rest is not dialled.
				const { national, callingCode } = partsOf(reading.digits);
				if (ADDS_AREA_CODE.has(callingCode)) return;
				expect(all).toContain(national);
				expect(all.includes(callingCode) || countries.map(callingCodeOf).includes(callingCode)).toBe(true);
			}),
			RUNS,
		);
	});

	it('a number that is sent is possible, or left to IPQS as it is written', () => {
		fc.assert(
			fc.property(text, country, (written, listed) => {
				const reading = readPhone(written, listed === '' ? [] : listed.split(','));
				if (reading.kind !== 'number') return;
				expect(reading.digits).toMatch(/^\d{1,15}$/);
				if (reading.international && isStable(reading.digits)) expect(readInternational(reading.digits)).toMatchObject({ possible: true });
			}),
			RUNS,
		);
	});

	it('reading ends in one of five ways, without a throw', () => {
		const anything = fc.oneof(
			text,
			fc.string({ unit: 'binary' }),
			fc.jsonValue(),
			fc.double(),
			fc.maxSafeInteger(),
			fc.bigInt(),
			fc.constant(undefined),
			fc.date(),
		);
		fc.assert(
			fc.property(anything, country, (written, listed) => {
				const reading = readPhone(written, listed === '' ? [] : listed.split(','));
				if (reading.kind === 'mistake') expect(reading.problem).toMatch(/^(?:must be|contains) /);
				if (reading.kind === 'unusable') {
					expect(['phone_missing', 'phone_unreadable', 'phone_impossible', 'country_missing']).toContain(reading.reason);
					expect(reading.text === '').toBe(reading.reason === 'phone_missing');
					expect(reading.cause).not.toMatch(/\d{3}/);
				}
			}),
			RUNS,
		);
	});

	it('the number that was read is read again as itself', () => {
		fc.assert(
			fc.property(text, country, (written, listed) => {
				const countries = listed === '' ? [] : listed.split(',');
				const reading = readPhone(written, countries);
				if (reading.kind === 'number' && reading.international && isStable(reading.digits))
					expect(readPhone(`+${reading.digits}`, countries)).toEqual(reading);
			}),
			RUNS,
		);
	});

	it('invisible characters make no difference', () => {
		const spaced = fc.array(fc.tuple(fc.constantFrom(...'+0123456789 -()x'), fc.constantFrom('', ...INVISIBLE)), {
			minLength: 5,
			maxLength: 25,
		});
		fc.assert(
			fc.property(spaced, country, (characters, listed) => {
				const countries = listed === '' ? [] : listed.split(',');
				const plain = characters
					.map(([character]) => character)
					.join('')
					.trim();
				const dressed = characters.flat().join('');
				expect({ ...readPhone(dressed, countries), text: '' }).toEqual({ ...readPhone(plain, countries), text: '' });
			}),
			RUNS,
		);
	});
});

describe('digits are read by the plans as libphonenumber reads them', () => {
	const prefixed = fc.tuple(
		fc.constantFrom('', '0', '00', '011', '1', '8', 'code'),
		fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 3, maxLength: 14 }),
		fc.constantFrom(...REGIONS),
	);

	it('in every country', () => {
		fc.assert(
			fc.property(prefixed, ([prefix, rest, region]) => {
				const written = `${prefix === 'code' ? callingCodeOf(region) : prefix}${rest}`.slice(0, 17);
				const reading = readNational(written, region);
				const expected = readByLibphonenumber(written, region);
				// Where its own country code may be in front or not, another reading is left out on purpose.
				if (reading?.possible && written.startsWith(callingCodeOf(region)) && reading.digits === written) return;
				expect(reading?.possible ? reading.digits : 'none').toBe(/^\d/.test(expected) ? expected : 'none');
			}),
			{ numRuns: 5_000 },
		);
	});

	it('with a country code', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 4, maxLength: 16 }), (written) => {
				const reading = written.startsWith('0') ? undefined : readInternational(written);
				const expected = readByLibphonenumber(`+${written}`);
				expect(reading?.possible ? reading.digits : 'none').toBe(/^\d/.test(expected) ? expected : 'none');
			}),
			{ numRuns: 5_000 },
		);
	});
});

describe('reading', () => {
	it.each<[string, string]>([
		['pluses', '+'],
		['digits', '200'],
		['digits and blanks', '2 '],
		['dashes', ' .,'],
		['brackets', '(0)'],
		['letters', 'ext '],
		['extensions', 'x4 '],
		['slashes', '1/'],
		['expressions', '$ '],
		['links', 'wa.me/'],
		['zeros', '0'],
		['invisible characters', '\u200B'],
		['accents', 'e\u0301'],
		['digits of another script', '٢'],
	])('finds no number in a million characters of %s', (_of, part) => {
		for (const tail of ['', '2025550123', 'a1'])
			expect(readPhone(part.repeat(Math.ceil(1_000_000 / part.length)) + tail, ['US', 'DE', 'GB'])).toHaveProperty(
				'kind',
				expect.stringMatching(/^(?:unusable|mistake)$/),
			);
	});
});
