import { countValues } from './countValues.mjs';
import { startCrm } from './crm.mjs';
import { readTable } from './dataTables.mjs';
import { makeLeads, postLeads } from './leads.mjs';
import { publish, readExample } from './publish.mjs';
import { reviewAll } from './reviewers.mjs';
import { waitForExecutions } from './waitForExecutions.mjs';
import { waitUntil } from './waitUntil.mjs';

const LEADS = 200;
/** Few enough that leads still arrive while others are reviewed. */
const SENDERS = 4;
/** Fictional numbers that the sandbox sends to QA: VOIP, prepaid, disconnected, turned off, no fraud score. */
const QA_NUMBERS = ['0110', '0111', '0131', '0132', '0151'];

/** Seconds, where the example has minutes and hours. */
const TIMES = { claim: 8, handOver: 60, schedule: 10 };

/** Every second lead is due soon, so that reviewers and the schedule race for it. Seconds. */
const DUE = { every: 2, soon: 10, others: 900 };

/**
 * The second half of the leads is sent once reviewers have closed some, so that one worker is killed while leads arrive and are
 * reviewed, however fast the machine is.
 */
const KILL = { reviewed: 10, queued: LEADS * 0.6 };

const QUEUE = 'IPQS Review Queue';
const KEPT = 'IPQS Kept Decisions';
const FORM = 'ipqs-review';
const CRM_NODES = ['Send to CRM', 'Archive as Rejected'];

const TIMEOUT = 420_000;

const replace = (node, before, after) => {
	const text = JSON.stringify(node);
	if (!text.includes(before)) throw new Error(`${node.name} has no '${before}'`);
	return JSON.parse(text.replace(before, after));
};

/** Shorter times, and a CRM in place of the nodes that its users replace. */
const changesWith = (crm) => ({
	'Add to Queue': (node) =>
		replace(node, 'hours: 24', `seconds: $('Decide').item.json.lastName % ${DUE.every} ? ${DUE.others} : ${DUE.soon}`),
	'Claim Lead': (node) => replace(node, 'minutes: 15', `seconds: ${TIMES.claim}`),
	'Take Closed Leads': (node) => replace(node, 'minutes: 10', `seconds: ${TIMES.handOver}`),
	'Every 5 Minutes': (node) => ({
		...node,
		parameters: { rule: { interval: [{ field: 'seconds', secondsInterval: TIMES.schedule }] } },
	}),
	...Object.fromEntries(
		CRM_NODES.map((name) => [
			name,
			(node) => ({
				...node,
				type: 'n8n-nodes-base.httpRequest',
				typeVersion: 4.2,
				parameters: {
					method: 'POST',
					url: crm.url,
					sendBody: true,
					specifyBody: 'json',
					jsonBody: `={{ JSON.stringify({ row: $json.review.id, place: '${name}', execution: $execution.id }) }}`,
					options: {},
				},
			}),
		]),
	),
});

const leads = makeLeads(LEADS).map(({ reference, phone }) => ({
	reference,
	firstName: 'Lead',
	lastName: String(reference),
	phone: `${phone.slice(0, -4)}${QA_NUMBERS[reference % QA_NUMBERS.length]}`,
	source: 'web',
	campaign: 'solar',
}));

const isReviewed = ({ state, owner }) => state !== 'open' && owner !== 'default';

/**
 * Sends QA leads to the review queue example while two reviewers and its schedule close them, and kills one worker meanwhile.
 *
 * @param {import('./parts.mjs').Context} context
 */
export async function run({ n8n, query, signal, onStep }) {
	const crm = await startCrm();
	try {
		onStep(`Sending ${LEADS} leads to the review queue, with two reviewers`, 60);
		const began = Date.now();
		const url = await publish(n8n, readExample('review-queue.json'), changesWith(crm));
		let isSending = true;
		const readRows = async () => (await readTable(query, QUEUE)).rows;
		const enoughReviewed = async () => (await readRows()).filter(isReviewed).length >= KILL.reviewed;
		const sendAll = async () => {
			const first = await postLeads(url, leads.slice(0, LEADS / 2), signal, SENDERS);
			await waitUntil(enoughReviewed, TIMEOUT, { signal, message: 'The leads were not reviewed in time' });
			return [...first, ...(await postLeads(url, leads.slice(LEADS / 2), signal, SENDERS))];
		};
		const posting = sendAll().finally(() => (isSending = false));
		const isDone = async () => !isSending && (await readRows()).every(({ state }) => state !== 'open');
		const reviewing = reviewAll(n8n, { path: FORM, claimSeconds: TIMES.claim, isDone, signal });

		const arriving = async () => (await readRows()).length >= KILL.queued;
		await Promise.race([
			waitUntil(arriving, TIMEOUT, { signal, message: 'The leads were not queued in time' }),
			// Ends earlier only with an error.
			Promise.all([posting, reviewing]),
		]);
		onStep('Killing one worker, waiting until every lead is closed and passed on', 150);
		await n8n.workers[0].kill();
		const rowsAtKill = await readRows();
		const atKill = { isSending, queued: rowsAtKill.length, open: rowsAtKill.filter(({ state }) => state === 'open').length };
		const [responses, reviews] = await Promise.all([posting, reviewing]);
		const isPassedOn = async () => (await readRows()).every(({ passed_on }) => passed_on);
		await waitUntil(isPassedOn, TIMEOUT, { signal, message: 'Some leads were not passed on in time' });
		const seconds = (Date.now() - began) / 1_000;
		await Promise.all([waitForExecutions({ query, signal }), n8n.replaceWorker(0)]);

		const { rows, changes, misses } = await readTable(query, QUEUE);
		const kept = (await readTable(query, KEPT)).rows;
		const failed = await query(`select id from execution_entity where status in ('error', 'crashed')`);
		const handOvers = crm.received;
		return { responses, rows, changes, misses, kept, handOvers, failed: failed.map(({ id }) => String(id)), reviews, atKill, seconds };
	} finally {
		await crm.close();
	}
}

/** Status of a page whose execution is running or has died. */
const CLOSED = ['none', 409];
const isRefused = (status) => [401, ...CLOSED].includes(status);

const referenceOf = ({ lead }) => Number(JSON.parse(lead).lastName);
const nameOf = (row) => `Lead ${referenceOf(row)}`;

/** Whether the UPDATE statement sets a column. */
const sets = (sql, column) => sql.split('WHERE')[0].includes(`"${column}"`);
const isClaim = ({ sql }) => sets(sql, 'owner') && !sets(sql, 'state');
const isAnswer = ({ sql }) => sets(sql, 'note');
const isDefault = ({ sql }) => sets(sql, 'state') && !sets(sql, 'note');

const countClosings = (changes, { id }) =>
	changes.filter(({ before, after }) => after.id === id && before.state === 'open' && after.state !== 'open').length;

const isBrokenClaim = ({ before, after, at }) =>
	before.state === 'open' && before.token !== after.token && Date.parse(before.claimed_until) > Date.parse(at);

export function checkGuarantees({ responses, rows, changes, misses, kept, handOvers, failed, reviews, atKill }) {
	const describe = (list) => list.map(nameOf);
	const accepted = responses.filter(({ status }) => status === 200);
	const references = rows.map(referenceOf);
	const timesQueued = ({ lead }) => references.filter((reference) => reference === lead.reference).length;
	const handOversOf = ({ id }) => handOvers.filter(({ row }) => row === id);
	const completed = (row) => handOversOf(row).filter(({ execution }) => !failed.includes(execution));
	const placeOf = ({ state }) => (state === 'accepted' ? CRM_NODES[0] : CRM_NODES[1]);
	const reviewed = rows.filter(isReviewed);
	const answerOf = ({ note }) => reviews.answers.find((answer) => answer.note === note);
	const rowOf = ({ lead }) => rows.find((row) => nameOf(row) === lead);
	const isKept = ({ decision_id, state, owner }) =>
		kept.find(({ id }) => id === decision_id)?.known_result === (owner === 'default' ? '' : `review_${state}`);
	const isTrue = ({ receipt, note, ...answer }) => receipt === undefined || (receipt === 'saved') === (rowOf(answer)?.note === note);
	return {
		'The worker was killed while leads arrived and were reviewed': atKill.isSending && atKill.open > 0 ? [] : [JSON.stringify(atKill)],
		'Every lead with status 200 is in the review queue': accepted
			.filter((response) => timesQueued(response) === 0)
			.map(({ lead }) => `Lead ${lead.reference}`),
		'No lead is in the review queue twice': responses
			.filter((response) => timesQueued(response) > 1)
			.map(({ lead }) => `Lead ${lead.reference}`),
		'Every lead in the queue was closed exactly once, by the count of PostgreSQL': describe(
			rows.filter((row) => countClosings(changes, row) !== 1),
		),
		'No lead was claimed or closed by anyone else during a claim': [
			...new Set(changes.filter(isBrokenClaim).map(({ after }) => `row ${after.id}`)),
		],
		'Every lead was passed on to the place of its state, and only again after a death in between': describe(
			rows.filter(
				(row) =>
					handOversOf(row).length === 0 ||
					completed(row).length > 1 ||
					handOversOf(row).some(({ place }) => place !== placeOf(row)) ||
					!row.passed_on,
			),
		),
		'Every review is the answer of the reviewer who closed the lead': describe(
			reviewed.filter((row) => {
				const answer = answerOf(row);
				return answer?.lead !== nameOf(row) || answer.email !== row.owner || `${answer.decision.toLowerCase()}ed` !== row.state;
			}),
		),
		'Every page tells truly whether the last answer was saved': reviews.answers.filter((answer) => !isTrue(answer)).map(({ note }) => note),
		'Every review is the known result of its decision, and no default is': describe(rows.filter((row) => !isKept(row))),
		'Both reviewers and the schedule closed leads':
			new Set(rows.map(({ owner }) => owner)).size === 3 ? [] : [countValues(rows.map(({ owner }) => owner))],
		'Reviewers raced for the same lead, and claims and answers came too late':
			reviews.races > 0 && misses.some(isClaim) && misses.some(isAnswer) ? [] : [`${reviews.races} races`],
		'Nobody without a login saw or decided a lead': reviews.strangers
			.filter(({ status, text, answers }) => ![302, ...CLOSED].includes(status) || text.includes('Lead ') || !answers.every(isRefused))
			.map(({ address, status, answers }) => `${address}: ${[status, ...answers].join(', ')}`),
	};
}

export function figures({ responses, rows, misses, handOvers, reviews, atKill, seconds }) {
	return [
		['QA leads sent', responses.length],
		['Status of their responses', countValues(responses.map(({ status }) => status))],
		['In the review queue', rows.length],
		['Open when the worker was killed', `${atKill.open} of ${atKill.queued}`],
		['Closed by', countValues(rows.map(({ owner }) => owner))],
		['States', countValues(rows.map(({ state }) => state))],
		['Answers', reviews.answers.length],
		['Answers that were saved', countValues(reviews.answers.map(({ receipt }) => receipt ?? 'unknown'))],
		['Two answers to a lead at the same moment', reviews.races],
		[
			'Too late, by the count of PostgreSQL',
			`${misses.filter(isClaim).length} claims, ${misses.filter(isAnswer).length} answers, ${misses.filter(isDefault).length} defaults`,
		],
		['Pages lost with the worker', reviews.reopened],
		['Passed on', handOvers.length],
		['Pages without a login', countValues(reviews.strangers.map(({ status }) => status))],
		['Answers without a login', countValues(reviews.strangers.flatMap(({ answers }) => answers))],
		['Seconds until the last lead was passed on', Math.round(seconds)],
	];
}
