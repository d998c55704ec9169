import type { StandInCounts } from './stand-in';

/** A token as n8n's JWT node signs it, with the passphrase of the credential that `switchOn` creates or another one. */
export function signToken(payload: object, secret?: string): string;

/**
 * The example buyer-returns.json with everything switched on.
 *
 * @param rest n8n's REST interface, which creates a credential for the tokens of buyers
 * @param account the credential of IPQS
 */
export function switchOn<Workflow>(
	example: Workflow,
	rest: <Answer>(method: string, path: string, body?: object) => Promise<Answer>,
	account: { id: string; name: string },
): Promise<Workflow>;

/** Returns a lead to the example. */
export function giveBack(url: string, body: unknown, token?: string): Promise<Response>;

/** Requests to IPQS that are no lookups. */
export function countNotifications(counts: StandInCounts): number;
