/** Shorter secrets could be part of ordinary text. IPQS keys have 32 characters. */
const MIN_SECRET_LENGTH = 8;

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** The percent sign of a URL-encoded byte, also as JSON may escape it. */
const PERCENT = '(?:%|\\\\{1,8}u0025)';

/**
 * A pattern for every encoding of a character: plain, in a URL or form (`%2f`, `+`), or in JSON (`\/`, `\u002f`), also nested, such
 * as JSON within JSON or a URL within a URL.
 */
function encodingsOf(character: string): string {
	const units = [...Array(character.length).keys()].map((index) => `u${hex(character.charCodeAt(index), 4)}`);
	const bytes = [...new TextEncoder().encode(character)].map((byte) => `${PERCENT}(?:25){0,3}${hex(byte, 2)}`);
	const short = JSON.stringify(character).slice(1, -1).replace(/^\\+/, '');
	const encodings = [
		literal(character),
		bytes.join(''),
		units.join('\\\\{0,8}'),
		...(short === '' ? [] : [literal(short)]),
		...(character === ' ' ? ['\\+'] : []),
	];
	// A bounded number of backslashes keeps the match linear on a long row of them.
	return `\\\\{0,8}(?:${[...new Set(encodings)].join('|')})`;
}

/** Creates a function that replaces secrets in text with `***`, in whatever encoding. */
export function createRedactor(secrets: readonly string[]): (text: string) => string {
	const patterns = secrets
		.filter(({ length }) => length >= MIN_SECRET_LENGTH)
		.map((secret) => new RegExp([...secret].map(encodingsOf).join(''), 'gi'));
	return (text) => patterns.reduce((clean, pattern) => clean.replace(pattern, '***'), text);
}
