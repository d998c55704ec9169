import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { TestEnvironment } from 'jest-environment-node';

import { logFile } from '../../../scripts/editor/paths.mjs';
import { createSession } from '../../../scripts/editor/rest.mjs';
import { ROOT } from '../../../scripts/package/tarball.mjs';
import { editor } from './start.mjs';

const EXAMPLES = join(ROOT, 'workflows');
const EXPECTED = join(ROOT, 'test', 'fixtures', 'workflows');

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
const pathOfExample = (file) => join(EXAMPLES, file);

/** The stand-ins for services inside the n8n process; see serviceStandIns.js. */
const servicesAt = (url) => ({
	start: async (replies) => void (await fetch(url, { method: 'PUT', body: JSON.stringify(replies) })),
	calls: async () => await (await fetch(url)).json(),
	stop: async () => void (await fetch(url, { method: 'DELETE' })),
});

/** Gives a test file the running n8n, and the example workflows, as `n8n`; see support/n8n.d.ts. */
export default class extends TestEnvironment {
	async setup() {
		await super.setup();
		const { url, owner, home, chromium, standIns, cookie } = JSON.parse(process.env.IPQS_E2E);
		this.global.n8n = {
			url,
			owner,
			chromium,
			rest: createSession(url, cookie),
			restart: editor.restart,
			crash: editor.crash,
			log: () => readFileSync(logFile(home), 'utf8'),
			services: servicesAt(`http://127.0.0.1:${standIns}`),
			exampleFiles: () => readdirSync(EXAMPLES).filter((name) => name.endsWith('.json')),
			pathOfExample,
			readExample: (file) => readJson(pathOfExample(file)),
			readExpected: (file) => (existsSync(join(EXPECTED, file)) ? readJson(join(EXPECTED, file)) : undefined),
		};
	}
}
