import type { ApiRequest } from '../../nodes/shared/ipqs/request';
import type { HttpResult } from '../../nodes/shared/ipqs/response';
import type { Account, Transport } from '../../nodes/shared/client/lookUp';
import { AccountCredits } from '../../nodes/shared/client/accountCredits';
import { DailySpending } from '../../nodes/shared/client/dailySpending';
import { RateLimiter } from '../../nodes/shared/scheduling/rateLimiter';
import type { ManualClock } from './clock';

export const response = (status: number, body: unknown, headers: Record<string, unknown> = {}): HttpResult => ({
	kind: 'response',
	status,
	headers,
	text: typeof body === 'string' ? body : JSON.stringify(body),
});

export const VALID = { message: 'Phone is valid.', success: true, valid: true, fraud_score: 0, request_id: 'Xy12Zw' };

export const answered = response(200, VALID);
export const outOfService = response(503, '');
export const tooMany = response(429, '');
export const timedOut: HttpResult = { kind: 'timeout' };
export const unreachable: HttpResult = { kind: 'network', phase: 'connecting' };
export const dropped: HttpResult = { kind: 'network', phase: 'sending' };
export const cutOff: HttpResult = { kind: 'network', phase: 'receiving' };

/** IPQS's own words, as seen in live bodies. */
export const MESSAGES = {
	invalidKey: 'Invalid or unauthorized key. Please check the API key and try again.',
	insufficientCredits: 'You have insufficient credits to make this query. Please contact IPQualityScore support if this error persists.',
	quotaExceeded: 'You have exceeded your request quota of 200 per day. Please upgrade to increase your request quota.',
} as const;

export const refusal = (message: string): HttpResult => response(200, { success: false, message, request_id: 'Ab34Cd' });

export interface Sent {
	readonly request: ApiRequest;
	readonly attempt: number;
	readonly timeout: number;
	/** Ms since the epoch. */
	readonly at: number;
}

/** A phone lookup. */
export const requestFor = (phone: string): ApiRequest => ({
	method: 'GET',
	path: '/api/json/phone',
	parameters: { phone, strictness: '0' },
	costsCredit: true,
	invalidNumberIsResult: true,
});

export function accountOn(clock: ManualClock, requestsPerSecond = 0, id = 'account'): Account {
	const spending = new DailySpending();
	return { id, requestsPerSecond, rateLimiter: new RateLimiter(clock.now), spending, credits: new AccountCredits(spending) };
}

/** A transport whose responses a test chooses; each takes `latency` ms, and a timeout as long as it was given. */
export class ScriptedTransport implements Transport {
	readonly sent: Sent[] = [];

	mostInFlight = 0;

	private inFlight = 0;

	constructor(
		private readonly clock: ManualClock,
		readonly account: Account | null,
		private readonly script: (sent: Sent, place: number) => HttpResult,
		private readonly latency = 100,
	) {}

	readonly send = async (request: ApiRequest, attempt: number, timeout: number): Promise<HttpResult> => {
		const sent = { request, attempt, timeout, at: this.clock.now() };
		this.mostInFlight = Math.max(this.mostInFlight, ++this.inFlight);
		const answer = this.script(sent, this.sent.push(sent) - 1);
		await this.clock.sleep(answer.kind === 'timeout' ? timeout : this.latency);
		this.inFlight--;
		return answer;
	};
}

/** Answers in this order, the last one for ever. */
export const inTurn =
	(...answers: readonly [HttpResult, ...HttpResult[]]) =>
	(_sent: Sent, place: number): HttpResult =>
		answers[place] ?? (answers.at(-1) as HttpResult);
