import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { ROOT } from '../../scripts/package/tarball.mjs';

const ACTIVATION_TIMEOUT = 30_000;
const POLL_INTERVAL = 500;

/** @returns {{ name: string, nodes: object[], connections: object, settings: object }} */
export const readExample = (file) => JSON.parse(readFileSync(join(ROOT, 'workflows', file), 'utf8'));

/**
 * Creates a credential for the IPQS stand-in.
 *
 * @param {{ rest: Function }} n8n
 * @param {{ baseUrl: string, requestsPerSecond: number }} account
 * @returns {Promise<{ id: string, name: string }>} as a node refers to it
 */
export async function createAccount({ rest }, { baseUrl, requestsPerSecond }) {
	const { id, name } = await rest('POST', '/credentials', {
		name: 'Stand-in',
		type: 'ipqsApi',
		data: { apiKey: 'stand-in', keyLocation: 'header', baseUrl, requestsPerSecond },
	});
	return { id, name };
}

/**
 * Imports an example and activates it.
 *
 * @param {{ url: string, rest: Function }} n8n
 * @param {ReturnType<typeof readExample>} example
 * @param {Record<string, (node: object) => object>} [changes] by the name of the node
 * @returns {Promise<string>} the URL of its first webhook
 */
export async function publish({ url, rest }, example, changes = {}) {
	const nodes = example.nodes.map((node) => changes[node.name]?.(node) ?? node);
	const { name, connections, settings } = example;
	const workflow = await rest('POST', '/workflows', { name, nodes, connections, settings });
	await rest('POST', `/workflows/${workflow.id}/activate`, { versionId: workflow.versionId });

	const webhookUrl = `${url}/webhook/${nodes.find(({ type }) => type === 'n8n-nodes-base.webhook').parameters.path}`;
	const end = Date.now() + ACTIVATION_TIMEOUT;
	// n8n answers a GET request with a hint to use POST once the webhook is registered.
	while (!(await (await fetch(webhookUrl)).text()).includes('POST')) {
		if (Date.now() > end) throw new Error('n8n did not register the webhook in time');
		await wait(POLL_INTERVAL);
	}
	return webhookUrl;
}
