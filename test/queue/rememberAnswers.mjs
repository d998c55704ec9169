import { createRequire } from 'node:module';

import { makeLeads, postLeads } from './leads.mjs';
import { createAccount, publish, readExample } from './publish.mjs';

const { startStandIn } = createRequire(import.meta.url)('../support/stand-in.js');

const LEADS = 100;

const useAccount = (credential) => (node) => {
	const { timeout: _sandboxOnly, ...options } = node.parameters.options;
	return { ...node, parameters: { ...node.parameters, authentication: 'apiKey', options }, credentials: { ipqsApi: credential } };
};

const isAcceptedByEarlierResult = (item) => item?.ipqs?.lookup?.reused === true && item.decision?.outcome === 'accept';

/** Each lead is an execution of its own, so that both workers get some. */
const changesWith = (credential) => ({
	Leads: (node) => ({
		...node,
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		webhookId: node.id,
		parameters: { httpMethod: 'POST', path: 'remember-answers', responseMode: 'responseNode', options: {} },
	}),
	'Prepare Lead': (node) => JSON.parse(JSON.stringify(node).replace('$json.phone', '$json.body.phone')),
	'Send to CRM': (node) => ({
		...node,
		type: 'n8n-nodes-base.respondToWebhook',
		typeVersion: 1.1,
		parameters: { respondWith: 'allIncomingItems', options: {} },
	}),
	'Get Key': useAccount(credential),
	'Look Up Phone Number': useAccount(credential),
});

/**
 * Sends the same leads twice to the example that remembers answers, on an n8n with two workers.
 *
 * @param {import('./parts.mjs').Context} context
 * @returns {Promise<{ first: number, second: number, accepted: number }>} requests to IPQS in each wave, and leads that were accepted by
 *   their earlier result in the second
 */
export async function run({ n8n, signal, onStep }) {
	onStep('Sending the same leads twice to the example that remembers answers', 30);
	const standIn = await startStandIn({ latency: 50 });
	try {
		const account = await createAccount(n8n, { baseUrl: standIn.url, requestsPerSecond: 0 });
		const url = await publish(n8n, readExample('remember-answers.json'), changesWith(account));
		const leads = makeLeads(LEADS);
		// The first one creates the table.
		await postLeads(url, leads.slice(0, 1), signal);
		await postLeads(url, leads.slice(1), signal);
		const first = standIn.counts.requests;
		const responses = await postLeads(url, leads, signal);
		const accepted = responses.filter(({ body }) => isAcceptedByEarlierResult(body?.[0])).length;
		return { first, second: standIn.counts.requests - first, accepted };
	} finally {
		await standIn.close();
	}
}

export const figures = ({ first, second }) => [['Requests of two waves of the same leads', `${first}, then ${second}`]];

export const checkGuarantees = ({ first, second, accepted }) => ({
	'A first wave of leads costs a request each': first === LEADS ? [] : [`${first} requests`],
	'A second wave of the same leads costs no request on either worker': second === 0 ? [] : [`${second} requests`],
	'Every lead of the second wave is accepted by its earlier result': accepted === LEADS ? [] : [`${accepted} leads`],
});
