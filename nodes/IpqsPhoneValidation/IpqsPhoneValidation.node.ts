import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { ipqsApiTest, ipqsCustomIntegrationApiTest } from '../shared/lookupNode/credentialTests';
import { executeLookups } from '../shared/lookupNode/executeLookups';
import { authentication } from '../shared/lookupNode/authentication';
import { sandboxHint } from '../shared/lookupNode/executionHints';
import { operationProperties } from '../shared/lookupNode/properties';
import { PHONE_RESOURCE } from '../shared/ipqs/phoneFields';
import { phoneLookup } from './validate.operation';

export class IpqsPhoneValidation implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'IPQS Phone Validation',
		name: 'ipqsPhoneValidation',
		icon: { light: 'file:ipqsPhoneValidation.svg', dark: 'file:ipqsPhoneValidation.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["authentication"] === "sandbox" ? "Sandbox: Nothing Is Checked" : "Check Phone Number" }}',
		description: 'Check a phone number with IPQualityScore: validity, fraud score, line type, carrier, abuse, do-not-call and more',
		defaults: { name: 'IPQS Phone Validation' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		// The leading slash keeps n8n from taking 'Authentication' for the credential's own field and hiding it.
		credentials: [
			{ name: 'ipqsApi', required: true, testedBy: 'ipqsApiTest', displayOptions: { show: { '/authentication': ['apiKey'] } } },
			{
				name: 'ipqsCustomIntegrationApi',
				required: true,
				testedBy: 'ipqsCustomIntegrationApiTest',
				displayOptions: { show: { '/authentication': ['customIntegration'] } },
			},
		],
		builderHint: {
			searchHint:
				'Put this node before IPQS Criteria, which decides about its result. Set Authentication to Sandbox to try a workflow without an account.',
			relatedNodes: [{ nodeType: 'n8n-nodes-ipqs.ipqsCriteria', relationHint: 'Decides Accept, QA or Reject from the phone result' }],
		},
		hints: [
			sandboxHint(
				'Sandbox: nothing is sent to IPQS and no credits are used. Try +1 201 555 0100 (clean), 0110 (VOIP) or 0123 (score 100). The documentation lists all test numbers',
			),
		],
		properties: [authentication('apiKey', 'customIntegration', 'sandbox'), ...operationProperties(phoneLookup)],
	};

	methods = { credentialTest: { ipqsApiTest, ipqsCustomIntegrationApiTest } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await executeLookups(this, phoneLookup, PHONE_RESOURCE);
	}
}
