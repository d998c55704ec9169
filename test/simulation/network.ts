import type { IHttpRequestOptions } from 'n8n-workflow';
import { Delivery } from './delivery';
import { behaviorOf, WEATHER, type BehaviorName } from './faults';
import { parseRequest } from './parseRequest';
import type { Random } from './random';
import type { NodeRun, RunningExecution } from './runningExecution';
import type { Scenario } from './scenario';
import type { Scheduler } from './scheduler';
import { questionKey, type SentRequest } from './sentRequest';
import { SimulatedAccount } from './simulatedIpqs';
import type { SimulatedProcess } from './simulatedProcess';
import type { Timeline } from './timeline';

/** The network between n8n and IPQS, and IPQS behind it. */
export class Network {
	readonly requests: SentRequest[] = [];

	private readonly accounts: ReadonlyMap<string, SimulatedAccount>;

	constructor(
		private readonly scenario: Scenario,
		private readonly scheduler: Scheduler,
		private readonly timeline: Timeline,
		private readonly random: Random,
	) {
		this.accounts = new Map(scenario.accounts.map((plan) => [plan.secret, new SimulatedAccount(plan)]));
	}

	/** Sends a request that a credential has signed, as n8n's HTTP helper does. */
	async send(options: IHttpRequestOptions, process: SimulatedProcess, execution: RunningExecution, run: NodeRun): Promise<unknown> {
		const { question, secret, problems } = parseRequest(options, execution.plan.credential);
		run.problems.push(...problems);
		const account = this.accounts.get(secret);
		if (account === undefined) throw new Error('The simulation knows no account with this key');
		const request = this.record(question, process, execution, run);
		this.requests.push(request);
		this.timeline.add(execution.name, `request ${request.id} sent: ${questionKey(question)}`);
		const echo = `${options.url} ${JSON.stringify(options.headers)} ${String(options.body)}`;
		const delivery = new Delivery(request, options, {
			scheduler: this.scheduler,
			process,
			random: this.random,
			latency: this.scenario.latency,
			log: (who, what) => this.timeline.add(who, what),
			respond: () => {
				const { now } = this.scheduler;
				return account.respond(question, request.behavior, `id${request.id}`, now, this.scenario.epoch + now, echo);
			},
			charge: () => {
				account.charge();
				this.timeline.add('IPQS', `request ${request.id} costs a credit of ${account.plan.name}, ${account.credits} left`);
			},
		});
		return await delivery.run();
	}

	private record(question: SentRequest['question'], process: SimulatedProcess, execution: RunningExecution, run: NodeRun): SentRequest {
		const behaviorName = this.chooseBehavior();
		return {
			id: this.requests.length + 1,
			question,
			execution,
			run,
			processId: process.id,
			behaviorName,
			behavior: behaviorOf(behaviorName),
			sentAt: process.time,
			sentDate: process.date,
			response: undefined,
			chargedAt: undefined,
			arrivedAt: undefined,
			status: undefined,
			endedAt: undefined,
			ending: undefined,
		};
	}

	private chooseBehavior(): BehaviorName {
		const { weather } = this.scenario;
		const current = weather.filter(({ from }) => from <= this.scheduler.now).at(-1) ?? { kind: 'calm' as const };
		return this.random.weighted<BehaviorName>(WEATHER[current.kind]);
	}
}
