import type { Operation } from '../../nodes/shared/lookupNode/operation';
import { PHONE_SANDBOX } from '../../nodes/shared/ipqs/sandbox/phone';

/** An operation with only what a test gives it. */
export const operationWith = (buildRequest: Operation['buildRequest'], changes: Partial<Operation> = {}): Operation => ({
	properties: [],
	options: [],
	fields: [],
	costsCredit: true,
	sandbox: PHONE_SANDBOX,
	buildRequest,
	...changes,
});
