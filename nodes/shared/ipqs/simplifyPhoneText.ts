/** What forms, exports and web pages write for a sign that they cannot carry: `%2B`, `&#43;`. Never a digit or a letter. */
const ESCAPE = /%(?:c2%a0|2[0-9a-f])|&(?:#\d{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,6});/gi;

const NAMED_ENTITIES: Readonly<Record<string, string>> = {
	plus: '+',
	nbsp: ' ',
	ensp: ' ',
	emsp: ' ',
	thinsp: ' ',
	shy: '',
	lrm: '',
	rlm: '',
	zwj: '',
	zwnj: '',
	ndash: '-',
	mdash: '-',
	lpar: '(',
	rpar: ')',
	quot: ' ',
	apos: ' ',
	amp: '&',
};

function decodeEscape(escape: string): string {
	if (escape.startsWith('%')) return escape.length > 3 ? ' ' : String.fromCharCode(parseInt(escape.slice(1), 16));
	const name = escape.slice(1, -1).toLowerCase();
	if (!name.startsWith('#')) return NAMED_ENTITIES[name] ?? escape;
	const character = String.fromCodePoint(name.startsWith('#x') ? parseInt(name.slice(2), 16) : Number(name.slice(1)));
	return /[\p{L}\p{N}]/u.test(character) ? escape : character;
}

/** Signs by what they are used for in a number; `-` also stands for every other sign between groups of digits. */
const SIGNS: ReadonlyArray<readonly [sign: string, characters: string]> = [
	[' ', '"\'`´‘’‚‛“”„‟«»‹›′″ʼʹ\u2800\uFFFD'],
	['-', '_\u00AF\u02D7\u2043\u2212\u23AF\u30FC\uFF70'],
	['.', '·•․‧∙⋅・･。｡٫٬۔ꞏ'],
	['/', '\\|¦~⁄∕⧸∼⁓〜～'],
	[',', '、､،﹐'],
	[';', '؛﹔'],
	[':', '﹕ː꞉'],
	['+', '⁺﹢➕'],
	['(', '[{<'],
	[')', ']}>'],
	['#', '♯﹟'],
];

const SIGN_OF = new Map(SIGNS.flatMap(([sign, characters]) => [...characters].map((character) => [character, sign] as const)));

/** General categories, in the order in which they are tried. */
const CATEGORIES: ReadonlyArray<readonly [RegExp, string]> = [
	[/\p{Z}/u, ' '],
	[/\p{Pd}/u, '-'],
	[/\p{Ps}/u, '('],
	[/\p{Pe}/u, ')'],
	[/[\p{Pi}\p{Pf}]/u, ' '],
];

/** Digits of one script are ten characters in a row (Unicode, decimal numbers). */
function digitOf(character: string): string {
	const code = character.codePointAt(0) ?? 0;
	let first = code;
	while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
	return String((code - first) % 10);
}

const FULL_WIDTH = 0xfee0;

/** A character as text of the small alphabet; `?` for a symbol that is part of no number. */
function simplifyCharacter(character: string): string {
	const sign = SIGN_OF.get(character);
	if (sign !== undefined) return sign;
	if (/\p{Nd}/u.test(character)) return digitOf(character);
	if (/[！-～]/u.test(character)) {
		const ascii = String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH);
		return SIGN_OF.get(ascii) ?? ascii;
	}
	if (/\p{L}/u.test(character)) return character;
	return CATEGORIES.find(([category]) => category.test(character))?.[1] ?? '?';
}

/** U+FEFF is a byte order mark, though JavaScript counts it among the blanks. */
const BLANKS = /[^\S\uFEFF]|\u0085/g;
/** Accents, control, formatting and other invisible characters */
const UNSEEN = /[\p{M}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const NOT_PLAIN = /[^ -~]/;
const NOT_SIMPLE = /[^ !#$%&()*+,\-./0-9:;=?@A-Za-z^]/gu;

/**
 * Text in a small alphabet: digits 0 to 9, lower-case letters without accents, and one sign for all that are used alike, such as
 * `-` for every dash. Other symbols are `?`.
 */
export function simplifyPhoneText(text: string): string {
	// Stryker disable next-line ConditionalExpression,StringLiteral: only saves time
	const decoded = text.includes('%') || text.includes('&') ? text.replace(ESCAPE, decodeEscape) : text;
	const plain = NOT_PLAIN.test(decoded) ? decoded.normalize('NFD').replace(BLANKS, ' ').replace(UNSEEN, '') : decoded;
	return plain.replace(NOT_SIMPLE, simplifyCharacter).trim().toLowerCase();
}
