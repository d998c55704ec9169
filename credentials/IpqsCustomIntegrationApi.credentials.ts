import {
	UserError,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IHttpRequestOptions,
	type INodeProperties,
} from 'n8n-workflow';
import { baseUrl, INTEGRATION_FIELDS, requestsPerSecond } from '../nodes/shared/client/credentialFields';
import { withDomainAndSecret } from '../nodes/shared/client/customIntegrationAuth';
import { restrictToCredential } from '../nodes/shared/client/restrictRequest';

export class IpqsCustomIntegrationApi implements ICredentialType {
	name = 'ipqsCustomIntegrationApi';

	displayName = 'IPQS Custom Integration API';

	icon = { light: 'file:ipqs.svg', dark: 'file:ipqs.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-ipqs/n8n-nodes-ipqs#custom-integration';

	properties: INodeProperties[] = [
		{
			displayName: 'Integration',
			name: 'integration',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. ExampleCRM',
			description: 'The name under which IPQS knows the integration, as it stands in its addresses',
		},
		{
			displayName: 'Domain',
			name: 'domain',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. example.com',
			description: 'The domain that the user connected to IPQS',
		},
		{
			displayName: 'Secret',
			name: 'secret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'The secret that IPQS gave out when the user connected the domain. Testing sees whether IPQS answers at this address, and no more: IPQS has no free call that checks domain and secret, so the first lookup does.',
		},
		baseUrl,
		requestsPerSecond,
	];

	/** Adds domain and secret only to the body: in a URL they would end up in logs. Also runs for n8n's HTTP Request node. */
	authenticate = async (credential: ICredentialDataDecryptedObject, request: IHttpRequestOptions): Promise<IHttpRequestOptions> => {
		const restricted = restrictToCredential(credential, INTEGRATION_FIELDS, request);
		if ('error' in restricted) throw new UserError(restricted.error);
		if (request.method !== 'POST')
			throw new UserError('A custom integration only accepts POST requests. Set the method of the request to POST');
		const signed = withDomainAndSecret(restricted.request, String(credential.domain).trim(), String(credential.secret).trim());
		if (signed === undefined)
			throw new UserError('A custom integration only accepts form fields or JSON as body. Change the body of the request');
		return signed;
	};
}
