import {
	NodeConnectionTypes,
	type ICredentialsDecrypted,
	type ICredentialTestFunctions,
	type IExecuteFunctions,
	type INodeCredentialTestResult,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { testApiKey } from '../shared/ipqs/credentialTest';
import { properties } from './description';
import { execute } from './execute';

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
		// With `show`, n8n would take 'Authentication' for the credential's own field and leave it out of the form.
		credentials: [{ name: 'ipqsApi', required: true, testedBy: 'ipqsApiTest', displayOptions: { hide: { authentication: ['sandbox'] } } }],
		hints: [
			{
				message: 'Sandbox: no number is checked and nothing is spent; documented test numbers choose the answers',
				type: 'info',
				location: 'ndv',
				whenToDisplay: 'beforeExecution',
				displayCondition: '={{ $parameter["authentication"] === "sandbox" }}',
			},
		],
		properties,
	};

	methods = {
		credentialTest: {
			async ipqsApiTest(this: ICredentialTestFunctions, credential: ICredentialsDecrypted): Promise<INodeCredentialTestResult> {
				return await testApiKey(this.helpers, credential.data ?? {}, Date.now);
			},
		},
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this);
	}
}
