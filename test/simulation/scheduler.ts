import { idle } from '../support/idle';

/** A process that events belong to. It handles one event at a time, and none while it is busy. */
export interface Owner {
	readonly isAlive: boolean;
	/** Ms. */
	readonly busyUntil: number;
	/** Counts the iterations of its event loop. */
	iteration: number;
	/** Of the event that was handled last. */
	phase: Phase;
	/** Called when an event and everything that followed from it at once has been handled. */
	settle(): void;
}

/** In each iteration Node.js runs the timers that are due, and then reads from sockets. A timer that is set waits for the next one. */
export type Phase = 'timer' | 'io';

interface ScheduledEvent {
	/** When it can be handled, ms; later than `due` if its owner is busy. */
	time: number;
	readonly phase: Phase;
	/** In which iteration of its owner's event loop it can be handled: a timer at the earliest, what has arrived at the latest. */
	iteration: number;
	readonly due: number;
	readonly order: number;
	readonly owner: Owner | undefined;
	readonly run: () => void;
}

const isBefore = (one: ScheduledEvent, other: ScheduledEvent): boolean => {
	if (one.time !== other.time) return one.time < other.time;
	if (one.iteration !== other.iteration) return one.iteration < other.iteration;
	if (one.phase !== other.phase) return one.phase === 'timer';
	return one.due === other.due ? one.order < other.order : one.due < other.due;
};

/** Counts iterations: a new one begins after a time without work, with a timer after something was read, and with a timer set in this one. */
function enter(owner: Owner, { time, phase, iteration }: ScheduledEvent): void {
	const isNew = time > owner.busyUntil || (phase === 'timer' && owner.phase === 'io');
	owner.iteration = Math.max(owner.iteration + (isNew ? 1 : 0), phase === 'timer' ? iteration : 0);
	owner.phase = phase;
}

/** Virtual time: jumps from event to event, in an order that depends on nothing outside. */
export class Scheduler {
	/** Ms from the start of the simulation. */
	now = 0;

	private readonly heap: ScheduledEvent[] = [];

	private order = 0;

	/** Events handled so far. */
	handled = 0;

	/** @param owner dropped with it; absent for events outside the simulated n8n */
	at(time: number, run: () => void, owner?: Owner, phase: Phase = 'timer'): void {
		const iteration = (owner?.iteration ?? 0) + (phase === 'timer' ? 1 : 0);
		this.push({ time: Math.max(time, this.now), phase, iteration, due: time, order: this.order++, owner, run });
	}

	/**
	 * Handles events until there are none.
	 *
	 * @param maxEvents ends a run that would never end
	 * @returns whether there are no events left
	 */
	async run(maxEvents: number): Promise<boolean> {
		for (await idle(); this.heap.length > 0 && this.handled < maxEvents; ) {
			const event = this.pop();
			const { owner } = event;
			if (owner !== undefined && !owner.isAlive) continue;
			if (owner !== undefined && owner.busyUntil > event.time) {
				event.time = owner.busyUntil;
				if (event.phase === 'io') event.iteration = owner.iteration;
				this.push(event);
				continue;
			}
			this.now = Math.max(this.now, event.time);
			this.handled++;
			if (owner !== undefined) enter(owner, event);
			event.run();
			if (owner === undefined) continue;
			await idle();
			owner.settle();
		}
		return this.heap.length === 0;
	}

	private push(event: ScheduledEvent): void {
		const { heap } = this;
		let index = heap.push(event) - 1;
		while (index > 0) {
			const parent = (index - 1) >> 1;
			if (!isBefore(event, heap[parent] as ScheduledEvent)) break;
			heap[index] = heap[parent] as ScheduledEvent;
			index = parent;
		}
		heap[index] = event;
	}

	private pop(): ScheduledEvent {
		const { heap } = this;
		const first = heap[0] as ScheduledEvent;
		const last = heap.pop() as ScheduledEvent;
		if (heap.length === 0) return first;
		let index = 0;
		for (;;) {
			let child = 2 * index + 1;
			if (child >= heap.length) break;
			if (child + 1 < heap.length && isBefore(heap[child + 1] as ScheduledEvent, heap[child] as ScheduledEvent)) child++;
			if (!isBefore(heap[child] as ScheduledEvent, last)) break;
			heap[index] = heap[child] as ScheduledEvent;
			index = child;
		}
		heap[index] = last;
		return first;
	}
}
