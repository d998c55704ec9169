/** A running n8n, and its REST interface as the owner. */
interface N8n {
	url: string;
	rest: <Answer>(method: string, path: string, body?: object) => Promise<Answer>;
}

/** A user of n8n with the pages of a form, as a browser has them. */
export class Reviewer {
	/** Creates the user. */
	static create(n8n: N8n, email: string): Promise<Reviewer>;
	readonly email: string;
	/** Where the page is answered. */
	readonly address: string;
	/** The page. */
	readonly html: string;
	/** Opens the form at a path below /form and submits its first page, which asks nothing. */
	open(path: string): Promise<void>;
	/** The text of a row of the page, or undefined. */
	shown(label: string): string | undefined;
	/** Submits the page and goes to the next one; throws if n8n refuses it, or if the next page does not come in time. */
	answer(decision: string, note: string): Promise<void>;
}

type Status = number | 'none';

/** Opens a page of the form without a login, and accepts the lead on it, with the note "Without a login". */
export function reviewWithoutLogin(address: string): Promise<{ status: Status; text: string; answers: Status[] }>;
