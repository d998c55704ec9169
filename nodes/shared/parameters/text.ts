/**
 * Converts a single value to trimmed text for a request; '' for null, undefined, NaN and Infinity. Lone surrogates, which cannot be
 * URL-encoded, become U+FFFD.
 */
export const toRequestText = (value: unknown): string =>
	typeof value === 'number' && !Number.isFinite(value)
		? ''
		: String(value ?? '')
				.replace(/\p{Cs}/gu, '\ufffd')
				.trim();

/** Converts any value to text: objects and lists to JSON, dates to ISO format; '' for null and undefined. */
export function toText(value: unknown): string {
	const plain: unknown = typeof value === 'object' && value !== null ? JSON.parse(JSON.stringify(value) ?? 'null') : value;
	return typeof plain === 'object' && plain !== null ? JSON.stringify(plain) : toRequestText(plain);
}
