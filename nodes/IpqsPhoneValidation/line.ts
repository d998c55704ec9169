import type { IExecuteFunctions } from 'n8n-workflow';
import { InvalidParameter } from '../shared/item/readers';
import { readBaseUrl } from '../shared/ipqs/address';
import { ipqsLine } from '../shared/ipqs/client';
import type { KeyLocation } from '../shared/ipqs/request';
import { sandboxLine } from '../shared/ipqs/sandbox/line';
import type { Clock } from '../shared/run/clock';
import type { Line } from '../shared/run/lookup';

/** How lookups are made in an execution. */
export interface Way {
	readonly line: Line;
	readonly sandbox: boolean;
	readonly keyLocation: KeyLocation;
}

export const isSandbox = (node: IExecuteFunctions): boolean => node.getNodeParameter('authentication', 0) === 'sandbox';

/**
 * The line that the node's authentication asks for.
 *
 * @throws {InvalidParameter} when the credential's address cannot be used; what n8n throws when there is no credential
 */
export async function wayOf(node: IExecuteFunctions, clock: Clock): Promise<Way> {
	if (isSandbox(node)) return { line: sandboxLine(clock), sandbox: true, keyLocation: 'header' };
	const credential = await node.getCredentials('ipqsApi');
	const baseUrl = readBaseUrl(credential.baseUrl);
	if ('refused' in baseUrl) throw new InvalidParameter('Base URL', baseUrl.refused);
	const line = ipqsLine(node, {
		type: 'ipqsApi',
		baseUrl: baseUrl.url,
		requestsPerSecond: Math.max(0, Number(credential.requestsPerSecond) || 0),
		secrets: [String(credential.apiKey).trim()],
	});
	return { line, sandbox: false, keyLocation: credential.keyLocation === 'path' ? 'path' : 'header' };
}
