import type { Reason } from '../ipqs/errors';
import type { LookupOutcome } from './requestResult';

/** An answered or running lookup, and the item that asked for it. */
export interface Asked {
	readonly owner: string;
	readonly outcome: Promise<LookupOutcome>;
}

/** What one execution has already asked and spent; gone with the execution. */
export interface ExecutionMemory {
	readonly asked: Map<string, Asked>;
	/** Accounts that can answer nothing more, and why. */
	readonly stoppedAccounts: Map<string, Reason>;
	requests: number;
}

const memories = new WeakMap<object, ExecutionMemory>();

/**
 * The memory of an execution, by an object that n8n makes once for each (its cancel signal): a second try of a node finds
 * the answers already paid for, and nothing outlives the execution.
 */
export function memoryOf(execution: object | undefined): ExecutionMemory {
	const known = execution && memories.get(execution);
	if (known) return known;
	const memory: ExecutionMemory = { asked: new Map(), stoppedAccounts: new Map(), requests: 0 };
	if (execution) memories.set(execution, memory);
	return memory;
}
