import { digitsIn, MIN_NUMBER_DIGITS } from './readPhoneDigits';
import { OTHER_CHARACTERS, SEVERAL_NUMBERS, UNSPELLED_LETTERS, type UnusableNumber } from './numberReading';
import { EXTENSION_WORDS, isKnownWord } from './phoneWords';

/** What is behind the digits of a number: extensions and words, or what does not belong there. */
export type Tail = { readonly kind: 'words'; readonly areKnown: boolean } | UnusableNumber;

/** Longest extensions behind a word and behind a sign. More digits may be another number. */
const MAX_EXTENSION_DIGITS = 9;
const MAX_DIGITS_BEHIND_SIGN: Readonly<Record<string, number>> = { '#': 9, ',,': 9, ',': 6, ';': 6 };

const TOKEN = /\p{L}+|\d+|,,|[+#,;@]/gu;
const LETTER = /\p{L}/u;

/** How many digits may follow as an extension, 0 if none may. */
function longestExtension(before: readonly string[], isComplete: boolean): number {
	if (before.some((token) => EXTENSION_WORDS.has(token))) return MAX_EXTENSION_DIGITS;
	return isComplete ? (MAX_DIGITS_BEHIND_SIGN[before[before.length - 1] ?? ''] ?? 0) : 0;
}

function problemOf(text: string): UnusableNumber {
	const isNumber = digitsIn(text).length >= MIN_NUMBER_DIGITS && !/^\p{L}/u.test(text);
	if (isNumber) return SEVERAL_NUMBERS;
	return LETTER.test(text) ? UNSPELLED_LETTERS : OTHER_CHARACTERS;
}

/**
 * Reads what is behind the digits of a number.
 *
 * @param isComplete whether those digits are a number by themselves
 */
export function readTail(text: string, isComplete: boolean): Tail {
	const words: string[] = [];
	let before: string[] = [];
	for (const token of text.match(TOKEN) ?? []) {
		if (token === '@') return OTHER_CHARACTERS;
		const isDigits = /\d/.test(token);
		if (isDigits && token.length > longestExtension(before, isComplete)) return problemOf(text);
		if (LETTER.test(token)) words.push(token);
		before = isDigits ? [] : [...before, token];
	}
	const [first] = words;
	if (first !== undefined && text.startsWith(first) && !isKnownWord(first)) return UNSPELLED_LETTERS;
	return { kind: 'words', areKnown: words.every(isKnownWord) };
}
