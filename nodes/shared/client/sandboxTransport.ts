import { pause, type Clock } from '../scheduling/clock';
import type { Line } from './lookUp';
import { sandboxAnswer, type Sandbox } from '../ipqs/sandbox/sandbox';

/** How long a sandbox answer takes, in ms. */
const LATENCY = 20;

/** IPQS without an account: documented test values choose the answer, nothing leaves this process, nothing is spent. */
export const sandboxLine = (clock: Clock, sandbox: Sandbox): Line => ({
	account: null,
	async send(request, attempt, timeout) {
		const answer = sandboxAnswer(sandbox, request, attempt);
		await pause(answer === undefined ? timeout : Math.min(LATENCY, timeout), clock);
		return answer ?? { kind: 'timeout' };
	},
});
