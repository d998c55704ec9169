import { isJsonObject, parseJson, type JsonObject } from '../json/json';
import { FAILURES, reasonOfMessage, reasonOfStatus, type FailureReason } from './failures';
import type { ApiRequest } from './request';

/** How one request ended, before the response is parsed. */
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
	/** Message from IPQS without personal data; null if there is none. */
	readonly apiMessage: string | null;
	/** HTTP status; null if there was no response. */
	readonly status: number | null;
	/** How long IPQS asks to wait, in ms; null if it does not say. */
	readonly retryAfter: number | null;
}

export type ApiResult = ApiSuccess | ApiFailure;

const MAX_MESSAGE_LENGTH = 300;

/** Reads an HTTP date (RFC 9110, 5.6.7) as ms since the epoch; NaN if it is none. */
const readHttpDate = (value: unknown): number => (/^[A-Z][a-z]{2,8}, .* GMT$/.test(String(value)) ? Date.parse(String(value)) : NaN);

/** The longest part of a message that is read, so that patterns end at once; far more than is shown. */
const MAX_READ_LENGTH = 2_000;

/** What a cut could have left of a phone number, an email address or a URL, which would no longer be recognized. */
const CUT_OFF = /(?:\S+|[+\d][\d\s().-]*\S*)$/;

/** Personal data in a message from IPQS, or from a proxy that repeats the request. */
const PERSONAL_DATA: ReadonlyArray<readonly [RegExp, string]> = [
	[/https?(?::|%3a)(?:\/\/|%2f%2f)\S+/gi, '…'],
	// Behind a parameter, or the key in a path, are values of the lead, which can be several words.
	[/(=|\*{3}(?=[/\\?&%])).*/s, '$1…'],
	// `@` as it is, and in a URL, JSON or HTML
	[/(?<!\S)\S+(?:@|%40|\\u0040|&#(?:64|x40);)\S+/gi, '…'],
	// At least seven digits, however they are grouped
	[/\+?\p{Nd}(?:[^\p{L}\p{N}]{0,3}\p{Nd}){6,}/gu, '…'],
	[/\+?\d[\d\s().-]{5,}\d/g, '…'],
];

/** Replaces personal data in a message from IPQS, for errors and logs, and shortens it. */
function redactPersonalData(text: string): string {
	const read = text.length > MAX_READ_LENGTH ? text.slice(0, MAX_READ_LENGTH).replace(CUT_OFF, '…') : text;
	return PERSONAL_DATA.reduce((message, [pattern, replacement]) => message.replace(pattern, replacement), read).slice(
		0,
		MAX_MESSAGE_LENGTH,
	);
}

/** `message` of a body, else its `errors` joined; null if it has neither. */
export function extractMessage(body: JsonObject): string | null {
	const { message, errors } = body;
	if (typeof message === 'string' && message.trim() !== '') return message;
	const texts = (Array.isArray(errors) ? errors : [errors]).filter((text): text is string => typeof text === 'string' && text !== '');
	return texts.length > 0 ? texts.join(' ') : null;
}

/**
 * Reads `Retry-After`, in seconds or as an HTTP date (RFC 9110, 10.2.3). Returns ms, null if it is absent or invalid. A date counts
 * from the response's own `Date`, because the clock of this machine may be wrong.
 *
 * @param now ms since the epoch, for responses without `Date`
 */
export function readRetryAfter(headers: Readonly<Record<string, unknown>>, now: number): number | null {
	const value = headers['retry-after'];
	if (typeof value !== 'string' && typeof value !== 'number') return null;
	const text = String(value).trim();
	if (/^\d{1,9}(?:\.\d+)?$/.test(text)) return Number(text) * 1000;
	const date = readHttpDate(text);
	const sentAt = readHttpDate(headers.date);
	return Number.isNaN(date) ? null : Math.max(0, date - (Number.isNaN(sentAt) ? now : sentAt));
}

/** Nesting levels of a body. n8n cannot save an execution with some thousand levels; IPQS's responses have a few. */
const MAX_DEPTH = 100;

const isDeeperThan = (value: unknown, levels: number): boolean =>
	typeof value === 'object' && value !== null && (levels === 0 || Object.values(value).some((member) => isDeeperThan(member, levels - 1)));

/** Whether n8n could not save an execution with the body. */
export const isTooDeep = (body: JsonObject): boolean => isDeeperThan(body, MAX_DEPTH);

const failed = (
	reason: FailureReason,
	status: number | null = null,
	message: string | null = null,
	retryAfter: number | null = null,
): ApiFailure => ({
	kind: 'failed',
	reason,
	apiMessage: message === null ? null : redactPersonalData(message),
	status,
	retryAfter,
});

/** Whether a response about a number lacks what every result has, such as the `{"success": true}` of some proxy. */
const lacksResult = ({ valid, fraud_score: fraudScore }: JsonObject): boolean => (valid ?? fraudScore ?? null) === null;

/** Messages of temporary faults often match these ("required", "not found", "invalid response"), so their HTTP status decides. */
const WEAK_REASONS: ReadonlySet<ReturnType<typeof reasonOfMessage>> = new Set(['rejected_request', 'not_found', 'invalid_number']);

/** Why there is no result: what the message says, else the HTTP status, else the form of the body. */
function reasonOf(
	status: number,
	messageReason: ReturnType<typeof reasonOfMessage>,
	isApiError: boolean,
	emptyErrorMeansNotFound: boolean,
): FailureReason {
	const statusReason = reasonOfStatus(status);
	const isTemporary = statusReason !== undefined && FAILURES[statusReason].retry === true;
	if (messageReason !== undefined && !(isTemporary && WEAK_REASONS.has(messageReason)))
		return messageReason === 'invalid_number' ? 'rejected_request' : messageReason;
	if (statusReason !== undefined) return statusReason;
	if (!isApiError) return 'bad_response';
	return emptyErrorMeansNotFound ? 'not_found' : 'unknown';
}

/**
 * Parses how a request ended into a result or a failure with its reason. A recognized message takes precedence over the HTTP
 * status. An error about the phone number itself is a result (`valid: false`) if the request says so. Never throws, whatever the
 * bytes.
 *
 * @param now ms since the epoch, for a `Retry-After` date
 */
export function parseResponse(
	httpResult: HttpResult,
	now: number,
	{ invalidNumberIsResult, emptyErrorMeansNotFound }: Pick<ApiRequest, 'invalidNumberIsResult' | 'emptyErrorMeansNotFound'>,
): ApiResult {
	if (httpResult.kind === 'timeout') return failed('timeout');
	if (httpResult.kind === 'network') return failed('unavailable');
	if (httpResult.kind === 'cancelled') return failed('cancelled');
	if (httpResult.kind === 'tooLarge') return failed('bad_response', httpResult.status);

	const { status, headers } = httpResult;
	const json = parseJson(httpResult.text);
	const body = isJsonObject(json) && !isTooDeep(json) ? json : undefined;
	const isOk = status >= 200 && status < 300;
	if (isOk && body !== undefined && (body.success === true || body.success === 'true')) {
		return invalidNumberIsResult && lacksResult(body) ? failed('bad_response', status, extractMessage(body)) : { kind: 'success', body };
	}

	const message = body === undefined ? null : extractMessage(body);
	const messageReason = message === null ? undefined : reasonOfMessage(message.slice(0, MAX_MESSAGE_LENGTH));
	const reason = reasonOf(status, messageReason, isOk && body?.success !== undefined, emptyErrorMeansNotFound === true);
	if (messageReason === 'invalid_number' && reason === 'rejected_request' && invalidNumberIsResult)
		return { kind: 'success', body: { ...body, success: true, valid: false } };
	return failed(reason, status, message, readRetryAfter(headers, now));
}
