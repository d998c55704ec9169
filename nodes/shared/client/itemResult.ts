import type { JsonObject } from '../json/json';
import { stopsNodeFor, type FailureReason } from '../ipqs/failures';
import type { ApiFailure, ApiSuccess } from '../ipqs/response';
import type { ResponseField } from '../ipqs/responseField';
import { fieldsNotInPlan, type OutputMode } from '../ipqs/selectFields';
import type { BatchResult } from './lookUpBatch';

/** What the node itself knows about a lookup; `lookup` of a result. */
export interface LookupMetadata {
	readonly status: 'ok' | 'not_sent' | 'failed' | 'not_attempted';
	/** Null when the lookup succeeded. */
	readonly reason: FailureReason | null;
	readonly request_id: string | null;
	/** ISO 8601, UTC; null when no request was sent. */
	readonly checked_at: string | null;
	/** Requests sent for this lookup. */
	readonly attempts: number;
	/** Requests of this item that IPQS may have charged. */
	readonly charged_attempts: number;
	/** Milliseconds the last request took; null when none was sent. */
	readonly latency_ms: number | null;
	/** Whether another item's request gave this result. */
	readonly deduplicated: boolean;
	/** True only when IPQS responded with a result to this item's request, null when the request was sent and never answered. */
	readonly billable: boolean | null;
	/** Whether an earlier result was used instead of a request. */
	readonly reused: boolean;
	readonly sandbox: boolean;
	/** What was looked up: `phone`, or a resource of IPQualityScore such as `email`. */
	readonly resource: string;
	/** Identifies the lookup, see `lookupKey`; null when the item could not be looked up, or its lookup costs no credit. */
	readonly key: string | null;
	/** The 'Output' of the node: a raw result can only be used again as one. */
	readonly output: OutputMode;
	/** Fields the plan lacks, with IPQS's notice. */
	readonly not_in_plan: Readonly<Record<string, string>>;
}

/** How an item ended, with or without a request. */
export interface ItemResult {
	readonly result: ApiSuccess | ApiFailure;
	readonly metadata: LookupMetadata;
}

/** Where the results of a node come from. */
export type LookupSource = Pick<LookupMetadata, 'sandbox' | 'resource' | 'output'>;

const requestIdOf = (body: JsonObject): string | null =>
	typeof body.request_id === 'string' && body.request_id !== '' ? body.request_id : null;

/**
 * Converts the result of a batch to the result of an item.
 *
 * @param known fields of the response
 * @param key of the lookup
 */
export function toItemResult(
	batchResult: BatchResult,
	known: readonly ResponseField[],
	key: string | null,
	{ sandbox, resource, output }: LookupSource,
): ItemResult {
	const { status, result, attempts, chargedAttempts, latency, checkedAt, deduplicated, billable, reused } = batchResult;
	const body = result.kind === 'success' ? result.body : {};
	return {
		result,
		metadata: {
			status,
			reason: result.kind === 'success' ? null : result.reason,
			request_id: requestIdOf(body),
			checked_at: checkedAt === null ? null : new Date(checkedAt).toISOString(),
			attempts,
			charged_attempts: chargedAttempts,
			latency_ms: latency,
			deduplicated,
			billable,
			reused,
			sandbox,
			resource,
			key,
			output,
			not_in_plan: fieldsNotInPlan(known, body),
		},
	};
}

/** How an item ends without a request, because of its own values. */
export interface UnsentResult {
	readonly status: 'not_sent' | 'failed';
	readonly reason: FailureReason;
	/** What exactly is wrong. */
	readonly detail?: string;
	/** Present when the item can be looked up. */
	readonly key?: string;
	/** Present when this is a result: an impossible number is an invalid one. */
	readonly body?: JsonObject;
}

/** The result of an item that needs no request. */
export function toUnsentResult(
	{ status, reason, detail, key, body }: UnsentResult,
	{ sandbox, resource, output }: LookupSource,
): ItemResult {
	const failure: ApiFailure = { kind: 'failed', reason, apiMessage: detail ?? null, status: null, retryAfter: null };
	return {
		result: body === undefined ? failure : { kind: 'success', body },
		metadata: {
			status,
			reason,
			request_id: null,
			checked_at: null,
			attempts: 0,
			charged_attempts: 0,
			latency_ms: null,
			deduplicated: false,
			billable: false,
			reused: false,
			sandbox,
			resource,
			key: key ?? null,
			output,
			not_in_plan: {},
		},
	};
}

/** Whether 'On Error' applies to the item. */
export const isFailure = ({ result, metadata }: ItemResult): boolean => result.kind === 'failed' && metadata.status !== 'not_sent';

/** Whether the item stops the node when 'On Error' is Stop. */
export const stopsNode = (itemResult: ItemResult): boolean =>
	isFailure(itemResult) && itemResult.result.kind === 'failed' && stopsNodeFor(itemResult.result.reason);
