import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { createCertificate } from './certificate';

export interface RecordedRequest {
	readonly method: string;
	/** As it was sent: the path, or the whole URL if the server was used as a proxy. */
	readonly path: string;
	readonly headers: IncomingMessage['headers'];
	readonly body: string;
}

export interface RecordingServer {
	readonly url: string;
	readonly port: number;
	readonly requests: RecordedRequest[];
	/** Certificate of the server, if it decrypts what it is asked to forward. */
	readonly certificate: string;
	close(): Promise<void>;
}

const listen = async (server: Server): Promise<number> => {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return (server.address() as AddressInfo).port;
};

/**
 * An HTTP server on loopback that records what it receives and answers as IPQS does for an ordinary number.
 *
 * - `/…/redirect/{status}?to={url}` redirects, `/…/status/{status}` fails.
 * - As a proxy for https it decrypts what it forwards, with a certificate for `ipqs.test` that nobody trusts.
 */
export async function startRecordingServer(): Promise<RecordingServer> {
	const requests: RecordedRequest[] = [];
	const { cert, key } = createCertificate('ipqs.test');

	async function handle(request: IncomingMessage): Promise<{ status: number; location?: string }> {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const { method = '', url = '', headers } = request;
		requests.push({ method, path: url, headers, body: Buffer.concat(chunks).toString() });
		const { pathname, searchParams } = new URL(url, 'http://localhost');
		const [, status] = /\/(?:redirect|status)\/(\d+)/.exec(pathname) ?? [];
		const to = searchParams.get('to');
		return { status: Number(status ?? 200), ...(to === null ? {} : { location: to }) };
	}

	const listener: Parameters<typeof createServer>[1] = (request, response) => {
		void handle(request)
			.then(({ status, location }) => {
				const headers = { 'content-type': 'application/json', connection: 'close', ...(location === undefined ? {} : { location }) };
				response.writeHead(status, headers).end(JSON.stringify({ success: true, message: 'Success', valid: true, fraud_score: 0 }));
			})
			.catch(() => response.destroy());
	};
	const server = createServer(listener);
	const secureServer = createSecureServer({ cert, key }, listener);
	const sockets = new Set<Socket>();
	for (const one of [server, secureServer]) one.on('connection', (socket: Socket) => sockets.add(socket));
	const [port, securePort] = [await listen(server), await listen(secureServer)];
	server.on('connect', (_request: IncomingMessage, client: Socket) => {
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
			await Promise.all([server, secureServer].map(async (one) => await new Promise((resolve) => one.close(resolve))));
		},
	};
}
