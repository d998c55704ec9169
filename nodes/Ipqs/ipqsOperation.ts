import type { Operation } from '../shared/lookupNode/operation';

/** An operation as the node's menu names it. */
export interface IpqsOperation extends Operation {
	/** In saved workflows. */
	readonly name: string;
	readonly label: string;
	/** What it does, in sentence case, for n8n's list of actions. */
	readonly action: string;
	readonly description: string;
}

export interface Resource {
	/** In saved workflows. */
	readonly name: string;
	readonly label: string;
	readonly operations: readonly [IpqsOperation, ...IpqsOperation[]];
}
