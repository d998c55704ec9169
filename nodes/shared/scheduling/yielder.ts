import type { Clock } from './clock';

/** Milliseconds of work after which other work of this process gets a turn. n8n serves all users from one event loop. */
const MAX_WORK = 25;

/** Interrupts long loops, so that n8n stays responsive: `if (yielder.isDue()) await yielder.rest();`. */
export class Yielder {
	private since: number;

	constructor(private readonly clock: Clock) {
		this.since = clock.now();
	}

	/** Whether this loop has worked for long enough. */
	isDue(): boolean {
		return this.clock.now() - this.since >= MAX_WORK;
	}

	/** Lets other work run. */
	async rest(): Promise<void> {
		await this.clock.sleep(0);
		this.since = this.clock.now();
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
