/** Different lists of codes that are cached; a policy gives far fewer. */
const MAX_CACHED = 1_000;

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
	const cached = new Map<string, readonly string[]>();
	return (text) => {
		const existing = cached.get(text);
		// Stryker disable next-line ConditionalExpression: only saves time
		if (existing !== undefined) return existing;
		const codes = splitCodes(text);
		// Stryker disable next-line ConditionalExpression,EqualityOperator: only limits memory
		if (cached.size < MAX_CACHED) cached.set(text, codes);
		return codes;
	};
}
