const { spawnSync } = require('node:child_process');
const { join } = require('node:path');

/** Runs a script of this folder as a user would. */
exports.runCommand = (script, ...args) => {
	const { status, stdout, stderr } = spawnSync(process.execPath, [join(__dirname, script), ...args], {
		encoding: 'utf8',
		maxBuffer: 100_000_000,
	});
	return { status, stdout, stderr };
};
