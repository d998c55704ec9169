import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { n8nScript, nodeBinary } from '../../scripts/editor/npm.mjs';
import { build } from '../../scripts/editor/package.mjs';
import { startFleet } from './fleet.mjs';
import { noteDecisions, openIntake, readRows, SWEEP } from './intake.mjs';
import { makeLeads, postLeads } from './leads.mjs';
import { startPostgres } from './postgres.mjs';
import { findPrograms } from './programs.mjs';
import { startRedis } from './redis.mjs';

const { startStandIn } = createRequire(import.meta.url)('../support/stand-in.js');

/** The account's limit, which two workers share. */
const REQUESTS_PER_SECOND = 20;
/** Long enough that most of what a worker does at a time is waiting for IPQS when it is killed. */
const LATENCY = 1_500;

/** Every 30th lead meets an IPQS out of service until its first execution has given up: one request and three retries. */
const OUT_OF_SERVICE = { every: 30, requests: 4 };

const POLL = 500;
const KILL_LIMIT = 300_000;
const DECISION_LIMIT = 420_000;

const faultsOf = (leads) => {
	const script = Array(OUT_OF_SERVICE.requests).fill('outOfService');
	return Object.fromEntries(
		leads.filter((_lead, index) => index % OUT_OF_SERVICE.every === 0).map(({ phone }) => [phone.replace('+', ''), script]),
	);
};

const until = async (condition, limit, { signal, otherwise }) => {
	const end = Date.now() + limit;
	while (!(await condition())) {
		if (Date.now() > end) throw new Error(otherwise);
		await wait(POLL, undefined, { signal });
	}
};

/** What is undone at the end, last first, whether the trial went well or not. */
function makeCleanUp() {
	const steps = [];
	return {
		add: (step) => void steps.push(step),
		async run() {
			const faults = [];
			for (const step of steps.reverse())
				await Promise.resolve()
					.then(step)
					.catch((fault) => faults.push(fault));
			if (faults.length > 0) throw faults[0];
		},
	};
}

async function tryOut(count, { onStep, signal, cleanUp }) {
	onStep('Building the package', 10);
	await build(signal);
	const programs = await findPrograms({ onStep });
	const node = await nodeBinary({ onStep, signal });
	const n8n = { node, script: await n8nScript(node, { onStep, signal }), signal };

	onStep('Starting Redis and PostgreSQL', 10);
	const folder = mkdtempSync(join(tmpdir(), 'ipqs-queue-'));
	cleanUp.add(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
	// PostgreSQL's user has to pass through.
	chmodSync(folder, 0o755);
	const redis = await startRedis(programs['redis-server'], { folder, signal });
	cleanUp.add(redis.stop);
	const postgres = await startPostgres(programs, { folder, signal });
	cleanUp.add(postgres.stop);

	onStep('Starting n8n and two workers', 40);
	const settings = { ...redis.settings, ...postgres.settings };
	const fleet = await startFleet({ n8n, folder, settings, onStart: cleanUp.add });
	const leads = makeLeads(count);
	const standIn = await startStandIn({ latency: LATENCY, limit: REQUESTS_PER_SECOND, faults: faultsOf(leads) });
	cleanUp.add(standIn.close);
	await noteDecisions(postgres.ask);
	const requestsPerSecond = REQUESTS_PER_SECOND / fleet.workers.length;
	const address = await openIntake(fleet, { baseUrl: standIn.url, requestsPerSecond });

	onStep(`Sending ${count} leads`, 30);
	const began = Date.now();
	const posting = postLeads(address, leads, signal);
	const otherwise = 'The leads were not looked up in time';
	await until(() => standIn.counts.requests >= count / 4, KILL_LIMIT, { signal, otherwise });

	onStep('Killing one worker, and waiting until every lead is decided', 120);
	await fleet.workers[0].kill();
	const [{ now: killedAt }] = await postgres.ask('select now()');
	const openAtKill = (await readRows(postgres.ask)).filter(({ state }) => state !== 'decided').length;
	const answers = await posting;
	const decided = async () => (await readRows(postgres.ask)).every(({ state }) => state === 'decided');
	await until(decided, DECISION_LIMIT, { signal, otherwise: 'Leads stayed open' });
	const seconds = (Date.now() - began) / 1_000;

	onStep('Waiting until n8n has given up what the dead worker ran, and whether anything is decided again', 90);
	const stillRunning = () => postgres.ask(`select id from execution_entity where status = 'running' and "startedAt" < '${killedAt}'`);
	await until(async () => (await stillRunning()).length === 0, DECISION_LIMIT, { signal, otherwise: 'n8n did not give them up' });
	await wait(SWEEP.everySeconds * 2_000, undefined, { signal });
	const rows = await readRows(postgres.ask);
	const executions = await postgres.ask('select status, count(*)::int from execution_entity group by status');
	return { answers, rows, executions, openAtKill, lookups: standIn.counts, seconds };
}

/**
 * Sends leads to the durable intake of an n8n with two workers, kills one of them meanwhile, and waits until the sweep has
 * decided what was left. Everything that was started is ended and removed, whatever happens.
 *
 * @param {number} count leads
 * @param {{ onStep: (step: string, seconds: number) => void, signal: AbortSignal }} course
 * @returns {ReturnType<typeof tryOut>} n8n's answers, the table's rows, n8n's executions by status and what the stand-in counted
 */
export async function runTrial(count, { onStep, signal }) {
	const cleanUp = makeCleanUp();
	try {
		return await tryOut(count, { onStep, signal, cleanUp });
	} finally {
		onStep('Ending n8n, PostgreSQL and Redis', 10);
		await cleanUp.run();
	}
}
