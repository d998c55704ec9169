/** A string literal, with the colon after it if it is a key, or a brace. */
const KEY_OR_BRACE = /("(?:[^"\\]|\\.)*")\s*(:?)|[{}]/g;

/** The first key that an object of valid JSON text has twice; undefined without one. `JSON.parse` silently takes the last. */
export function findDuplicateKey(json: string): string | undefined {
	/** The keys of each object that is still open. */
	const open: Array<Set<string>> = [];
	for (const [match, literal, colon] of json.matchAll(KEY_OR_BRACE)) {
		if (match === '{') open.push(new Set());
		else if (match === '}') open.pop();
		else if (literal !== undefined && colon === ':') {
			const keys = open.at(-1);
			const key = JSON.parse(literal) as string;
			if (keys?.has(key)) return key;
			keys?.add(key);
		}
	}
	return undefined;
}
