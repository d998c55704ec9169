import { readCountryName } from './countryName';
import { COUNTRIES } from './countries';
import { NUMBERING_PLANS } from './numberingPlans';
import { callingCodeOf } from './phonePlan';

export { callingCodeOf };

/** Countries as ISO 3166-1 alpha-2 codes, or the first entry that names none. */
export type Countries = { readonly codes: readonly string[] } | { readonly unknown: string };

/** As many parts may a name with commas have: `Bonaire, Sint Eustatius and Saba` */
const MAX_PARTS = 3;
/** The longest text that is read, more than all countries take; and the longest that is cached. */
const MAX_TEXT = 10_000;
const MAX_MEMO_TEXT = 100;
const MEMO_LIMIT = 500;

/**
 * Codes of a list with commas. A name may contain one as well, so the list is divided into as many countries as possible, from
 * its end. Costs linear time.
 */
function readCommaList(list: string): Countries {
	const parts = list.split(',').map((part) => part.trim());
	/** For each part, how many parts its country takes; 0 if what begins there cannot be divided. */
	const lengths = [...parts.map(() => 0), 1];
	const codeAt: string[] = [];
	for (let start = parts.length - 1; start >= 0; start--) {
		for (let length = 1; length <= MAX_PARTS && lengths[start] === 0; length++) {
			const code = lengths[start + length] ? readCountryName(parts.slice(start, start + length).join(', ')) : undefined;
			if (code === undefined) continue;
			lengths[start] = length;
			codeAt[start] = code;
		}
	}
	if (lengths[0] === 0) return { unknown: parts.find((part) => readCountryName(part) === undefined) ?? list };
	const codes: string[] = [];
	for (let place = 0; place < parts.length; place += lengths[place] ?? 1) codes.push(codeAt[place] ?? '');
	return { codes };
}

function readText(text: string): Countries {
	const codes = new Set<string>();
	for (const list of text.split(/[;|\n\r\t]/)) {
		const read = readCommaList(list);
		if ('unknown' in read) return read;
		for (const code of read.codes) if (code !== '') codes.add(code);
	}
	return { codes: [...codes] };
}

/** Leads bring the same few texts again and again. */
const memo = new Map<string, Countries>();

function readTextOnce(text: string): Countries {
	const known = memo.get(text);
	// Stryker disable next-line ConditionalExpression: read again, a text gives the same countries
	if (known !== undefined) return known;
	const read = text.length > MAX_TEXT ? { unknown: text.slice(0, MAX_MEMO_TEXT) } : readText(text);
	// Stryker disable next-line all: only limits memory
	if (text.length <= MAX_MEMO_TEXT && memo.size < MEMO_LIMIT) memo.set(text, read);
	return read;
}

/**
 * Reads `US`, `US,CA`, `US;CA`, `USA`, an English name, a label such as `United States (US)`, or an array of these. `UK` means
 * `GB`, as IPQS's own country list has no UK. `N/A`, `none`, `-` and the like are no country.
 */
export function readCountries(input: unknown): Countries {
	if (input === null || input === undefined) return { codes: [] };
	if (typeof input === 'string') return readTextOnce(input);
	if (!Array.isArray(input)) return { unknown: String(JSON.stringify(input)) };
	const codes = new Set<string>();
	for (const entry of input) {
		const read = readCountries(entry);
		if ('unknown' in read) return read;
		for (const code of read.codes) codes.add(code);
	}
	return { codes: [...codes] };
}

/** One country as its alpha-2 code, empty where there is none; undefined where the text names several, or none that exists. */
export function oneCountry(input: unknown): string | undefined {
	const countries = readCountries(input);
	return 'unknown' in countries || countries.codes.length > 1 ? undefined : (countries.codes[0] ?? '');
}

/** Whether international digits begin with the calling code of a country (alpha-2). */
export const belongsTo = (digits: string, country: string): boolean => {
	const callingCode = callingCodeOf(country);
	return callingCode !== '' && digits.startsWith(callingCode);
};

const KNOWN = new Set<string>(COUNTRIES.map(([alpha2]) => alpha2));
const MAIN_COUNTRIES = new Map<string, string>();
for (const [country, callingCode] of NUMBERING_PLANS) {
	if (KNOWN.has(country) && !MAIN_COUNTRIES.has(callingCode)) MAIN_COUNTRIES.set(callingCode, country);
}

/** The (main) country of international digits with its calling code, undefined when no calling code fits. */
export function countryOfDigits(digits: string): { country: string; callingCode: string } | undefined {
	for (const length of [3, 2, 1]) {
		const callingCode = digits.slice(0, length);
		const country = MAIN_COUNTRIES.get(callingCode);
		if (country !== undefined) return { country, callingCode };
	}
	return undefined;
}
