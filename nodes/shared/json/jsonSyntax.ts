/** Where JSON text is invalid. `JSON.parse` says so too, but in words that differ between versions of Node.js. */
export interface JsonSyntaxError {
	/** From 1. */
	readonly line: number;
	/** From 1, in UTF-16 code units. */
	readonly column: number;
	/** What the syntax needs there: "a comma or }". */
	readonly expected: string;
}

/** A syntax error by its index in the text. */
interface Mismatch {
	readonly index: number;
	readonly expected: string;
}

const SPACE = /[ \t\n\r]*/y;
const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/** The index after a match that starts at `index`; undefined without one. */
function endOf(pattern: RegExp, text: string, index: number): number | undefined {
	pattern.lastIndex = index;
	return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** The index after the string literal that starts at `start`. */
function endOfString(text: string, start: number): number | Mismatch {
	let index = start + 1;
	while (text[index] !== '"') {
		const char = text[index];
		if (char === undefined || char < ' ') return { index, expected: 'a closing double quote' };
		const next = char === '\\' ? endOf(ESCAPE, text, index) : index + 1;
		if (next === undefined) return { index, expected: 'an escape sequence such as \\n or \\\\' };
		index = next;
	}
	return index + 1;
}

/** A state of the parser: at a value, at a key, after a key, or after a value. */
type State = 'value' | 'key' | 'colon' | 'separator';

/** Parses without recursion, so that deep nesting cannot overflow the stack. */
function findMismatch(text: string): Mismatch | undefined {
	/** The brackets that are still open, by what closes them. */
	const closers: string[] = [];
	let state: State = 'value';
	let index = 0;
	/** Directly after an opening bracket, which may be closed at once. */
	let isFirst = false;
	for (;;) {
		index = endOf(SPACE, text, index) ?? index;
		const char = text[index];
		const closer = closers.at(-1);
		const canClose = closer !== undefined && (isFirst || state === 'separator');
		isFirst = false;
		if (canClose && char === closer) {
			closers.pop();
			state = 'separator';
			index += 1;
		} else if (state === 'separator') {
			if (closer === undefined) return char === undefined ? undefined : { index, expected: 'the end of the text' };
			if (char !== ',') return { index, expected: `a comma or ${closer}` };
			state = closer === '}' ? 'key' : 'value';
			index += 1;
		} else if (state === 'colon') {
			if (char !== ':') return { index, expected: 'a colon' };
			state = 'value';
			index += 1;
		} else if (char === '"') {
			const end = endOfString(text, index);
			if (typeof end !== 'number') return end;
			state = state === 'key' ? 'colon' : 'separator';
			index = end;
		} else if (state === 'key') {
			return { index, expected: canClose ? 'a key in double quotes or }' : 'a key in double quotes' };
		} else if (char === '{' || char === '[') {
			closers.push(char === '{' ? '}' : ']');
			state = char === '{' ? 'key' : 'value';
			isFirst = true;
			index += 1;
		} else {
			const end = endOf(SCALAR, text, index);
			if (end === undefined) return { index, expected: canClose ? 'a value or ]' : 'a value' };
			state = 'separator';
			index = end;
		}
	}
}

/** The first syntax error of JSON text (RFC 8259); undefined if `JSON.parse` accepts the text. */
export function findJsonSyntaxError(text: string): JsonSyntaxError | undefined {
	const mismatch = findMismatch(text);
	if (mismatch === undefined) return undefined;
	const lines = text.slice(0, mismatch.index).split(/\r\n|\r|\n/);
	return { line: lines.length, column: (lines.at(-1) ?? '').length + 1, expected: mismatch.expected };
}
