import type { IExecuteFunctions, INodeExecutionData, IHttpRequestOptions, ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Random } from './random';
import type { Owner, Phase, Scheduler } from './scheduler';

/** What a restart begins anew: the nodes and credentials, with the state of their modules. */
export interface PackageCode {
	readonly phone: (node: IExecuteFunctions) => Promise<INodeExecutionData[][]>;
	readonly email: (node: IExecuteFunctions) => Promise<INodeExecutionData[][]>;
	readonly criteria: (node: IExecuteFunctions) => Promise<INodeExecutionData[][]>;
	readonly authenticate: Readonly<
		Record<string, (credential: ICredentialDataDecryptedObject, request: IHttpRequestOptions) => Promise<IHttpRequestOptions>>
	>;
}

/** The globals and functions through which the package learns about time and chance. */
export interface ProcessGlobals {
	/** Ms since the process started. */
	readonly performanceNow: () => number;
	/** Ms since the epoch by the system's clock. */
	readonly dateNow: () => number;
	readonly random: () => number;
	readonly sleep: (milliseconds: number) => Promise<void>;
}

/** How a process and its machine behave. */
export interface ProcessTraits {
	/** Ms that each look at the clock takes: a process does work between two looks. */
	readonly lookCost: number;
	/** Ms that a timer may be late. */
	readonly timerLateness: number;
	/** Ms that a timer may be early, below 1 (Node.js rounds times). */
	readonly timerEarliness: number;
}

/** The system's clock of a machine; it outlives the process. */
export interface SystemClock {
	/** Ms since the epoch at the start of the simulation. */
	readonly epoch: number;
	/** Ms by which it is wrong. */
	offset: number;
}

/** A time in which nothing else runs, ms. */
export interface Stall {
	readonly at: number;
	readonly duration: number;
}

/** An n8n process: virtual time that passes while it works, timers, and the code of the package with its state. */
export class SimulatedProcess implements Owner {
	isAlive = true;

	busyUntil = 0;

	iteration = 0;

	phase: Phase = 'timer';

	/** Ms of work in the event that is being handled. */
	private work = 0;

	private readonly startedAt: number;

	readonly code: PackageCode;

	/** When the event loop stalled, and for how long, ms. */
	readonly stalls: Stall[] = [];

	constructor(
		readonly id: number,
		private readonly scheduler: Scheduler,
		private readonly clock: SystemClock,
		private readonly traits: ProcessTraits,
		private readonly random: Random,
		loadCode: (globals: ProcessGlobals) => PackageCode,
	) {
		this.startedAt = scheduler.now;
		this.code = loadCode({
			performanceNow: () => {
				this.work += this.traits.lookCost;
				return this.time - this.startedAt;
			},
			dateNow: () => this.date,
			random: random.fork('random').next,
			sleep: async (milliseconds) => await this.sleep(milliseconds),
		});
	}

	/** Ms from the start of the simulation. */
	get time(): number {
		return this.scheduler.now + this.work;
	}

	/** Ms since the epoch by the system's clock. */
	get date(): number {
		return Math.floor(this.clock.epoch + this.clock.offset + this.time);
	}

	async sleep(milliseconds: number): Promise<void> {
		const { timerEarliness, timerLateness } = this.traits;
		const wait = Math.max(1, milliseconds) + this.random.between(-timerEarliness, timerLateness);
		await new Promise<void>((wake) => this.at(this.time + Math.max(0.1, wait), wake));
	}

	/** Runs something as a timer of this process. */
	at(time: number, run: () => void): void {
		this.scheduler.at(time, run, this, 'timer');
	}

	/** Lets something arrive at a socket of this process. */
	receive(time: number, run: () => void): void {
		this.scheduler.at(time, run, this, 'io');
	}

	settle(): void {
		this.busyUntil = Math.max(this.busyUntil, this.time);
		this.work = 0;
	}

	/** Blocks the event loop. */
	stall(milliseconds: number): void {
		this.stalls.push({ at: this.time, duration: milliseconds });
		this.work += milliseconds;
	}

	kill(): void {
		this.isAlive = false;
	}
}
