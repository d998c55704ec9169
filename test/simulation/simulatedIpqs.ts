import type { FailureReason } from '../../nodes/shared/ipqs/failures';
import { answerTo } from './answers';
import type { Behavior } from './faults';
import type { AccountPlan } from './scenario';

/** What a request asks. */
export interface Question {
	readonly kind: 'phone' | 'email' | 'account';
	/** Digits or an email address; empty for the account call. */
	readonly value: string;
	readonly strictness: string;
}

export interface ServerResponse {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
	/** What the package makes of it once it is received: a result, or the reason of the failure; undefined if that is open. */
	readonly meaning: 'result' | FailureReason | undefined;
	/** Whether it is a result, for which IPQS takes a credit. */
	readonly costsCredit: boolean;
}

const WINDOW = 1_000;

const refusal = (message: string, meaning: FailureReason): ServerResponse => ({
	status: 200,
	headers: {},
	body: JSON.stringify({ success: false, message, request_id: 'none' }),
	meaning,
	costsCredit: false,
});

/** An account as IPQS keeps it. */
export class SimulatedAccount {
	credits: number;

	private answered = 0;

	/** When requests were accepted within the last window, ms. */
	private accepted: number[] = [];

	constructor(readonly plan: AccountPlan) {
		this.credits = plan.credits;
	}

	/**
	 * Decides about a request when it arrives.
	 *
	 * @param time ms from the start of the simulation
	 * @param date ms since the epoch, by IPQS's clock
	 * @param echo what a server that repeats the request would repeat
	 */
	respond(question: Question, behavior: Behavior, requestId: string, time: number, date: number, echo: string): ServerResponse {
		const { kind, value } = question;
		if (behavior.response === 'echo') return { ...refusal(`Oops: ${echo}`, 'unknown'), meaning: undefined };
		if (behavior.response !== 'result' && !(behavior.isPhoneOnly && kind !== 'phone')) {
			const { status, body, headers = {} } = behavior.response;
			return { status, body, headers, meaning: behavior.reason, costsCredit: false };
		}
		if (time >= this.plan.revokedAt) {
			return refusal('Invalid or unauthorized key. Please check the API key and try again.', 'invalid_key');
		}
		if (kind === 'account') {
			const body = JSON.stringify({ success: true, message: 'Success', credits: this.credits, usage: this.answered });
			return { status: 200, headers: {}, body, meaning: 'result', costsCredit: false };
		}
		if (this.isOverLimit(time)) return this.refuse(date);
		if (this.plan.quota > 0 && this.answered >= this.plan.quota) {
			return refusal(
				'You have exceeded your request quota of 200 per day. Please upgrade to increase your request quota.',
				'quota_exceeded',
			);
		}
		if (this.credits <= 0) return refusal('You have insufficient credits to make this query.', 'insufficient_credits');
		return { status: 200, headers: {}, body: answerTo(kind, value, requestId), meaning: 'result', costsCredit: true };
	}

	/** Takes the credit of a result. */
	charge(): void {
		this.credits--;
		this.answered++;
	}

	private isOverLimit(time: number): boolean {
		if (this.plan.limit === 0) return false;
		this.accepted = this.accepted.filter((start) => start > time - WINDOW);
		if (this.accepted.length >= this.plan.limit) return true;
		this.accepted.push(time);
		return false;
	}

	private refuse(date: number): ServerResponse {
		return { status: this.plan.refusal.status, headers: this.retryAfter(date), body: '', meaning: 'rate_limited', costsCredit: false };
	}

	/** `Retry-After` in the form that this account gets. */
	private retryAfter(date: number): Record<string, string> {
		const { retryAfter, seconds } = this.plan.refusal;
		if (retryAfter === null) return {};
		if (retryAfter === 'seconds') return { 'retry-after': String(seconds) };
		const waitUntil = { 'retry-after': new Date(date + seconds * 1_000).toUTCString() };
		return retryAfter === 'date' ? { ...waitUntil, date: new Date(date).toUTCString() } : waitUntil;
	}
}
