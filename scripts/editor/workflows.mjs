import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from '../package/tarball.mjs';

const EXAMPLES = join(ROOT, 'workflows');

const toWorkflow = ({ name, nodes, connections, settings, pinData }) => ({ name, nodes, connections, settings, pinData });

/** The ID and content hash of each workflow that was imported before, by file. */
function readImported(file) {
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/**
 * Imports the example workflows: each once, so that changes and deletions by the user are kept, and again if the file has changed.
 *
 * @param {Awaited<ReturnType<import('./rest.mjs').logIn>>} rest
 * @returns {Promise<number>} how many were imported
 */
export async function importExamples(rest, home) {
	const record = join(home, 'imported.json');
	const imported = readImported(record);
	const present = new Set((await rest('GET', '/workflows')).map(({ id }) => id));
	let count = 0;
	for (const file of readdirSync(EXAMPLES).filter((name) => name.endsWith('.json'))) {
		const text = readFileSync(join(EXAMPLES, file), 'utf8');
		const hash = createHash('sha256').update(text).digest('hex');
		const before = imported[file];
		if (before?.hash === hash) continue;
		const workflow = toWorkflow(JSON.parse(text));
		const { id } = present.has(before?.id)
			? await rest('PATCH', `/workflows/${before.id}?forceSave=true`, workflow)
			: await rest('POST', '/workflows', workflow);
		imported[file] = { id, hash };
		count += 1;
	}
	writeFileSync(record, JSON.stringify(imported));
	return count;
}
