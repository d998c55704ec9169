/**
 * A single value as text that can be sent, trimmed: empty where there is none, which includes the numbers that JSON does not
 * know. Half of a character, which is left where text was cut, becomes the sign for an unknown one.
 */
export const toRequestText = (value: unknown): string =>
	typeof value === 'number' && !Number.isFinite(value)
		? ''
		: String(value ?? '')
				.replace(/\p{Cs}/gu, '\ufffd')
				.trim();

/** Any value as text, empty where it has none: an object or list as JSON, a date as its JSON has it. */
export function toText(value: unknown): string {
	const plain: unknown = typeof value === 'object' && value !== null ? JSON.parse(JSON.stringify(value) ?? 'null') : value;
	return typeof plain === 'object' && plain !== null ? JSON.stringify(plain) : toRequestText(plain);
}
