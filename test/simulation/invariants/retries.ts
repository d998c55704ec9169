import type { FailureReason } from '../../../nodes/shared/ipqs/failures';
import { areOfSameAccount, busyTime, nameOf, questionFor, type Facts, type Lookup } from '../facts';
import { endsAccount, meaningOf, questionKey, wasUncertain, type SentRequest } from '../sentRequest';

/** Failures after which the same request may succeed a moment later. */
const TRANSIENT: ReadonlySet<unknown> = new Set<FailureReason>(['timeout', 'unavailable', 'rate_limited']);

/** Ms. The longest wait that a rate limit of one request puts on all of its account. */
const MAX_PAUSE = 60_000;

/** Ms. The longest backoff where IPQS asks for no wait. */
const MAX_BACKOFF = 8_000;

/** Ms. With less time left no request is sent. */
const MIN_ATTEMPT = 1_000;

/** How long IPQS asks to wait, in ms; undefined if it does not, or if that depends on the clock of n8n's machine. */
function retryAfterOf({ response, status }: SentRequest): number | undefined {
	const { 'retry-after': value, date } = response?.headers ?? {};
	if (status === undefined || value === undefined) return undefined;
	if (/^\d+$/.test(value)) return Number(value) * 1_000;
	return date === undefined ? undefined : Date.parse(value) - Date.parse(date);
}

/** A lookup is repeated no more often than its limits allow, and only after a transient failure. */
export function* retriesAreLimited({ lookups }: Facts): Generator<string> {
	for (const { execution, key, requests } of lookups) {
		const { maxRetries } = execution.plan.options;
		if (requests.length > maxRetries + 1) yield `${execution.name}: ${key} was sent ${requests.length} times with ${maxRetries} retries`;
		const uncertain = requests.filter(wasUncertain).length;
		if (uncertain > 2) yield `${execution.name}: ${key} was sent again after ${uncertain} requests without an answer`;
		for (const request of requests.slice(0, -1)) {
			const meaning = meaningOf(request);
			if (request.ending === undefined) yield `${execution.name}: ${key} was sent twice at once`;
			else if (meaning !== undefined && !TRANSIENT.has(meaning)) yield `${execution.name}: ${key} was sent again after ${meaning}`;
		}
	}
}

/** A lookup that IPQS tells to wait waits. */
export function* waitsAreObeyed(facts: Facts): Generator<string> {
	for (const { execution, requests } of facts.lookups) {
		for (const [place, request] of requests.entries()) {
			const next = requests[place + 1];
			const wait = retryAfterOf(request);
			if (next === undefined || wait === undefined || request.endedAt === undefined) continue;
			if (next.sentAt - request.endedAt < wait - 1) yield `${execution.name}: request ${next.id} did not wait for ${wait} ms`;
		}
	}
}

/** After a rate limit error, nothing is sent with the account until the wait is over. */
export function* accountsPauseAfterRateLimits({ requests }: Facts): Generator<string> {
	for (const limited of requests) {
		if (limited.endedAt === undefined || meaningOf(limited) !== 'rate_limited') continue;
		const wait = Math.min(retryAfterOf(limited) ?? 0, MAX_PAUSE);
		const from = limited.endedAt;
		const early = requests.find((one) => areOfSameAccount(one, limited) && one.sentAt > from && one.sentAt < from + wait - 1);
		if (early !== undefined) yield `${early.execution.name}: request ${early.id} was sent while the account had to wait for ${wait} ms`;
	}
}

/** Whether something else than the failure itself may have ended the lookup. */
function hasOtherEnd(facts: Facts, { execution, run }: Lookup): boolean {
	const { options, onError, credential } = execution.plan;
	const { revokedAt, quota, credits } = credential.account;
	return (
		execution.cancelledAt !== undefined ||
		run.error !== undefined ||
		onError === 'stopWorkflow' ||
		options.maxLookups > 0 ||
		options.keepCredits !== '' ||
		facts.simulation.scenario.executions.some(({ credential: { data } }) => data.lookupsPerDay > 0) ||
		revokedAt < Infinity ||
		quota > 0 ||
		credits < 100
	);
}

/** Requests per second of the slowest credential of the account. All its requests wait in one queue. */
const lowestRate = ({ requests }: Facts, request: SentRequest): number =>
	Math.min(
		...requests
			.filter((one) => areOfSameAccount(one, request))
			.map(({ execution }) => execution.plan.credential.data.requestsPerSecond || Infinity),
	);

/** Refusals in a row after which an account may be given up. */
const MAX_STREAK = 20;

/** A lookup is not given up while it may be repeated. */
export function* retriesAreMade(facts: Facts): Generator<string> {
	for (const lookup of facts.lookups) {
		const { execution, requests, key } = lookup;
		const { maxRetries, maxWait } = execution.plan.options;
		const last = requests.at(-1) as SentRequest;
		if (execution.state === 'lost' || last.endedAt === undefined || !TRANSIENT.has(meaningOf(last)) || hasOtherEnd(facts, lookup)) continue;
		if (requests.length > maxRetries || requests.filter(wasUncertain).length > 1) continue;
		const limited = facts.requests.filter((one) => one.execution === execution && meaningOf(one) === 'rate_limited').length;
		if (limited >= MAX_STREAK) continue;
		// With a wait that depends on n8n's own clock, nobody knows whether there was time.
		if (last.response?.headers['retry-after'] !== undefined && retryAfterOf(last) === undefined) continue;
		// The account may make all its requests wait, so only a lookup that has all the time must be repeated.
		const delay = (retryAfterOf(last) ?? MAX_BACKOFF) + 500;
		const left = maxWait === 0 ? Infinity : maxWait * 1_000 - (last.endedAt - requests[0].sentAt) - delay - MIN_ATTEMPT;
		const isUnhindered =
			left === Infinity || !facts.requests.some((one) => areOfSameAccount(one, last) && meaningOf(one) === 'rate_limited');
		const queue = (facts.requests.length * 1_000) / lowestRate(facts, last);
		if (isUnhindered && left > queue + busyTime(facts, last.endedAt, last.endedAt + delay)) {
			yield `${execution.name}: ${key} was given up after ${requests.length} of ${maxRetries + 1} requests`;
		}
	}
}

/** If n8n runs a failed node again, the lead that failed is looked up again. */
export function* failedLeadsAreTriedAgain(facts: Facts): Generator<string> {
	for (const execution of facts.executions) {
		const own = facts.requests.filter((one) => one.execution === execution);
		const isGivenUp = own.some((one) => endsAccount(one)) || own.filter((one) => meaningOf(one) === 'rate_limited').length >= MAX_STREAK;
		if (isGivenUp || execution.cancelledAt !== undefined) continue;
		for (const run of execution.runs) {
			if (run.attempt === 1 || run.error === undefined) continue;
			const index = Number(/\[item (\d+)\]$/.exec((run.error as Error).message)?.[1]);
			const lead = execution.plan.leads[index];
			const question = lead && questionFor(execution, run, lead);
			if (question === undefined || own.some((one) => one.run === run && questionKey(one.question) === questionKey(question))) continue;
			yield `${execution.name}: try ${run.attempt} failed for lead ${index} without a request`;
		}
	}
}

/** Ms. A shorter stall does not count as one. */
const MIN_STALL = 150;

/** Whether an answer arrived while n8n stalled, before the request was over. */
function arrivedInStall({ simulation: { stalls, scenario } }: Facts, { sentAt, arrivedAt = 0 }: SentRequest, deadline: number): boolean {
	if (scenario.traits.lookCost > 0.05) return false;
	return stalls.some(({ at, duration }, index) => {
		const last = stalls[index - 1] ?? { at: -Infinity, duration: 0 };
		const isFirst = at - last.at - last.duration > MIN_STALL;
		return isFirst && duration > MIN_STALL && sentAt < at && at < deadline && arrivedAt > at && arrivedAt < at + duration;
	});
}

/** Whether n8n stalled more than once just before it could read an answer. Then nothing is promised. */
const stalledOften = ({ simulation: { stalls } }: Facts, { arrivedAt = 0, endedAt = 0 }: SentRequest): boolean =>
	stalls.filter(({ at, duration }) => at + duration > arrivedAt - MIN_STALL && at < endedAt).length > 1;

/** Looks at the clock while n8n handles what came before an answer. */
const LOOKS_TO_READ = 10;

/** An answer that reached n8n's machine in time, or while n8n was busy, is used. */
export function* timelyAnswersAreUsed(facts: Facts): Generator<string> {
	for (const { execution, requests } of facts.lookups) {
		if (execution.state === 'lost' || execution.cancelledAt !== undefined) continue;
		const { timeout, maxWait } = execution.plan.options;
		for (const request of requests) {
			const left = maxWait === 0 ? Infinity : maxWait * 1_000 - (request.sentAt - requests[0].sentAt);
			const deadline = request.sentAt + Math.min(timeout * 1_000, left);
			const { arrivedAt, ending, id } = request;
			// A timer that fires meanwhile comes first.
			const reading = 1 + LOOKS_TO_READ * facts.simulation.scenario.traits.lookCost;
			const isTimely = arrivedAt !== undefined && (arrivedAt < deadline - reading || arrivedInStall(facts, request, deadline));
			if (isTimely && ending === 'aborted' && !stalledOften(facts, request))
				yield `${execution.name}: request ${id} was given up although its answer was there`;
		}
	}
}

/** `reason` says how the last request of a lead ended. */
export function* reasonsAreTrue(facts: Facts): Generator<string> {
	for (const result of facts.results) {
		const { execution, run, lookup, question } = result;
		if (question === undefined || lookup.status !== 'failed' || lookup.deduplicated === true) continue;
		const own = facts.lookups.filter((one) => one.execution === execution && one.run === run && one.key === questionKey(question)).at(-1);
		const last = own?.requests.at(-1);
		const meaning = last && meaningOf(last);
		const isStop = execution.cancelledAt !== undefined && (lookup.reason === 'cancelled' || meaning === 'timeout');
		if (meaning !== undefined && lookup.reason !== meaning && !isStop)
			yield `${nameOf(result)}: reason is ${String(lookup.reason)} after ${meaning}`;
	}
}
