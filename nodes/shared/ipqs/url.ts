/**
 * A URL, undefined where the text is none. `URL.canParse` is no help: on Node.js 20 its optimised form refuses any text beyond
 * ASCII after some thousand calls.
 */
export function parseUrl(text: string): URL | undefined {
	try {
		return new URL(text);
	} catch {
		return undefined;
	}
}
