import { ACCOUNT_REQUEST } from '../ipqs/account';
import { readNumber } from '../ipqs/readValue';
import { FAILURES, type Reason } from '../ipqs/errors';
import { readAnswer } from '../ipqs/response';
import type { Clock } from '../scheduling/clock';
import type { Line } from './lookUp';

export interface CreditCheck {
	/** Credits as IPQS counts them, null when it did not say. */
	readonly credits: number | null;
	/** Why no lookup of this account can be answered, if so. */
	readonly stopped: Reason | undefined;
}

/** Reads the account once, before a batch. An account that cannot be read just now stops nothing. */
export async function checkCredits(line: Line, timeout: number, clock: Clock): Promise<CreditCheck> {
	const verdict = readAnswer(await line.send(ACCOUNT_REQUEST, 1, timeout), clock.now(), ACCOUNT_REQUEST);
	if (verdict.kind === 'failed') {
		return { credits: null, stopped: FAILURES[verdict.reason].stopsAccount ? verdict.reason : undefined };
	}
	const credits = readNumber(verdict.body.credits);
	return { credits, stopped: credits !== null && credits <= 0 ? 'insufficient_credits' : undefined };
}
