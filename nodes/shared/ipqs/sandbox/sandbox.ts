import type { JsonObject } from '../../json/json';
import type { ApiRequest } from '../request';
import type { HttpResult } from '../response';
import { digitsOfTestValue, type TestValueFormat } from './testValueFormats';

/** Response to a test value: fields that differ from the clean body, an error message from IPQS, or a fault. */
export type SandboxResponse =
	| { readonly fields: JsonObject }
	| { readonly errorMessage: string }
	| { readonly limitedOnce: true }
	| { readonly fault: 'unavailable' | 'html' | 'timeout' };

/** One test value, recognized by its last two digits. */
export interface SandboxCase {
	readonly digits: string;
	readonly description: string;
	readonly response: SandboxResponse;
}

/** How the sandbox responds to one kind of request. */
export interface Sandbox {
	/** Formats of its test values; empty if the request has no value. */
	readonly formats: readonly TestValueFormat[];
	/** Description of the response to any other value. */
	readonly defaultDescription: string;
	/** The value that a request looks up. */
	readonly valueOf: (request: ApiRequest) => string;
	/** In addition to the failures, which all kinds of requests share. */
	readonly cases: readonly SandboxCase[];
	/** The body for a clean value, with all fields in IPQS's order. All its values are invented. */
	readonly body: (request: ApiRequest) => JsonObject;
}

/** Failures of every sandbox. The error messages are those of IPQS. */
export const SANDBOX_FAILURES: readonly SandboxCase[] = [
	{
		digits: '60',
		description: 'Out of credits',
		response: {
			errorMessage: 'You have insufficient credits to make this query. Please contact IPQualityScore support if this error persists.',
		},
	},
	{
		digits: '61',
		description: 'Invalid key',
		response: { errorMessage: 'Invalid or unauthorized key. Please check the API key and try again.' },
	},
	{
		digits: '62',
		description: 'Daily quota used up',
		response: { errorMessage: 'You have exceeded your request quota of 200 per day. Please upgrade to increase your request quota.' },
	},
	{ digits: '63', description: 'Rate limited once, then all clear', response: { limitedOnce: true } },
	{ digits: '64', description: 'Unavailable (HTTP 503)', response: { fault: 'unavailable' } },
	{ digits: '65', description: 'HTML instead of JSON', response: { fault: 'html' } },
	{ digits: '66', description: 'Never responds', response: { fault: 'timeout' } },
];

const CLEAN: SandboxResponse = { fields: {} };

const toHttpResult = (status: number, text: string): HttpResult => ({ kind: 'response', status, headers: {}, text });

const toJsonResult = (body: JsonObject): HttpResult => toHttpResult(200, JSON.stringify(body));

/**
 * @param attempt counts from 1
 * @returns undefined if the sandbox never responds
 */
export function respond({ formats, valueOf, cases, body }: Sandbox, request: ApiRequest, attempt: number): HttpResult | undefined {
	const digits = digitsOfTestValue(valueOf(request), formats);
	const response = [...cases, ...SANDBOX_FAILURES].find((one) => one.digits === digits)?.response ?? CLEAN;
	if ('fields' in response) return toJsonResult({ ...body(request), ...response.fields });
	if ('limitedOnce' in response) return attempt === 1 ? toHttpResult(429, '') : toJsonResult(body(request));
	if ('errorMessage' in response)
		return toJsonResult({ success: false, message: response.errorMessage, request_id: body(request).request_id });
	if (response.fault === 'timeout') return undefined;
	return response.fault === 'html' ? toHttpResult(200, '<!DOCTYPE html><title>Attention Required!</title>') : toHttpResult(503, '');
}
