/** Counts keys up to a number of different ones, so that memory does not grow with the input. */
export class BoundedCounter<Key extends string | null> {
	private readonly counts = new Map<Key, number>();

	constructor(private readonly limit: number) {}

	/** A new key beyond the limit is not counted. */
	add(key: Key): void {
		const count = this.counts.get(key);
		if (count !== undefined) this.counts.set(key, count + 1);
		else if (this.counts.size < this.limit) this.counts.set(key, 1);
	}

	/** From frequent to rare; equal ones by key. */
	top(length: number): ReadonlyArray<readonly [Key, number]> {
		return [...this.counts].sort(([a, more], [b, less]) => less - more || compareText(String(a), String(b))).slice(0, length);
	}
}

/** Orders different texts by code units, equally on every machine. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : 1);
