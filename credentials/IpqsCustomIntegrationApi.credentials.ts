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
			description: 'Name under which IPQS registered your integration, as used in its API URLs',
		},
		{
			displayName: 'Domain',
			name: 'domain',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. example.com',
			description: 'Domain that the user connected to IPQS',
		},
		{
			displayName: 'Secret',
			name: 'secret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'Secret that IPQS issued when the user connected the domain. Testing only checks that IPQS is reachable. The first lookup verifies domain and secret.',
		},
		requestsPerSecond,
		baseUrl,
	];

	/**
	 * Adds domain and secret to the body only: IPQS takes them as parameters, and URLs end up in logs.
	 *
	 * @throws {UserError} when 'Base URL' is invalid, or the request is not a POST
	 */
	authenticate = async (credential: ICredentialDataDecryptedObject, request: IHttpRequestOptions): Promise<IHttpRequestOptions> => {
		const base = parseBaseUrl(credential.baseUrl);
		if ('error' in base) throw new UserError(`'Base URL' ${base.error}`);
		if (request.method !== 'POST') throw new UserError('IPQS accepts the domain and secret of a custom integration only in POST requests');
		return withDomainAndSecret(request, String(credential.domain).trim(), String(credential.secret).trim());
	};
}
