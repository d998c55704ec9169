import {
	UserError,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IHttpRequestOptions,
	type INodeProperties,
} from 'n8n-workflow';
import { DEFAULT_BASE_URL, readBaseUrl } from '../nodes/shared/ipqs/address';
import { withKey } from '../nodes/shared/ipqs/key';

export class IpqsApi implements ICredentialType {
	name = 'ipqsApi';

	displayName = 'IPQS API';

	icon = { light: 'file:ipqs.svg', dark: 'file:ipqs.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-ipqs/n8n-nodes-ipqs#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'The private key from your IPQualityScore account, under Settings. Testing it reads your account, which costs no lookup; that call alone carries the key in its address, as IPQS offers no other way, and follows no redirect.',
		},
		{
			displayName: 'Send Key In',
			name: 'keyLocation',
			type: 'options',
			options: [
				{ name: 'Header (Recommended)', value: 'header', description: 'Keeps the key out of every lookup\'s address, and so out of access logs' },
				{ name: 'Path', value: 'path', description: 'For accounts or proxies that need the key in the address' },
			],
			default: 'header',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: DEFAULT_BASE_URL,
			placeholder: 'e.g. https://www.ipqualityscore.com',
			description: 'Where IPQS is reached; must begin with https://',
		},
		{
			displayName: 'Requests per Second',
			name: 'requestsPerSecond',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 1000 },
			default: 20,
			description:
				'Ceiling for this account on this n8n process, shared by all its nodes and executions; with several workers, divide the account\'s limit by their number. 0 means no ceiling.',
		},
	];

	/** Runs for lookups, and for n8n's HTTP Request node, which names the address `uri`. The nodes test the credential. */
	authenticate = async (credential: ICredentialDataDecryptedObject, request: IHttpRequestOptions): Promise<IHttpRequestOptions> => {
		const baseUrl = readBaseUrl(credential.baseUrl);
		if ('refused' in baseUrl) throw new UserError(`'Base URL' ${baseUrl.refused}`);
		return withKey(request, String(credential.apiKey).trim(), credential.keyLocation === 'path' ? 'path' : 'header');
	};
}
