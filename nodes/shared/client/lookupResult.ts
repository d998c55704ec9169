import type { ApiResult } from '../ipqs/response';

/** How the lookup of one distinct request ended. */
export interface RequestResult {
	readonly status: 'ok' | 'failed' | 'not_attempted';
	readonly result: ApiResult;
	/** Requests sent. */
	readonly attempts: number;
	/** Requests that IPQS may have charged. */
	readonly chargedAttempts: number;
	/** Milliseconds the last request took; null when none was sent. */
	readonly latency: number | null;
	/** When the last request ended, ms since the epoch; null when none was sent. */
	readonly checkedAt: number | null;
	/** True when IPQS responded with a result; null when a request was sent and never answered. */
	readonly billable: boolean | null;
}
