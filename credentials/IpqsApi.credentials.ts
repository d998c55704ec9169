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
			hint: 'Find the key in the IPQualityScore dashboard under Settings',
			description: 'Your private API key. Testing the credential uses no lookup credits.',
		},
		requestsPerSecond,
		{
			displayName: 'Send Key In',
			name: 'keyLocation',
			type: 'options',
			options: [
				{
					name: 'Header (Recommended)',
					value: 'header',
					description: 'Sends the key in a header, which keeps it out of lookup URLs and access logs',
				},
				{ name: 'Path', value: 'path', description: 'Sends the key in the URL, for accounts or proxies that require it' },
			],
			default: 'header',
			description:
				'How to send the key. Account (including the credential test), statistics, fraud report, list and device fingerprint calls always send it in the URL, because IPQS offers no other way.',
		},
		baseUrl,
	];

	/**
	 * Adds the key to lookups, and to requests of n8n's HTTP Request node. There is no `test`, because n8n's declarative test cannot
	 * tell why IPQS rejects a key: the nodes test the credential (`methods.credentialTest`).
	 *
	 * @throws {UserError} when 'Base URL' is invalid
	 */
	authenticate = async (credential: ICredentialDataDecryptedObject, request: IHttpRequestOptions): Promise<IHttpRequestOptions> => {
		const base = parseBaseUrl(credential.baseUrl);
		if ('error' in base) throw new UserError(`'Base URL' ${base.error}`);
		return withKey(request, String(credential.apiKey).trim(), credential.keyLocation === 'path' ? 'path' : 'header');
	};
}
