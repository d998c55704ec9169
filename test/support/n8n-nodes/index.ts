import type { INodeType } from 'n8n-workflow';
import { httpRequest, respondToWebhook, wait } from './calls';
import { convertToFile } from './files';
import { branch, filter, merge, removeDuplicates, set, splitOut, summarize } from './items';
import { trigger } from './node';

/** Stand-ins for the nodes of n8n that the example workflows are made of, by the names that workflows are saved with. */
export const n8nNodes: Record<string, INodeType> = Object.fromEntries(
	[
		branch,
		convertToFile,
		filter,
		httpRequest,
		merge,
		removeDuplicates,
		respondToWebhook,
		set,
		splitOut,
		summarize,
		trigger('executeWorkflowTrigger'),
		trigger('formTrigger'),
		trigger('scheduleTrigger'),
		trigger('webhook'),
		wait,
	].map((node) => [`n8n-nodes-base.${node.description.name}`, node]),
);
