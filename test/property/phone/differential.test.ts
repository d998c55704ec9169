import { readPhone } from '../../../nodes/shared/ipqs/phone';
import { phoneRequest } from '../../../nodes/shared/ipqs/phoneRequest';
import { EXAMPLE_NUMBERS, readByLibphonenumber, REGIONS, type ExampleNumber } from './libphonenumber';
import { SPELLINGS, type Spelling } from './spellings';

/**
 * Spellings of which libphonenumber sometimes makes another number than the one that is written, and why this reads the one that
 * is written.
 */
const DEVIATIONS: Readonly<Record<string, string>> = {
	'00…': 'a prefix for calls abroad is one in every country, if the plan has no number that begins so',
	'00 and formatted': 'as 00…',
	'+00…': 'as 00…',
	'zero in brackets': 'it is part of the number only where the plan has such numbers',
	digits: 'they begin with the own country code where the rest is a mobile number, as in 49 151 …',
	'WhatsApp link': 'as digits',
	'WhatsApp ID': 'as digits',
	'digits and .0': "the ending is a spreadsheet's",
	'digits and ,00': 'as digits',
	'number and .0': "the ending is a spreadsheet's",
	'national and .0': "the ending is a spreadsheet's",
	'power of ten': 'as digits',
	word: 'the letters spell no digits',
	'national, (cell)': 'the letters spell no digits',
	'national, press 4': 'the letters spell no digits',
};

interface Case {
	readonly spelling: Spelling;
	readonly example: ExampleNumber;
	readonly text: string;
	readonly countries: readonly string[];
	/** What IPQS would be asked, or why it is not. */
	readonly outcome: string;
	readonly byLibphonenumber: string;
}

/** What is sent to IPQS as the number, without `+`, or why nothing is. */
function outcomeOf(text: string, countries: readonly string[]): string {
	const reading = readPhone(text, countries);
	if (reading.kind !== 'number') return reading.kind === 'unusable' ? reading.reason : reading.kind;
	const options = {
		strictness: '0',
		enhancedLineCheck: false,
		enhancedNameCheck: false,
		smsPumping: false,
		transaction: {},
		variables: {},
	};
	const { phone } = phoneRequest(
		{ phone: reading.digits, international: reading.international, countries, ...options },
		'GET',
		'header',
	).parameters;
	return String(phone).replace('+', '');
}

const regionOf = ({ country }: Spelling, { region }: ExampleNumber): string => ({ own: region, US: 'US', none: '' })[country];

const CASES: readonly Case[] = EXAMPLE_NUMBERS.flatMap((example) =>
	SPELLINGS.filter(({ needsCountry }) => !needsCountry || example.region !== '').map((spelling) => {
		const text = spelling.write(example);
		const region = regionOf(spelling, example);
		const countries = region === '' ? [] : [region];
		return {
			spelling,
			example,
			text,
			countries,
			outcome: outcomeOf(text, countries),
			byLibphonenumber: readByLibphonenumber(text, region || undefined),
		};
	}),
);

const isNumber = (outcome: string): boolean => /^\d/.test(outcome);
const show = ({ spelling, example, text, outcome, byLibphonenumber }: Case): string =>
	`${spelling.name}, ${example.region}: ${text} is ${outcome}, by libphonenumber ${byLibphonenumber}`;

describe("of libphonenumber's example numbers", () => {
	it('every region, and over 20 spellings, are tried', () => {
		expect(REGIONS.length).toBeGreaterThanOrEqual(245);
		expect(new Set(EXAMPLE_NUMBERS.map(({ region }) => region)).size).toBe(REGIONS.length + 1);
		expect(SPELLINGS.length).toBeGreaterThan(50);
	});

	it('none is sent as another number', () => {
		const others = CASES.filter(
			({ example, outcome, byLibphonenumber }) => isNumber(outcome) && outcome !== byLibphonenumber && outcome !== example.digits,
		);
		expect(others.map(show)).toEqual([]);
	});

	it('none is sent as another number than libphonenumber reads, except in spellings that are listed', () => {
		const others = CASES.filter(
			({ outcome, byLibphonenumber }) => isNumber(outcome) && isNumber(byLibphonenumber) && outcome !== byLibphonenumber,
		);
		expect(others.filter(({ spelling }) => !(spelling.name in DEVIATIONS)).map(show)).toEqual([]);
		expect(others.length / CASES.length).toBeLessThan(0.03);
	});

	it('at least 99.9 % of those that libphonenumber reads are sent as it reads them', () => {
		const read = CASES.filter(({ example, byLibphonenumber }) => byLibphonenumber === example.digits);
		const unlike = read.filter(({ outcome, byLibphonenumber }) => outcome !== byLibphonenumber);
		expect(unlike.map(show).slice(0, Math.max(0, unlike.length - read.length / 1000))).toEqual([]);
	});

	it('what is not sent has a reason', () => {
		const reasons = new Set(CASES.map(({ outcome }) => outcome).filter((outcome) => !isNumber(outcome)));
		expect([...reasons].filter((reason) => !['phone_unreadable', 'phone_impossible', 'country_missing'].includes(reason))).toEqual([]);
	});

	it('the spellings of one number ask IPQS once where the country is given', () => {
		const own = CASES.filter(({ spelling, outcome }) => spelling.country === 'own' && isNumber(outcome));
		const requests = new Set(own.map(({ example, countries, outcome }) => `${example.digits} ${countries.join()} ${outcome}`));
		const numbers = new Set(own.map(({ example, countries }) => `${example.digits} ${countries.join()}`));
		expect(requests.size / numbers.size).toBeLessThanOrEqual(1.05);
	});
});
