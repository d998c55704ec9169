/** FNV-1a, 32 bits. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
	return value;
}

/**
 * Random numbers that a label determines (mulberry32). Each part of a simulation has its own, so that a change in one leaves the
 * others as they were.
 */
export class Random {
	private state: number;

	constructor(private readonly label: string) {
		this.state = hash(label);
	}

	/** An independent source for a part. */
	fork(part: string): Random {
		return new Random(`${this.label}/${part}`);
	}

	/** From 0 (inclusive) to 1 (exclusive). */
	readonly next = (): number => {
		this.state = (this.state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};

	chance(probability: number): boolean {
		return this.next() < probability;
	}

	/** From `min` (inclusive) to `max` (exclusive). */
	between(min: number, max: number): number {
		return min + this.next() * (max - min);
	}

	/** From `min` to `max`, both inclusive. */
	integer(min: number, max: number): number {
		return Math.floor(this.between(min, max + 1));
	}

	pick<Value>(values: readonly Value[]): Value {
		return values[this.integer(0, values.length - 1)] as Value;
	}

	/** One of the names, as often as their weights say. */
	weighted<Name extends string>(weights: Readonly<Partial<Record<Name, number>>>): Name {
		const entries = Object.entries(weights) as Array<[Name, number]>;
		let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
		const found = entries.find(([, weight]) => (left -= weight) < 0) ?? entries.at(-1);
		return (found as [Name, number])[0];
	}
}
