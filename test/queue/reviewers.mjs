import { createRequire } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';

const { Reviewer, reviewWithoutLogin } = createRequire(import.meta.url)('../support/reviewer.js');

const EMAILS = ['ana@example.com', 'ben@example.com'];

/** Every 8th lead is kept open, until the other one has it as well or this many seconds more than a claim. */
const KEPT_OPEN = { every: 8, extraSeconds: 4 };

/** Milliseconds between two looks at a queue in which every lead is taken, and between two tries without a login. */
const PAUSE = 500;
const STRANGER_PAUSE = 2_000;

const SAVED = 'saved';
const NOT_SAVED = 'not saved';

/** What the page after an answer says about it; undefined if the page is none of the example's. */
function readReceipt({ html, shown }) {
	if (html.includes('answer was not saved') || html.includes(NOT_SAVED)) return NOT_SAVED;
	return shown === SAVED || html.includes('No lead is waiting') ? SAVED : undefined;
}

/** Leads that a reviewer keeps open, at most one at a time. */
function makeMeeting(seconds) {
	let kept;
	return {
		/** Whether the other reviewer waits with the same lead; both go on at once. */
		join(lead) {
			const isMet = kept?.lead === lead;
			if (isMet) kept.meet();
			return isMet;
		},
		/** Waits for the other reviewer, unless the other one waits already. */
		async keepOpen(lead, signal) {
			if (kept !== undefined) return;
			const met = new Promise((resolve) => (kept = { lead, meet: resolve }));
			await Promise.race([met, wait(seconds * 1_000, undefined, { signal })]);
			kept = undefined;
		},
	};
}

/**
 * Reviews all leads with two reviewers at once, whose decisions race for the same lead now and then, while somebody without a login
 * tries to see and accept leads.
 *
 * @param {{ url: string, rest: Function }} n8n
 * @param {{ path: string, claimSeconds: number, isDone: () => Promise<boolean>, signal: AbortSignal }} options `path` of the form
 * @returns {Promise<{ answers: { lead: string, email: string, decision: string, note: string, receipt?: string }[], races: number,
 *   strangers: ({ address: string } & Awaited<ReturnType<typeof reviewWithoutLogin>>)[], reopened: number }>} all answers, with a note of
 *   their own and what the next page said about each; pairs of answers to the same lead at the same moment; tries without a login; how
 *   often a reviewer lost the page
 */
export async function reviewAll(n8n, { path, claimSeconds, isDone, signal }) {
	const reviewers = [];
	for (const email of EMAILS) reviewers.push(await Reviewer.create(n8n, email));
	const meeting = makeMeeting(claimSeconds + KEPT_OPEN.extraSeconds);
	const seen = { answers: [], races: 0, strangers: [], reopened: 0 };
	let hasEnded = false;

	let count = 0;

	const answer = async (reviewer, lead) => {
		const { email } = reviewer;
		const number = count++;
		const joins = meeting.join(lead);
		if (joins) seen.races += 1;
		else if (number % KEPT_OPEN.every === 0) await meeting.keepOpen(lead, signal);
		// Whoever kept the lead open accepts it, so the answers of a race contradict each other.
		const decision = joins || number % 2 === 1 ? 'Reject' : 'Accept';
		const sent = { lead, email, decision, note: `${email} ${number}` };
		seen.answers.push(sent);
		await reviewer.answer(decision, sent.note);
		sent.receipt = readReceipt({ html: reviewer.html, shown: reviewer.shown('Last answer') });
	};
	const work = async (reviewer) => {
		while (!signal.aborted && !(await isDone())) {
			try {
				await reviewer.open(path);
				for (let lead = reviewer.shown('Name'); lead !== undefined; lead = reviewer.shown('Name')) await answer(reviewer, lead);
			} catch {
				// The execution of the page has died with the worker.
				seen.reopened += 1;
			}
			await wait(PAUSE, undefined, { signal });
		}
	};
	const intrude = async () => {
		while (!signal.aborted && !hasEnded) {
			for (const address of [`${n8n.url}/form/${path}`, ...reviewers.map((reviewer) => reviewer.address).filter(Boolean)])
				seen.strangers.push({ address, ...(await reviewWithoutLogin(address)) });
			await wait(STRANGER_PAUSE, undefined, { signal });
		}
	};
	const working = Promise.all(reviewers.map(work)).finally(() => (hasEnded = true));
	await Promise.all([working, intrude()]);
	return seen;
}
