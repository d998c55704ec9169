import {
	UserError,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IHttpRequestOptions,
	type INodeProperties,
} from 'n8n-workflow';
import { parseBaseUrl } from '../nodes/shared/client/baseUrl';
import { baseUrl, requestsPerSecond } from '../nodes/shared/client/credentialFields';
import { withKey } from '../nodes/shared/client/apiKeyAuth';

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
				{
					name: 'Header (Recommended)',
					value: 'header',
					description: "Keeps the key out of every lookup's address, and so out of access logs",
				},
				{ name: 'Path', value: 'path', description: 'For accounts or proxies that need the key in the address' },
			],
			default: 'header',
		},
		baseUrl,
		requestsPerSecond,
	];

	/** Runs for lookups, and for n8n's HTTP Request node, which names the address `uri`. The nodes test the credential. */
	authenticate = async (credential: ICredentialDataDecryptedObject, request: IHttpRequestOptions): Promise<IHttpRequestOptions> => {
		const base = parseBaseUrl(credential.baseUrl);
		if ('error' in base) throw new UserError(`'Base URL' ${base.error}`);
		return withKey(request, String(credential.apiKey).trim(), credential.keyLocation === 'path' ? 'path' : 'header');
	};
}
