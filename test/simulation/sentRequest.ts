import type { FailureReason } from '../../nodes/shared/ipqs/failures';
import type { Behavior, BehaviorName } from './faults';
import type { RunningExecution, NodeRun } from './runningExecution';
import type { Question, ServerResponse } from './simulatedIpqs';

/** A request that the package sent, and what became of it. Times in ms from the start of the simulation. */
export interface SentRequest {
	readonly id: number;
	readonly question: Question;
	readonly execution: RunningExecution;
	readonly run: NodeRun;
	readonly processId: number;
	readonly behaviorName: BehaviorName;
	readonly behavior: Behavior;
	readonly sentAt: number;
	/** By the system's clock of n8n's machine, ms since the epoch. */
	readonly sentDate: number;
	/** What IPQS responded; undefined if the request did not reach it. */
	response: ServerResponse | undefined;
	/** When IPQS took a credit. */
	chargedAt: number | undefined;
	/** When the last byte was at n8n's machine. */
	arrivedAt: number | undefined;
	/** Status that n8n has seen. */
	status: number | undefined;
	/** When the package knew how it ended. */
	endedAt: number | undefined;
	ending: Ending | undefined;
}

/** How a request ended for the package: a whole response, given up, or a fault before or within the response. */
export type Ending = 'received' | 'aborted' | 'notConnected' | 'brokenBeforeHead' | 'malformed' | 'brokenInBody';

/** Statuses of a refusal (IPQS style guide, its Splunk app, RFC 6585). */
const REFUSED = [403, 429, 509];

const isSuccessStatus = (status: number | undefined): boolean => status !== undefined && status >= 200 && status < 300;

/** Whether a status alone says how the request ended, whatever became of its body. */
const endedByStatus = ({ status }: SentRequest): boolean => status !== undefined && !isSuccessStatus(status);

/** Whether IPQS certainly took no credit, as far as n8n can know: it refused the request, or no connection opened. */
export const wasRefused = ({ status, ending }: SentRequest): boolean =>
	ending === 'notConnected' || (status !== undefined && REFUSED.includes(status));

/** Whether a request counts against a limit at a time: it is under way, or may have been charged. */
export const counts = (request: SentRequest, time: number): boolean =>
	request.endedAt === undefined || request.endedAt > time || !wasRefused(request);

/** Whether the package knows no result of a request that IPQS may have processed. */
export const wasUnanswered = (request: SentRequest): boolean => {
	if (wasRefused(request)) return false;
	return request.status === 504 || (request.ending !== 'received' && !endedByStatus(request)) || request.behaviorName === 'tooLarge';
};

/** Whether the request counts as one of the two that may be lost after IPQS has processed them. */
export const wasUncertain = (request: SentRequest): boolean => {
	if (request.status === 504) return true;
	if (endedByStatus(request)) return false;
	return request.ending === 'aborted' || request.ending === 'brokenInBody' || request.ending === 'malformed';
};

/** What the package must have read from how the request ended; undefined if that is open. */
export function meaningOf(request: SentRequest): ServerResponse['meaning'] {
	const { ending, response } = request;
	if (ending === 'received' || endedByStatus(request)) return response?.meaning;
	return ending === 'aborted' ? 'timeout' : 'unavailable';
}

/** Failures after which IPQS answers no further lookup of an account. */
const ACCOUNT_FAILURES: ReadonlySet<unknown> = new Set<FailureReason>(['invalid_key', 'insufficient_credits', 'quota_exceeded']);

/** Whether IPQS has said that it answers no further lookup of the account. */
export const endsAccount = (request: SentRequest): boolean => ACCOUNT_FAILURES.has(meaningOf(request));

/** Whether the package received a result. */
export const gaveResult = (request: SentRequest): boolean => request.ending === 'received' && meaningOf(request) === 'result';

export const questionKey = ({ kind, value, strictness }: Question): string => `${kind}:${value}:${strictness}`;
