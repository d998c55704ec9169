import {
	NodeConnectionTypes,
	NodeOperationError,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { ipqsApiTest } from '../shared/lookupNode/credentialTests';
import { executeLookups } from '../shared/lookupNode/executeLookups';
import { sandboxHint } from '../shared/lookupNode/executionHints';
import { properties, subtitle } from './properties';
import { findOperation } from './resources';

export class Ipqs implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'IPQualityScore',
		name: 'ipqs',
		icon: { light: 'file:ipqs.svg', dark: 'file:ipqs.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle,
		description:
			'Check email addresses, IP addresses, transactions, URLs, leaked data and devices with IPQualityScore, report fraud and manage lists; for phone numbers use IPQS Phone Validation',
		defaults: { name: 'IPQualityScore' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		// The leading slash keeps n8n from taking 'Authentication' for the credential's own field and hiding it.
		credentials: [
			{ name: 'ipqsApi', required: true, testedBy: 'ipqsApiTest', displayOptions: { show: { '/authentication': ['apiKey'] } } },
		],
		builderHint: {
			searchHint:
				'Put this node before IPQS Criteria, which decides about its results. Phone numbers are checked with IPQS Phone Validation.',
			relatedNodes: [{ nodeType: 'n8n-nodes-ipqs.ipqsCriteria', relationHint: 'Decides Accept, QA or Reject from the lookup results' }],
		},
		hints: [
			sandboxHint(
				'Sandbox: nothing is sent to IPQS and no credits are used. Try name23@example.com (score 100), 192.0.2.123 or https://example.com/23. The documentation lists all test values',
			),
		],
		properties,
	};

	methods = { credentialTest: { ipqsApiTest } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const resource = this.getNodeParameter('resource', 0);
		const operation = findOperation(resource, this.getNodeParameter('operation', 0));
		if (operation === undefined) {
			throw new NodeOperationError(this.getNode(), 'This operation is not supported', {
				description: "Choose a 'Resource' and an 'Operation' from the menus",
			});
		}
		return await executeLookups(this, operation, String(resource));
	}
}
