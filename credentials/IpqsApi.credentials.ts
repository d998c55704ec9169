import {
	UserError,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IHttpRequestOptions,
	type INodeProperties,
} from 'n8n-workflow';
import { withKey } from '../nodes/shared/client/apiKeyAuth';
import { KEY_FIELDS, readCredentialText } from '../nodes/shared/client/readCredential';
import { baseUrl, lookupsPerDay, requestsPerSecond } from '../nodes/shared/client/credentialProperties';
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
			hint: 'Find the key in the IPQualityScore dashboard under Settings',
			description: 'Your private API key. Testing the credential uses no lookup credits.',
		},
		requestsPerSecond,
		lookupsPerDay,
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
				{ name: 'URL', value: 'path', description: 'Sends the key in the URL, for accounts or proxies that require it' },
			],
			default: 'header',
			description:
				'How to send the key. Account (including the credential test), statistics, fraud report, list and device fingerprint calls always send it in the URL, because IPQS offers no other way.',
		},
		baseUrl,
	];

	/**
	 * Adds the key to a request within the base URL, and refuses any other. Also runs for n8n's HTTP Request node. The nodes test the
	 * credential.
	 *
	 * @throws {UserError} when the request or the credential cannot be used
	 */
	authenticate = async (credential: ICredentialDataDecryptedObject, request: IHttpRequestOptions): Promise<IHttpRequestOptions> => {
		const restricted = restrictToCredential(credential, KEY_FIELDS, 'apiUrl', request);
		if ('error' in restricted) throw new UserError(restricted.error);
		const location = credential.keyLocation === 'path' ? 'path' : 'header';
		const signed = withKey(restricted.request, readCredentialText(credential.apiKey), location, restricted.baseUrl);
		if (signed === undefined) {
			throw new UserError(
				"With 'Send Key In' set to URL, the URL of the request must start like /api/json/phone. Change the URL, or send the key in the header",
			);
		}
		return signed;
	};
}
