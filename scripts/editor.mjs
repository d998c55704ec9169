import { parseArgs } from 'node:util';

import { showSteps } from './editor/progress.mjs';
import { logFile } from './editor/paths.mjs';
import { startEditor } from './editor/start.mjs';

const EXIT = { done: 0, stopped: 1, usage: 2 };

const HELP = `Starts a real n8n on this machine with this package and the example workflows.

Usage: npm run editor -- [options]

  --port PORT   the port on 127.0.0.1 (default: 5678; 0 for any)
  --fresh       use an empty n8n that is removed at the end, instead of the one in .cache/n8n-home
  --help        this text

The first start installs n8n into .cache, which takes about five minutes. Stop it with Ctrl-C.
`;

const readPort = (text) => {
	const port = Number(text);
	if (!/^\d+$/.test(text) || port > 65_535) throw new TypeError('--port takes a number from 0 to 65535');
	return port;
};

const readArguments = (args) => {
	try {
		const { values } = parseArgs({
			args,
			options: { port: { type: 'string', default: '5678' }, fresh: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
		});
		return { ...values, port: readPort(values.port) };
	} catch (error) {
		process.stderr.write(`editor: ${error.message.split('\n')[0]}, see --help\n`);
		return process.exit(EXIT.usage);
	}
};

const { help, port, fresh } = readArguments(process.argv.slice(2));
if (help) {
	process.stdout.write(HELP);
	process.exit(EXIT.done);
}

const steps = showSteps();
const controller = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => controller.abort());

try {
	const editor = await startEditor({ port, fresh, onStep: steps.onStep, signal: controller.signal });
	steps.end();
	const { url, owner, home } = editor;
	process.stdout.write(
		`n8n runs at ${url}/home/workflows\nLog in as ${owner.email} with the password ${owner.password}\nLog: ${logFile(home)}\nStop it with Ctrl-C\n`,
	);
	await editor.ended;
	await editor.stop();
	if (!controller.signal.aborted) throw new Error('n8n has stopped');
} catch (error) {
	steps.end();
	if (!controller.signal.aborted) {
		process.stderr.write(`editor: ${error.message}\n`);
		process.exitCode = EXIT.stopped;
	}
}
