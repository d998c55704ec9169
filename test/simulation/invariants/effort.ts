import { areOfSameAccount, nameOf, type Facts, type LeadResult, type Lookup } from '../facts';
import type { RunningExecution } from '../runningExecution';
import { counts, endsAccount, gaveResult, meaningOf, questionKey, wasRefused, type SentRequest } from '../sentRequest';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** In one execution, a lookup that has its result or is under way is not sent again. */
export function* lookupsAreSharedWithinExecutions({ requests }: Facts): Generator<string> {
	for (const request of requests) {
		const key = questionKey(request.question);
		const earlier = requests.find(
			(one) =>
				one.execution === request.execution &&
				one.id < request.id &&
				questionKey(one.question) === key &&
				(one.endedAt === undefined || one.endedAt > request.sentAt || gaveResult(one)),
		);
		if (earlier !== undefined) yield `${request.execution.name}: request ${request.id} repeats request ${earlier.id}`;
	}
}

/** Whether two executions send the same request for a lookup. Results are kept by requests. */
const sendAlike = ({ plan: one }: RunningExecution, { plan: other }: RunningExecution): boolean =>
	one.options.requestMethod === other.options.requestMethod && one.credential.data.keyLocation === other.credential.data.keyLocation;

/** The latest result that a process keeps for a lookup, as it was when a node started. */
const keptResult = ({ requests }: Facts, request: SentRequest): SentRequest | undefined =>
	requests
		.filter(
			(one) =>
				areOfSameAccount(one, request) &&
				sendAlike(one.execution, request.execution) &&
				one.execution.plan.options.reuseMinutes > 0 &&
				questionKey(one.question) === questionKey(request.question) &&
				gaveResult(one) &&
				Number(one.endedAt) <= request.run.startedAt,
		)
		.reduce<SentRequest | undefined>((latest, one) => (Number(one.endedAt) >= (latest?.endedAt ?? 0) ? one : latest), undefined);

/** With 'Recent Results', a lookup is not paid for again while its result is kept. */
export function* keptResultsAreUsed(facts: Facts): Generator<string> {
	for (const request of facts.requests) {
		const { reuseMinutes } = request.execution.plan.options;
		const kept = reuseMinutes > 0 ? keptResult(facts, request) : undefined;
		if (kept === undefined) continue;
		const maxAge = Math.min(reuseMinutes, kept.execution.plan.options.reuseMinutes) * MINUTE;
		if (request.sentAt - Number(kept.endedAt) < maxAge)
			yield `${request.execution.name}: request ${request.id} repeats request ${kept.id}, whose result was kept`;
	}
}

/** Whether a lookup may have waited for another one for as long as 'Max Wait' allows. */
function mayHaveWaited({ execution, run, requests }: Lookup): boolean {
	const { maxWait } = execution.plan.options;
	return maxWait > 0 && requests[0].sentAt - run.startedAt > maxWait * 1_000 - 1;
}

/** With 'Recent Results', two executions do not look the same up at once. */
export function* runningLookupsAreShared(facts: Facts): Generator<string> {
	for (const lookup of facts.lookups) {
		const { execution, key, requests } = lookup;
		const [first] = requests;
		if (execution.plan.options.reuseMinutes === 0 || mayHaveWaited(lookup)) continue;
		const other = facts.lookups.find(
			(one) =>
				one.execution !== execution &&
				!mayHaveWaited(one) &&
				one.execution.plan.options.reuseMinutes > 0 &&
				one.key === key &&
				areOfSameAccount(one.requests[0], first) &&
				sendAlike(one.execution, execution) &&
				one.requests.some(({ id, endedAt }) => id < first.id && (endedAt === undefined || endedAt > first.sentAt)),
		);
		if (other !== undefined) yield `${execution.name}: request ${first.id} was sent while ${other.execution.name} looked ${key} up`;
	}
}

/** A result of the lead's store that answers the lookup, in whatever form it is stored. */
function hasUsableRow({ execution, run, item }: LeadResult, key: unknown): boolean {
	const { earlierDays } = execution.plan.options;
	const input = run.input[(item.pairedItem as { item: number }).item]?.json ?? {};
	const stored = JSON.stringify(input[run.step === 'email' ? 'earlierEmail' : 'earlierPhone']).replaceAll('\\', '');
	return stored.split('"lookup":').some((text) => {
		const value = (name: string): string | undefined => new RegExp(`^[^}]*"${name}":"?([^",}]*)`).exec(text)?.[1];
		const age = run.startDate - Date.parse(value('checked_at') ?? '');
		const isDecoy = value('request_id') === 'decoy' || value('request_id') === 'null';
		const isSame = value('key') === key && value('status') === 'ok' && value('output') === execution.plan.output;
		return isSame && !isDecoy && age >= 1_000 && age < earlierDays * DAY - MINUTE;
	});
}

/** With 'Earlier Result', a stored answer to the lookup is used. */
export function* storedResultsAreUsed(facts: Facts): Generator<string> {
	for (const result of facts.results) {
		const { execution, lookup } = result;
		if (!execution.plan.usesEarlierResults || lookup.reused === true || lookup.status === 'not_sent') continue;
		if (hasUsableRow(result, lookup.key)) yield `${nameOf(result)}: was looked up although its store has the answer`;
	}
}

/** Once IPQS has said that it answers no more, an execution sends nothing more with the account. */
export function* deadAccountsAreLeft({ requests }: Facts): Generator<string> {
	for (const last of requests) {
		if (last.endedAt === undefined || !endsAccount(last)) continue;
		const later = requests.find((one) => one.execution === last.execution && one.sentAt > Number(last.endedAt));
		if (later !== undefined) yield `${last.execution.name}: request ${later.id} was sent after ${String(meaningOf(last))}`;
	}
}

/** With On Error set to Stop, nothing is sent once a lead has failed. */
export function* stoppedNodesSendNothing({ requests }: Facts): Generator<string> {
	for (const failed of requests) {
		const { execution, run, endedAt } = failed;
		const meaning = meaningOf(failed);
		const isFinal = meaning === 'bad_response' || meaning === 'unknown' || meaning === 'rejected_request' || meaning === 'not_found';
		if (execution.plan.onError !== 'stopWorkflow' || endedAt === undefined || !isFinal) continue;
		const later = requests.find((one) => one.run === run && one.sentAt > endedAt);
		if (later !== undefined) yield `${execution.name}: request ${later.id} was sent after a lead had failed`;
	}
}

/**
 * The most lookups of a list that counted against a limit at once. One that ends in the same moment may still have counted: after a
 * stall, n8n sends before it has read the refusals that arrived meanwhile.
 */
const mostCounted = (requests: readonly SentRequest[]): number =>
	Math.max(
		0,
		...requests.map(({ id, sentAt }) => requests.filter((one) => one.id <= id && (counts(one, sentAt) || one.endedAt === sentAt)).length),
	);

/** Whether a limit that an item names was ever reached, by the requests that were sent. */
function wasReached(facts: Facts, { execution, lookup }: LeadResult): boolean {
	const { account } = execution.plan.credential;
	const own = facts.requests.filter((one) => one.execution === execution);
	if (lookup.reason === 'max_lookups') return mostCounted(own) >= execution.plan.options.maxLookups;
	if (lookup.reason === 'daily_limit') {
		const limits = facts.simulation.scenario.executions
			.filter(({ credential }) => credential.account === account && credential.data.lookupsPerDay > 0)
			.map(({ credential }) => credential.data.lookupsPerDay);
		const spent = facts.requests.filter(
			({ processId, execution: { plan }, sentAt }) =>
				processId === execution.processId && plan.credential.account === account && sentAt <= Number(execution.endedAt),
		);
		return mostCounted(spent) >= Math.min(...limits);
	}
	if (lookup.reason === 'cancelled') return execution.cancelledAt !== undefined || execution.plan.onError === 'stopWorkflow';
	return own.some((one) => meaningOf(one) === lookup.reason || wasRefused(one)) || execution.plan.options.keepCredits !== '';
}

/** A lead that was not attempted says truly why. */
export function* limitsAreNotInvented(facts: Facts): Generator<string> {
	for (const result of facts.results) {
		const { lookup } = result;
		if (lookup.status === 'not_attempted' && !wasReached(facts, result))
			yield `${nameOf(result)}: is not attempted for ${String(lookup.reason)}`;
	}
}
