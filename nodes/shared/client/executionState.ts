import type { FailureReason } from '../ipqs/errors';
import type { RequestResult } from './requestResult';

/** A running or successful lookup, and the item that asked for it. */
export interface PendingLookup {
	readonly owner: string;
	readonly result: Promise<RequestResult>;
}

/** What one execution has looked up and spent; gone with the execution. */
export interface ExecutionState {
	readonly lookups: Map<string, PendingLookup>;
	/** Accounts that IPQS answers nothing more for, and why. */
	readonly stoppedAccounts: Map<string, FailureReason>;
	/** Requests sent that cost a credit. */
	requestCount: number;
}

const states = new WeakMap<object, ExecutionState>();

/**
 * Returns the state of an execution, by an object that n8n creates once for each (its cancel signal): a retry of a node finds
 * the results already paid for, and nothing outlives the execution.
 */
export function getExecutionState(execution: object | undefined): ExecutionState {
	const existing = execution && states.get(execution);
	if (existing) return existing;
	const state: ExecutionState = { lookups: new Map(), stoppedAccounts: new Map(), requestCount: 0 };
	if (execution) states.set(execution, state);
	return state;
}
