const { LoggerProxy } = require('n8n-workflow');

const text = (argument) => (typeof argument === 'string' ? argument : (JSON.stringify(argument) ?? ''));

/** Runs something and returns all that was written meanwhile: to stdout, to stderr and to n8n's logger at every level. */
async function captureOutput(run) {
	const written = [];
	const streams = [process.stdout, process.stderr].map((stream) => ({ stream, write: stream.write }));
	for (const { stream } of streams) {
		stream.write = (chunk) => {
			written.push(String(chunk));
			return true;
		};
	}
	const log = (...parts) => written.push(parts.map(text).join(' '));
	LoggerProxy.init({ error: log, warn: log, info: log, debug: log });
	try {
		await run();
	} finally {
		for (const { stream, write } of streams) stream.write = write;
	}
	return written.join('\n');
}

module.exports = { captureOutput };
