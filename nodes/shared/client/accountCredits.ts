import { ACCOUNT_REQUEST } from '../ipqs/accountRequest';
import type { FailureReason } from '../ipqs/failures';
import { parseResponse } from '../ipqs/response';
import { readNumber } from '../json/coerce';
import type { Clock } from '../scheduling/clock';
import type { Transport } from './lookUp';
import type { DailySpending } from './dailySpending';

/** Milliseconds between two reads of an account. */
const INTERVAL = 60_000;

/** Milliseconds for which a balance applies if the account cannot be read again. */
const MAX_AGE = 3_600_000;

/** Milliseconds between two looks whether another execution's read has ended. */
const POLL = 50;

interface Balance {
	readonly credits: number;
	/** Requests that had ended when the account was read, and so are in its balance. */
	readonly settled: number;
	/** Ms of the clock. */
	readonly readAt: number;
}

/**
 * The credits of an account, for 'Keep Credits'. Read at most once a minute for all nodes and executions of this process, which
 * costs no credit; own requests are subtracted in between. Requests that are under way while the account is read are subtracted as
 * well, because IPQS may not have charged them yet.
 */
export class AccountCredits {
	private balance: Balance | undefined;

	private attemptedAt = -Infinity;

	private failure: FailureReason | undefined;

	private reading: Promise<void> | undefined;

	constructor(private readonly spending: DailySpending) {}

	/**
	 * Reads the account if the last read was a minute ago.
	 *
	 * @param timeout in ms
	 * @returns undefined if there is nothing to wait for
	 */
	refresh(transport: Transport, timeout: number, clock: Clock): Promise<void> | undefined {
		const isDue = this.reading !== undefined || clock.now() - this.attemptedAt >= INTERVAL;
		return isDue && !clock.cancelled() ? this.readShared(transport, timeout, clock) : undefined;
	}

	/** Credits left after own requests, null if they are not known. */
	left(now: number): number | null {
		if (this.balance === undefined || now - this.balance.readAt > MAX_AGE) return null;
		return this.balance.credits - (this.spending.reserved - this.balance.settled);
	}

	/** Whether the latest read gave a balance. */
	get isCurrent(): boolean {
		return this.failure === undefined;
	}

	/** Why no further request may be sent; undefined as long as more credits are left than `keep`, or nothing is known. */
	blockedBy(keep: number, now: number): 'insufficient_credits' | 'credits_reserved' | undefined {
		if (this.failure === 'insufficient_credits') return this.failure;
		const left = this.left(now);
		return left !== null && left <= keep ? 'credits_reserved' : undefined;
	}

	/**
	 * One read at a time. If the execution that reads is stopped, the next one reads again; if one that waits for it is stopped, it
	 * waits no longer.
	 */
	private async readShared(transport: Transport, timeout: number, clock: Clock): Promise<void> {
		do {
			if (this.reading === undefined) await (this.reading = this.read(transport, timeout, clock).finally(() => (this.reading = undefined)));
			else while (this.reading !== undefined && !clock.cancelled()) await clock.sleep(POLL);
		} while (this.failure === 'cancelled' && !clock.cancelled());
	}

	private async read(transport: Transport, timeout: number, clock: Clock): Promise<void> {
		const { settled } = this.spending;
		this.attemptedAt = clock.now();
		const result = parseResponse(await transport.send(ACCOUNT_REQUEST, 1, timeout), clock.date(), ACCOUNT_REQUEST);
		const credits = result.kind === 'success' ? readNumber(result.body.credits) : null;
		this.failure = result.kind === 'failed' ? result.reason : credits === null ? 'bad_response' : undefined;
		if (this.failure === 'cancelled') this.attemptedAt = -Infinity;
		if (credits !== null) this.balance = { credits, settled, readAt: clock.now() };
	}
}
