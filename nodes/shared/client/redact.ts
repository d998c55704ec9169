/** Shorter ones could be part of ordinary text; IPQS's keys have 32 characters. */
const MIN_SECRET_LENGTH = 8;

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** The sign that begins a byte in an address, plain or as JSON may spell it. */
const PERCENT = '(?:%|\\\\{1,8}u0025)';

/**
 * A character as it may stand in a body: plain, in an address or a form (`%2f`, `+`), or in JSON (`\/`, `\u002f`), also in JSON
 * or an address within another.
 */
function encodingsOf(character: string): string {
	const units = [...Array(character.length).keys()].map((place) => `u${hex(character.charCodeAt(place), 4)}`);
	const bytes = [...new TextEncoder().encode(character)].map((byte) => `${PERCENT}(?:25){0,3}${hex(byte, 2)}`);
	const short = JSON.stringify(character).slice(1, -1).replace(/^\\+/, '');
	const spellings = [
		literal(character),
		bytes.join(''),
		units.join('\\\\{0,8}'),
		...(short === '' ? [] : [literal(short)]),
		...(character === ' ' ? ['\\+'] : []),
	];
	// At most so many backslashes: a long row of them is not to be tried from each.
	return `\\\\{0,8}(?:${[...new Set(spellings)].join('|')})`;
}

/** Takes secrets out of text that repeats them, however each of their characters is written. */
export function createRedactor(secrets: readonly string[]): (text: string) => string {
	const patterns = secrets
		.filter(({ length }) => length >= MIN_SECRET_LENGTH)
		.map((secret) => new RegExp([...secret].map(encodingsOf).join(''), 'gi'));
	return (text) => patterns.reduce((clean, pattern) => clean.replace(pattern, '***'), text);
}
