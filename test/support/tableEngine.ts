import type { INodeType } from 'n8n-workflow';
import { IpqsApi } from '../../credentials/IpqsApi.credentials';
import { IpqsCriteria } from '../../nodes/IpqsCriteria/IpqsCriteria.node';
import { IpqsPhoneValidation } from '../../nodes/IpqsPhoneValidation/IpqsPhoneValidation.node';
import { createEngine } from '../../scripts/engine';
import { makeDataTable } from './data-table';
import { n8nNodes } from './n8n-nodes';

/** An engine for examples that keep something in a Data Table, with more node types where given, and that table. */
export function openTableEngine(nodeTypes: Record<string, INodeType> = {}) {
	const table = makeDataTable();
	const engine = createEngine({
		nodeTypes: {
			...n8nNodes,
			...nodeTypes,
			'n8n-nodes-base.dataTable': table.node,
			'n8n-nodes-ipqs.ipqsPhoneValidation': new IpqsPhoneValidation(),
			'n8n-nodes-ipqs.ipqsCriteria': new IpqsCriteria(),
		},
		credentialTypes: { ipqsApi: new IpqsApi() },
	});
	return { table, engine };
}
