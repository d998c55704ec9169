import * as buyerReturns from './buyerReturns.mjs';
import * as durableIntake from './durableIntake.mjs';
import * as rememberAnswers from './rememberAnswers.mjs';
import * as reviewQueue from './reviewQueue.mjs';

/**
 * @typedef {object} Context what a part works with
 * @property {Awaited<ReturnType<typeof import('./queueMode.mjs').startQueueMode>>} n8n
 * @property {(sql: string) => Promise<any>} query queries the database of n8n
 * @property {number} count number of leads of the durable intake
 * @property {AbortSignal} signal
 * @property {(step: string, seconds: number) => void} onStep
 */

/**
 * The parts of the test, by the name of the example. Each has `run(context)`, and of its result `figures` (labels with values) and
 * `checkGuarantees` (each guarantee with a list of violations).
 */
export const PARTS = {
	'remember-answers': rememberAnswers,
	'buyer-returns': buyerReturns,
	'review-queue': reviewQueue,
	'durable-intake': durableIntake,
};
