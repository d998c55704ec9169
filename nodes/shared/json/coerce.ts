const TRUE = new Set<unknown>([true, 1, 'true', '1', 'yes']);
const FALSE = new Set<unknown>([false, 0, 'false', '0', 'no']);

/** Reads a boolean, 1, 0, or text of these or yes and no, as sheets have them, in any case; null for anything else. */
export function readBoolean(value: unknown): boolean | null {
	const normalized = typeof value === 'string' ? value.trim().toLowerCase() : value;
	if (TRUE.has(normalized)) return true;
	return FALSE.has(normalized) ? false : null;
}

/** Reads a finite number or decimal text such as "85" or "-1.5"; null for anything else. */
export function readNumber(value: unknown): number | null {
	if (typeof value === 'number') return Number.isFinite(value) ? value : null;
	return typeof value === 'string' && /^[+-]?\d{1,15}(?:\.\d+)?$/.test(value.trim()) ? Number(value) : null;
}
