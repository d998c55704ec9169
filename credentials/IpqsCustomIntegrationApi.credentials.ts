import {
	UserError,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IHttpRequestOptions,
	type INodeProperties,
} from 'n8n-workflow';
import { INTEGRATION_FIELDS, readCredentialText } from '../nodes/shared/client/readCredential';
import { baseUrl, requestsPerSecond } from '../nodes/shared/client/credentialProperties';
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
				'Secret that IPQS issued when the user connected the domain. Testing the credential reads the IPQS overview of the domain and makes no lookup.',
		},
		requestsPerSecond,
		baseUrl,
	];

	/**
	 * Adds domain and secret to the body of a POST within the base URL, and refuses any other request: in a URL they would end up in
	 * logs. Also runs for n8n's HTTP Request node. The nodes test the credential.
	 *
	 * @throws {UserError} when the request or the credential cannot be used
	 */
	authenticate = async (credential: ICredentialDataDecryptedObject, request: IHttpRequestOptions): Promise<IHttpRequestOptions> => {
		const restricted = restrictToCredential(credential, INTEGRATION_FIELDS, 'url', request);
		if ('error' in restricted) throw new UserError(restricted.error);
		if (restricted.request.method?.toUpperCase() !== 'POST') {
			throw new UserError('A custom integration only accepts POST requests. Set the method of the request to POST');
		}
		const signed = withDomainAndSecret(restricted.request, readCredentialText(credential.domain), readCredentialText(credential.secret));
		if (signed === undefined) {
			throw new UserError('A custom integration only accepts URL-encoded fields or JSON as body, no file. Change the body of the request');
		}
		return signed;
	};
}
