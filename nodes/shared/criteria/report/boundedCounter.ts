/** Counts keys up to a number of different ones, so that memory does not grow with the input. */
export class BoundedCounter<Key extends string | null> {
	/** Objects, because changing one is cheaper than setting an entry again. */
	private readonly counts = new Map<Key, { value: number }>();

	constructor(private readonly limit: number) {}

	/** A new key beyond the limit is not counted. */
	add(key: Key): void {
		const count = this.counts.get(key);
		if (count !== undefined) count.value += 1;
		else if (this.counts.size < this.limit) this.counts.set(key, { value: 1 });
	}

	/** From frequent to rare; equal ones by key. */
	top(length: number): ReadonlyArray<readonly [Key, number]> {
		return [...this.counts]
			.map(([key, { value }]) => [key, value] as const)
			.sort(([a, more], [b, less]) => less - more || compareText(String(a), String(b)))
			.slice(0, length);
	}
}

/** Orders different texts by code units, equally on every machine. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : 1);
