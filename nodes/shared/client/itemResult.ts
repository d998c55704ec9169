import type { JsonObject } from '../json/json';
import { endsNode, type Reason } from '../ipqs/errors';
import type { Answered, Failed } from '../ipqs/response';
import type { ResponseField } from '../ipqs/responseField';
import { plansMissing, type LookupRecord } from '../ipqs/selectFields';
import type { ItemOutcome } from './lookUpBatch';

/** How an item ended, whether or not a request was made for it. */
export interface ItemResult {
	readonly verdict: Answered | Failed;
	readonly record: LookupRecord;
}

const requestIdOf = (body: JsonObject): string | null => (typeof body.request_id === 'string' && body.request_id !== '' ? body.request_id : null);

/** Where the results of a node come from. */
export type Origin = Pick<LookupRecord, 'sandbox' | 'resource'>;

/**
 * The result of an item whose request was made, or was to be made.
 *
 * @param known fields of the response
 */
export function resultOf(outcome: ItemOutcome, known: readonly ResponseField[], { sandbox, resource }: Origin): ItemResult {
	const { status, verdict, attempts, latency, checkedAt, deduplicated, billable } = outcome;
	const body = verdict.kind === 'answered' ? verdict.body : {};
	return {
		verdict,
		record: {
			status,
			reason: verdict.kind === 'answered' ? null : verdict.reason,
			request_id: requestIdOf(body),
			checked_at: checkedAt === null ? null : new Date(checkedAt).toISOString(),
			attempts,
			latency_ms: latency,
			deduplicated,
			billable,
			sandbox,
			resource,
			not_in_plan: plansMissing(known, body),
		},
	};
}

/** How an item ends without a request, because of its own values. */
export interface Settled {
	readonly status: 'not_sent' | 'failed';
	readonly reason: Reason;
	/** What exactly is wrong. */
	readonly detail?: string;
	/** Given where that is an answer: an impossible number is an invalid one. */
	readonly body?: JsonObject;
}

/** The result of an item that needs no request. */
export function resultWithoutRequest({ status, reason, detail, body }: Settled, { sandbox, resource }: Origin): ItemResult {
	const failed: Failed = { kind: 'failed', reason, said: detail ?? null, status: null, retryAfter: null };
	return {
		verdict: body === undefined ? failed : { kind: 'answered', body },
		record: {
			status,
			reason,
			request_id: null,
			checked_at: null,
			attempts: 0,
			latency_ms: null,
			deduplicated: false,
			billable: false,
			sandbox,
			resource,
			not_in_plan: {},
		},
	};
}

/** Whether 'On Error' decides about the item. */
export const followsOnError = ({ verdict, record }: ItemResult): boolean => verdict.kind === 'failed' && record.status !== 'not_sent';

/** Whether the item stops the node when 'On Error' is Stop. */
export const stopsNode = (result: ItemResult): boolean => followsOnError(result) && result.verdict.kind === 'failed' && endsNode(result.verdict.reason);
