import type { IHttpRequestOptions } from 'n8n-workflow';
import { isJsonObject } from '../json/json';

/**
 * Adds domain and secret to the body of a request as `key` and `secret` (IPQS documentation, custom integrations). The body is a
 * form in requests of this package, and an object in those of n8n's HTTP Request node.
 */
export function withDomainAndSecret(request: IHttpRequestOptions, domain: string, secret: string): IHttpRequestOptions {
	const { body } = request;
	if (body instanceof URLSearchParams) {
		const form = new URLSearchParams(body);
		form.set('key', domain);
		form.set('secret', secret);
		return { ...request, body: form };
	}
	return { ...request, body: { ...(isJsonObject(body) ? body : {}), key: domain, secret } };
}
