import type { JsonObject } from '../../json/json';
import type { ApiRequest } from '../request';
import type { HttpAnswer } from '../response';
import { digitsOfTestValue, type TestValueForm } from './testValues';

/** What the sandbox does with a test value: an answer that differs from the clean one in some fields, or a failure. */
export type SandboxAnswer =
	| { readonly fields: JsonObject }
	| { readonly refusal: string }
	| { readonly limitedOnce: true }
	| { readonly fault: 'unavailable' | 'html' | 'silence' };

/** One test value, told by its last two digits. */
export interface SandboxCase {
	readonly digits: string;
	readonly shows: string;
	readonly answer: SandboxAnswer;
}

/** How the sandbox answers one kind of request. */
export interface Sandbox {
	/** Forms of its test values; none where nothing is looked up that could be one. */
	readonly forms: readonly TestValueForm[];
	/** What any other value shows. */
	readonly clean: string;
	/** What a request looks up. */
	readonly valueOf: (request: ApiRequest) => string;
	/** Beside the failures, which are the same for all. */
	readonly cases: readonly SandboxCase[];
	/** A body as IPQS sends it, every field and in its order, for a clean value. Nothing in it is measured. */
	readonly body: (request: ApiRequest) => JsonObject;
}

/** The failures of the sandbox; refusals carry IPQS's own words. */
export const SANDBOX_FAILURES: readonly SandboxCase[] = [
	{ digits: '60', shows: 'Out of credits', answer: { refusal: 'You have insufficient credits to make this query. Please contact IPQualityScore support if this error persists.' } },
	{ digits: '61', shows: 'Invalid key', answer: { refusal: 'Invalid or unauthorized key. Please check the API key and try again.' } },
	{ digits: '62', shows: 'Daily quota used up', answer: { refusal: 'You have exceeded your request quota of 200 per day. Please upgrade to increase your request quota.' } },
	{ digits: '63', shows: 'Rate limited once, then all clear', answer: { limitedOnce: true } },
	{ digits: '64', shows: 'Out of service (HTTP 503)', answer: { fault: 'unavailable' } },
	{ digits: '65', shows: 'HTML instead of JSON', answer: { fault: 'html' } },
	{ digits: '66', shows: 'Never answers', answer: { fault: 'silence' } },
];

const CLEAN: SandboxAnswer = { fields: {} };

const respond = (status: number, text: string): HttpAnswer => ({ kind: 'response', status, headers: {}, text });

const respondJson = (body: JsonObject): HttpAnswer => respond(200, JSON.stringify(body));

/** @returns undefined where the sandbox never answers */
export function sandboxAnswer({ forms, valueOf, cases, body }: Sandbox, request: ApiRequest, attempt: number): HttpAnswer | undefined {
	const digits = digitsOfTestValue(valueOf(request), forms);
	const answer = [...cases, ...SANDBOX_FAILURES].find((one) => one.digits === digits)?.answer ?? CLEAN;
	if ('fields' in answer) return respondJson({ ...body(request), ...answer.fields });
	if ('limitedOnce' in answer) return attempt === 1 ? respond(429, '') : respondJson(body(request));
	if ('refusal' in answer) return respondJson({ success: false, message: answer.refusal, request_id: body(request).request_id });
	if (answer.fault === 'silence') return undefined;
	return answer.fault === 'html' ? respond(200, '<!DOCTYPE html><title>Attention Required!</title>') : respond(503, '');
}
