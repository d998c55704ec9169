import type { FailureReason } from '../ipqs/failures';
import type { RequestResult } from './lookupResult';

/** A running or successful lookup, and the item that asked for it. */
export interface PendingLookup {
	/** Its run of a node, and its place there. */
	readonly runId: string;
	readonly index: number;
	readonly result: Promise<RequestResult>;
}

/** Rate limit errors of an account in a row. */
interface RateLimitStreak {
	count: number;
	/** When the first and the last one were received, ms of the clock. */
	readonly since: number;
	last: number;
}

/** An account that only refuses is given up: a block, unlike a rate limit, does not end by waiting a little. */
const MAX_STREAK = { errors: 20, milliseconds: 30_000 };

/** What one execution has looked up and spent; gone with the execution. */
export class ExecutionState {
	readonly lookups = new Map<string, PendingLookup>();

	/** Accounts that IPQS answers nothing more for, and why. */
	readonly stoppedAccounts = new Map<string, FailureReason>();

	/** Requests that IPQS may have charged, and those under way. */
	chargedCount = 0;

	/** Charged requests that are not in the execution's custom data yet. */
	unrecordedCharges = 0;

	private readonly streaks = new Map<string, RateLimitStreak>();

	/**
	 * Records a rate limit error and stops the account after too many in a row. Errors of requests that were sent before the last
	 * one was known count once, as they come in bursts.
	 *
	 * @param sentAt ms of the clock, as `receivedAt`
	 */
	onRateLimited(account: string, sentAt: number, receivedAt: number): void {
		const streak = this.streaks.get(account) ?? { count: 0, since: receivedAt, last: -Infinity };
		this.streaks.set(account, streak);
		if (sentAt < streak.last) return;
		streak.count++;
		streak.last = receivedAt;
		const isOver = streak.count >= MAX_STREAK.errors && receivedAt - streak.since >= MAX_STREAK.milliseconds;
		if (isOver) this.stoppedAccounts.set(account, 'rate_limited');
	}

	/** Records a response of the account that is not a rate limit error. */
	onResponse(account: string): void {
		this.streaks.delete(account);
	}
}

const states = new WeakMap<object, ExecutionState>();

/**
 * Returns the state of an execution, by an object that n8n creates once for each (its cancel signal): a retry of a node finds
 * the results already paid for, and nothing outlives the execution.
 */
export function getExecutionState(execution: object | undefined): ExecutionState {
	const existing = execution && states.get(execution);
	if (existing) return existing;
	const state = new ExecutionState();
	if (execution) states.set(execution, state);
	return state;
}
