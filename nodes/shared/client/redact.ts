/** Shorter secrets could be part of ordinary text. IPQS keys have 32 characters. */
const MIN_SECRET_LENGTH = 8;

/** Encodings within each other that are undone, such as JSON in a URL in JSON. */
const MAX_DECODINGS = 5;

/**
 * An encoded ASCII character: in JSON, after any number of backslashes (`\u002f`, `\/`), in a URL (`%2f`), or in HTML (`&#x2f;`,
 * `&#47;`, `&amp;`).
 */
const ENCODED = /\\+(?:u([\da-f]{4})|([^\\]))?|%([\da-f]{2})|&#x0*([\da-f]{2});|&#0*(\d{2,3});|&(amp|lt|gt|quot|apos);/gi;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeCharacter([, unit, escaped, byte, hex, decimal, entity]: RegExpMatchArray): string {
	const code = unit ?? byte ?? hex;
	if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
	if (decimal !== undefined) return String.fromCharCode(Number(decimal));
	return entity === undefined ? (escaped ?? '') : (ENTITIES[entity.toLowerCase()] ?? '');
}

/** Text, and the offset of each of its characters, and of its end, in the text that it was decoded from. */
interface DecodedText {
	readonly text: string;
	readonly offsets: Uint32Array;
}

/** Undoes one level of encoding, in linear time; undefined if there is none. */
function decode({ text, offsets }: DecodedText): DecodedText | undefined {
	const parts: string[] = [];
	const decodedOffsets = new Uint32Array(text.length + 1);
	let length = 0;
	let end = 0;
	for (const match of text.matchAll(ENCODED)) {
		const character = decodeCharacter(match);
		parts.push(text.slice(end, match.index), character);
		decodedOffsets.set(offsets.subarray(end, match.index + 1), length);
		length += match.index - end + character.length;
		end = match.index + match[0].length;
	}
	if (end === 0) return undefined;
	parts.push(text.slice(end));
	decodedOffsets.set(offsets.subarray(end, text.length + 1), length);
	return { text: parts.join(''), offsets: decodedOffsets };
}

/** A text and its decoded forms, level by level. */
function* decodings(text: string): Generator<DecodedText> {
	const offsets = new Uint32Array(text.length + 1);
	for (let index = 0; index < offsets.length; index++) offsets[index] = index;
	let decoded: DecodedText | undefined = { text, offsets };
	for (let level = 0; decoded !== undefined && level <= MAX_DECODINGS; level++) {
		yield decoded;
		decoded = decode(decoded);
	}
}

/** A pattern of a secret; a form writes a space as `+`. */
const toPattern = (secret: string): string => secret.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replaceAll(' ', '[ +]');

/**
 * Creates a function that replaces secrets in text with `***`, however each of their characters is encoded.
 *
 * @param secrets in ASCII; shorter ones than 8 characters are left, because they could be part of ordinary text
 */
export function createRedactor(secrets: readonly string[]): (text: string) => string {
	// A secret with a backslash loses it where the text is decoded.
	const spellings = secrets.flatMap((secret) => [...decodings(secret)].map(({ text }) => text));
	const patterns = spellings.filter(({ length }) => length >= MIN_SECRET_LENGTH).map(toPattern);
	if (patterns.length === 0) return (text) => text;
	const pattern = new RegExp(patterns.join('|'), 'gi');

	return (text) => {
		const ranges: Array<readonly [start: number, end: number]> = [];
		for (const { text: decoded, offsets } of decodings(text)) {
			for (const { 0: found, index } of decoded.matchAll(pattern)) {
				ranges.push([offsets[index] ?? 0, offsets[index + found.length] ?? text.length]);
			}
		}
		return replaceRanges(
			text,
			ranges.sort(([a], [b]) => a - b),
		);
	};
}

/** Replaces ranges of a text, in order of their start; they may overlap. */
function replaceRanges(text: string, ranges: ReadonlyArray<readonly [start: number, end: number]>): string {
	const parts: string[] = [];
	let done = 0;
	for (const [start, end] of ranges) {
		if (start >= done) parts.push(text.slice(done, start), '***');
		done = Math.max(done, end);
	}
	return [...parts, text.slice(done)].join('');
}
