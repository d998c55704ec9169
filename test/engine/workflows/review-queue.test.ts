import { sleep, type IDataObject } from 'n8n-workflow';
import type { EngineRun } from '../../../scripts/engine';
import { reportOf, testLeads } from '../../support/backtestRun';
import { openReviewQueue, rowsOf, type Page, type Reviewer } from '../../support/reviewQueue';
import reviewQueue from '../../../workflows/review-queue.json';

const CLEAR = '+1 201 555 0100';
const VOIP = '+1 415 555 0110';
const DISCONNECTED = '+1 617 555 0131';
const INVALID = '+1 213 555 0130';

const HOUR = 60;
const DAY = 24 * HOUR;
/** Minutes that a reviewer has a lead for, that a closed lead waits at most before it may go on, and that closed leads have to go on. */
const CLAIM = 15;
const WAIT = 1;
const HAND_OVER = 10;

const leadOf = (phone: string, more: IDataObject = {}): IDataObject => ({
	firstName: 'Silas',
	lastName: 'Okafor',
	email: 'silas.okafor@example.com',
	phone,
	source: 'web-form',
	campaign: 'Solar Spring',
	...more,
});

const qaLeads = (count: number): IDataObject[] => Array.from({ length: count }, (_, index) => leadOf(VOIP, { lastName: `Lead ${index}` }));

const accept: Reviewer = () => ({ answer: 'Accept' });

const lastNames = (run: EngineRun, name: string): unknown[] => run.arrived(name).map(({ json }) => json.lastName);

/** Lets two reads finish only when both have begun. */
function meet(): () => Promise<void> {
	let waiting: Array<() => void> = [];
	return async () =>
		await new Promise((resolve) => {
			waiting.push(resolve);
			if (waiting.length === 2) waiting = waiting.flatMap((release) => release() ?? []);
		});
}

describe('the review queue: new leads', () => {
	it('queues QA leads with a due date, the reason in words and a masked number, and passes on accepted ones', async () => {
		const { queue, kept, send } = openReviewQueue();
		const run = await send(...[VOIP, CLEAR, INVALID, DISCONNECTED].map((phone) => leadOf(phone)));
		expect(run.error).toBeUndefined();
		expect(rowsOf(queue, 'state', 'owner', 'phone', 'reasons', 'codes', 'asked')).toEqual([
			['open', '', '+• ••• ••• 0110', 'VOIP is true', 'VOIP', 0],
			['open', '', '+• ••• ••• 0131', 'Active is false', 'INACTIVE', 0],
		]);
		for (const { due } of queue.rows) expect(Date.parse(due as string) / 60_000 - Date.now() / 60_000).toBeCloseTo(DAY, 0);
		expect(run.items('Send to CRM').map(({ json }) => json.phone)).toEqual([CLEAR]);
		expect(rowsOf(kept, 'outcome', 'known_result').sort()).toEqual([
			['accept', ''],
			['qa', ''],
			['qa', ''],
			['reject', ''],
		]);
		const outcomeOf = new Map(kept.rows.map(({ id, outcome, key }) => [id, [outcome, key]]));
		for (const { decision_id, lead } of queue.rows) {
			const { ipqs } = JSON.parse(lead as string) as { ipqs: { lookup: { key: string } } };
			expect(outcomeOf.get(decision_id as number)).toEqual(['qa', ipqs.lookup.key]);
		}
	});

	it('queues a lead even if its decision cannot be kept, and a lead without a number', async () => {
		const { queue, kept, send } = openReviewQueue();
		kept.node.execute = async function () {
			return [this.getInputData().map((_, item) => ({ json: { error: 'No space' }, pairedItem: { item } }))];
		};
		await send({ ...leadOf(''), phone: undefined });
		expect(rowsOf(queue, 'state', 'phone', 'codes', 'decision_id')).toEqual([['open', '', 'NUMBER_MISSING', 0]]);
	});
});

describe('the review queue: a reviewer', () => {
	it('sees the leads in the order in which they are due, without their numbers, until none is left', async () => {
		const { queue, send, review, pass } = openReviewQueue();
		await send(leadOf(VOIP, { lastName: 'Early' }));
		pass(HOUR);
		await send(leadOf(DISCONNECTED, { lastName: 'Late' }));
		const pages: Page[] = [];
		const run = await review('ana@example.com', (page) => {
			pages.push(page);
			return { answer: pages.length === 1 ? 'Accept' : 'Reject', note: `Note ${pages.length}` };
		});
		expect(run.error).toBeUndefined();
		expect(pages.map(({ html }) => /Early|Late/.exec(html)?.[0])).toEqual(['Early', 'Late']);
		for (const { html, decisions } of pages) {
			expect(html).toMatch(/<b>Reason<\/b>: (VOIP is true|Active is false)</);
			expect(html).not.toMatch(/555/);
			expect(decisions).toEqual(['Accept', 'Reject', 'Ask Again']);
		}
		expect(rowsOf(queue, 'state', 'owner', 'note')).toEqual([
			['accepted', 'ana@example.com', 'Note 1'],
			['rejected', 'ana@example.com', 'Note 2'],
		]);
		expect(run.items('Nothing to Review')).toHaveLength(1);
	});

	it('sees what a lead sends as plain text', async () => {
		const { send, review } = openReviewQueue();
		const campaign = '<img src="https://example.com/x">{{ $env }}$&';
		await send(leadOf(VOIP, { campaign }));
		let html = '';
		await review('ana@example.com', (page) => void (html = page.html));
		expect(html).not.toMatch(/<img|\{\{|\$/);
		const shown = html.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
		expect(shown).toContain(campaign);
	});

	it('loses the lead after 15 minutes without an answer to the next reviewer, and is told so', async () => {
		const { queue, send, review, pass } = openReviewQueue();
		await send(leadOf(VOIP));
		const pages: string[] = [];
		const slow = await review('slow@example.com', async () => {
			pass(CLAIM - 1);
			expect((await review('early@example.com', accept)).runs('Review Lead')).toBe(0);
			pass(2);
			await review('next@example.com', accept);
			return { answer: 'Reject', note: 'too late' };
		});
		expect(slow.error).toBeUndefined();
		expect(rowsOf(queue, 'state', 'owner', 'note')).toEqual([['accepted', 'next@example.com', '']]);
		pages.push(...slow.items('Nothing to Review').map(({ json }) => String(json.message)));
		expect(pages).toEqual([expect.stringContaining('not saved')]);
	});

	it('cannot close a lead that another reviewer has by now', async () => {
		const { queue, send, review, pass } = openReviewQueue();
		await send(leadOf(VOIP));
		await review('slow@example.com', async () => {
			pass(CLAIM + 1);
			await review('next@example.com', () => undefined);
			return { answer: 'Reject' };
		});
		expect(rowsOf(queue, 'state', 'owner')).toEqual([['open', 'next@example.com']]);
	});

	it('can answer later if nobody else has taken the lead', async () => {
		const { queue, send, review, pass } = openReviewQueue();
		await send(leadOf(VOIP));
		await review('ana@example.com', () => {
			pass(CLAIM + 1);
			return { answer: 'Accept' };
		});
		expect(rowsOf(queue, 'state', 'owner')).toEqual([['accepted', 'ana@example.com']]);
	});

	it('changes nothing without an answer, or with one that the page does not offer', async () => {
		const { queue, send, review, pass } = openReviewQueue();
		await send(leadOf(VOIP));
		for (const answer of [undefined, { answer: 'Delete' }]) {
			const run = await review('ana@example.com', () => answer);
			expect([run.error, rowsOf(queue, 'state')]).toEqual([undefined, [['open']]]);
			pass(CLAIM + 1);
		}
		await review('ben@example.com', accept);
		expect(rowsOf(queue, 'state', 'owner')).toEqual([['accepted', 'ben@example.com']]);
	});

	it('asks again twice at most: the lead is looked up, gets its new reasons, keeps its due date and stays open', async () => {
		const { queue, send, review, change } = openReviewQueue();
		await send(leadOf(VOIP));
		const due = rowsOf(queue, 'due');
		change('Look Up Again', { phone: CLEAR });
		const pages: Page[] = [];
		const run = await review('ana@example.com', (page) => {
			pages.push(page);
			return { answer: 'Ask Again' };
		});
		expect(run.error).toBeUndefined();
		expect(run.runs('Look Up Again')).toBe(2);
		expect(pages.map(({ decisions }) => decisions.length)).toEqual([3, 3, 2]);
		expect(rowsOf(queue, 'state', 'asked', 'codes')).toEqual([['open', 2, '']]);
		expect(queue.rows[0]?.reasons).toMatch(/^Now accept: /);
		expect(rowsOf(queue, 'due')).toEqual(due);
		expect(JSON.parse(queue.rows[0]?.lead as string)).toMatchObject({ phone: VOIP, ipqs: { fraud_score: 0 }, decision: { outcome: 'accept' } });
	});
});

describe('the review queue: several at once', () => {
	it.each([true, false])('two reviewers who find the same lead get one each (rows before an update: %s)', async (returnsMatchesBefore) => {
		const { queue, send, review } = openReviewQueue();
		queue.returnsMatchesBefore = returnsMatchesBefore;
		await send(...qaLeads(2));
		queue.afterRead = meet();
		const shown: string[] = [];
		const reviewer: Reviewer = ({ html }) => {
			shown.push(/Lead \d/.exec(html)?.[0] ?? '');
			queue.afterRead = async () => {};
			return { answer: 'Accept' };
		};
		const runs = await Promise.all(['ana@example.com', 'ben@example.com'].map(async (email) => await review(email, reviewer)));
		expect(runs.map(({ error }) => error)).toEqual([undefined, undefined]);
		expect(shown.sort()).toEqual(['Lead 0', 'Lead 1']);
		expect(rowsOf(queue, 'state')).toEqual([['accepted'], ['accepted']]);
	});

	it('60 leads, two reviewers and the schedule: each lead is closed once and goes on once', async () => {
		const { queue, send, review, runSchedule, pass } = openReviewQueue();
		await send(...qaLeads(40));
		pass(DAY);
		await send(...qaLeads(20));
		queue.writes.length = 0;
		let answers = 0;
		const during: Array<Promise<EngineRun>> = [];
		const reviewer: Reviewer = () => {
			if (++answers % 10 === 0) during.push(runSchedule());
			return { answer: answers % 2 === 0 ? 'Accept' : 'Reject' };
		};
		await Promise.all(['ana@example.com', 'ben@example.com'].map(async (email) => await review(email, reviewer)));
		pass(WAIT);
		const runs = [...(await Promise.all(during)), await runSchedule(), await runSchedule()];
		expect(queue.rows.map(({ state }) => state).filter((state) => state === 'open')).toEqual([]);
		const ended = runs.flatMap((run) => ['Send to CRM', 'Archive as Rejected'].flatMap((name) => run.arrived(name)));
		const ids = ended.map(({ json }) => (json.review as { id: number }).id).sort((one, other) => one - other);
		expect(ids).toEqual(queue.rows.map(({ id }) => id));
	});
});

describe('the review queue: the schedule', () => {
	it('passes on each closed lead once, with the fields that it had after Decide, and keeps how it ended', async () => {
		const { queue, kept, send, review, runSchedule, pass } = openReviewQueue();
		const sent = await send(...qaLeads(2));
		let answers = 0;
		await review('ana@example.com', () => ({ answer: ++answers === 1 ? 'Accept' : 'Reject', note: 'Called' }));
		pass(WAIT);
		const run = await runSchedule();
		expect(run.error).toBeUndefined();
		const [lead] = sent.items('Decide', 1);
		expect(run.arrived('Send to CRM').map(({ json }) => json)).toEqual([
			{ ...lead?.json, review: { id: 1, state: 'accepted', by: 'ana@example.com', note: 'Called' } },
		]);
		expect(lastNames(run, 'Archive as Rejected')).toEqual(['Lead 1']);
		expect(rowsOf(kept, 'known_result')).toEqual([['review_accepted'], ['review_rejected']]);
		expect(rowsOf(queue, 'passed_on')).toEqual([[true], [true]]);
		expect((await runSchedule()).runs('Reviewed Lead')).toBe(0);
	});

	it('closes overdue leads by their codes, except one that a reviewer has, and says nothing about how they turned out', async () => {
		const { queue, kept, send, review, runSchedule, pass } = openReviewQueue();
		await send(...qaLeads(1));
		pass(1);
		await send(leadOf(VOIP, { lastName: 'Voip' }), leadOf(DISCONNECTED, { lastName: 'Disconnected' }), leadOf('+1 216 555 0164', { lastName: 'Failed' }));
		const before = await runSchedule();
		expect([before.error, before.runs('Close Overdue Lead')]).toEqual([undefined, 0]);
		pass(DAY);
		let run: EngineRun | undefined;
		await review('ana@example.com', async () => void (run = await runSchedule()));
		expect(rowsOf(queue, 'state', 'owner')).toEqual([
			['open', 'ana@example.com'],
			['accepted', 'default'],
			['rejected', 'default'],
			['accepted', 'default'],
		]);
		expect(run && lastNames(run, 'Send to CRM')).toEqual(['Voip', 'Failed']);
		expect(run && lastNames(run, 'Archive as Rejected')).toEqual(['Disconnected']);
		expect(rowsOf(kept, 'known_result')).toEqual([[''], [''], [''], ['']]);
	});

	it('accepts an overdue lead that has no code left, as after it was looked up again', async () => {
		const { queue, send, runSchedule, pass } = openReviewQueue();
		await send(leadOf(VOIP));
		for (const row of queue.rows) row.codes = '';
		pass(2 * DAY);
		await runSchedule();
		expect(rowsOf(queue, 'state', 'owner')).toEqual([['accepted', 'default']]);
	});

	it('gives no default to an overdue lead that a reviewer takes at that moment', async () => {
		const { queue, send, review, runSchedule, pass } = openReviewQueue();
		await send(...qaLeads(1));
		pass(DAY + 1);
		queue.afterRead = async () => {
			queue.afterRead = async () => {};
			await review('ana@example.com', () => undefined);
		};
		await runSchedule();
		expect(rowsOf(queue, 'state', 'owner')).toEqual([['open', 'ana@example.com']]);
	});

	it('gives no default to an overdue lead that a late answer closes at that moment', async () => {
		const { queue, send, review, runSchedule, pass } = openReviewQueue();
		await send(...qaLeads(1));
		let schedule: Promise<EngineRun> | undefined;
		await review('ana@example.com', async () => {
			pass(DAY + 1);
			const found = new Promise<void>((resolve) => {
				queue.afterRead = async () => {
					queue.afterRead = async () => {};
					resolve();
					while (queue.rows[0]?.state === 'open') await sleep(1);
				};
			});
			schedule = runSchedule();
			await found;
			return { answer: 'Reject' };
		});
		await schedule;
		expect(rowsOf(queue, 'state', 'owner')).toEqual([['rejected', 'ana@example.com']]);
	});

	it.each([true, false])('two runs that find the same closed leads pass them on once (rows before an update: %s)', async (returnsMatchesBefore) => {
		const { queue, send, review, runSchedule, pass } = openReviewQueue();
		await send(...qaLeads(3));
		await review('ana@example.com', accept);
		pass(WAIT);
		queue.returnsMatchesBefore = returnsMatchesBefore;
		const both = meet();
		let updates = 0;
		queue.beforeUpdate = async () => await (++updates <= 2 ? both() : undefined);
		const runs = await Promise.all([runSchedule(), runSchedule()]);
		expect(runs.map(({ error }) => error)).toEqual([undefined, undefined]);
		expect(runs.flatMap((run) => lastNames(run, 'Send to CRM')).sort()).toEqual(['Lead 0', 'Lead 1', 'Lead 2']);
	});

	it('tells the reviewer that an answer was saved, even if the schedule runs at that moment', async () => {
		const { queue, send, review, runSchedule, pass } = openReviewQueue();
		await send(...qaLeads(1));
		queue.afterUpdate = async ({ state }) => {
			if (state === 'accepted') await runSchedule();
		};
		const run = await review('ana@example.com', accept);
		expect(run.items('Nothing to Review').map(({ json }) => json.message)).not.toEqual([expect.stringContaining('not saved')]);
		pass(WAIT);
		expect(lastNames(await runSchedule(), 'Send to CRM')).toEqual(['Lead 0']);
	});

	it('passes leads on again after ten minutes if a worker died while it did so', async () => {
		const { queue, send, review, runSchedule, pass } = openReviewQueue();
		await send(...qaLeads(1));
		await review('ana@example.com', accept);
		pass(WAIT);
		await runSchedule();
		Object.assign(queue.rows[0] ?? {}, { passed_on: false });
		pass(HAND_OVER - 1);
		expect((await runSchedule()).runs('Reviewed Lead')).toBe(0);
		pass(2);
		expect(lastNames(await runSchedule(), 'Send to CRM')).toEqual(['Lead 0']);
	});

	it('leaves a known result that something else has written', async () => {
		const { kept, send, review, runSchedule, pass } = openReviewQueue();
		await send(...qaLeads(1));
		await review('ana@example.com', accept);
		pass(WAIT);
		Object.assign(kept.rows[0] ?? {}, { known_result: 'returned' });
		await runSchedule();
		expect(rowsOf(kept, 'known_result')).toEqual([['returned']]);
	});

	it('deletes leads that were closed 30 days ago and have gone on, and no others', async () => {
		const { queue, send, review, runSchedule, pass } = openReviewQueue();
		await send(...qaLeads(2));
		let answers = 0;
		await review('ana@example.com', () => (++answers === 1 ? { answer: 'Accept' } : undefined));
		pass(WAIT);
		await runSchedule();
		Object.assign(queue.rows[1] ?? {}, { due: new Date(Date.now() + 60 * DAY * 60_000).toISOString() });
		pass(29 * DAY);
		await runSchedule();
		expect(rowsOf(queue, 'state')).toEqual([['accepted'], ['open']]);
		pass(2 * DAY);
		// A run that is under way has it.
		Object.assign(queue.rows[0] ?? {}, { passed_on: false, claimed_until: new Date(Date.now() + HOUR * 60_000).toISOString() });
		await runSchedule();
		expect(rowsOf(queue, 'state')).toEqual([['accepted'], ['open']]);
		Object.assign(queue.rows[0] ?? {}, { passed_on: true });
		await runSchedule();
		expect(rowsOf(queue, 'state')).toEqual([['open']]);
	});

	it('succeeds on a table that it has just created', async () => {
		const { queue, runSchedule } = openReviewQueue();
		expect((await runSchedule()).error).toBeUndefined();
		expect(queue.exists).toBe(true);
	});
});

describe('the review queue: around it', () => {
	it('lets Back-Test read how reviews ended', async () => {
		const { kept, send, review, runSchedule, pass } = openReviewQueue();
		await send(...qaLeads(5), leadOf(CLEAR));
		let answers = 0;
		await review('ana@example.com', () => ({ answer: ++answers <= 2 ? 'Accept' : 'Reject' }));
		pass(WAIT);
		await runSchedule();
		const parameters = {
			resultField: 'result',
			decisionField: 'outcome',
			knownField: 'known_result',
			goodValues: 'review_accepted',
			badValues: 'review_rejected',
		};
		const [report] = reportOf(
			await testLeads(
				kept.rows.map((json) => ({ json })),
				{ parameters },
			),
		);
		expect(report).toMatchObject({ leads: 6, qa: 5, accept: 1, known: { good: { qa: 2 }, bad: { qa: 3 } } });
	});

	it('shows its page only to users who have logged in', () => {
		const pages = reviewQueue.nodes.filter(({ type }) => type === 'n8n-nodes-base.formTrigger');
		expect(pages.map(({ parameters }) => parameters.authentication)).toEqual(['n8nUserAuth']);
	});

	it('uses the same lookup and the same policy when it asks again', () => {
		const settings = (name: string) => ({ ...reviewQueue.nodes.find((node) => node.name === name)?.parameters, phone: undefined });
		expect(settings('Look Up Again')).toEqual(settings('Look Up Phone Number'));
		expect(settings('Decide Again')).toEqual(settings('Decide'));
	});
});
