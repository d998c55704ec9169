const { createServer } = require('node:http');
const { createServer: createSecureServer } = require('node:https');
const { connect } = require('node:net');
const { createCertificate } = require('./certificate');

async function listen(server) {
	await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
	return server.address().port;
}

/**
 * An HTTP server on loopback that records what it receives and answers as IPQS does for an ordinary number.
 *
 * - `/…/redirect/{status}?to={url}` redirects, `/…/status/{status}` fails.
 * - As a proxy for https it decrypts what it forwards, with a certificate for `ipqs.test` that nobody trusts.
 */
async function startRecordingServer() {
	const requests = [];
	const { cert, key } = createCertificate('ipqs.test');

	async function handle(request) {
		const chunks = [];
		for await (const chunk of request) chunks.push(chunk);
		const { method, url, headers } = request;
		requests.push({ method, path: url, headers, body: Buffer.concat(chunks).toString() });
		const { pathname, searchParams } = new URL(url, 'http://localhost');
		const [, status = 200] = /\/(?:redirect|status)\/(\d+)/.exec(pathname) ?? [];
		const location = searchParams.get('to');
		return { status: Number(status), ...(location === null ? {} : { location }) };
	}

	const listener = (request, response) => {
		handle(request)
			.then(({ status, ...headers }) => {
				response.writeHead(status, { 'content-type': 'application/json', connection: 'close', ...headers });
				response.end(JSON.stringify({ success: true, message: 'Success', valid: true, fraud_score: 0 }));
			})
			.catch(() => response.destroy());
	};
	const server = createServer(listener);
	const secureServer = createSecureServer({ cert, key }, listener);
	const sockets = new Set();
	for (const one of [server, secureServer]) one.on('connection', (socket) => sockets.add(socket));
	const [port, securePort] = [await listen(server), await listen(secureServer)];
	server.on('connect', (_request, client) => {
		const decrypting = connect(securePort, '127.0.0.1');
		for (const socket of [client, decrypting]) socket.on('error', () => socket.destroy());
		client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
		client.pipe(decrypting).pipe(client);
	});

	return {
		url: `http://127.0.0.1:${port}`,
		port,
		requests,
		certificate: cert,
		async close() {
			for (const socket of sockets) socket.destroy();
			await Promise.all([server, secureServer].map((one) => new Promise((resolve) => one.close(resolve))));
		},
	};
}

module.exports = { startRecordingServer };
