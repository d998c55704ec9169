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
		// `hide`, because n8n treats a field in `show` as part of the credential and does not show it in the form.
		credentials: [
			{
				name: 'ipqsApi',
				required: true,
				testedBy: 'ipqsApiTest',
				displayOptions: { hide: { authentication: ['customIntegration', 'sandbox'] } },
			},
			{
				name: 'ipqsCustomIntegrationApi',
				required: true,
				testedBy: 'ipqsCustomIntegrationApiTest',
				displayOptions: { hide: { authentication: ['apiKey', 'sandbox'] } },
			},
		],
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
