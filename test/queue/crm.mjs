import { createServer } from 'node:http';

import { HOST } from '../../scripts/editor/server.mjs';

/**
 * A CRM on loopback that keeps the JSON bodies that it receives.
 *
 * @returns {Promise<{ url: string, received: object[], close: () => Promise<void> }>}
 */
export async function startCrm() {
	const received = [];
	const server = createServer(async (request, response) => {
		const chunks = [];
		for await (const chunk of request) chunks.push(chunk);
		received.push(JSON.parse(Buffer.concat(chunks).toString()));
		response.setHeader('content-type', 'application/json');
		response.end('{}');
	});
	await new Promise((resolve) => server.listen(0, HOST, resolve));
	return {
		url: `http://${HOST}:${server.address().port}`,
		received,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
