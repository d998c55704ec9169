import { sleep, type ICredentialTestFunctions, type IExecuteFunctions, type IHttpRequestOptions } from 'n8n-workflow';
import type { JsonObject } from '../json/json';
import type { Clock } from '../scheduling/clock';
import type { Line } from './lookUp';
import { Pace } from '../scheduling/rateLimiter';
import type { ApiRequest } from '../ipqs/request';
import type { HttpAnswer } from '../ipqs/response';
import { masking } from './redact';

/** What a line needs of a credential; `secrets` must appear in no answer. */
export interface LineCredential {
	readonly type: string;
	/** Without trailing slash. */
	readonly baseUrl: string;
	readonly requestsPerSecond: number;
	readonly secrets: readonly string[];
}

/** One pace for each account of this process, so that nodes and executions keep to its ceiling together. */
const paces = new Map<string, Pace>();

function paceOf(account: string): Pace {
	const pace = paces.get(account) ?? new Pace(Date.now);
	paces.set(account, pace);
	return pace;
}

/** The clock of an execution. */
export const clockOf = (node: Pick<IExecuteFunctions, 'getExecutionCancelSignal'>): Clock => {
	const signal = node.getExecutionCancelSignal();
	return { now: Date.now, random: Math.random, sleep, cancelled: () => signal?.aborted ?? false };
};

/** A request as n8n's helper takes it. Made anew for each attempt, for the helper changes what it is given. */
const httpOptions = ({ method, path, parameters }: ApiRequest, baseUrl: string, timeout: number): IHttpRequestOptions => ({
	method,
	url: `${baseUrl}${path}`,
	...(method === 'GET' ? { qs: { ...parameters }, arrayFormat: 'brackets' as const } : { body: formOf(parameters) }),
	headers: { accept: 'application/json' },
	encoding: 'text',
	timeout,
	returnFullResponse: true,
	// Statuses are read here: n8n would send a 401 twice and hide what IPQS says.
	ignoreHttpStatusErrors: true,
	// A redirect could carry the key to another host.
	disableFollowRedirect: true,
});

function formOf(parameters: ApiRequest['parameters']): URLSearchParams {
	const form = new URLSearchParams();
	for (const [name, value] of Object.entries(parameters)) {
		if (typeof value === 'string') form.append(name, value);
		else for (const one of value) form.append(`${name}[]`, one);
	}
	return form;
}

function textOf(body: unknown): string {
	if (typeof body === 'string') return body;
	return body === undefined || body === null ? '' : JSON.stringify(body);
}

/** What a thrown request was: n8n wraps axios's errors, whose code tells a timeout from a network fault (1.123: as `httpCode`). */
function faultOf(thrown: unknown): HttpAnswer {
	const codes: unknown[] = [];
	for (let cause = thrown as JsonObject | undefined; isObject(cause) && codes.length < 10; cause = cause.cause as JsonObject | undefined) {
		codes.push(cause.code, cause.httpCode);
	}
	return { kind: codes.includes('ECONNABORTED') || codes.includes('ETIMEDOUT') ? 'timeout' : 'network' };
}

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null;

/** The line to IPQS through n8n's own HTTP helper, with the node's credential. Nothing but this file sends requests. */
export function ipqsLine(node: IExecuteFunctions, credential: LineCredential): Line {
	const { type, baseUrl, requestsPerSecond, secrets } = credential;
	const id = JSON.stringify([baseUrl, type, ...secrets]);
	const masked = masking(secrets);
	return {
		account: { id, requestsPerSecond, pace: paceOf(id) },
		async send(request, _attempt, timeout): Promise<HttpAnswer> {
			try {
				const options = httpOptions(request, baseUrl, timeout);
				const response: unknown = await node.helpers.httpRequestWithAuthentication.call(node, type, options);
				const { statusCode, headers, body } = response as { statusCode: number; headers: JsonObject; body: unknown };
				return { kind: 'response', status: statusCode, headers, text: masked(textOf(body)) };
			} catch (thrown) {
				return node.getExecutionCancelSignal()?.aborted ? { kind: 'cancelled' } : faultOf(thrown);
			}
		},
	};
}

/**
 * Asks for an address as a credential is tested, where n8n offers its older helper alone. Never throws: what that helper throws
 * names the address, and with it the key.
 *
 * @param timeout in ms
 */
export async function askForTest(helpers: ICredentialTestFunctions['helpers'], uri: string, timeout: number): Promise<HttpAnswer> {
	try {
		const options = { method: 'GET', uri, timeout, followRedirect: false, simple: false, resolveWithFullResponse: true };
		const { statusCode, headers, body } = (await helpers.request(options)) as { statusCode: number; headers: JsonObject; body: unknown };
		return { kind: 'response', status: statusCode, headers, text: textOf(body) };
	} catch (thrown) {
		return faultOf(thrown);
	}
}
