import { respond, type Sandbox } from '../ipqs/sandbox/sandbox';
import { sleepUnlessCancelled, type Clock } from '../scheduling/clock';
import type { Transport } from './lookUp';

/** How long a sandbox response takes, in ms. */
const LATENCY = 20;

/** IPQS without an account: documented test values choose the response. Nothing is sent and no credits are used. */
export const createSandboxTransport = (clock: Clock, sandbox: Sandbox): Transport => ({
	account: null,
	async send(request, attempt, timeout) {
		const response = respond(sandbox, request, attempt);
		await sleepUnlessCancelled(response === undefined ? timeout : Math.min(LATENCY, timeout), clock);
		return response ?? { kind: 'timeout' };
	},
});
