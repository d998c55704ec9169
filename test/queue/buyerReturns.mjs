import { createRequire } from 'node:module';

import { countValues } from './countValues.mjs';
import { readTable } from './dataTables.mjs';
import { makeLeads, postLeads } from './leads.mjs';
import { createAccount, publish, readExample } from './publish.mjs';
import { waitUntil } from './waitUntil.mjs';

const require = createRequire(import.meta.url);
const { startStandIn } = require('../support/stand-in.js');
const { countNotifications, giveBack, signToken, switchOn } = require('../support/returningBuyer.js');

const LEADS = 10;
/** How often each lead is returned at the same moment. */
const AT_ONCE = 8;
/** Each return is a fraud report and an entry in the blocklist. */
const NOTIFICATIONS = 2;
const TIMEOUT = 60_000;

/** The buyer of a campaign, as in the example. */
const BUYER = 'Alder Homes';
const CAMPAIGN = 'Alder Solar';

/**
 * Has several copies of the same returns arrive at the same moment, on an n8n with two workers.
 *
 * @param {import('./parts.mjs').Context} context
 */
export async function run({ n8n, query, signal, onStep }) {
	onStep('Returning each of some leads several times at once', 30);
	const standIn = await startStandIn();
	try {
		const account = await createAccount(n8n, { baseUrl: standIn.url, requestsPerSecond: 0 });
		const leadsUrl = await publish(n8n, await switchOn(readExample('buyer-returns.json'), n8n.rest, account));
		// The first one creates the table.
		const leads = makeLeads(LEADS).map((lead) => ({ ...lead, campaign: CAMPAIGN }));
		await postLeads(leadsUrl, leads.slice(0, 1), signal);
		await postLeads(leadsUrl, leads.slice(1), signal);
		const decisions = async () => (await readTable(query, 'IPQS Kept Decisions')).rows.filter(({ campaign }) => campaign === CAMPAIGN);
		await waitUntil(async () => (await decisions()).length === LEADS, TIMEOUT, { signal, message: 'The leads were not decided in time' });

		const token = signToken({ buyer: BUYER });
		const giveBackOnce = async (request_id) => {
			const response = await giveBack(n8n.url, { request_id, reason: 'fraud' }, token);
			return response.ok ? (await response.json()).status : `status ${response.status}`;
		};
		const responses = {};
		for (const { request_id } of await decisions())
			responses[request_id] = await Promise.all(Array.from({ length: AT_ONCE }, () => giveBackOnce(request_id)));
		const returns = async () => (await readTable(query, 'IPQS Returns')).rows;
		const message = 'The returns were not closed in time';
		await waitUntil(async () => (await returns()).every(({ state }) => state === 'closed'), TIMEOUT, { signal, message });
		return { responses, rows: await returns(), notifications: countNotifications(standIn.counts) };
	} finally {
		await standIn.close();
	}
}

export const figures = ({ responses, notifications }) => [
	['Returns sent', `${LEADS} × ${AT_ONCE} at once`],
	['Responses to returns', countValues(Object.values(responses).flat())],
	['Notifications of IPQS', notifications],
];

export function checkGuarantees({ responses, rows, notifications }) {
	const countAccepted = (list) => list.filter((status) => status === 'accepted').length;
	const countKnown = (list) => list.filter((status) => status === 'already received').length;
	return {
		'Of the same returns at the same moment, one is accepted': Object.entries(responses)
			.filter(([, list]) => countAccepted(list) !== 1 || countKnown(list) !== AT_ONCE - 1)
			.map(([id, list]) => `${id}: ${countValues(list)}`),
		'Every return is stored once': rows.length === LEADS ? [] : [`${rows.length} rows`],
		'IPQS gets the report and the number of each return once': notifications === LEADS * NOTIFICATIONS ? [] : [`${notifications} requests`],
	};
}
