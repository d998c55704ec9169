import { sleep, type IDataObject } from 'n8n-workflow';
import { Reviewer, reviewWithoutLogin } from '../support/reviewer';
import { ended, runByHand, type Execution } from './support/execution';
import { eventually } from './support/eventually';
import { n8n, type Workflow } from './support/n8n';
import { makeTable } from './support/table';
import { itemsOf } from './support/templates';
import { node, row, save, START } from './support/workflow';

const LEADS = 200;
/** Leads that are overdue from the start, and leads that are by the time n8n is back. The schedule and the reviewers close them. */
const OVERDUE = 30;
const SOON_OVERDUE = 155;
/** Milliseconds. */
const SOON = 10_000;
const TIMEOUT = 300_000;
/** Milliseconds between two looks at a queue in which every lead is taken. */
const PAUSE = 500;

const QUEUE = 'E2E Reviews';
const KEPT = 'E2E Decisions';
const FORM = 'ipqs-review';

interface QueueRow extends IDataObject {
	id: number;
	state: string;
	owner: string;
	note: string;
	passed_on: boolean;
}

/** The example on tables of this test, with claims of seconds instead of minutes, and a schedule that only this test starts. */
function exampleOnOwnTables(): Workflow {
	const text = JSON.stringify({ ...n8n.readExample('review-queue.json'), pinData: {} })
		.replaceAll('IPQS Review Queue', QUEUE)
		.replaceAll('IPQS Kept Decisions', KEPT)
		.replace('minutes: 15', 'seconds: 5')
		.replace('{"field":"minutes","minutesInterval":5}', '{"field":"cronExpression","expression":"0 0 1 1 *"}');
	return JSON.parse(text) as Workflow;
}

/** The columns that a node of the example creates. */
const columnsOf = (workflow: Workflow, name: string): Record<string, string> => {
	const { columns } = workflow.nodes.find((one) => one.name === name)?.parameters as {
		columns: { column: Array<{ name: string; type: string }> };
	};
	return Object.fromEntries(columns.column.map((column) => [column.name, column.type]));
};

const nameOf = (index: number): string => `Lead ${index}`;

/** A reviewer accepts every other lead, whoever it is. */
const decisionOf = (name: string): 'Accept' | 'Reject' => (Number(name.replace(/\D/g, '')) % 2 === 0 ? 'Accept' : 'Reject');
const STATES = { Accept: 'accepted', Reject: 'rejected' };

const HOUR = 3_600_000;
const inFuture = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString();
const dueIn = (index: number): number => (index < OVERDUE ? -HOUR : index < OVERDUE + SOON_OVERDUE ? SOON : HOUR);

const ids = (rows: Array<{ id: number }>): number[] => rows.map(({ id }) => id).sort((one, other) => one - other);

let workflowId: string;
/** Ends the reviewers if a test fails. */
let hasEnded = false;
let reviewers: [Reviewer, Reviewer];
let readQueue: () => Promise<QueueRow[]>;
let readKept: () => Promise<IDataObject[]>;

const runSchedule = async (): Promise<Execution> => {
	const { executionId } = await n8n.rest<{ executionId: string }>('POST', `/workflows/${workflowId}/run`, {
		triggerToStartFrom: { name: 'Every 5 Minutes' },
	});
	return await ended(executionId);
};

/** Answers whatever page comes until every lead is closed, and opens the page again after a crash of n8n. */
async function reviewAll(reviewer: Reviewer): Promise<void> {
	const isOpen = async () => (await readQueue()).some(({ state }) => state === 'open');
	while (!hasEnded) {
		try {
			if (!(await isOpen())) return;
			await reviewer.open(FORM);
			for (let name = reviewer.shown('Name'); name !== undefined; name = reviewer.shown('Name')) {
				await reviewer.answer(decisionOf(name), name);
			}
		} catch {
			// n8n is down: the reviewer opens the page again.
		}
		await sleep(PAUSE);
	}
}

beforeAll(async () => {
	const workflow = exampleOnOwnTables();
	const [kept] = n8n.readExample('weekly-scorecard.json').pinData?.['Kept Decisions']?.filter(({ json }) => json.outcome === 'qa') ?? [];
	const decisions = Array.from({ length: LEADS }, () => ({ ...kept?.json, known_result: '' }));
	readKept = await makeTable(KEPT, columnsOf(workflow, 'Create Decisions Table'), decisions);
	const leads = Array.from({ length: LEADS }, (_, index) => ({
		state: 'open',
		due: inFuture(dueIn(index)),
		phone: '+• ••• ••• 0110',
		owner: '',
		reasons: 'VOIP is true',
		codes: 'VOIP',
		asked: 0,
		note: '',
		closed_at: null,
		passed_on: false,
		lead: JSON.stringify({
			firstName: 'Lead',
			lastName: index,
			phone: '+1 415 555 0110',
			source: 'web',
			campaign: 'solar',
			ipqs: {},
			decision: {},
		}),
		decision_id: index + 1,
		claimed_until: inFuture(-HOUR),
		token: '',
	}));
	readQueue = await makeTable(QUEUE, columnsOf(workflow, 'Create Review Table'), leads);
	const { id, versionId } = await save(workflow);
	workflowId = id;
	await n8n.rest('POST', `/workflows/${id}/activate`, { versionId });
	reviewers = [await Reviewer.create(n8n, 'ana@example.com'), await Reviewer.create(n8n, 'ben@example.com')];
	await eventually(async () => (await fetch(`${n8n.url}/form/${FORM}`, { redirect: 'manual' })).status, 302);
});

afterAll(async () => {
	hasEnded = true;
	await n8n.rest('POST', `/workflows/${workflowId}/deactivate`, {});
});

describe('the review queue', () => {
	it('shows no lead to anyone who has not logged in, and lets nobody else decide', async () => {
		const [reviewer] = reviewers;
		await reviewer.open(FORM);
		expect(reviewer.shown('Number')).toBe('+• ••• ••• 0110');
		for (const address of [`${n8n.url}/form/${FORM}`, reviewer.address]) {
			const { status, text, answers } = await reviewWithoutLogin(address);
			expect([status, text.includes('Lead'), ...answers]).toEqual([302, false, 401, 401, 401]);
		}
		expect((await readQueue()).filter(({ state }) => state !== 'open')).toEqual([]);
	});

	it(
		'ends each of 200 leads once, with two reviewers and two runs of the schedule at once, and n8n killed between',
		async () => {
			const runs: Execution[] = [];
			const reviewing = Promise.all(reviewers.map(async (reviewer) => await reviewAll(reviewer)));
			runs.push(...(await Promise.all([runSchedule(), runSchedule()])));
			await n8n.crash();
			runs.push(await runSchedule());
			await reviewing;
			for (let left = LEADS; left > 0; left = (await readQueue()).filter(({ passed_on }) => !passed_on).length)
				runs.push(await runSchedule());
			expect(runs.map(({ error }) => error)).toEqual(runs.map(() => undefined));
			const rows = await readQueue();
			const passedOn = [...itemsOf(runs, 'Send to CRM'), ...itemsOf(runs, 'Archive as Rejected')].map(
				({ json }) => json.review as { id: number },
			);
			expect(ids(passedOn)).toEqual(ids(rows));
			expect(rows).toHaveLength(LEADS);
			const reviewed = rows.filter(({ owner }) => owner !== 'default');
			expect(reviewed.map(({ state, note }) => [state, note])).toEqual(
				reviewed.map(({ id }) => [STATES[decisionOf(nameOf(id - 1))], nameOf(id - 1)]),
			);
			for (const { email } of reviewers) expect(reviewed.some(({ owner }) => owner === email)).toBe(true);
			expect((await readKept()).map(({ known_result }) => known_result)).toEqual(
				rows.map(({ owner, state }) => (owner === 'default' ? '' : `review_${state}`)),
			);
		},
		TIMEOUT,
	);

	it('leaves a table from which Back-Test knows how the reviews ended', async () => {
		const table = { __rl: true, mode: 'name', value: KEPT };
		const read = { resource: 'row', operation: 'get', dataTableId: table, returnAll: true };
		const backTest = {
			resultField: 'result',
			compareWith: 'decision',
			decisionField: 'outcome',
			knownField: 'known_result',
			goodValues: 'review_accepted',
			badValues: 'review_rejected',
		};
		const execution = await runByHand(
			row('Reviews', [
				START,
				node('Kept Decisions', 'n8n-nodes-base.dataTable', read, { typeVersion: 1.1 }),
				node('Back-Test', 'n8n-nodes-ipqs.ipqsBacktest', backTest),
			]),
		);
		const rows = await readQueue();
		const count = (state: string) => rows.filter((one) => one.state === state && one.owner !== 'default').length;
		expect(execution.items('Back-Test')[0]?.json).toMatchObject({
			leads: LEADS,
			qa: LEADS,
			known: { good: { qa: count('accepted') }, bad: { qa: count('rejected') } },
		});
	});

	it('answers the sender of a lead once it is in the queue', async () => {
		const lead = { firstName: 'Lead', lastName: 'Late', phone: '+1 415 555 0110', source: 'web', campaign: 'solar' };
		const response = await fetch(`${n8n.url}/webhook/ipqs-review-queue`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(lead),
		});
		expect([response.status, await response.text()]).toEqual([200, '']);
		expect((await readQueue()).filter(({ state }) => state === 'open')).toHaveLength(1);
	});
});
