import {
	UserError,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IHttpRequestOptions,
	type INodeProperties,
} from 'n8n-workflow';
import { parseBaseUrl } from '../nodes/shared/client/baseUrl';
import { withDomainAndSecret } from '../nodes/shared/client/customIntegrationAuth';
import { baseUrl, requestsPerSecond } from '../nodes/shared/client/credentialFields';

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

	/** Domain and secret go into the body alone: IPQS takes them as parameters, and an address would end up in logs. */
	authenticate = async (credential: ICredentialDataDecryptedObject, request: IHttpRequestOptions): Promise<IHttpRequestOptions> => {
		const base = parseBaseUrl(credential.baseUrl);
		if ('error' in base) throw new UserError(`'Base URL' ${base.error}`);
		if (request.method !== 'POST') throw new UserError('IPQS takes the domain and the secret of a custom integration with POST alone');
		return withDomainAndSecret(request, String(credential.domain).trim(), String(credential.secret).trim());
	};
}
