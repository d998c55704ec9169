import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { fieldOf } from './n8nContext';
import type { NodeRun, RunningExecution } from './runningExecution';
import type { LeadPlan } from './scenario';
import { questionKey, type SentRequest } from './sentRequest';
import type { Question } from './simulatedIpqs';
import type { Simulation } from './simulation';

/** The requests of one lookup in one run of a node: the first attempt and its retries. */
export interface Lookup {
	readonly execution: RunningExecution;
	readonly run: NodeRun;
	readonly key: string;
	readonly requests: readonly [SentRequest, ...SentRequest[]];
}

/** What a lookup node gave a lead. */
export interface LeadResult {
	readonly execution: RunningExecution;
	readonly run: NodeRun;
	readonly index: number;
	readonly lead: LeadPlan;
	/** What had to be looked up; undefined if the lead has no usable value. */
	readonly question: Question | undefined;
	readonly item: INodeExecutionData;
	/** Empty if the item leaves on the error output. */
	readonly body: IDataObject;
	/** `lookup` of the result, or that of the error. */
	readonly lookup: IDataObject;
}

/** What happened in a simulation, as the invariants look at it. */
export interface Facts {
	readonly simulation: Simulation;
	readonly executions: readonly RunningExecution[];
	/** Requests that ask for a lookup, in the order in which they were sent. */
	readonly requests: readonly SentRequest[];
	/** Reads of the account. */
	readonly accountReads: readonly SentRequest[];
	readonly lookups: readonly Lookup[];
	readonly results: readonly LeadResult[];
}

export const nameOf = ({ execution, run, index }: LeadResult): string =>
	`${execution.name}, ${run.step} node ${run.place + 1}, lead ${index}`;

/** What tells accounts apart within n8n: the same key at another URL is another one for the rate limit. */
export const accountOf = ({ plan }: RunningExecution): string => `${plan.credential.account.name} at ${plan.credential.data.baseUrl}`;

/** Whether two requests were sent by the same process with the same account. */
export const areOfSameAccount = (one: SentRequest, other: SentRequest): boolean =>
	one.processId === other.processId && accountOf(one.execution) === accountOf(other.execution);

export const questionFor = ({ plan }: RunningExecution, { step }: NodeRun, lead: LeadPlan): Question | undefined => {
	const strictness = String(plan.strictness);
	if (step === 'email') return { kind: 'email', value: lead.email, strictness };
	return lead.digits === null ? undefined : { kind: 'phone', value: lead.digits, strictness };
};

function groupLookups(requests: readonly SentRequest[]): Lookup[] {
	const byRun = new Map<NodeRun, Map<string, SentRequest[]>>();
	for (const request of requests) {
		const lookups = byRun.get(request.run) ?? new Map<string, SentRequest[]>();
		byRun.set(request.run, lookups);
		const key = questionKey(request.question);
		lookups.set(key, [...(lookups.get(key) ?? []), request]);
	}
	return [...byRun].flatMap(([run, lookups]) =>
		[...lookups].map(([key, grouped]) => ({
			run,
			key,
			execution: (grouped[0] as SentRequest).execution,
			requests: grouped as [SentRequest, ...SentRequest[]],
		})),
	);
}

function resultsOf(execution: RunningExecution): LeadResult[] {
	return execution.runs.flatMap((run) =>
		(run.output ?? []).flatMap((item, index): LeadResult[] => {
			const lead = execution.plan.leads[index];
			if (lead === undefined) return [];
			const { error } = item.json as { error?: IDataObject };
			const body = error === undefined ? ((item.json[fieldOf(run)] ?? {}) as IDataObject) : {};
			const lookup = ((error ?? body).lookup ?? {}) as IDataObject;
			return [{ execution, run, index, lead, question: questionFor(execution, run, lead), item, body, lookup }];
		}),
	);
}

export function gatherFacts(simulation: Simulation): Facts {
	const { executions, network } = simulation;
	const requests = network.requests.filter(({ question }) => question.kind !== 'account');
	return {
		simulation,
		executions,
		requests,
		accountReads: network.requests.filter(({ question }) => question.kind === 'account'),
		lookups: groupLookups(requests),
		results: executions.flatMap(resultsOf),
	};
}

/** Ms that n8n may take to notice that a time is over. */
const TICKS = 300;

/** Ms within a period in which n8n may have been too busy to act on time. */
export function busyTime({ simulation: { scenario, stalls } }: Facts, from: number, to: number): number {
	const { lookCost, timerLateness } = scenario.traits;
	let busy = 0;
	for (const { at, duration } of stalls) if (at + duration >= from && at <= to + TICKS + busy) busy += duration + TICKS;
	return TICKS + busy + 20 * timerLateness + 400 * lookCost;
}
