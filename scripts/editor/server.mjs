import { createServer } from 'node:net';

import { startChild } from './child.mjs';
import { logOf } from './places.mjs';

export const HOST = '127.0.0.1';

/** What n8n takes over from the terminal; the settings of another n8n on this machine are not among it. */
const PASSED_ON = ['PATH', 'HOME', 'LANG', 'TZ', 'TMPDIR', 'HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'NODE_EXTRA_CA_CERTS'];

/** No telemetry and no calls to n8n's own services: what leaves this machine is what a workflow sends. */
const QUIET = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_DISABLED_MODULES: 'mcp-registry',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
};

/**
 * @param {number} port 0 for any
 * @returns {Promise<number>} a port that nothing listens on
 * @throws {Error} where something does
 */
export function freePort(port) {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', ({ code }) =>
			reject(
				new Error(code === 'EADDRINUSE' ? `Port ${port} is in use, choose another with --port` : `Port ${port} cannot be used (${code})`),
			),
		);
		server.listen(port, HOST, () => {
			const { port: free } = server.address();
			server.close(() => resolve(free));
		});
	});
}

const answers = async (url) => {
	try {
		return (await fetch(`${url}/healthz/readiness`)).ok;
	} catch {
		return false;
	}
};

/**
 * Starts n8n on a user folder and waits until it answers.
 *
 * @param {{ node: string, script: string, home: string, port: number, command?: string[], settings?: Record<string, string>,
 *   signal?: AbortSignal }} options n8n's start script and the Node.js that runs it; what it is started as, and environment
 *   variables beside those that every n8n gets here; the signal ends n8n
 * @returns {Promise<{ url: string } & import('./child.mjs').Child>}
 * @throws {Error} with n8n's last lines, where it ends before it answers
 */
export async function startServer({ node, script, home, port, command = ['start'], settings = {}, signal }) {
	const url = `http://${HOST}:${port}`;
	const env = {
		...Object.fromEntries(PASSED_ON.filter((name) => name in process.env).map((name) => [name, process.env[name]])),
		...QUIET,
		N8N_USER_FOLDER: home,
		N8N_HOST: HOST,
		N8N_LISTEN_ADDRESS: HOST,
		N8N_PORT: String(port),
		N8N_EDITOR_BASE_URL: url,
		N8N_WEBHOOK_URL: url,
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_SECURE_COOKIE: 'false',
		N8N_RUNNERS_BROKER_PORT: String(await freePort(0)),
		...settings,
	};
	const child = await startChild({
		name: 'n8n',
		file: node,
		args: [script, ...command],
		log: logOf(home),
		answers: () => answers(url),
		options: { cwd: home, env, signal },
	});
	return { url, ...child };
}
