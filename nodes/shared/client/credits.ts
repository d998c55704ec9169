import { ACCOUNT_REQUEST } from '../ipqs/account';
import { readNumber } from '../json/coerce';
import { FAILURES, type FailureReason } from '../ipqs/errors';
import { parseResponse } from '../ipqs/response';
import type { Clock } from '../scheduling/clock';
import type { Transport } from './lookUp';

export interface CreditCheck {
	/** `credits` of the account, null if the account could not be read. */
	readonly credits: number | null;
	/** Why no lookup of this account can succeed; undefined if lookups may start. */
	readonly stopReason: FailureReason | undefined;
}

/**
 * Reads the account before a batch. Costs no credit. If the account cannot be read, lookups go on.
 *
 * @param timeout in ms
 */
export async function checkCredits(transport: Transport, timeout: number, clock: Clock): Promise<CreditCheck> {
	const result = parseResponse(await transport.send(ACCOUNT_REQUEST, 1, timeout), clock.date(), ACCOUNT_REQUEST);
	if (result.kind === 'failed') {
		return { credits: null, stopReason: FAILURES[result.reason].stopsAccount ? result.reason : undefined };
	}
	const credits = readNumber(result.body.credits);
	return { credits, stopReason: credits !== null && credits <= 0 ? 'insufficient_credits' : undefined };
}
