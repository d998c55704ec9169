import { EXTENSION_WORDS, isKnownWord } from './phoneWords';

/** Letters of the keys 2 to 9 (ITU-T E.161). */
const KEYS = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'];
const DIGIT_OF = new Map(KEYS.flatMap((letters, index) => [...letters].map((letter) => [letter, String(index + 2)] as const)));

/** Fewer letters are not meant as digits. */
const MIN_LETTERS = 3;

/** A number of letters and digits, three of which come first as in libphonenumber: 1-800-FLOWERS, but not 12. March */
const SPELLED = /^[+ ()./-]*(?:\d[ ()./-]*){3}[\d a-z().-]+$/;
/** Letters typed for 0 and 1 */
const LOOKALIKES = /^[oil]+$/;

/** Replaces the letters of a vanity number by the digits of their keys; undefined if they are not meant so. */
export function spellOut(text: string): string | undefined {
	if (!SPELLED.test(text)) return undefined;
	const words = text.match(/[a-z]+/g) ?? [];
	const letters = words.join('');
	if (letters.length < MIN_LETTERS || LOOKALIKES.test(letters)) return undefined;
	if (words.every(isKnownWord) || words.some((word) => EXTENSION_WORDS.has(word))) return undefined;
	return text.replace(/[a-z]/g, (letter) => DIGIT_OF.get(letter) ?? letter);
}
