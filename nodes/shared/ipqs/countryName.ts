import { COUNTRIES } from './countries';
import { NO_VALUE_WORDS } from './noValue';
import { callingCodeOf } from './phonePlan';

/** Longer texts name no country. */
const MAX_NAME = 100;

/** Codes that are no country's own: IPQS has GB for the United Kingdom, and older lists write Kosovo as XKK. */
const OTHER_CODES: ReadonlyArray<readonly [code: string, alpha2: string]> = [
	['UK', 'GB'],
	['XKK', 'XK'],
];

/** What says that there is no country. */
const NO_COUNTRY = new RegExp(
	String.raw`^[\s.?*#_/\\\p{Pd}]*$|^#?[^\p{L}\d]*(?:${NO_VALUE_WORDS}|no country|other|any|xx|zz|(?:please )?(?:select|choose)\b.{0,40})[^\p{L}\d]*$|^[^\p{L}\d]+na[^\p{L}\d]*$|^na[^\p{L}\d]+$`,
	'iu',
);

const ABBREVIATIONS = new Map([
	['dem', 'democratic'],
	['is', 'islands'],
	['island', 'islands'],
	['isl', 'islands'],
	['rep', 'republic'],
	['st', 'saint'],
	['ste', 'saint'],
]);

const FILLERS = new Set(['and', 'of', 'the']);

/** Words of full names, such as Kingdom of Spain, that do not change which country it is. */
const FORMS_OF_STATE = new Set(
	'arab bailiwick bolivarian co commonwealth democratic duchy emirate federal federation federative grand hashemite independent islamic kingdom nation operative oriental peoples plurinational principality republic socialist sovereign state sultanate union'.split(
		' ',
	),
);

/** Countries that such words tell from others: Republic of Korea, Republic of China, State of Georgia */
const TOLD_BY_FORM = new Set<string | undefined>(['CD', 'CG', 'CN', 'GE', 'KP', 'KR', 'TW']);

/** Countries that any further word may change: Guinea (Equatorial), Sudan (South) */
const TOLD_BY_REMARK = new Set([...TOLD_BY_FORM, 'CY', 'GN', 'IE', 'MF', 'SD', 'WS']);

/** Words of a name without case, accents and fillers. */
function splitWords(name: string): string[] {
	const plain = name
		.normalize('NFKD')
		.replace(/[\p{M}.'’`]/gu, '')
		.toLowerCase();
	const words = (plain.match(/\p{L}+/gu) ?? []).filter((word) => !FILLERS.has(word));
	return [...new Set(words.map((word) => ABBREVIATIONS.get(word) ?? word))].sort();
}

const keyOf = (words: readonly string[]): string => words.join(' ');

const ALPHA2_BY_CODE = new Map([
	...COUNTRIES.flatMap(([alpha2, alpha3]) => [[alpha2, alpha2] as const, [alpha3, alpha2] as const]),
	...OTHER_CODES,
]);
const ALPHA2_BY_NAME = new Map(
	COUNTRIES.flatMap(([alpha2, , ...names]) => names.map((name) => [keyOf(splitWords(name)), alpha2] as const)),
);

const BRACKETED = /^[\s"'([{<]*([a-z]{2,3})[\s"')\]}>.]*$/i;

/** Codes are read only where nothing is between their letters: C/O is not Colombia. */
const byCode = (text: string): string | undefined => ALPHA2_BY_CODE.get(BRACKETED.exec(text)?.[1]?.toUpperCase() ?? '');

function byName(text: string): string | undefined {
	const words = splitWords(text);
	const exact = ALPHA2_BY_NAME.get(keyOf(words));
	if (exact !== undefined) return exact;
	const alpha2 = ALPHA2_BY_NAME.get(keyOf(words.filter((word) => !FORMS_OF_STATE.has(word))));
	return TOLD_BY_FORM.has(alpha2) ? undefined : alpha2;
}

const simpleName = (text: string): string | undefined => byCode(text) ?? byName(text);

const CODE_BESIDE = [/(?<name>.*[^\p{L}])(?<code>[a-z]{2,3})[^\p{L}]*$/iu, /^[^\p{L}]*(?<code>[a-z]{2,3})(?<name>[^\p{L}].*)/iu];

/** A name with its own code beside it: `Congo - Kinshasa (CD)` */
function byNameWithCode(text: string): string | undefined {
	const found = CODE_BESIDE.map((pattern) => {
		const alpha2 = byCode(text.replace(pattern, '$<code>'));
		return byName(text.replace(pattern, '$<name>')) === alpha2 ? alpha2 : undefined;
	});
	return found.find((alpha2) => alpha2 !== undefined);
}

const hasLetter = (text: string): boolean => /\p{L}/u.test(text);

/** `United States (USA)`, `Myanmar (Burma)`, `Germany (Deutschland)`: parts that name one country, and remarks in brackets. */
function byParts(text: string): string | undefined {
	const remarks = (text.match(/\([^()]*\)/g) ?? []).filter(hasLetter);
	const parts = text
		.replace(/\([^()]*\)/g, '|')
		.split(/\|| - |[–—:]/)
		.filter(hasLetter);
	const [first, ...others] = parts.map(simpleName);
	if (others.some((other) => other !== first)) return undefined;
	// A remark of its own language says little beside a name, but CO (Colorado) is not Colombia.
	const mayHaveRemark = !TOLD_BY_REMARK.has(first) && parts.every((part) => byName(part) !== undefined);
	const fits = remarks.map(simpleName).every((alpha2) => alpha2 === first || (alpha2 === undefined && mayHaveRemark));
	return fits ? first : undefined;
}

const FLAG = /[\u{1F1E6}-\u{1F1FF}]{2}/gu;
const REGIONAL_A = 0x1f1e6;
const CALLING_CODE = /\(?\+\s?(\d[\d\s-]{0,6}\d|\d)\s*\)?/;

const letterOf = (indicator: string): string => String.fromCharCode('A'.charCodeAt(0) + (indicator.codePointAt(0) ?? 0) - REGIONAL_A);

/**
 * The alpha-2 code of the country a text names, '' if it says that there is none, undefined if it names no country that is known.
 * Understands codes, names, flags, and labels such as `United States (US)` or `+44 United Kingdom`.
 */
export function readCountryName(text: string): string | undefined {
	if (text.length > MAX_NAME) return undefined;
	if (NO_COUNTRY.test(text)) return '';
	const label = text.replace(FLAG, (flag) => `|${[...flag].map(letterOf).join('')}|`);
	const callingCode = CALLING_CODE.exec(label)?.[1]?.replace(/\D/g, '');
	const words = label.replace(CALLING_CODE, ' ');
	if (!hasLetter(words) || /\d/.test(words)) return undefined;
	const alpha2 = simpleName(words) ?? byNameWithCode(words) ?? byParts(words);
	const hasOtherCode = callingCode !== undefined && alpha2 !== undefined && !callingCode.startsWith(callingCodeOf(alpha2));
	return hasOtherCode ? undefined : alpha2;
}
