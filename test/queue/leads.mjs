const RESPONSE_TIMEOUT = 240_000;

const SENDERS = 40;

/** Each area code has 100 fictional numbers. */
const AREA_CODES = [201, 202, 203, 205, 206, 207, 208, 209, 210, 212];

/** @returns {{ reference: number, phone: string }[]} */
export const makeLeads = (count) =>
	Array.from({ length: count }, (_, reference) => ({
		reference,
		phone: `+1${AREA_CODES[Math.floor(reference / 100)]}55501${String(reference % 100).padStart(2, '0')}`,
	}));

async function post(url, lead, signal) {
	try {
		const response = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(lead),
			signal: AbortSignal.any([signal, AbortSignal.timeout(RESPONSE_TIMEOUT)]),
		});
		const text = await response.text();
		const body = response.ok && text !== '' ? JSON.parse(text) : undefined;
		return { lead, status: response.status, body, row: body?.id };
	} catch {
		return { lead, status: 'none' };
	}
}

/**
 * Sends each lead to a webhook once, several in parallel.
 *
 * @param {AbortSignal} signal cancels all requests
 * @param {number} [senders] number of requests in parallel
 * @returns {Promise<{ lead: object, status: number | 'none', body?: any, row?: number }[]>} the
 *   HTTP status of each response, its body, and the ID of the row
 */
export async function postLeads(url, leads, signal, senders = SENDERS) {
	const waiting = [...leads];
	const responses = [];
	const send = async () => {
		while (waiting.length > 0 && !signal.aborted) responses.push(await post(url, waiting.shift(), signal));
	};
	await Promise.all(Array.from({ length: senders }, send));
	return responses;
}
