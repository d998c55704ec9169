import { n8n } from './n8n';

/** A key that belongs to nobody, and is written otherwise in an address. */
export const KEY = ['F1CT10NAL+', 'NOBODYS/', 'PASSWORD=', '1234567'].join('');

export const credential = (url: string, fields: object = {}): object => ({
	apiKey: KEY,
	keyLocation: 'header',
	baseUrl: url,
	requestsPerSecond: 0,
	...fields,
});

/** Saves a credential for an IPQS at this address, and returns what a node says to use it. */
export async function account(
	url: string,
	fields: object = {},
	name = `IPQS at ${url}`,
): Promise<{ credentials: { ipqsApi: { id: string; name: string } } }> {
	const { id } = await n8n.rest<{ id: string }>('POST', '/credentials', { name, type: 'ipqsApi', data: credential(url, fields) });
	return { credentials: { ipqsApi: { id, name } } };
}
