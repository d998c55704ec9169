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
import { properties, subtitle } from './description';
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
			'Check e-mail addresses, IP addresses, transactions, URLs, leaked data and devices with IPQualityScore, report fraud and manage lists; for phone numbers use IPQS Phone Validation',
		defaults: { name: 'IPQualityScore' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		// With `show`, n8n would take 'Authentication' for the credential's own field and leave it out of the form.
		credentials: [{ name: 'ipqsApi', required: true, testedBy: 'ipqsApiTest', displayOptions: { hide: { authentication: ['sandbox'] } } }],
		hints: [
			sandboxHint(
				'Sandbox: nothing is checked or changed and nothing is spent. Try name23@example.com (score 100), 192.0.2.123 or https://example.com/23; the documentation lists the others',
			),
		],
		properties,
	};

	methods = { credentialTest: { ipqsApiTest } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const resource = this.getNodeParameter('resource', 0);
		const operation = findOperation(resource, this.getNodeParameter('operation', 0));
		if (operation === undefined) {
			throw new NodeOperationError(this.getNode(), 'This node has no such operation', {
				description: "Choose a 'Resource' and an 'Operation' from the menus",
			});
		}
		return await executeLookups(this, operation, String(resource));
	}
}
