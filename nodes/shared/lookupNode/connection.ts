import type { IExecuteFunctions } from 'n8n-workflow';
import { InvalidParameter } from '../parameters/validate';
import { readBaseUrl } from '../client/baseUrl';
import { ipqsLine } from '../client/transport';
import { checkSegment, type KeyLocation } from '../ipqs/request';
import type { Sandbox } from '../ipqs/sandbox/sandbox';
import { ceilingOf, emptyField, INTEGRATION_FIELDS, KEY_FIELDS } from '../client/credentialFields';
import { sandboxLine } from '../client/sandboxTransport';
import type { Clock } from '../scheduling/clock';
import type { Line } from '../client/lookUp';

/** How a request shows whose it is: an API key, or a site that IPQS knows as an integration. */
export type Access = { readonly keyLocation: KeyLocation } | { readonly integration: string };

/** How lookups are made in an execution. */
export interface Way {
	readonly line: Line;
	readonly sandbox: boolean;
	readonly access: Access;
}

/** Credential type by the value of 'Authentication'. */
const CREDENTIALS = { apiKey: 'ipqsApi', customIntegration: 'ipqsCustomIntegrationApi' } as const;

export const isSandbox = (node: IExecuteFunctions): boolean => node.getNodeParameter('authentication', 0) === 'sandbox';

const text = (value: unknown): string => String(value).trim();

/**
 * The line that the node's authentication asks for.
 *
 * @throws {InvalidParameter} when the credential cannot be used; what n8n throws when there is none
 */
export async function wayOf(node: IExecuteFunctions, clock: Clock, sandbox: Sandbox): Promise<Way> {
	if (isSandbox(node)) return { line: sandboxLine(clock, sandbox), sandbox: true, access: { keyLocation: 'header' } };
	const custom = node.getNodeParameter('authentication', 0) === 'customIntegration';
	const type = custom ? CREDENTIALS.customIntegration : CREDENTIALS.apiKey;
	const credential = await node.getCredentials(type);
	const baseUrl = readBaseUrl(credential.baseUrl);
	if ('refused' in baseUrl) throw new InvalidParameter('Base URL', baseUrl.refused);
	const empty = emptyField(credential, custom ? INTEGRATION_FIELDS : KEY_FIELDS);
	if (empty !== undefined) throw new InvalidParameter(empty, 'of the credential is empty');
	if (custom) checkSegment('Integration', text(credential.integration), 'copy the name that IPQS registered');
	const requestsPerSecond = ceilingOf(credential);
	if (requestsPerSecond === undefined) throw new InvalidParameter('Requests per Second', 'of the credential must be a number such as 20, or 0 for no ceiling');
	const line = ipqsLine(node, {
		type,
		baseUrl: baseUrl.url,
		requestsPerSecond,
		secrets: [text(custom ? credential.secret : credential.apiKey)],
	});
	return { line, sandbox: false, access: custom ? { integration: text(credential.integration) } : { keyLocation: credential.keyLocation === 'path' ? 'path' : 'header' } };
}
