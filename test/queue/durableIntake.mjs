import { createRequire } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';

import { countValues } from './countValues.mjs';
import { readTable } from './dataTables.mjs';
import { makeLeads, postLeads } from './leads.mjs';
import { createAccount, publish, readExample } from './publish.mjs';
import { waitForExecutions } from './waitForExecutions.mjs';
import { waitUntil } from './waitUntil.mjs';

const { startStandIn } = createRequire(import.meta.url)('../support/stand-in.js');

/** Limit of the account, shared by two workers. */
const REQUESTS_PER_SECOND = 20;
/** Milliseconds; long enough that most executions are waiting for IPQS when the worker is killed. */
const LATENCY = 1_500;

/** For every 30th lead, IPQS is out of service during the first execution: one request and three retries. */
const OUT_OF_SERVICE = { every: 30, requests: 4 };

/** Shorter than in the example, so that the test takes minutes. */
const SWEEP = { intervalSeconds: 10, minAgeSeconds: 20 };

const LOOKUP_TIMEOUT = 300_000;
const DECISION_TIMEOUT = 420_000;

const EXAMPLE = readExample('durable-intake.json');

const TABLE = EXAMPLE.nodes.find(({ name }) => name === 'Create Lead Table').parameters.tableName;

/** Changes to nodes of the example: those that its notes ask the user to make, and the timing of the sweep. */
const changesWith = (account) => ({
	'Look Up Phone Number': (node) => ({
		...node,
		parameters: { ...node.parameters, authentication: 'apiKey', options: {} },
		credentials: { ipqsApi: account },
	}),
	'Every 5 Minutes': (node) => ({
		...node,
		parameters: { rule: { interval: [{ field: 'seconds', secondsInterval: SWEEP.intervalSeconds }] } },
	}),
	'Find Undecided Leads': (node) =>
		JSON.parse(JSON.stringify(node).replace('minus({ minutes: 10 })', `minus({ seconds: ${SWEEP.minAgeSeconds} })`)),
});

const faultsOf = (leads) => {
	const script = Array(OUT_OF_SERVICE.requests).fill('outOfService');
	return Object.fromEntries(
		leads.filter((_lead, index) => index % OUT_OF_SERVICE.every === 0).map(({ phone }) => [phone.replace('+', ''), script]),
	);
};

/** @returns {Promise<object[]>} the rows of the table, with the number of `decisions` of each */
async function readRows(query) {
	const { rows, changes } = await readTable(query, TABLE);
	const decided = changes.filter(({ after }) => after.state === 'decided');
	return rows.map((row) => ({ ...row, decisions: decided.filter(({ after }) => after.id === row.id).length }));
}

/**
 * Sends leads to the durable intake example, kills one worker meanwhile, and waits until the sweep has decided the remaining leads.
 *
 * @param {import('./parts.mjs').Context} context
 */
export async function run({ n8n, query, count, signal, onStep }) {
	const leads = makeLeads(count);
	const standIn = await startStandIn({ latency: LATENCY, limit: REQUESTS_PER_SECOND, faults: faultsOf(leads) });
	try {
		const account = await createAccount(n8n, { baseUrl: standIn.url, requestsPerSecond: REQUESTS_PER_SECOND / n8n.workers.length });
		const webhookUrl = await publish(n8n, EXAMPLE, changesWith(account));

		onStep(`Sending ${count} leads`, 30);
		const began = Date.now();
		const [{ now: startedAt }] = await query('select now()');
		const posting = postLeads(webhookUrl, leads, signal);
		const message = 'The leads were not looked up in time';
		await waitUntil(() => standIn.counts.requests >= count / 4, LOOKUP_TIMEOUT, { signal, message });

		onStep('Killing one worker, waiting until every lead is decided', 120);
		await n8n.workers[0].kill();
		const openAtKill = (await readRows(query)).filter(({ state }) => state !== 'decided').length;
		const responses = await posting;
		const decided = async () => (await readRows(query)).every(({ state }) => state === 'decided');
		await waitUntil(decided, DECISION_TIMEOUT, { signal, message: 'Some leads were not decided in time' });
		const seconds = (Date.now() - began) / 1_000;

		onStep('Waiting until n8n ends the executions of the dead worker, and for further decisions', 90);
		await waitForExecutions({ query, signal });
		await wait(SWEEP.intervalSeconds * 2_000, undefined, { signal });
		const rows = await readRows(query);
		const executions = await query(
			`select status, count(*)::int from execution_entity where "startedAt" >= '${startedAt}' group by status`,
		);
		return { responses, rows, executions, openAtKill, lookups: standIn.counts, seconds };
	} finally {
		await standIn.close();
	}
}

const leadOf = ({ lead }) => JSON.parse(lead);

/** Rows with more than one try: after a failed lookup, or after the death of the worker. */
function findRetried({ rows, lookups }) {
	const hasFailed = ({ phone }) => {
		const number = phone.replace('+', '');
		return lookups.byNumber[number] > (lookups.answeredByNumber[number] ?? 0);
	};
	const again = rows.filter(({ tries }) => tries > 1);
	return { afterFailure: again.filter(hasFailed), afterDeath: again.filter((row) => !hasFailed(row)) };
}

export function checkGuarantees(result) {
	const { responses, rows, executions } = result;
	const rowById = new Map(rows.map((row) => [row.id, row]));
	const references = rows.map((row) => leadOf(row).reference);
	const accepted = responses.filter(({ row }) => row !== undefined);
	const leadsOf = (list) => list.map(({ lead }) => `lead ${lead.reference}`);
	const rowsWhere = (condition) => rows.filter(condition).map(({ id }) => `row ${id}`);
	return {
		'Some leads got a response with status 200': accepted.length > 0 ? [] : ['none'],
		'Every lead with status 200 is in the row that the response names': leadsOf(
			accepted.filter(({ lead, row }) => !rowById.has(row) || leadOf(rowById.get(row)).reference !== lead.reference),
		),
		'No lead has two rows': references
			.filter((reference, index) => references.indexOf(reference) !== index)
			.map((reference) => `lead ${reference}`),
		'Every lead is decided': rowsWhere(({ state }) => state !== 'decided'),
		'Every decision has an outcome, a reason and a time': rowsWhere(
			({ outcome, reason, codes, decided_at }) => !outcome || !reason || codes === null || !decided_at,
		),
		'Every lead was decided exactly once, by the count of PostgreSQL': rowsWhere(({ decisions }) => decisions !== 1),
		'The killed worker was running executions': executions.some(({ status }) => ['error', 'crashed'].includes(status))
			? []
			: ['no execution failed'],
		'A sweep took over leads of the dead worker': findRetried(result).afterDeath.length > 0 ? [] : ['none'],
	};
}

export function figures(result) {
	const { responses, rows, executions, openAtKill, lookups, seconds } = result;
	const { afterFailure, afterDeath } = findRetried(result);
	const perNumber = Object.values(lookups.answeredByNumber);
	return [
		['Leads sent', responses.length],
		['Status of responses', countValues(responses.map(({ status }) => status))],
		['Leads stored', rows.length],
		['Undecided when the worker was killed', openAtKill],
		['Decided once', rows.filter(({ decisions }) => decisions === 1).length],
		['Decided more than once', rows.filter(({ decisions }) => decisions > 1).length],
		['Undecided at the end', rows.filter(({ state }) => state !== 'decided').length],
		['Outcomes', countValues(rows.map(({ outcome }) => outcome))],
		['Taken over by a sweep', `${afterDeath.length} of the dead worker, ${afterFailure.length} with a failed lookup`],
		['Most tries', Math.max(...rows.map(({ tries }) => tries))],
		['Executions', executions.map(({ status, count }) => `${count} × ${status}`).join(', ')],
		['Requests to IPQS', lookups.requests],
		['Rate limited', lookups.limited],
		['Paid lookups', lookups.answered],
		['Lookups paid for again', lookups.answered - perNumber.length],
		['Most payments for one number', Math.max(...perNumber)],
		['Seconds until the last decision', Math.round(seconds)],
	];
}
