import { FAILURES, type Reason } from '../ipqs/errors';
import type { ApiRequest } from '../ipqs/request';
import { readAnswer, type Failed, type HttpAnswer } from '../ipqs/response';
import { pause, type Clock } from '../scheduling/clock';
import type { ExecutionMemory } from './executionState';
import type { LookupOutcome } from './requestResult';
import type { Pace } from '../scheduling/rateLimiter';
import { backoff, timeLeft, type RetryPolicy } from '../scheduling/retry';
import type { Spread } from '../scheduling/pacer';

/** The account that requests are made with. */
export interface Account {
	/** Tells accounts apart within this process; never shown. */
	readonly id: string;
	/** Ceiling, 0 = none. */
	readonly requestsPerSecond: number;
	readonly pace: Pace;
}

/** A way to IPQS: the real one, or the sandbox. */
export interface Line {
	/** Null where nothing is spent and each request stands for itself. */
	readonly account: Account | null;
	/** Sends a request once. `attempt` counts from 1, `timeout` is in ms. Never throws. */
	send(request: ApiRequest, attempt: number, timeout: number): Promise<HttpAnswer>;
}

export interface LookupConditions {
	readonly line: Line;
	readonly retry: RetryPolicy;
	readonly clock: Clock;
	readonly memory: ExecutionMemory;
	/** Requests this execution may spend, 0 = no limit. */
	readonly maxLookups: number;
	/** Spreads the requests of a batch; a lookup on its own needs none. */
	readonly spread?: Spread;
	/** Why no further request may start, if so. */
	readonly halted: () => Reason | undefined;
}

/** A server before IPQS gave up waiting for it; IPQS may have answered, and charged. */
const GATEWAY_TIMEOUT = 504;

/** A request with less time than this, in ms, can hardly be answered, yet may be charged. */
const SHORTEST_ATTEMPT = 1_000;

const notAsked = (reason: Reason): Failed => ({ kind: 'failed', reason, said: null, status: null, retryAfter: null });

/**
 * Looks one request up: waits for its turn, sends it, and tries again what may pass, within the limits. A timeout is tried
 * again once at most, for each such request may have been charged; what must not be carried out twice, only where IPQS limits
 * requests and so did not carry it out.
 */
export async function lookUp(request: ApiRequest, conditions: LookupConditions): Promise<LookupOutcome> {
	const { line, retry, clock, memory, maxLookups, spread, halted } = conditions;
	const { account } = line;
	const charged = account !== null && !request.free;
	const shortest = Math.min(SHORTEST_ATTEMPT, retry.timeout);
	/** Why the account can answer nothing more. What costs nothing is still answered without credits or quota, but not without a key. */
	const stopped = (): Reason | undefined => {
		const reason = account === null ? undefined : memory.stoppedAccounts.get(account.id);
		return reason !== undefined && request.free && FAILURES[reason].stopsAccount === 'charged' ? undefined : reason;
	};
	const obstacle = (): Reason | undefined => {
		if (clock.cancelled()) return 'cancelled';
		if (!request.free && maxLookups > 0 && memory.requests >= maxLookups) return 'max_lookups';
		return halted() ?? stopped();
	};

	let ended: LookupOutcome | undefined;
	let firstSent = 0;
	let unanswered = 0;
	let timeouts = 0;
	for (let attempt = 1; ; attempt++) {
		if (obstacle() === undefined) {
			await account?.pace.turn(account.requestsPerSecond, clock);
			await spread?.turn();
		}
		const reason = obstacle();
		if (reason !== undefined) {
			return ended ?? { status: 'not_attempted', verdict: notAsked(reason), attempts: 0, latency: null, checkedAt: null, billable: false };
		}

		const sentAt = clock.now();
		if (attempt === 1) firstSent = sentAt;
		const left = timeLeft(retry, sentAt - firstSent);
		if (ended !== undefined && left < shortest) return ended;
		if (!request.free) memory.requests++;
		const answer = await line.send(request, attempt, Math.min(retry.timeout, left));
		const checkedAt = clock.now();
		const verdict = readAnswer(answer, checkedAt, request);
		const timedOut = answer.kind === 'timeout' || (answer.kind === 'response' && answer.status === GATEWAY_TIMEOUT);
		if (timedOut || answer.kind !== 'response') unanswered++;
		if (timedOut) timeouts++;
		const latency = checkedAt - sentAt;
		if (verdict.kind === 'answered') {
			account?.pace.answered();
			spread?.took(latency);
			return { status: 'ok', verdict, attempts: attempt, latency, checkedAt, billable: charged };
		}

		const { retry: mayPass, stopsAccount } = FAILURES[verdict.reason];
		if (verdict.reason === 'rate_limited') account?.pace.refused(sentAt, verdict.retryAfter, account.requestsPerSecond);
		if (stopsAccount && account !== null) memory.stoppedAccounts.set(account.id, verdict.reason);
		ended = { status: 'failed', verdict, attempts: attempt, latency, checkedAt, billable: unanswered > 0 && charged ? null : false };

		const delay = backoff(attempt, retry, verdict.retryAfter, clock.random());
		const tooLate = timeLeft(retry, checkedAt - firstSent + delay) < shortest;
		const mayHaveArrived = request.once && verdict.reason !== 'rate_limited';
		if (!mayPass || mayHaveArrived || attempt > retry.maxRetries || timeouts > 1 || tooLate) return ended;
		await pause(delay, clock);
	}
}
