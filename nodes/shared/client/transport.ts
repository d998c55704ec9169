import { sleep, type ICredentialTestFunctions, type IExecuteFunctions, type IHttpRequestOptions } from 'n8n-workflow';
import type { JsonObject } from '../json/json';
import type { Clock } from '../scheduling/clock';
import type { Transport } from './lookUp';
import { RateLimiter } from '../scheduling/rateLimiter';
import type { ApiRequest } from '../ipqs/request';
import type { HttpResult } from '../ipqs/response';
import { createRedactor } from './redact';

/** What a transport needs from a credential. */
export interface TransportOptions {
	/** Name of the credential type. */
	readonly type: string;
	/** Without trailing slash. */
	readonly baseUrl: string;
	/** 0 = no limit. */
	readonly requestsPerSecond: number;
	/** Redacted from every response. */
	readonly secrets: readonly string[];
}

/** One rate limiter for each account of this process, shared by all nodes and executions. */
const rateLimiters = new Map<string, RateLimiter>();

function rateLimiterFor(account: string): RateLimiter {
	const rateLimiter = rateLimiters.get(account) ?? new RateLimiter(Date.now);
	rateLimiters.set(account, rateLimiter);
	return rateLimiter;
}

/** Creates the clock of an execution. */
export const createClock = (node: Pick<IExecuteFunctions, 'getExecutionCancelSignal'>): Clock => {
	const signal = node.getExecutionCancelSignal();
	return { now: Date.now, random: Math.random, sleep, cancelled: () => signal?.aborted ?? false };
};

/** A request for n8n's HTTP helper. Created for each attempt, because the helper changes it. */
const httpOptions = ({ method, path, parameters }: ApiRequest, baseUrl: string, timeout: number): IHttpRequestOptions => ({
	method,
	url: `${baseUrl}${path}`,
	...(method === 'GET' ? { qs: { ...parameters }, arrayFormat: 'brackets' as const } : { body: toFormBody(parameters) }),
	headers: { accept: 'application/json' },
	encoding: 'text',
	timeout,
	returnFullResponse: true,
	// Statuses are read here: n8n would send a 401 twice and hide IPQS's message.
	ignoreHttpStatusErrors: true,
	// A redirect could carry the key to another host.
	disableFollowRedirect: true,
});

function toFormBody(parameters: ApiRequest['parameters']): URLSearchParams {
	const form = new URLSearchParams();
	for (const [name, value] of Object.entries(parameters)) {
		if (typeof value === 'string') form.append(name, value);
		else for (const one of value) form.append(`${name}[]`, one);
	}
	return form;
}

function toResponseText(body: unknown): string {
	if (typeof body === 'string') return body;
	return body === undefined || body === null ? '' : JSON.stringify(body);
}

/** Converts a thrown error: n8n wraps axios's errors, whose code distinguishes a timeout from a network fault (1.123: as `httpCode`). */
function toHttpFault(thrown: unknown): HttpResult {
	const codes: unknown[] = [];
	for (let cause = thrown as JsonObject | undefined; isObject(cause) && codes.length < 10; cause = cause.cause as JsonObject | undefined) {
		codes.push(cause.code, cause.httpCode);
	}
	return { kind: codes.includes('ECONNABORTED') || codes.includes('ETIMEDOUT') ? 'timeout' : 'network' };
}

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null;

/** Sends requests to IPQS through n8n's own HTTP helper, with the node's credential. Only this file sends requests. */
export function createHttpTransport(node: IExecuteFunctions, credential: TransportOptions): Transport {
	const { type, baseUrl, requestsPerSecond, secrets } = credential;
	const id = JSON.stringify([baseUrl, type, ...secrets]);
	const redact = createRedactor(secrets);
	return {
		account: { id, requestsPerSecond, rateLimiter: rateLimiterFor(id) },
		async send(request, _attempt, timeout): Promise<HttpResult> {
			try {
				const options = httpOptions(request, baseUrl, timeout);
				const response: unknown = await node.helpers.httpRequestWithAuthentication.call(node, type, options);
				const { statusCode, headers, body } = response as { statusCode: number; headers: JsonObject; body: unknown };
				return { kind: 'response', status: statusCode, headers, text: redact(toResponseText(body)) };
			} catch (thrown) {
				return node.getExecutionCancelSignal()?.aborted ? { kind: 'cancelled' } : toHttpFault(thrown);
			}
		},
	};
}

/** A request of a credential test. */
export interface TestRequest {
	readonly method: 'GET' | 'POST';
	readonly url: string;
	readonly form?: Readonly<Record<string, string>>;
	/** Redacted from the response. */
	readonly secret: string;
	/** Milliseconds. */
	readonly timeout: number;
}

/**
 * Sends a request of a credential test, for which n8n offers only its older helper. Never throws: that helper's errors contain the
 * URL, and with it the key.
 */
export async function requestForTest(
	helpers: ICredentialTestFunctions['helpers'],
	{ method, url, form, secret, timeout }: TestRequest,
): Promise<HttpResult> {
	try {
		const options = {
			method,
			uri: url,
			...(form === undefined ? {} : { form }),
			timeout,
			followRedirect: false,
			followAllRedirects: false,
			simple: false,
			resolveWithFullResponse: true,
		};
		const { statusCode, headers, body } = (await helpers.request(options)) as { statusCode: number; headers: JsonObject; body: unknown };
		return { kind: 'response', status: statusCode, headers, text: createRedactor([secret])(toResponseText(body)) };
	} catch (thrown) {
		return toHttpFault(thrown);
	}
}
