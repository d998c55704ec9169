import { isJsonObject, parseJson, type JsonObject } from '../json/json';
import { FAILURES, reasonOfMessage, reasonOfStatus, type FailureReason } from './errors';
import type { ApiRequest } from './request';

/** What came back for one request, before it is read. */
export type HttpResult =
	| { readonly kind: 'response'; readonly status: number; readonly headers: Readonly<Record<string, unknown>>; readonly text: string }
	/** More than any IPQS response has; it was not read to its end. */
	| { readonly kind: 'tooLarge'; readonly status: number }
	| { readonly kind: 'timeout' }
	/** A fault before the connection was open, before a response had begun, or within the response. */
	| { readonly kind: 'network'; readonly phase: 'connecting' | 'sending' | 'receiving' }
	| { readonly kind: 'cancelled' };

export interface ApiSuccess {
	readonly kind: 'success';
	readonly body: JsonObject;
}

export interface ApiFailure {
	readonly kind: 'failed';
	readonly reason: FailureReason;
	/** IPQS's own words, with numbers and addresses masked; null when it said nothing. */
	readonly apiMessage: string | null;
	/** HTTP status, null when no response arrived. */
	readonly status: number | null;
	/** How long IPQS asks to wait, in ms; null when it does not say. */
	readonly retryAfter: number | null;
}

export type ApiResult = ApiSuccess | ApiFailure;

const MAX_MESSAGE_LENGTH = 300;

const HTTP_DATE = /^[A-Z][a-z]{2,8}, .* GMT$/;

/**
 * IPQS's message fit for an error or a log: no phone number, e-mail address or link, and not endless. Masked before it is cut,
 * for half an address is no address any more.
 */
const redactPersonalData = (text: string): string =>
	text
		.replace(/https?:\/\/\S+/gi, '…')
		.replace(/(?<!\S)\S+@\S+/g, '…')
		.replace(/\+?\d[\d\s().-]{5,}\d/g, '…')
		.slice(0, MAX_MESSAGE_LENGTH);

/** IPQS's `message`, else its `errors` joined; null when there is neither. */
export function extractMessage(body: JsonObject): string | null {
	const { message, errors } = body;
	if (typeof message === 'string' && message.trim() !== '') return message;
	const texts = (Array.isArray(errors) ? errors : [errors]).filter((text): text is string => typeof text === 'string' && text !== '');
	return texts.length > 0 ? texts.join(' ') : null;
}

/** `Retry-After` in ms, from seconds or an HTTP date (RFC 9110, 10.2.3); null when absent or unreadable. */
export function readRetryAfter(headers: Readonly<Record<string, unknown>>, now: number): number | null {
	const value = headers['retry-after'];
	if (typeof value !== 'string' && typeof value !== 'number') return null;
	const text = String(value).trim();
	if (/^\d{1,9}(?:\.\d+)?$/.test(text)) return Number(text) * 1000;
	const date = HTTP_DATE.test(text) ? Date.parse(text) : NaN;
	return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/** No answer has more within each other; n8n cannot save an execution with some thousand levels in it. */
const MAX_DEPTH = 100;

const isDeeperThan = (value: unknown, levels: number): boolean =>
	typeof value === 'object' && value !== null && (levels === 0 || Object.values(value).some((member) => isDeeperThan(member, levels - 1)));

const failed = (
	reason: FailureReason,
	status: number | null = null,
	said: string | null = null,
	retryAfter: number | null = null,
): ApiFailure => ({
	kind: 'failed',
	reason,
	apiMessage: said === null ? null : redactPersonalData(said),
	status,
	retryAfter,
});

/** Whether an answer about a number leaves open what every one tells: a proxy's "success" is none. */
const lacksResult = ({ valid, fraud_score: fraudScore }: JsonObject): boolean => (valid ?? fraudScore ?? null) === null;

/** What a passing fault often comes with, such as "required", "not found" or "invalid response": its status says more. */
const WEAK_REASONS: ReadonlySet<ReturnType<typeof reasonOfMessage>> = new Set(['rejected_request', 'not_found', 'invalid_number']);

/** Why there is no result: what IPQS says, else the status, else what the body looks like. */
function reasonOf(
	status: number,
	messageReason: ReturnType<typeof reasonOfMessage>,
	isRefusal: boolean,
	silentWithoutMatch: boolean,
): FailureReason {
	const byStatus = reasonOfStatus(status);
	const passing = byStatus !== undefined && FAILURES[byStatus].retry === true;
	if (messageReason !== undefined && !(passing && WEAK_REASONS.has(messageReason)))
		return messageReason === 'invalid_number' ? 'rejected_request' : messageReason;
	if (byStatus !== undefined) return byStatus;
	if (!isRefusal) return 'bad_response';
	return silentWithoutMatch ? 'not_found' : 'unknown';
}

/**
 * Reads what came back. A readable message decides before the HTTP status; `success: false` about the number itself is an
 * answer (`valid: false`) where a number is judged; anything that is not an IPQS answer is a failure with its reason, whatever
 * the bytes.
 */
export function parseResponse(
	answer: HttpResult,
	now: number,
	{ invalidNumberIsResult, emptyErrorMeansNotFound }: Pick<ApiRequest, 'invalidNumberIsResult' | 'emptyErrorMeansNotFound'>,
): ApiResult {
	if (answer.kind === 'timeout') return failed('timeout');
	if (answer.kind === 'network') return failed('unavailable');
	if (answer.kind === 'cancelled') return failed('cancelled');
	if (answer.kind === 'tooLarge') return failed('bad_response', answer.status);

	const { status, headers } = answer;
	const body = parseJson(answer.text);
	const readable = isJsonObject(body) && !isDeeperThan(body, MAX_DEPTH) ? body : undefined;
	const ok = status >= 200 && status < 300;
	if (ok && readable !== undefined && (readable.success === true || readable.success === 'true')) {
		return invalidNumberIsResult && lacksResult(readable)
			? failed('bad_response', status, extractMessage(readable))
			: { kind: 'success', body: readable };
	}

	const said = readable === undefined ? null : extractMessage(readable);
	const told = said === null ? undefined : reasonOfMessage(said.slice(0, MAX_MESSAGE_LENGTH));
	const reason = reasonOf(status, told, ok && readable?.success !== undefined, emptyErrorMeansNotFound === true);
	if (told === 'invalid_number' && reason === 'rejected_request' && invalidNumberIsResult)
		return { kind: 'success', body: { ...readable, success: true, valid: false } };
	return failed(reason, status, said, readRetryAfter(headers, now));
}
