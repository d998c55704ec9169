import { existsSync } from 'node:fs';

import { HELP, readArguments, UsageError } from './demo/arguments.mjs';
import { findPhoneColumn, readLeads } from './demo/leads.mjs';
import { showProgress } from './demo/progress.mjs';
import { pinnedLeads, readWorkflow, screenLeads } from './demo/screen.mjs';
import { renderSummary, renderTable } from './demo/table.mjs';

const EXIT = { done: 0, stopped: 1, usage: 2 };

const asJson = (screened) => {
	const items = Object.entries(screened).map(([outcome, list]) => [outcome, list.map(({ json, pairedItem }) => ({ json, pairedItem }))]);
	return JSON.stringify(Object.fromEntries(items), null, 2);
};

const asTable = (screened, { phoneColumn, account }) =>
	[
		renderTable(screened, { phoneColumn, columns: process.stdout.columns }),
		renderSummary(screened),
		...(account ? [] : ['Sandbox: these are test results. Nothing was sent to IPQS and no credits were used.']),
	].join('\n');

const demo = async (args) => {
	const { help, json, leadsFile, preset, account } = readArguments(args, process.env);
	if (help) return HELP.trimEnd();

	const workflow = readWorkflow();
	const pinned = pinnedLeads(workflow);
	const { leads, phoneColumn } = leadsFile === undefined ? { leads: pinned, phoneColumn: findPhoneColumn(pinned) } : readLeads(leadsFile);
	if (!existsSync(new URL('../dist', import.meta.url))) throw new UsageError('The package is not built, run npm run build first');

	if (account && !json) process.stderr.write(`Looking up ${leads.length} numbers. Each lookup can use a credit.\n`);
	const endProgress = account ? showProgress(new Set(leads.map((lead) => lead[phoneColumn])).size) : () => {};
	const screened = await screenLeads(workflow, { leads, phoneColumn, preset, account }).finally(endProgress);
	return json ? asJson(screened) : asTable(screened, { phoneColumn, account });
};

// Timers of n8n-core would keep the process alive.
const end = (stream, text, code) => stream.write(`${text}\n`, () => process.exit(code));

process.stdout.on('error', () => process.exit(EXIT.done));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(EXIT.stopped));

demo(process.argv.slice(2)).then(
	(text) => end(process.stdout, text, EXIT.done),
	(error) => end(process.stderr, `demo: ${error.message}`, error instanceof UsageError ? EXIT.usage : EXIT.stopped),
);
