import { COUNTRIES } from './countries';

/** Text by which two spellings of a country are the same: no case, accents, punctuation or "the". */
const spelling = (text: string): string =>
	text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/&/g, 'and')
		.replace(/[^a-z]/g, ' ')
		.replace(/\b(?:the|saint|st)\b/g, (word) => (word === 'the' ? '' : 'st'))
		.replaceAll(' ', '');

const ALPHA2_BY_SPELLING = new Map<string, string>(
	COUNTRIES.flatMap(([alpha2, alpha3, , ...names]) => [alpha2, alpha3, ...names].map((name) => [spelling(name), alpha2] as const)),
);

const CALLING_CODES = new Map<string, string>(COUNTRIES.map(([alpha2, , callingCode]) => [alpha2, callingCode]));

const MAIN_COUNTRIES = new Map<string, string>();
for (const [alpha2, , callingCode] of COUNTRIES) {
	if (callingCode !== '' && !MAIN_COUNTRIES.has(callingCode)) MAIN_COUNTRIES.set(callingCode, alpha2);
}

/** Countries as ISO 3166-1 alpha-2 codes, or the first entry that names none. */
export type Countries = { readonly codes: readonly string[] } | { readonly unknown: string };

/** Digits and signs are left out of a spelling, so text that holds digits or no letter at all names no country. */
const alpha2Of = (text: string): string | undefined =>
	/\p{L}/u.test(text) && !/\d/.test(text) ? ALPHA2_BY_SPELLING.get(spelling(text)) : undefined;

function entriesOf(input: unknown): string[] {
	if (Array.isArray(input)) return input.flatMap(entriesOf);
	if (input === null || input === undefined) return [];
	const text = typeof input === 'string' ? input : JSON.stringify(input);
	const parts = text
		.split(/[,;|]/)
		.map((part) => part.trim())
		.filter((part) => part !== '');
	// "Korea, Republic of" is one country, though "CH,AD" spells Chad: a list it is where every part names a country.
	const whole = !parts.every((part) => alpha2Of(part) !== undefined) && alpha2Of(text) !== undefined;
	return whole ? [text] : parts;
}

/**
 * Reads `US`, `US,CA`, `USA`, an English name, or an array of these. `UK` means `GB`, as IPQS's own country list has no UK.
 */
export function readCountries(input: unknown): Countries {
	const codes = new Set<string>();
	for (const entry of entriesOf(input)) {
		const code = alpha2Of(entry);
		if (code === undefined) return { unknown: entry };
		codes.add(code);
	}
	return { codes: [...codes] };
}

/** One country as its alpha-2 code, empty where there is none; undefined where the text names several, or none that exists. */
export function oneCountry(input: unknown): string | undefined {
	const countries = readCountries(input);
	return 'unknown' in countries || countries.codes.length > 1 ? undefined : (countries.codes[0] ?? '');
}

/** The calling code of a country (alpha-2), empty where it has none. */
export const callingCodeOf = (country: string): string => CALLING_CODES.get(country) ?? '';

/** Whether international digits begin with the calling code of a country (alpha-2). */
export const belongsTo = (digits: string, country: string): boolean => {
	const callingCode = callingCodeOf(country);
	return callingCode !== '' && digits.startsWith(callingCode);
};

/** The (main) country of international digits with its calling code, undefined when no calling code fits. */
export function countryOfDigits(digits: string): { country: string; callingCode: string } | undefined {
	for (const length of [3, 2, 1]) {
		const callingCode = digits.slice(0, length);
		const country = MAIN_COUNTRIES.get(callingCode);
		if (country !== undefined) return { country, callingCode };
	}
	return undefined;
}
