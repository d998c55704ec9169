export interface StandInOptions {
	latency?: number;
	limit?: number;
	limitPerKey?: boolean;
	limitStatus?: number;
	retryAfter?: () => string;
	faults?: Record<string, string | string[]>;
	/** By number, what its answer has other than a clean one. */
	fields?: Record<string, object>;
	credits?: number;
	accountFault?: string;
	/** Called with the number of lookups when one arrives, before it is answered. */
	onRequest?: (requests: number) => void;
	/** Called with the number of answers when one was written to its connection. */
	onAnswer?: (answers: number) => void;
	port?: number;
}

export interface StandInCounts {
	requests: number;
	answered: number;
	limited: number;
	account: number;
	peak: number;
	byNumber: Record<string, number>;
	/** What IPQS would charge for, also where the asker is gone. */
	answeredByNumber: Record<string, number>;
	/** When each request arrived, ms since the epoch. */
	starts: number[];
}

export interface StandIn {
	url: string;
	counts: StandInCounts;
	/** Connections that are open. */
	connections(): Promise<number>;
	close(): Promise<void>;
}

export function startStandIn(options?: StandInOptions): Promise<StandIn>;
export const FAULTS: Record<string, unknown>;
