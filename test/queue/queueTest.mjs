import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { installN8n, installNode } from '../../scripts/editor/install.mjs';
import { build } from '../../scripts/editor/package.mjs';
import { recordChanges } from './dataTables.mjs';
import { startPostgres } from './postgres.mjs';
import { findPrograms } from './programs.mjs';
import { startQueueMode } from './queueMode.mjs';
import { startRedis } from './redis.mjs';

/** Steps that run at the end, the last one first, whether or not the test succeeded. */
function makeCleanUp() {
	const steps = [];
	return {
		add: (step) => void steps.push(step),
		async run() {
			const errors = [];
			for (const step of steps.reverse())
				await Promise.resolve()
					.then(step)
					.catch((error) => errors.push(error));
			if (errors.length > 0) throw errors[0];
		},
	};
}

async function runParts(parts, { count, onStep, signal, cleanUp }) {
	onStep('Building the package', 10);
	await build(signal);
	const programs = await findPrograms({ onStep });
	const node = await installNode({ onStep, signal });
	const n8n = { node, script: await installN8n(node, { onStep, signal }), signal };

	onStep('Starting Redis and PostgreSQL', 10);
	const folder = mkdtempSync(join(tmpdir(), 'ipqs-queue-'));
	cleanUp.add(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
	// The user of PostgreSQL must be able to enter it.
	chmodSync(folder, 0o755);
	const redis = await startRedis(programs['redis-server'], { folder, signal });
	cleanUp.add(redis.stop);
	const postgres = await startPostgres(programs, { folder, signal });
	cleanUp.add(postgres.stop);

	onStep('Starting n8n and two workers', 40);
	const settings = { ...redis.settings, ...postgres.settings };
	const n8nProcesses = await startQueueMode({ n8n, folder, settings, onStart: cleanUp.add });
	await recordChanges(postgres.query);

	const results = [];
	for (const part of parts) results.push(await part.run({ n8n: n8nProcesses, query: postgres.query, count, signal, onStep }));
	return results;
}

/**
 * Starts an n8n with two workers, runs some parts of the test on it, and stops and removes everything at the end, also after an error.
 *
 * @param {(typeof import('./parts.mjs').PARTS)[string][]} parts
 * @param {{ count: number, onStep: (step: string, seconds: number) => void, signal: AbortSignal }} options `count` of leads of the
 *   durable intake
 * @returns {Promise<object[]>} the result of each part
 */
export async function runQueueTest(parts, { count, onStep, signal }) {
	const cleanUp = makeCleanUp();
	try {
		return await runParts(parts, { count, onStep, signal, cleanUp });
	} finally {
		onStep('Stopping n8n, PostgreSQL and Redis', 10);
		await cleanUp.run();
	}
}
