const { mkdtempSync } = require('node:fs');
const http = require('node:http');
const https = require('node:https');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

process.env.N8N_USER_FOLDER = mkdtempSync(join(tmpdir(), 'n8n-engine-'));
process.env.N8N_LOG_LEVEL = 'silent';
process.env.N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS = 'true';

// n8n-core 1.x starts an interval of 60 s when it is loaded; unref'ed, it does not keep jest from ending.
const { setInterval: start } = globalThis;
globalThis.setInterval = (...args) => {
	const interval = start(...args);
	interval.unref?.();
	return interval;
};

// nock replaces the HTTP client of the whole process. What an earlier test file left is undone here, so that tests with a real
// server see what Node.js does.
const OWN = Symbol.for('n8n-nodes-ipqs: the HTTP client of Node.js');
http[OWN] ??= [
	[http, { ClientRequest: http.ClientRequest, request: http.request, get: http.get }],
	[https, { request: https.request, get: https.get }],
];
for (const [client, own] of http[OWN]) Object.assign(client, own);
