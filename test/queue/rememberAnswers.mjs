import { createRequire } from 'node:module';

import { makeLeads, postLeads } from './leads.mjs';
import { publish, readExample } from './publish.mjs';

const { startStandIn } = createRequire(import.meta.url)('../support/stand-in.js');

const LEADS = 100;

const useAccount = (node, credential) => {
	const { timeout: _sandboxOnly, ...options } = node.parameters.options;
	return { ...node, parameters: { ...node.parameters, authentication: 'apiKey', options }, credentials: { ipqsApi: credential } };
};

const isAcceptedByEarlierResult = (item) => item?.ipqs?.lookup?.reused === true && item.decision?.outcome === 'accept';

/** Each lead is an execution of its own, so that both workers get some. */
const CHANGES = {
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
	'Get Key': useAccount,
	'Look Up Phone Number': useAccount,
};

/**
 * Sends the same leads twice to the example that remembers answers, on an n8n with two workers.
 *
 * @param {{ url: string, rest: Function }} n8n
 * @param {AbortSignal} signal
 * @returns {Promise<{ leads: number, first: number, second: number, accepted: number }>} requests to IPQS in each wave, and
 *   leads that were accepted by their earlier result in the second
 */
export async function sendTwoWaves(n8n, signal) {
	const standIn = await startStandIn({ latency: 50 });
	try {
		const url = await publish(n8n, readExample('remember-answers.json'), CHANGES, { baseUrl: standIn.url, requestsPerSecond: 0 });
		const leads = makeLeads(LEADS);
		// The first one creates the table.
		await postLeads(url, leads.slice(0, 1), signal);
		await postLeads(url, leads.slice(1), signal);
		const first = standIn.counts.requests;
		const responses = await postLeads(url, leads, signal);
		return {
			leads: LEADS,
			first,
			second: standIn.counts.requests - first,
			accepted: responses.filter(({ body }) => isAcceptedByEarlierResult(body?.[0])).length,
		};
	} finally {
		await standIn.close();
	}
}
