/** Keeps the values added last, up to a number of entries and a total size, so that what leads bring cannot fill the memory. */
export class BoundedCache<Value> {
	private readonly entries = new Map<string, { readonly value: Value; readonly size: number }>();

	private total = 0;

	constructor(private readonly limit: { readonly entries: number; readonly size: number }) {}

	get(key: string): Value | undefined {
		return this.entries.get(key)?.value;
	}

	/** Adds a value and removes the oldest ones above the limit. The last one always stays. */
	set(key: string, value: Value, size: number): void {
		this.delete(key);
		this.entries.set(key, { value, size });
		this.total += size;
		for (const oldest of this.entries.keys()) {
			if (this.entries.size <= 1 || (this.entries.size <= this.limit.entries && this.total <= this.limit.size)) return;
			this.delete(oldest);
		}
	}

	private delete(key: string): void {
		this.total -= this.entries.get(key)?.size ?? 0;
		this.entries.delete(key);
	}
}
