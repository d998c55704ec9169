/**
 * Runs one measurement in a separate process: `node subject.js <name> <JSON parameters>` prints the result as JSON.
 * A subject is a file in `subjects/` that exports `measure(parameters)`.
 */
const { execFile } = require('node:child_process');
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { promisify } = require('node:util');

/** Runs a subject in a new process and returns its result. */
const runSubject = async (name, parameters) =>
	JSON.parse(
		(await promisify(execFile)(process.execPath, ['--expose-gc', __filename, name, JSON.stringify(parameters)], { maxBuffer: 1e8 })).stdout,
	);

/** Gives n8n a temporary user folder before the subject loads it, because n8n reads its settings at that time. */
async function main(name, parameters) {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-bench-'));
	Object.assign(process.env, { N8N_USER_FOLDER: folder, N8N_LOG_LEVEL: 'silent', N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true' });
	try {
		const cost = await require(`./subjects/${name}`).measure(parameters);
		process.stdout.write(`${JSON.stringify({ ...cost, peakMegabytes: process.resourceUsage().maxRSS / 1024 })}\n`);
	} catch (error) {
		process.stderr.write(`${error.stack ?? error.message}\n`);
		process.exitCode = 1;
	} finally {
		rmSync(folder, { recursive: true, force: true });
		// Timers of n8n-core would keep the process alive.
		process.exit();
	}
}

if (require.main === module) main(process.argv[2], JSON.parse(process.argv[3]));

module.exports = { runSubject };
