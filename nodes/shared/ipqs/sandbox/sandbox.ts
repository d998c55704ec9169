import type { JsonObject } from '../../json/json';
import type { ApiRequest } from '../request';
import type { HttpResult } from '../response';
import { digitsOfTestValue, type TestValueFormat } from './testValues';

/** What the sandbox does with a test value: an answer that differs from the clean one in some fields, or a failure. */
export type SandboxResponse =
	| { readonly fields: JsonObject }
	| { readonly refusal: string }
	| { readonly limitedOnce: true }
	| { readonly fault: 'unavailable' | 'html' | 'silence' };

/** One test value, told by its last two digits. */
export interface SandboxCase {
	readonly digits: string;
	readonly description: string;
	readonly response: SandboxResponse;
}

/** How the sandbox answers one kind of request. */
export interface Sandbox {
	/** Forms of its test values; none where nothing is looked up that could be one. */
	readonly formats: readonly TestValueFormat[];
	/** What any other value shows. */
	readonly defaultDescription: string;
	/** What a request looks up. */
	readonly valueOf: (request: ApiRequest) => string;
	/** Beside the failures, which are the same for all. */
	readonly cases: readonly SandboxCase[];
	/** A body as IPQS sends it, every field and in its order, for a clean value. Nothing in it is measured. */
	readonly body: (request: ApiRequest) => JsonObject;
}

/** The failures of the sandbox; refusals carry IPQS's own words. */
export const SANDBOX_FAILURES: readonly SandboxCase[] = [
	{
		digits: '60',
		description: 'Out of credits',
		response: {
			refusal: 'You have insufficient credits to make this query. Please contact IPQualityScore support if this error persists.',
		},
	},
	{
		digits: '61',
		description: 'Invalid key',
		response: { refusal: 'Invalid or unauthorized key. Please check the API key and try again.' },
	},
	{
		digits: '62',
		description: 'Daily quota used up',
		response: { refusal: 'You have exceeded your request quota of 200 per day. Please upgrade to increase your request quota.' },
	},
	{ digits: '63', description: 'Rate limited once, then all clear', response: { limitedOnce: true } },
	{ digits: '64', description: 'Out of service (HTTP 503)', response: { fault: 'unavailable' } },
	{ digits: '65', description: 'HTML instead of JSON', response: { fault: 'html' } },
	{ digits: '66', description: 'Never answers', response: { fault: 'silence' } },
];

const CLEAN: SandboxResponse = { fields: {} };

const toHttpResult = (status: number, text: string): HttpResult => ({ kind: 'response', status, headers: {}, text });

const toJsonResult = (body: JsonObject): HttpResult => toHttpResult(200, JSON.stringify(body));

/** @returns undefined where the sandbox never answers */
export function respond({ formats, valueOf, cases, body }: Sandbox, request: ApiRequest, attempt: number): HttpResult | undefined {
	const digits = digitsOfTestValue(valueOf(request), formats);
	const answer = [...cases, ...SANDBOX_FAILURES].find((one) => one.digits === digits)?.response ?? CLEAN;
	if ('fields' in answer) return toJsonResult({ ...body(request), ...answer.fields });
	if ('limitedOnce' in answer) return attempt === 1 ? toHttpResult(429, '') : toJsonResult(body(request));
	if ('refusal' in answer) return toJsonResult({ success: false, message: answer.refusal, request_id: body(request).request_id });
	if (answer.fault === 'silence') return undefined;
	return answer.fault === 'html' ? toHttpResult(200, '<!DOCTYPE html><title>Attention Required!</title>') : toHttpResult(503, '');
}
