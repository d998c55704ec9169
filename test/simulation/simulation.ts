import type { IDataObject, IHttpRequestOptions, INodeExecutionData } from 'n8n-workflow';
import { criteriaNode, fieldOf, lookupNode, toNextNode } from './n8nContext';
import { Network } from './network';
import { Random } from './random';
import { ResultStore } from './resultStore';
import type { NodeRun, RunningExecution } from './runningExecution';
import type { ExecutionPlan, Incident, LeadPlan, Scenario } from './scenario';
import { Scheduler } from './scheduler';
import { SimulatedProcess, type PackageCode, type ProcessGlobals, type Stall, type SystemClock } from './simulatedProcess';
import { Timeline } from './timeline';

/** Ms that n8n waits before it runs a failed node again ('Wait Between Tries'). */
const WAIT_BETWEEN_TRIES = 1_000;

/** A run that handles more events than this does not end. Waits of an hour, which IPQS may ask for, are looked at five times a second. */
const MAX_EVENTS = 4_000_000;

/** One run of a scenario: n8n's processes and executions, and what they send to IPQS. */
export class Simulation {
	readonly scheduler = new Scheduler();

	readonly timeline = new Timeline(() => this.process.time);

	readonly executions: RunningExecution[] = [];

	readonly clock: SystemClock;

	readonly network: Network;

	/** What ended an execution outside of its lookup nodes. */
	readonly crashes: string[] = [];

	/** Whether everything came to its end. */
	isOver = false;

	private readonly store: ResultStore;

	private process: SimulatedProcess;

	private readonly processes: SimulatedProcess[] = [];

	private readonly random: Random;

	constructor(
		readonly seed: number,
		readonly scenario: Scenario,
		private readonly loadCode: (globals: ProcessGlobals) => PackageCode,
	) {
		this.random = new Random(`seed ${seed}`);
		this.clock = { epoch: scenario.epoch, offset: 0 };
		this.store = new ResultStore(this.random.fork('store'));
		this.process = this.startProcess();
		this.network = new Network(scenario, this.scheduler, this.timeline, this.random.fork('network'));
	}

	async run(): Promise<void> {
		for (const plan of this.scenario.executions) this.plan(plan, plan.startAt);
		for (const incident of this.scenario.incidents) this.scheduler.at(incident.at, () => this.happen(incident));
		this.isOver = await this.scheduler.run(MAX_EVENTS);
	}

	/** Ms from the start, with the work of the event that is being handled. */
	get now(): number {
		return this.process.time;
	}

	/** When the event loop stalled, in order. */
	get stalls(): Stall[] {
		return this.processes.flatMap(({ stalls }) => stalls);
	}

	private startProcess(): SimulatedProcess {
		const id = this.processes.length + 1;
		const random = this.random.fork(`process ${id}`);
		const process = new SimulatedProcess(id, this.scheduler, this.clock, this.scenario.traits, random, this.loadCode);
		this.processes.push(process);
		return process;
	}

	/** Starts an execution at a time, or as soon as there is a process. */
	private plan(plan: ExecutionPlan, time: number): void {
		this.scheduler.at(time, () => {
			const { process } = this;
			if (!process.isAlive) this.plan(plan, this.scheduler.now + 100);
			else process.at(time, () => void this.execute(plan, process));
		});
	}

	private happen(incident: Incident): void {
		const { process } = this;
		if (!process.isAlive) return;
		if (incident.kind === 'clockChange') {
			this.clock.offset += incident.by;
			this.timeline.add('machine', `the system's clock was changed by ${incident.by / 1_000} s`);
		} else if (incident.kind === 'stall') {
			process.at(incident.at, () => {
				this.timeline.add('machine', `the event loop stalls for ${incident.duration} ms`);
				process.stall(incident.duration);
			});
		} else this.restart(process, incident.downtime);
	}

	private restart(process: SimulatedProcess, downtime: number): void {
		process.kill();
		this.timeline.add('machine', `process ${process.id} dies`);
		for (const execution of this.executions.filter(({ state }) => state === 'running')) {
			execution.state = 'lost';
			execution.endedAt = this.scheduler.now;
			if (execution.plan.isRepeated)
				this.plan({ ...execution.plan, name: `${execution.name}'`, isRepeated: false }, this.scheduler.now + downtime);
		}
		this.scheduler.at(this.scheduler.now + downtime, () => {
			this.process = this.startProcess();
			this.timeline.add('machine', `process ${this.process.id} starts`);
		});
	}

	private async execute(plan: ExecutionPlan, process: SimulatedProcess): Promise<void> {
		const execution: RunningExecution = {
			name: plan.name,
			plan,
			processId: process.id,
			startedAt: process.time,
			signal: { aborted: false },
			customData: new Map(),
			runs: [],
			cancelledAt: undefined,
			endedAt: undefined,
			state: 'running',
			decided: undefined,
		};
		this.executions.push(execution);
		this.timeline.add(plan.name, `starts: ${plan.trigger} of ${plan.leads.length}, ${plan.credential.id}, on error ${plan.onError}`);
		if (plan.cancelAfter < Infinity) process.at(process.time + plan.cancelAfter, () => this.cancel(execution));
		try {
			execution.state = (await this.runSteps(execution, process)) ? 'finished' : 'failed';
		} catch (error) {
			execution.state = 'failed';
			this.crashes.push(`${plan.name}: ${error instanceof Error ? String(error.stack) : String(error)}`);
		}
		execution.endedAt = process.time;
		this.timeline.add(plan.name, execution.state);
	}

	private cancel(execution: RunningExecution): void {
		if (execution.state !== 'running') return;
		execution.signal.aborted = true;
		execution.cancelledAt = this.process.time;
		this.timeline.add(execution.name, 'is stopped by its user');
	}

	/** @returns whether no node failed */
	private async runSteps(execution: RunningExecution, process: SimulatedProcess): Promise<boolean> {
		const { plan } = execution;
		let items = plan.leads.map((lead, index) => this.toItem(lead, index, process));
		for (const place of plan.steps.keys()) {
			const run = await this.runStep(execution, place, items, process);
			if (run.output === undefined) return false;
			this.keep(plan, run);
			items = run.output.map((item) => toNextNode(item, run.input));
		}
		execution.decided = await process.code.criteria(criteriaNode(execution, items));
		const counts = execution.decided.map((output) => output.length).join(', ');
		this.timeline.add(plan.name, `accept, QA, reject: ${counts}`);
		return true;
	}

	/** Runs a lookup node, again if it fails and n8n is to retry it. */
	private async runStep(
		execution: RunningExecution,
		place: number,
		input: INodeExecutionData[],
		process: SimulatedProcess,
	): Promise<NodeRun> {
		const { plan } = execution;
		const step = plan.steps[place] ?? 'phone';
		for (let attempt = 1; ; attempt++) {
			const run: NodeRun = {
				place,
				step,
				attempt,
				input,
				startedAt: process.time,
				startDate: process.date,
				requestsBefore: this.network.requests.length,
				hints: [],
				problems: [],
				endedAt: undefined,
				output: undefined,
				error: undefined,
			};
			execution.runs.push(run);
			const send = async (type: string, options: IHttpRequestOptions): Promise<unknown> => {
				const signed = await this.sign(process, type, plan.credential.data, options, run);
				return await this.network.send(signed, process, execution, run);
			};
			try {
				const [output] = await process.code[step](lookupNode(execution, run, send));
				run.output = output;
			} catch (error) {
				run.error = error;
			}
			run.endedAt = process.time;
			this.timeline.add(plan.name, `${step} node ${run.error === undefined ? 'gave' : 'failed'}: ${summarize(run)}`);
			if (run.output !== undefined || attempt >= plan.tries || execution.signal.aborted) return run;
			await process.sleep(WAIT_BETWEEN_TRIES);
		}
	}

	/** Adds the key to a request, as n8n does with a credential. */
	private async sign(
		process: SimulatedProcess,
		type: string,
		data: IDataObject,
		options: IHttpRequestOptions,
		run: NodeRun,
	): Promise<IHttpRequestOptions> {
		// n8n sets the signal of the execution, which knows no deadline.
		options.abortSignal = new AbortController().signal;
		const authenticate = process.code.authenticate[type];
		let signed: IHttpRequestOptions | undefined;
		try {
			signed = await authenticate?.(data as never, options);
		} finally {
			if (signed === undefined) run.problems.push('the credential refused a request');
		}
		return signed ?? options;
	}

	private toItem(lead: LeadPlan, index: number, process: SimulatedProcess): INodeExecutionData {
		const { phone, email, digits, decoy } = lead;
		const earlierPhone = this.store.earlierResult(digits ?? '', decoy, process.date) as string;
		const earlierEmail = this.store.earlierResult(email, decoy, process.date) as string;
		return { json: { lead: index, phone, email, earlierPhone, earlierEmail }, pairedItem: { item: index } };
	}

	/** Keeps the results of a run as a user would. */
	private keep({ leads }: ExecutionPlan, run: NodeRun): void {
		for (const [index, item] of (run.output ?? []).entries()) {
			const result = item.json[fieldOf(run)] as IDataObject | undefined;
			const lead = leads[index];
			const value = run.step === 'email' ? lead?.email : lead?.digits;
			if (result !== undefined && typeof value === 'string') this.store.add(value, result);
		}
	}
}

/** The items of a run by how they ended. */
function summarize({ step, place, output, error }: NodeRun): string {
	if (output === undefined) return error instanceof Error ? error.message : String(error);
	const lookupMetadata = (item: INodeExecutionData): IDataObject =>
		(item.json[fieldOf({ step, place })] as { lookup?: IDataObject } | undefined)?.lookup ??
		(item.json.error as { lookup?: IDataObject } | undefined)?.lookup ??
		{};
	return output
		.map((item, index) => {
			const { status, reason, attempts, reused, deduplicated } = lookupMetadata(item);
			const how = reused === true ? ' reused' : deduplicated === true ? ' duplicate' : ` ${String(attempts)}×`;
			return `${index}: ${String(reason ?? status)}${how}`;
		})
		.join(', ');
}
