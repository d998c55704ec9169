import { accountOf, busyTime, type Facts } from '../facts';
import { counts, type SentRequest } from '../sentRequest';

const DAY = 86_400_000;

/** Requests of each group, in the order in which they were sent. */
function groupBy(requests: readonly SentRequest[], keyOf: (request: SentRequest) => string): SentRequest[][] {
	const groups = new Map<string, SentRequest[]>();
	for (const request of requests) groups.set(keyOf(request), [...(groups.get(keyOf(request)) ?? []), request]);
	return [...groups.values()];
}

/** No more requests of a node are in flight than 'Concurrency' allows. */
export function* concurrencyIsKept({ requests }: Facts): Generator<string> {
	for (const request of requests) {
		const { execution, run, sentAt, id } = request;
		const inFlight = requests.filter((one) => one.run === run && one.id <= id && (one.endedAt ?? Infinity) > sentAt).length;
		if (inFlight > execution.plan.options.concurrency) yield `${execution.name}: request ${id} was one of ${inFlight} in flight`;
	}
}

/** Ms that a request may start late while the next one keeps its time, at least. */
const MAX_LATENESS = 25;

/** Requests of an account are spaced as 'Requests per Second' says. */
export function* rateIsKept({ requests, simulation }: Facts): Generator<string> {
	const { lookCost } = simulation.scenario.traits;
	for (const group of groupBy(requests, ({ processId, execution }) => `${processId} ${accountOf(execution)}`)) {
		/** Latest time at which the start of a request must have been due, given those before it. */
		let due = -Infinity;
		for (const { id, sentAt, execution } of group) {
			const { requestsPerSecond } = execution.plan.credential.data;
			const interval = requestsPerSecond === 0 ? 0 : 1_000 / requestsPerSecond;
			const slack = Math.max(interval, MAX_LATENESS) + 40 * lookCost + 1;
			if (sentAt < due - slack)
				yield `${execution.name}: request ${id} started ${Math.round(due - sentAt)} ms too early for ${requestsPerSecond}/s`;
			due = Math.max(due, sentAt - slack) + interval;
		}
	}
}

/** No execution sends more than 'Max Lookups' allows. */
export function* maxLookupsIsKept({ executions, requests }: Facts): Generator<string> {
	for (const execution of executions) {
		const { maxLookups } = execution.plan.options;
		const own = requests.filter((request) => request.execution === execution);
		for (const { id, sentAt } of own) {
			const used = own.filter((one) => one.id <= id && counts(one, sentAt)).length;
			if (maxLookups > 0 && used > maxLookups) yield `${execution.name}: request ${id} was the lookup ${used} of ${maxLookups}`;
		}
	}
}

const utcDay = (date: number): number => Math.floor(date / DAY);

/** No account of a process gets more lookups on a day than the smallest limit of its credentials allows. */
export function* dailyLimitIsKept({ executions, requests }: Facts): Generator<string> {
	const payerOf = ({ processId, execution }: SentRequest): string => `${processId} ${execution.plan.credential.account.name}`;
	for (const group of groupBy(requests, payerOf)) {
		const [{ processId, execution: first }] = group as [SentRequest, ...SentRequest[]];
		const runs = executions
			.filter((one) => one.processId === processId && one.plan.credential.account === first.plan.credential.account)
			.flatMap(({ plan, runs: all }) =>
				all.map(({ requestsBefore, startDate }) => ({ requestsBefore, startDate, credential: plan.credential })),
			);
		for (const { id, sentAt, sentDate, execution } of group) {
			const day = utcDay(sentDate);
			/** Limits by credential, as the last run before this request set them. */
			const limits = new Map(
				runs
					.filter(({ requestsBefore }) => requestsBefore < id)
					.map(({ startDate, credential }) => [credential.id, { limit: credential.data.lookupsPerDay, day: utcDay(startDate) }]),
			);
			const active = [...limits.values()].filter((one) => one.limit > 0 && Math.abs(one.day - day) <= 1).map(({ limit }) => limit);
			const used = group.filter((one) => one.id <= id && utcDay(one.sentDate) === day && counts(one, sentAt)).length;
			const limit = Math.min(...active);
			if (used > limit) yield `${execution.name}: request ${id} was the lookup ${used} of ${limit} of this day`;
		}
	}
}

const HOUR = 3_600_000;

/** Whether n8n has read the balance of the account within the last hour. */
const knowsBalance = ({ accountReads }: Facts, request: SentRequest): boolean =>
	accountReads.some(
		(read) =>
			read.processId === request.processId &&
			read.execution.plan.credential.account === request.execution.plan.credential.account &&
			read.ending === 'received' &&
			read.response?.meaning === 'result' &&
			(read.endedAt ?? Infinity) <= request.sentAt &&
			request.sentAt - (read.endedAt ?? 0) < HOUR,
	);

/** With 'Keep Credits', no lookup takes an account below what is to be kept, as far as n8n can know. */
export function* creditsAreKept(facts: Facts): Generator<string> {
	const { requests, simulation } = facts;
	for (const account of simulation.scenario.accounts) {
		const own = requests.filter(({ execution }) => execution.plan.credential.account === account);
		const charged = own.filter(({ chargedAt }) => chargedAt !== undefined);
		for (const request of own) {
			const { keepCredits } = request.execution.plan.options;
			if (keepCredits === '' || request.chargedAt === undefined || !knowsBalance(facts, request)) continue;
			const spent = charged.filter(({ id }) => id <= request.id);
			// IPQS takes these credits when n8n can no longer know: the process died, or the request was given up.
			const unknown = spent.filter(
				(one) => Number(one.chargedAt) > (one.endedAt ?? -Infinity) || one.processId !== request.processId,
			).length;
			const left = account.credits - spent.length;
			if (left + unknown < keepCredits) {
				yield `${request.execution.name}: request ${request.id} left ${left} credits, ${keepCredits} were to be kept`;
			}
		}
	}
}

/** No request takes longer than 'Timeout', and no lookup longer than 'Max Wait'. */
export function* timeIsKept(facts: Facts): Generator<string> {
	for (const { execution, requests } of facts.lookups) {
		if (execution.state === 'lost') continue;
		const { timeout, maxWait } = execution.plan.options;
		const [first] = requests;
		for (const { id, sentAt, endedAt } of requests) {
			const spent = sentAt - first.sentAt;
			const limit = Math.min(timeout * 1_000, maxWait === 0 ? Infinity : maxWait * 1_000 - spent);
			const tolerance = busyTime(facts, sentAt, sentAt + limit);
			if (endedAt === undefined || endedAt - sentAt > limit + tolerance) {
				yield `${execution.name}: request ${id} took ${Math.round((endedAt ?? Infinity) - sentAt)} of ${Math.round(limit)} ms`;
			}
		}
	}
}
