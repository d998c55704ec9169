import { join } from 'node:path';

import { findFreePort } from '../../../scripts/editor/server.mjs';
import { startEditor } from '../../../scripts/editor/start.mjs';
import { findChromium } from './chromium.mjs';

const STAND_INS = join(import.meta.dirname, 'serviceStandIns.js');

/** The n8n of this run. */
export let editor;

/** Starts n8n on an empty user folder and leaves in the environment what a test needs to reach it. */
export default async function start() {
	const chromium = findChromium();
	const controller = new AbortController();
	for (const signal of ['SIGINT', 'SIGTERM']) {
		process.once(signal, () => {
			controller.abort();
			editor?.stop().finally(() => process.exit(1));
		});
	}
	const standIns = await findFreePort(0);
	editor = await startEditor({
		port: 0,
		fresh: true,
		settings: { NODE_OPTIONS: `--require "${STAND_INS}"`, IPQS_STAND_INS_PORT: String(standIns) },
		onStep: (step) => process.stderr.write(`${step}\n`),
		signal: controller.signal,
	});
	const { url, owner, home, rest } = editor;
	process.env.IPQS_E2E = JSON.stringify({ url, owner, home, chromium, standIns, cookie: rest.cookie });
}
