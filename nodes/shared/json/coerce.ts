/** True and false as IPQS, spreadsheets and expressions write them; null for anything else. */
export function readBoolean(value: unknown): boolean | null {
	const word = typeof value === 'string' ? value.trim().toLowerCase() : value;
	if (word === true || word === 'true' || word === 1 || word === '1') return true;
	if (word === false || word === 'false' || word === 0 || word === '0') return false;
	return null;
}

/** A finite number, or the decimal text of one; null for anything else. */
export function readNumber(value: unknown): number | null {
	if (typeof value === 'number') return Number.isFinite(value) ? value : null;
	return typeof value === 'string' && /^[+-]?\d{1,15}(?:\.\d+)?$/.test(value.trim()) ? Number(value) : null;
}
