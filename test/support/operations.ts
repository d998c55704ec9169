import type { Operation } from '../../nodes/shared/lookupNode/operation';
import { PHONE_SANDBOX } from '../../nodes/shared/ipqs/sandbox/phone';

/** An operation of which nothing is known but what a test says. */
export const asking = (ask: Operation['ask'], changes: Partial<Operation> = {}): Operation => ({
	properties: [],
	options: [],
	fields: [],
	charged: true,
	sandbox: PHONE_SANDBOX,
	ask,
	...changes,
});
