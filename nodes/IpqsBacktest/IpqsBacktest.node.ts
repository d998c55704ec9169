import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { properties, SUBTITLE } from './properties';
import { execute } from './execute';

export class IpqsBacktest implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'IPQS Back-Test',
		name: 'ipqsBacktest',
		icon: { light: 'file:ipqsBacktest.svg', dark: 'file:ipqsBacktest.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: SUBTITLE,
		description: 'Test a policy on past leads: which it would accept, send to QA or reject, what changes, and how often it is right',
		defaults: { name: 'IPQS Back-Test' },
		usableAsTool: true,
		parameterPane: 'wide',
		inputs: [NodeConnectionTypes.Main],
		outputs: ['Report', 'Changed'].map((displayName) => ({ type: NodeConnectionTypes.Main, displayName })),
		builderHint: {
			searchHint:
				'Reads leads with IPQS results that were looked up earlier: rows of a Data Table or sheet, or IPQualityScore with Request: Get Many. Sends no request. Its outputs are, in this order: Report (0), Changed (1).',
			relatedNodes: [
				{ nodeType: 'n8n-nodes-ipqs.ipqsCriteria', relationHint: 'Applies the same policy to new leads' },
				{ nodeType: 'n8n-nodes-ipqs.ipqs', relationHint: 'Request: Get Many gets earlier lookups of the account at no cost' },
			],
		},
		properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return execute(this);
	}
}
