const { spawnSync } = require('node:child_process');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const ROOT = join(__dirname, '..', '..');

const run = (args, environment) => {
	const { IPQS_API_KEY: _key, ...inherited } = process.env;
	const { status, stdout, stderr } = spawnSync(process.execPath, args, {
		cwd: ROOT,
		encoding: 'utf8',
		env: { ...inherited, ...environment },
		timeout: 20_000,
	});
	return { status, stdout, stderr };
};

const runScript = (script, args, environment = {}) => run([join(ROOT, 'scripts', script), ...args], environment);

const callExport = (module, name, ...args) => {
	const address = pathToFileURL(join(ROOT, 'scripts', module)).href;
	const call = `import { ${name} } from '${address}'; process.stdout.write(JSON.stringify(${name}(...${JSON.stringify(args)})) ?? 'null');`;
	const { status, stdout, stderr } = run(['--input-type=module', '--eval', call], { NO_COLOR: '1' });
	if (status !== 0) throw new Error(stderr);
	return JSON.parse(stdout);
};

module.exports = { callExport, runScript };
