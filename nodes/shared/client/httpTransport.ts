import type { ICredentialTestFunctions, IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import type { JsonObject } from '../json/json';
import type { Clock } from '../scheduling/clock';
import { RequestDeadlines } from '../scheduling/requestDeadlines';
import { RateLimiter } from '../scheduling/rateLimiter';
import type { Account, Transport } from './lookUp';
import type { ApiRequest } from '../ipqs/request';
import type { HttpResult } from '../ipqs/response';
import { AccountCredits } from './accountCredits';
import { monotonicNow } from './createClock';
import { readBody } from './readBody';
import { createRedactor } from './redact';
import { DailySpending } from './dailySpending';

/** What a transport needs from a credential. */
export interface TransportOptions {
	/** Name of the credential type. */
	readonly type: string;
	/** Tells accounts apart within this process. */
	readonly accountId: string;
	/** Tells apart who pays: the same for all base URLs. */
	readonly payerId: string;
	/** Of n8n. */
	readonly credentialId: string;
	/** Charged requests per UTC day, 0 = no limit. */
	readonly lookupsPerDay: number;
	/** Without trailing slash. */
	readonly baseUrl: string;
	/** 0 = no limit. */
	readonly requestsPerSecond: number;
	/** Redacted from every response. */
	readonly secrets: readonly string[];
}

/** The accounts of this process, by what tells them apart: one rate limiter each, shared by all nodes and executions. */
const accounts = new Map<string, Pick<Account, 'id' | 'rateLimiter'>>();

/** What each payer has spent in this process. */
const payers = new Map<string, Pick<Account, 'spending' | 'credits'>>();

function payerFor(id: string): Pick<Account, 'spending' | 'credits'> {
	const existing = payers.get(id);
	if (existing !== undefined) return existing;
	const spending = new DailySpending();
	const payer = { spending, credits: new AccountCredits(spending) };
	payers.set(id, payer);
	return payer;
}

function accountFor(credential: string): Pick<Account, 'id' | 'rateLimiter'> {
	const account = accounts.get(credential) ?? { id: String(accounts.size), rateLimiter: new RateLimiter(monotonicNow) };
	accounts.set(credential, account);
	return account;
}

/**
 * A request for n8n's HTTP helper. Created for each attempt, because the helper changes it: it sets `abortSignal` to the
 * execution's, which knows no deadline, so that member cannot be set here.
 */
const httpOptions = ({ method, path, parameters }: ApiRequest, baseUrl: string, signal: AbortSignal): IHttpRequestOptions => ({
	method,
	url: `${baseUrl}${path}`,
	...(method === 'GET' ? { qs: { ...parameters }, arrayFormat: 'brackets' as const } : { body: toFormBody(parameters) }),
	headers: { accept: 'application/json' },
	// Read here, for n8n neither bounds the size of a response nor the time its body takes.
	encoding: 'stream',
	get abortSignal() {
		return signal;
	},
	set abortSignal(_executionSignal) {
		// The deadlines watch for cancellation themselves.
	},
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

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null;

/** Codes of errors before a connection was open (Node.js, OpenSSL), so that IPQS received nothing. */
const NOT_CONNECTED =
	/^(?:ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ERR_TLS_\w+|CERT_\w+|\w*SELF_SIGNED\w*|UNABLE_TO_\w+|ERR_INVALID_URL)$/;

/** Codes of Node.js's HTTP parser: bytes of a response arrived and are no HTTP. */
const MALFORMED_RESPONSE = /^HPE_/;

/** An error of the HTTP helper and its causes: n8n wraps axios's errors, and axios those of Node.js. */
function causesOf(thrown: unknown): JsonObject[] {
	const causes: JsonObject[] = [];
	for (let cause = thrown; isObject(cause) && causes.length < 10; cause = cause.cause) causes.push(cause);
	return causes;
}

/** Converts an error of the HTTP helper, thrown before a response had begun. */
function toHttpFault(thrown: unknown): HttpResult {
	const causes = causesOf(thrown);
	// n8n 1.123 keeps the code as `httpCode`.
	const codes = causes.flatMap(({ code, httpCode }) => [String(code), String(httpCode)]);
	const hasCode = (pattern: RegExp): boolean => codes.some((code) => pattern.test(code));
	if (hasCode(NOT_CONNECTED) || causes.some(({ syscall }) => syscall === 'connect')) return { kind: 'network', phase: 'connecting' };
	if (hasCode(MALFORMED_RESPONSE)) return { kind: 'network', phase: 'receiving' };
	return hasCode(/^(?:ECONNABORTED|ETIMEDOUT)$/) ? { kind: 'timeout' } : { kind: 'network', phase: 'sending' };
}

/** What is known of a response before its body is read. */
interface ResponseHead {
	readonly status: number;
	readonly headers: JsonObject;
}

/** A failed response whose body was not read: its status says enough. Undefined where only the body tells. */
const withoutBody = (head: ResponseHead | undefined): HttpResult | undefined =>
	head === undefined || (head.status >= 200 && head.status < 300) ? undefined : { kind: 'response', ...head, text: '' };

/** Sends requests to IPQS through n8n's own HTTP helper, with the node's credential. Only this file sends requests. */
export function createHttpTransport(node: IExecuteFunctions, clock: Clock, options: TransportOptions): Transport {
	const { type, baseUrl, accountId, payerId, credentialId, requestsPerSecond, lookupsPerDay, secrets } = options;
	const payer = payerFor(payerId);
	payer.spending.setDailyLimit(credentialId, lookupsPerDay, clock.date());
	const redact = createRedactor(secrets);
	const deadlines = new RequestDeadlines(clock);

	return {
		account: { ...accountFor(accountId), ...payer, requestsPerSecond },
		async send(request, _attempt, timeout): Promise<HttpResult> {
			const controller = new AbortController();
			const { signal } = controller;
			let head: ResponseHead | undefined;

			const receive = async (): Promise<HttpResult> => {
				try {
					const response: unknown = await node.helpers.httpRequestWithAuthentication.call(
						node,
						type,
						httpOptions(request, baseUrl, signal),
					);
					const { statusCode: status, headers, body } = response as { statusCode: number; headers: JsonObject; body: unknown };
					head = { status, headers };
					const text = await readBody(body, signal);
					return text === undefined ? { kind: 'tooLarge', status } : { kind: 'response', status, headers, text: redact(text) };
				} catch (thrown) {
					return head === undefined ? toHttpFault(thrown) : (withoutBody(head) ?? { kind: 'network', phase: 'receiving' });
				}
			};

			return await new Promise((resolve) => {
				const endDeadline = deadlines.start(timeout, (expiry) => {
					resolve(withoutBody(head) ?? { kind: expiry });
					controller.abort();
				});
				void receive().then((result) => {
					endDeadline();
					const isUnknown = head === undefined && !(result.kind === 'network' && result.phase === 'connecting');
					resolve(clock.cancelled() && isUnknown ? { kind: 'cancelled' } : result);
					// Closes the connection of a response that was not read to its end.
					if (result.kind === 'tooLarge') controller.abort();
				});
			});
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
		return { kind: 'response', status: statusCode, headers, text: createRedactor([secret])((await readBody(body)) ?? '') };
	} catch (thrown) {
		return toHttpFault(thrown);
	}
}
