/** Reads a boolean, 1, 0, or text of these in any case; null for anything else. */
export function readBoolean(value: unknown): boolean | null {
	const normalized = typeof value === 'string' ? value.trim().toLowerCase() : value;
	if (normalized === true || normalized === 'true' || normalized === 1 || normalized === '1') return true;
	if (normalized === false || normalized === 'false' || normalized === 0 || normalized === '0') return false;
	return null;
}

/** Reads a finite number or decimal text such as "85" or "-1.5"; null for anything else. */
export function readNumber(value: unknown): number | null {
	if (typeof value === 'number') return Number.isFinite(value) ? value : null;
	return typeof value === 'string' && /^[+-]?\d{1,15}(?:\.\d+)?$/.test(value.trim()) ? Number(value) : null;
}
