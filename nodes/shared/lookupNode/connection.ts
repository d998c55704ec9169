import type { IExecuteFunctions } from 'n8n-workflow';
import { InvalidParameter } from '../parameters/readParameter';
import { createHttpTransport } from '../client/httpTransport';
import type { KeyLocation } from '../ipqs/request';
import type { Sandbox } from '../ipqs/sandbox/sandbox';
import { INTEGRATION_FIELDS, KEY_FIELDS, readConnectionFields, readCredentialText } from '../client/readCredential';
import { createSandboxTransport } from '../client/sandboxTransport';
import type { Clock } from '../scheduling/clock';
import type { Transport } from '../client/lookUp';

/** How requests authenticate: an API key or a custom integration. */
export type AuthMode = { readonly keyLocation: KeyLocation } | { readonly integration: string };

/** What an execution uses to send requests. */
export interface Connection {
	readonly transport: Transport;
	readonly sandbox: boolean;
	readonly auth: AuthMode;
}

/** Credential type by the value of 'Authentication'. */
const CREDENTIALS = { apiKey: 'ipqsApi', customIntegration: 'ipqsCustomIntegrationApi' } as const;

export const isSandbox = (node: IExecuteFunctions): boolean => node.getNodeParameter('authentication', 0) === 'sandbox';

/**
 * Reads and checks the credential that 'Authentication' selects, and creates a transport for it or for the sandbox.
 *
 * @throws {InvalidParameter} when the credential cannot be used; n8n's error when there is none
 */
export async function connect(node: IExecuteFunctions, clock: Clock, sandbox: Sandbox): Promise<Connection> {
	if (isSandbox(node)) return { transport: createSandboxTransport(clock, sandbox), sandbox: true, auth: { keyLocation: 'header' } };
	const custom = node.getNodeParameter('authentication', 0) === 'customIntegration';
	const type = custom ? CREDENTIALS.customIntegration : CREDENTIALS.apiKey;
	const credential = await node.getCredentials(type);
	const fields = readConnectionFields(credential, custom ? INTEGRATION_FIELDS : KEY_FIELDS);
	if ('error' in fields) throw new InvalidParameter(fields.label, `of the credential ${fields.error}`);
	const { baseUrl, requestsPerSecond, lookupsPerDay } = fields;
	const login = (custom ? [credential.integration, credential.domain, credential.secret] : [credential.apiKey]).map(readCredentialText);
	const transport = createHttpTransport(node, clock, {
		type,
		accountId: JSON.stringify([type, baseUrl, ...login]),
		payerId: JSON.stringify([type, ...login]),
		credentialId: node.getNode().credentials?.[type]?.id ?? '',
		baseUrl,
		requestsPerSecond,
		lookupsPerDay,
		secrets: [readCredentialText(custom ? credential.secret : credential.apiKey)],
	});
	const auth: AuthMode = custom
		? { integration: readCredentialText(credential.integration) }
		: { keyLocation: credential.keyLocation === 'path' ? 'path' : 'header' };
	return { transport, sandbox: false, auth };
}
