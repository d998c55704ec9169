import {
	UserError,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IHttpRequestOptions,
	type INodeProperties,
} from 'n8n-workflow';
import { withKey } from '../nodes/shared/client/apiKeyAuth';
import { baseUrl, KEY_FIELDS, requestsPerSecond } from '../nodes/shared/client/credentialFields';
import { restrictToCredential } from '../nodes/shared/client/restrictRequest';

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

	/** Also runs for n8n's HTTP Request node. The nodes test the credential. */
	authenticate = async (credential: ICredentialDataDecryptedObject, request: IHttpRequestOptions): Promise<IHttpRequestOptions> => {
		const restricted = restrictToCredential(credential, KEY_FIELDS, request);
		if ('error' in restricted) throw new UserError(restricted.error);
		return withKey(restricted.request, String(credential.apiKey).trim(), credential.keyLocation === 'path' ? 'path' : 'header');
	};
}
