import { sleep, type IExecuteFunctions } from 'n8n-workflow';
import type { Clock } from '../scheduling/clock';

/** Milliseconds since this process started; unlike `Date.now`, never set back. */
export const monotonicNow = (): number => performance.now();

/** Milliseconds since the epoch by the system's clock. */
export const currentDate = (): number => Date.now();

/** Creates the clock of an execution. */
export const createClock = (node: Pick<IExecuteFunctions, 'getExecutionCancelSignal'>): Clock => {
	const signal = node.getExecutionCancelSignal();
	return { now: monotonicNow, date: currentDate, random: Math.random, sleep, cancelled: () => signal?.aborted ?? false };
};
