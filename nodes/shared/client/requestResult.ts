import type { Verdict } from '../ipqs/response';

/** How the lookup of one distinct request ended. */
export interface LookupOutcome {
	readonly status: 'ok' | 'failed' | 'not_attempted';
	readonly verdict: Verdict;
	/** Requests sent. */
	readonly attempts: number;
	/** Milliseconds from the last request to its end; null when none was sent. */
	readonly latency: number | null;
	/** When the last request ended, ms since the epoch; null when none was sent. */
	readonly checkedAt: number | null;
	/** Whether a request was answered with a result; null when one was sent and never answered. */
	readonly billable: boolean | null;
}
