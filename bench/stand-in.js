const { spawn } = require('node:child_process');
const { join } = require('node:path');

const STAND_IN = join(__dirname, '..', 'test', 'support', 'stand-in.js');

/** Runs a stand-in for IPQS in a process of its own while `use` does its work with the URL. */
async function withStandIn(options, use) {
	const server = spawn(process.execPath, [STAND_IN, JSON.stringify(options)], { stdio: ['pipe', 'pipe', 'inherit'] });
	try {
		const url = await new Promise((resolve) => server.stdout.once('data', (line) => resolve(String(line).trim())));
		return await use(url);
	} finally {
		server.stdin.end();
	}
}

module.exports = { withStandIn };
