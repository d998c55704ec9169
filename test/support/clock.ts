import type { Clock } from '../../nodes/shared/scheduling/clock';
import { idle } from './idle';

interface Sleeper {
	readonly wakesAt: number;
	readonly wake: () => void;
}

/** A clock whose time passes only while everything sleeps, straight to the next one that wakes. */
export class ManualClock implements Clock {
	/** What `random` gives. */
	chance = 0.5;

	/** When the execution is stopped, ms since the epoch. */
	cancelAt = Infinity;

	/** Every sleep asked for, in ms. */
	readonly sleeps: number[] = [];

	private readonly sleepers: Sleeper[] = [];

	private waking = false;

	constructor(private time = 0) {}

	readonly now = (): number => this.time;

	/** The date is the time, unless a test sets the system's clock. */
	dateOffset = 0;

	readonly date = (): number => this.time + this.dateOffset;

	readonly random = (): number => this.chance;

	readonly cancelled = (): boolean => this.time >= this.cancelAt;

	readonly sleep = async (milliseconds: number): Promise<void> => {
		this.sleeps.push(milliseconds);
		await new Promise<void>((wake) => {
			this.sleepers.push({ wakesAt: this.time + milliseconds, wake });
			if (!this.waking) void this.wakeAll();
		});
	};

	/** Lets time pass while nothing of the thing under test sleeps. */
	pass(milliseconds: number): void {
		this.time += milliseconds;
	}

	private async wakeAll(): Promise<void> {
		this.waking = true;
		for (await idle(); this.sleepers.length > 0; await idle()) {
			const wakesAt = Math.min(...this.sleepers.map((sleeper) => sleeper.wakesAt));
			const [sleeper] = this.sleepers.splice(
				this.sleepers.findIndex((one) => one.wakesAt === wakesAt),
				1,
			);
			this.time = Math.max(this.time, wakesAt);
			sleeper?.wake();
		}
		this.waking = false;
	}
}
