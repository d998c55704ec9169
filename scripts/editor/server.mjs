import { createServer } from 'node:net';

import { startChild } from './child.mjs';
import { logFile } from './paths.mjs';

export const HOST = '127.0.0.1';

/** Environment variables that n8n inherits. The settings of another n8n on this machine are not among them. */
const INHERITED = ['PATH', 'HOME', 'LANG', 'TZ', 'TMPDIR', 'HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'NODE_EXTRA_CA_CERTS'];

/** No telemetry and no calls to n8n's services, so that only workflows send data. */
const OFFLINE = {
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
 * @returns {Promise<number>} a free port
 * @throws {Error} if the port is in use
 */
export function findFreePort(port) {
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

const isReady = async (url) => {
	try {
		return (await fetch(`${url}/healthz/readiness`)).ok;
	} catch {
		return false;
	}
};

/**
 * Starts n8n with a user folder and waits until it is ready.
 *
 * @param {{ node: string, script: string, home: string, port: number, command?: string[], settings?: Record<string, string>,
 *   signal?: AbortSignal }} options `script` is n8n's start script, `node` the Node.js binary that runs it, `command` the
 *   arguments of n8n, `settings` additional environment variables; `signal` stops n8n
 * @returns {Promise<{ url: string } & import('./child.mjs').Child>}
 * @throws {Error} with the last lines of n8n's output, if it exits before it is ready
 */
export async function startServer({ node, script, home, port, command = ['start'], settings = {}, signal }) {
	const url = `http://${HOST}:${port}`;
	const env = {
		...Object.fromEntries(INHERITED.filter((name) => name in process.env).map((name) => [name, process.env[name]])),
		...OFFLINE,
		N8N_USER_FOLDER: home,
		N8N_HOST: HOST,
		N8N_LISTEN_ADDRESS: HOST,
		N8N_PORT: String(port),
		N8N_EDITOR_BASE_URL: url,
		N8N_WEBHOOK_URL: url,
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_SECURE_COOKIE: 'false',
		N8N_RUNNERS_BROKER_PORT: String(await findFreePort(0)),
		...settings,
	};
	const child = await startChild({
		name: 'n8n',
		file: node,
		args: [script, ...command],
		log: logFile(home),
		isReady: () => isReady(url),
		options: { cwd: home, env, signal },
	});
	return { url, ...child };
}
