import type { Operation } from '../shared/lookupNode/operation';

/** An operation with its texts for the menu. */
export interface IpqsOperation extends Operation {
	/** Stored in workflows: must not change. */
	readonly name: string;
	readonly label: string;
	/** For n8n's list of actions, in sentence case. */
	readonly action: string;
	readonly description: string;
}

export interface Resource {
	/** Stored in workflows: must not change. */
	readonly name: string;
	readonly label: string;
	readonly operations: readonly [IpqsOperation, ...IpqsOperation[]];
}
