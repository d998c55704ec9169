import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { installN8n, installNode } from '../../scripts/editor/install.mjs';
import { build } from '../../scripts/editor/package.mjs';
import { publishIntake, readRows, recordDecisions, SWEEP } from './durableIntake.mjs';
import { makeLeads, postLeads } from './leads.mjs';
import { startPostgres } from './postgres.mjs';
import { findPrograms } from './programs.mjs';
import { startQueueMode } from './queueMode.mjs';
import { startRedis } from './redis.mjs';
import { sendTwoWaves } from './rememberAnswers.mjs';

const { startStandIn } = createRequire(import.meta.url)('../support/stand-in.js');

/** Limit of the account, shared by two workers. */
const REQUESTS_PER_SECOND = 20;
/** Milliseconds; long enough that most executions are waiting for IPQS when the worker is killed. */
const LATENCY = 1_500;

/** For every 30th lead, IPQS is out of service during the first execution: one request and three retries. */
const OUT_OF_SERVICE = { every: 30, requests: 4 };

const POLL_INTERVAL = 500;
const LOOKUP_TIMEOUT = 300_000;
const DECISION_TIMEOUT = 420_000;

const faultsOf = (leads) => {
	const script = Array(OUT_OF_SERVICE.requests).fill('outOfService');
	return Object.fromEntries(
		leads.filter((_lead, index) => index % OUT_OF_SERVICE.every === 0).map(({ phone }) => [phone.replace('+', ''), script]),
	);
};

const waitUntil = async (condition, timeout, { signal, message }) => {
	const end = Date.now() + timeout;
	while (!(await condition())) {
		if (Date.now() > end) throw new Error(message);
		await wait(POLL_INTERVAL, undefined, { signal });
	}
};

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

async function runSteps(count, { onStep, signal, cleanUp }) {
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
	onStep('Sending the same leads twice to the example that remembers answers', 30);
	const waves = await sendTwoWaves(n8nProcesses, signal);

	const leads = makeLeads(count);
	const standIn = await startStandIn({ latency: LATENCY, limit: REQUESTS_PER_SECOND, faults: faultsOf(leads) });
	cleanUp.add(standIn.close);
	await recordDecisions(postgres.query);
	const requestsPerSecond = REQUESTS_PER_SECOND / n8nProcesses.workers.length;
	const webhookUrl = await publishIntake(n8nProcesses, { baseUrl: standIn.url, requestsPerSecond });

	onStep(`Sending ${count} leads`, 30);
	const began = Date.now();
	const posting = postLeads(webhookUrl, leads, signal);
	const message = 'The leads were not looked up in time';
	await waitUntil(() => standIn.counts.requests >= count / 4, LOOKUP_TIMEOUT, { signal, message });

	onStep('Killing one worker, waiting until every lead is decided', 120);
	await n8nProcesses.workers[0].kill();
	const [{ now: killedAt }] = await postgres.query('select now()');
	const openAtKill = (await readRows(postgres.query)).filter(({ state }) => state !== 'decided').length;
	const responses = await posting;
	const decided = async () => (await readRows(postgres.query)).every(({ state }) => state === 'decided');
	await waitUntil(decided, DECISION_TIMEOUT, { signal, message: 'Some leads were not decided in time' });
	const seconds = (Date.now() - began) / 1_000;

	onStep('Waiting until n8n ends the executions of the dead worker, and for further decisions', 90);
	const stillRunning = () => postgres.query(`select id from execution_entity where status = 'running' and "startedAt" < '${killedAt}'`);
	await waitUntil(async () => (await stillRunning()).length === 0, DECISION_TIMEOUT, {
		signal,
		message: 'n8n did not end the executions of the dead worker in time',
	});
	await wait(SWEEP.intervalSeconds * 2_000, undefined, { signal });
	const rows = await readRows(postgres.query);
	const executions = await postgres.query('select status, count(*)::int from execution_entity group by status');
	return { responses, rows, executions, openAtKill, lookups: standIn.counts, seconds, waves };
}

/**
 * Starts an n8n with two workers and sends the same leads twice to the example that remembers answers. Then sends leads to the
 * durable intake example, kills one worker meanwhile, and waits until the sweep has decided the remaining leads. Stops and removes everything at the end, also after an error.
 *
 * @param {number} count number of leads
 * @param {{ onStep: (step: string, seconds: number) => void, signal: AbortSignal }} progress
 * @returns {ReturnType<typeof runSteps>} n8n's responses, the rows of the table, executions by status, the counts of the stand-in, and the
 *   requests of the two waves
 */
export async function runKillTest(count, { onStep, signal }) {
	const cleanUp = makeCleanUp();
	try {
		return await runSteps(count, { onStep, signal, cleanUp });
	} finally {
		onStep('Stopping n8n, PostgreSQL and Redis', 10);
		await cleanUp.run();
	}
}
