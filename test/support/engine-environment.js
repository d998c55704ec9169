const { mkdtempSync, rmSync } = require('node:fs');
const http = require('node:http');
const https = require('node:https');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const userFolder = mkdtempSync(join(tmpdir(), 'n8n-engine-'));
afterAll(() => rmSync(userFolder, { recursive: true, force: true }));

process.env.N8N_USER_FOLDER = userFolder;
process.env.N8N_LOG_LEVEL = 'silent';
process.env.N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS = 'true';

// n8n-core 1.x starts an interval of 60 s when it is loaded; unref'ed, it does not keep jest from ending.
const { setInterval: start } = globalThis;
globalThis.setInterval = (...args) => {
	const interval = start(...args);
	interval.unref?.();
	return interval;
};

// nock replaces functions of these modules, which all test files of a process share, and not all of them restore them.
const ORIGINAL = Symbol.for('n8n-nodes-ipqs.original');
for (const module of [http, https]) {
	module[ORIGINAL] ??= { request: module.request, get: module.get, ...(module.ClientRequest && { ClientRequest: module.ClientRequest }) };
	Object.assign(module, module[ORIGINAL]);
}
