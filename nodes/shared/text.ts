const LIST_FORMATS = {
	and: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
	or: new Intl.ListFormat('en-GB', { type: 'disjunction' }),
};

/** "Risky, VOIP and Prepaid", "accept, qa or reject". */
export function formatList(parts: readonly string[], word: 'and' | 'or'): string {
	const [first = '', ...others] = parts;
	// The formatter is slow, and most lists have one part.
	return others.length === 0 ? first : LIST_FORMATS[word].format(parts);
}

/** "1 lead", "2 leads". */
export const formatCount = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;
