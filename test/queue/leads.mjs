const ANSWER_LIMIT = 240_000;

/** Requests that are under way at once, as from several senders. */
const SENDERS = 40;

/** Fictional numbers, each of one lead: 100 in each area code. */
const AREA_CODES = [201, 202, 203, 205, 206, 207, 208, 209, 210, 212];

/** @returns {{ reference: number, phone: string }[]} */
export const makeLeads = (count) =>
	Array.from({ length: count }, (_, reference) => ({
		reference,
		phone: `+1${AREA_CODES[Math.floor(reference / 100)]}55501${String(reference % 100).padStart(2, '0')}`,
	}));

async function post(address, lead, signal) {
	try {
		const response = await fetch(address, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(lead),
			signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_LIMIT)]),
		});
		const text = await response.text();
		return { lead, status: response.status, row: response.ok ? JSON.parse(text).id : undefined };
	} catch {
		return { lead, status: 'none' };
	}
}

/**
 * Sends leads to a webhook, several at once; none is sent twice.
 *
 * @param {AbortSignal} signal ends what is under way
 * @returns {Promise<{ lead: object, status: number | 'none', row?: number }[]>} n8n's answers: the HTTP status, and the id it gave
 */
export async function postLeads(address, leads, signal) {
	const waiting = [...leads];
	const answers = [];
	const send = async () => {
		while (waiting.length > 0 && !signal.aborted) answers.push(await post(address, waiting.shift(), signal));
	};
	await Promise.all(Array.from({ length: SENDERS }, send));
	return answers;
}
