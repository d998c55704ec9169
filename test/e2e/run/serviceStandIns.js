/**
 * Stand-ins for the services that workflow templates use, inside the n8n process: n8n loads this file with `--require`. They answer
 * only after `PUT /replies`, so that other tests meet an n8n as it is. `GET /calls` returns what they were sent, `DELETE /replies` ends them.
 */
const { createServer } = require('node:http');
const { join } = require('node:path');
const nock = require('nock');

nock.restore();

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

let calls = [];

const matches = (reply, call) =>
	reply.host === call.host &&
	(reply.method ?? call.method) === call.method &&
	new RegExp(`^${reply.path}$`).test(call.path) &&
	(reply.contains === undefined || (call.path + JSON.stringify([call.query, call.body])).includes(reply.contains));

function start(replies) {
	if (!nock.isActive()) nock.activate();
	nock.cleanAll();
	calls = [];
	for (const host of new Set(replies.map((reply) => reply.host)))
		for (const method of METHODS)
			nock(`https://${host}`)
				.persist()
				.intercept(/.*/, method)
				.reply((uri, body) => {
					const [path] = uri.split('?');
					const query = Object.fromEntries(new URL(uri, `https://${host}`).searchParams);
					const call = { method, host, path: decodeURIComponent(path), query, body };
					const reply = replies.find((candidate) => matches(candidate, call));
					if (!reply?.quiet) calls.push(call);
					return reply === undefined ? [404, { message: 'The stand-in has no reply' }] : [reply.status ?? 200, reply.body ?? {}];
				});
}

function stop() {
	nock.cleanAll();
	nock.restore();
}

const readBody = async (request) => {
	const chunks = [];
	for await (const chunk of request) chunks.push(chunk);
	return JSON.parse(Buffer.concat(chunks).toString() || 'null');
};

// Only n8n's main process: a child of it would find the port in use.
if (process.argv[1]?.endsWith(join('bin', 'n8n')))
	createServer(async (request, response) => {
		if (request.method === 'PUT') start(await readBody(request));
		if (request.method === 'DELETE') stop();
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify(calls));
	})
		.listen(Number(process.env.IPQS_STAND_INS_PORT), '127.0.0.1')
		.unref();
