import { FAILURES, type FailureReason } from '../ipqs/failures';
import type { ApiRequest } from '../ipqs/request';
import { parseResponse, type ApiFailure, type ApiResult, type HttpResult } from '../ipqs/response';
import { sleepUnless, type Clock } from '../scheduling/clock';
import type { Pacer } from '../scheduling/pacer';
import type { RateLimiter } from '../scheduling/rateLimiter';
import { backoff, timeLeft, type RetryPolicy } from '../scheduling/retryPolicy';
import type { AccountCredits } from './accountCredits';
import type { ExecutionState } from './executionState';
import type { RequestResult } from './lookupResult';
import type { DailySpending } from './dailySpending';

/** The account that requests are made with. */
export interface Account {
	/** Tells accounts apart within this process; never shown. */
	readonly id: string;
	/** Limit, 0 = none. */
	readonly requestsPerSecond: number;
	readonly rateLimiter: RateLimiter;
	/** Shared by all credentials with the same key. */
	readonly spending: DailySpending;
	readonly credits: AccountCredits;
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
	/** Charged requests that this execution may send, 0 = no limit. */
	readonly maxLookups: number;
	/** Credits that must stay in the account; null if its balance is not read. */
	readonly keepCredits: number | null;
	/** Spaces the requests of a batch; a single lookup needs none. */
	readonly pacer?: Pacer;
	/** Why the batch starts no further request; undefined while it goes on. */
	readonly stopReason: () => FailureReason | undefined;
}

/** Milliseconds. With less time left IPQS can hardly respond, but may still charge. */
const MIN_ATTEMPT = 1_000;

/** A gateway timeout: IPQS may have processed the request. */
const GATEWAY_TIMEOUT = 504;

/** Rate limits and blocks (IPQS style guide, Splunk app; 429 is everyone else's). */
const REFUSED = new Set([403, 429, 509]);

/** Whether IPQS certainly did not process the request: it refused it, or no connection was opened. */
const isRefused = (response: HttpResult): boolean =>
	'status' in response ? REFUSED.has(response.status) : response.kind === 'network' && response.phase === 'connecting';

const isGatewayTimeout = (response: HttpResult): boolean => 'status' in response && response.status === GATEWAY_TIMEOUT;

const isUnanswered = (response: HttpResult): boolean => response.kind !== 'response' || isGatewayTimeout(response);

/** Whether IPQS may have produced a result that was lost: a timeout, or a fault after the response had begun. */
const isUncertain = (response: HttpResult): boolean =>
	response.kind === 'timeout' || isGatewayTimeout(response) || (response.kind === 'network' && response.phase === 'receiving');

const notAttempted = (reason: FailureReason): RequestResult => {
	const result: ApiFailure = { kind: 'failed', reason, apiMessage: null, status: null, retryAfter: null };
	return { status: 'not_attempted', result, attempts: 0, chargedAttempts: 0, latency: null, checkedAt: null, billable: false };
};

/** Lets the rate limiter and the execution learn what a response says about the account. */
function observe(
	account: Account,
	state: ExecutionState,
	response: HttpResult,
	result: ApiResult,
	sentAt: number,
	receivedAt: number,
): void {
	if (result.kind === 'success') account.rateLimiter.onSuccess();
	const reason = result.kind === 'failed' ? result.reason : undefined;
	if (result.kind === 'failed' && reason === 'rate_limited') {
		account.rateLimiter.onRateLimited(sentAt, result.retryAfter, account.requestsPerSecond);
		state.onRateLimited(account.id, sentAt, receivedAt);
	} else if ('status' in response) state.onResponse(account.id);
	if (reason !== undefined && FAILURES[reason].stopsAccount) state.stoppedAccounts.set(account.id, reason);
}

/**
 * Looks up one request: waits for its turn, sends it, and retries transient failures within the limits. A timeout, or a fault
 * after the response had begun, is retried once at most, because each such request may have been charged. Non-idempotent requests
 * are retried only after a rate limit, when IPQS certainly did not process them.
 */
export async function lookUp(request: ApiRequest, context: LookupContext): Promise<RequestResult> {
	const { transport, retry, clock, state, maxLookups, keepCredits, pacer, stopReason } = context;
	const { account } = transport;
	const { costsCredit } = request;
	const minAttempt = Math.min(MIN_ATTEMPT, retry.timeout);
	/** Without credits or quota IPQS still processes free requests; with a bad key it processes none. */
	const accountStopReason = (): FailureReason | undefined => {
		const reason = account === null ? undefined : state.stoppedAccounts.get(account.id);
		return reason !== undefined && !costsCredit && FAILURES[reason].stopsAccount === 'charged' ? undefined : reason;
	};
	const stoppedBy = (): FailureReason | undefined => stopReason() ?? accountStopReason();
	const limitReached = (): FailureReason | undefined => {
		if (!costsCredit) return undefined;
		if (maxLookups > 0 && state.chargedCount >= maxLookups) return 'max_lookups';
		return account?.spending.isDailyLimitReached(clock.date()) ? 'daily_limit' : undefined;
	};
	/** Why no request may be sent, whatever the credits of the account are. */
	const blockedByOthers = (): FailureReason | undefined => (clock.cancelled() ? 'cancelled' : (limitReached() ?? stoppedBy()));
	const credits = account !== null && costsCredit && keepCredits !== null ? { account, keep: keepCredits } : undefined;
	const blockedBy = (): FailureReason | undefined =>
		blockedByOthers() ?? (credits && credits.account.credits.blockedBy(credits.keep, clock.now()));

	let last: RequestResult | undefined;
	let firstSentAt = 0;
	let chargedAttempts = 0;
	let unanswered = 0;
	let uncertain = 0;
	const left = (): number => (last === undefined ? Infinity : timeLeft(retry, clock.now() - firstSentAt));
	// Not by 'Limit: Max Lookups', for what other lookups have reserved may be given back.
	const isOver = (): boolean => clock.cancelled() || stoppedBy() !== undefined || left() < minAttempt;
	for (let attempt = 1; ; attempt++) {
		if (credits !== undefined && blockedByOthers() === undefined) await credits.account.credits.refresh(transport, retry.timeout, clock);
		if (blockedBy() === undefined) {
			// The account comes last: requests that wait between their turn and their start could exceed the limit together.
			await pacer?.waitForTurn();
			await account?.rateLimiter.acquire(account.requestsPerSecond, clock, isOver);
		}
		const reason = blockedBy();
		if (reason !== undefined) return last ?? notAttempted(reason);
		if (left() < minAttempt) return last as RequestResult;

		const sentAt = clock.now();
		if (last === undefined) firstSentAt = sentAt;
		// Reserved before sending, so that parallel lookups cannot exceed a limit together.
		if (costsCredit) state.chargedCount++;
		const endReservation = costsCredit ? account?.spending.reserve(clock.date()) : undefined;
		const response = await transport.send(request, attempt, Math.min(retry.timeout, timeLeft(retry, sentAt - firstSentAt)));
		const receivedAt = clock.now();
		const mayBeCharged = costsCredit && !isRefused(response);
		if (costsCredit && !mayBeCharged) state.chargedCount--;
		endReservation?.(mayBeCharged);
		if (mayBeCharged && account !== null) {
			chargedAttempts++;
			state.unrecordedCharges++;
		}
		if (mayBeCharged && isUnanswered(response)) unanswered++;
		if (isUncertain(response)) uncertain++;

		const checkedAt = clock.date();
		const result = parseResponse(response, checkedAt, request);
		if (account !== null) observe(account, state, response, result, sentAt, receivedAt);
		const latency = Math.round(receivedAt - sentAt);
		if (result.kind === 'success') {
			pacer?.onCompleted(latency);
			const billable = costsCredit && account !== null;
			return { status: 'ok', result, attempts: attempt, chargedAttempts, latency, checkedAt, billable };
		}
		const billable = unanswered > 0 && account !== null ? null : false;
		last = { status: 'failed', result, attempts: attempt, chargedAttempts, latency, checkedAt, billable };

		const delay = backoff(attempt, retry, result.retryAfter, clock.random());
		const isTooLate = left() - delay < minAttempt;
		const mayBeProcessed = request.nonIdempotent && result.reason !== 'rate_limited';
		if (!FAILURES[result.reason].retry || mayBeProcessed || attempt > retry.maxRetries || uncertain > 1 || isTooLate) return last;
		await sleepUnless(isOver, delay, clock);
	}
}
