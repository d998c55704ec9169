import type { Clock } from './clock';

/** Milliseconds of work after which other work of this process gets a turn. n8n serves all users from one event loop. */
const MAX_WORK = 25;

/**
 * Interrupts work that would keep the event loop busy, so that n8n stays responsive:
 * `if (yielder.isDue()) await yielder.rest();`.
 */
export class Yielder {
	/** Since when this turn of the event loop has worked, ms of the clock; undefined until it is asked. */
	private since: number | undefined;
	private turns = 0;

	constructor(private readonly clock: Clock) {}

	/** Tells turns of the event loop apart. */
	get turn(): number {
		this.turnStart(this.clock.now());
		return this.turns;
	}

	/**
	 * Whether this turn of the event loop has worked for long enough.
	 *
	 * @param maxWork in ms
	 */
	isDue(maxWork = MAX_WORK): boolean {
		const now = this.clock.now();
		return now - this.turnStart(now) >= maxWork;
	}

	/** Lets other work run. */
	async rest(): Promise<void> {
		await this.clock.sleep(0);
	}

	/** When this turn began to work, in ms. */
	private turnStart(now: number): number {
		if (this.since !== undefined) return this.since;
		this.since = now;
		void this.watchTurn();
		return now;
	}

	private async watchTurn(): Promise<void> {
		await this.clock.sleep(0);
		this.since = undefined;
		this.turns++;
	}
}

/** Maps items in order and yields in between. */
export async function mapWithYield<Item, Mapped>(
	items: readonly Item[],
	map: (item: Item, index: number) => Mapped,
	yielder: Yielder,
): Promise<Mapped[]> {
	const mapped: Mapped[] = [];
	for (const [index, item] of items.entries()) {
		mapped.push(map(item, index));
		if (yielder.isDue()) await yielder.rest();
	}
	return mapped;
}
