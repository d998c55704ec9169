/** Different lists of codes that are remembered; a policy gives far fewer. */
const MAX_REMEMBERED = 1_000;

/** The codes in text such as "FRAUD_SCORE, VOIP", each once. */
const splitCodes = (text: string): readonly string[] => [
	...new Set(
		text
			.split(',')
			.map((code) => code.trim())
			.filter((code) => code !== ''),
	),
];

/** Splits codes and remembers the result: leads share few different lists, and splitting each takes most of a report's time. */
export function createCodeSplitter(): (text: string) => readonly string[] {
	const remembered = new Map<string, readonly string[]>();
	return (text) => {
		const existing = remembered.get(text);
		if (existing !== undefined) return existing;
		const codes = splitCodes(text);
		if (remembered.size < MAX_REMEMBERED) remembered.set(text, codes);
		return codes;
	};
}
