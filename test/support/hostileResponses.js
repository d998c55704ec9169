const { gzipSync } = require('node:zlib');

const JSON_HEADERS = { 'content-type': 'application/json' };

const RESULT = JSON.stringify({ success: true, message: 'Phone is valid.', valid: true, fraud_score: 0, formatted: '+12015550199' });

/** Writes as fast as the reader takes it, until the connection is closed. */
function pour(response, chunk) {
	const write = () => {
		while (!response.destroyed) if (!response.write(chunk)) return response.once('drain', write);
	};
	write();
}

/** Sends a text one byte each 0.9 s, and then spaces for ever. */
function drip(stream, text) {
	let place = 0;
	const timer = setInterval(() => stream.write(text[place++] ?? ' '), 900);
	stream.once('close', () => clearInterval(timer));
}

/** Writes to the connection itself, past the HTTP server. */
const raw =
	(...lines) =>
	({ socket }) =>
		socket.end(lines.join('\r\n'));

const encoded = (encoding, body) => (_request, response) => {
	response.writeHead(200, { ...JSON_HEADERS, 'content-encoding': encoding });
	response.end(body);
};

let zeros;

/** What a server may do that no IPQS ever did. Each takes the request and the response of a Node.js server. */
const HOSTILE = {
	/** Headers, then a byte each 0.9 s for ever. */
	drip(_request, response) {
		response.writeHead(200, JSON_HEADERS);
		drip(response, RESULT.slice(0, -1));
	},
	/** As `drip`, under the announcement of a length. */
	dripWithLength(_request, response) {
		response.writeHead(200, { ...JSON_HEADERS, 'content-length': '1000000' });
		drip(response, RESULT);
	},
	/** As `drip`, of a compressed body. */
	dripCompressed(_request, response) {
		response.writeHead(200, { ...JSON_HEADERS, 'content-encoding': 'gzip' });
		response.write(gzipSync(RESULT).subarray(0, 20));
		drip(response, '');
	},
	/** The headers themselves, a line each 0.9 s for ever. */
	dripHeaders({ socket }) {
		socket.write('HTTP/1.1 200 OK\r\n');
		const timer = setInterval(() => socket.write('x-more: 1\r\n'), 900);
		socket.once('close', () => clearInterval(timer));
	},
	/** The headers of a result, and nothing more. */
	headersOnly(_request, response) {
		response.writeHead(200, JSON_HEADERS);
		response.flushHeaders();
	},
	/** A whole result, but its end never comes. */
	neverEnds(_request, response) {
		response.writeHead(200, JSON_HEADERS);
		response.write(RESULT);
	},
	endless(_request, response) {
		response.writeHead(200, JSON_HEADERS);
		pour(response, Buffer.alloc(65_536, ' '));
	},
	/** As `endless`, with the status of a refusal. */
	endlessRefusal(_request, response) {
		response.writeHead(403, JSON_HEADERS);
		pour(response, Buffer.alloc(65_536, ' '));
	},
	/** Compressed zeros: a thousandth of what comes out of them. */
	bomb(_request, response) {
		zeros ??= gzipSync(Buffer.alloc(64_000_000));
		response.writeHead(200, { ...JSON_HEADERS, 'content-encoding': 'gzip' });
		pour(response, zeros);
	},
	/** Just over what is read. */
	large(_request, response) {
		response.writeHead(200, JSON_HEADERS);
		response.end(JSON.stringify({ success: true, valid: true, padding: 'x'.repeat(2_000_000) }));
	},
	falseGzip: encoded('gzip', RESULT),
	falseDeflate: encoded('deflate', RESULT),
	falseBrotli: encoded('br', RESULT),
	cutGzip: encoded('gzip', gzipSync(RESULT).subarray(0, -10)),
	/** Announces more than it sends, then hangs up. */
	longLength(_request, response) {
		response.writeHead(200, { ...JSON_HEADERS, 'content-length': String(RESULT.length + 100) });
		response.write(RESULT);
		setTimeout(() => response.destroy(), 20);
	},
	/** Announces less than it sends. */
	shortLength: raw('HTTP/1.1 200 OK', 'content-type: application/json', 'content-length: 10', '', RESULT),
	/** Hangs up within a body of no announced length. */
	cutChunks(_request, response) {
		response.writeHead(200, JSON_HEADERS);
		response.write(RESULT.slice(0, 30));
		setTimeout(() => response.destroy(), 20);
	},
	resetInBody({ socket }, response) {
		response.writeHead(200, JSON_HEADERS);
		response.write(RESULT.slice(0, 30));
		setTimeout(() => socket.resetAndDestroy(), 20);
	},
	resetAfterHeaders({ socket }, response) {
		response.writeHead(200, JSON_HEADERS);
		response.flushHeaders();
		setTimeout(() => socket.resetAndDestroy(), 20);
	},
	resetBeforeHeaders: ({ socket }) => socket.resetAndDestroy(),
	hangUpBeforeHeaders: ({ socket }) => socket.destroy(),
	badChunk: raw('HTTP/1.1 200 OK', 'transfer-encoding: chunked', '', 'zz', RESULT),
	badLength: raw('HTTP/1.1 200 OK', 'content-length: many', '', RESULT),
	notHttp: raw('SSH-2.0-OpenSSH_9.6', ''),
	hugeHeaders: raw('HTTP/1.1 200 OK', `x-padding: ${'x'.repeat(100_000)}`, '', RESULT),
	/** Nested deeper than any stack. */
	deep(_request, response) {
		response.writeHead(200, JSON_HEADERS);
		response.end(`{"success":true,"valid":true,"deep":${'['.repeat(900_000)}${']'.repeat(900_000)}}`);
	},
	notUtf8(_request, response) {
		response.writeHead(200, JSON_HEADERS);
		response.end(Buffer.alloc(100_000, 0xff));
	},
	/** Everything that it was sent. */
	echo(request, response) {
		response.writeHead(200, JSON_HEADERS);
		response.end(JSON.stringify({ success: false, message: `Oops: ${request.url} ${JSON.stringify(request.headers)}` }));
	},
	/** Busy for years. */
	retryInYears(_request, response) {
		response.writeHead(503, { 'retry-after': '315360000' });
		response.end();
	},
	refusedForYears(_request, response) {
		response.writeHead(429, { 'retry-after': '315360000' });
		response.end();
	},
	retryInYearsByDate(_request, response) {
		response.writeHead(503, { 'retry-after': 'Fri, 31 Dec 9999 23:59:59 GMT' });
		response.end();
	},
};

module.exports = { HOSTILE };
