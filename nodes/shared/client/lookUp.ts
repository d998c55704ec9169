import { FAILURES, type FailureReason } from '../ipqs/errors';
import type { ApiRequest } from '../ipqs/request';
import { parseResponse, type ApiFailure, type HttpResult } from '../ipqs/response';
import { sleepUnlessCancelled, type Clock } from '../scheduling/clock';
import type { Pacer } from '../scheduling/pacer';
import type { RateLimiter } from '../scheduling/rateLimiter';
import { backoff, timeLeft, type RetryPolicy } from '../scheduling/retry';
import type { ExecutionState } from './executionState';
import type { RequestResult } from './requestResult';

/** The account that requests are made with. */
export interface Account {
	/** Tells accounts apart within this process; never shown. */
	readonly id: string;
	/** Limit, 0 = none. */
	readonly requestsPerSecond: number;
	readonly rateLimiter: RateLimiter;
}

/** Sends requests to IPQS or to the sandbox. */
export interface Transport {
	/** Null for the sandbox, where nothing costs a credit and a failure stops no other request. */
	readonly account: Account | null;
	/** Sends a request once. `attempt` counts from 1, `timeout` is in ms. Never throws. */
	send(request: ApiRequest, attempt: number, timeout: number): Promise<HttpResult>;
}

export interface LookupContext {
	readonly transport: Transport;
	readonly retry: RetryPolicy;
	readonly clock: Clock;
	readonly state: ExecutionState;
	/** Requests that this execution may send, 0 = no limit. */
	readonly maxLookups: number;
	/** Spaces the requests of a batch; a single lookup needs none. */
	readonly pacer?: Pacer;
	/** Why the batch starts no further request; undefined while it goes on. */
	readonly stopReason: () => FailureReason | undefined;
}

/** A gateway timeout: IPQS may have processed the request, and charged for it. */
const GATEWAY_TIMEOUT = 504;

/** Milliseconds. With less time left IPQS can hardly respond, but may still charge. */
const MIN_ATTEMPT = 1_000;

const notAttempted = (reason: FailureReason): ApiFailure => ({ kind: 'failed', reason, apiMessage: null, status: null, retryAfter: null });

/**
 * Looks up one request: waits for its turn, sends it, and retries transient failures within the limits. A timeout is retried
 * once at most, because each such request may have been charged. Non-idempotent requests are retried only after a rate limit,
 * when IPQS certainly did not process them.
 */
export async function lookUp(request: ApiRequest, context: LookupContext): Promise<RequestResult> {
	const { transport, retry, clock, state, maxLookups, pacer, stopReason } = context;
	const { account } = transport;
	const { costsCredit } = request;
	const minAttempt = Math.min(MIN_ATTEMPT, retry.timeout);
	/** Without credits or quota IPQS still processes free requests; with a bad key it processes none. */
	const accountStopReason = (): FailureReason | undefined => {
		const reason = account === null ? undefined : state.stoppedAccounts.get(account.id);
		return reason !== undefined && !costsCredit && FAILURES[reason].stopsAccount === 'charged' ? undefined : reason;
	};
	const blockedBy = (): FailureReason | undefined => {
		if (clock.cancelled()) return 'cancelled';
		if (costsCredit && maxLookups > 0 && state.requestCount >= maxLookups) return 'max_lookups';
		return stopReason() ?? accountStopReason();
	};

	let last: RequestResult | undefined;
	let firstSentAt = 0;
	let unanswered = 0;
	let timeouts = 0;
	for (let attempt = 1; ; attempt++) {
		if (blockedBy() === undefined) {
			await account?.rateLimiter.acquire(account.requestsPerSecond, clock);
			await pacer?.waitForTurn();
		}
		const reason = blockedBy();
		if (reason !== undefined) {
			return (
				last ?? { status: 'not_attempted', result: notAttempted(reason), attempts: 0, latency: null, checkedAt: null, billable: false }
			);
		}

		const sentAt = clock.now();
		if (attempt === 1) firstSentAt = sentAt;
		const left = timeLeft(retry, sentAt - firstSentAt);
		if (last !== undefined && left < minAttempt) return last;
		if (costsCredit) state.requestCount++;
		const response = await transport.send(request, attempt, Math.min(retry.timeout, left));
		const checkedAt = clock.now();
		const result = parseResponse(response, checkedAt, request);
		const timedOut = response.kind === 'timeout' || (response.kind === 'response' && response.status === GATEWAY_TIMEOUT);
		if (timedOut || response.kind !== 'response') unanswered++;
		if (timedOut) timeouts++;
		const latency = checkedAt - sentAt;
		if (result.kind === 'success') {
			account?.rateLimiter.onSuccess();
			pacer?.onCompleted(latency);
			return { status: 'ok', result, attempts: attempt, latency, checkedAt, billable: costsCredit && account !== null };
		}

		const { retry: isTransient, stopsAccount } = FAILURES[result.reason];
		if (result.reason === 'rate_limited') account?.rateLimiter.onRateLimited(sentAt, result.retryAfter, account.requestsPerSecond);
		if (stopsAccount && account !== null) state.stoppedAccounts.set(account.id, result.reason);
		const mayBeCharged = unanswered > 0 && costsCredit && account !== null;
		last = { status: 'failed', result, attempts: attempt, latency, checkedAt, billable: mayBeCharged ? null : false };

		const delay = backoff(attempt, retry, result.retryAfter, clock.random());
		const tooLate = timeLeft(retry, checkedAt - firstSentAt + delay) < minAttempt;
		const mayBeProcessed = request.nonIdempotent && result.reason !== 'rate_limited';
		if (!isTransient || mayBeProcessed || attempt > retry.maxRetries || timeouts > 1 || tooLate) return last;
		await sleepUnlessCancelled(delay, clock);
	}
}
