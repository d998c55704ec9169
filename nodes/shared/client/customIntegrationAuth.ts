import type { IHttpRequestOptions } from 'n8n-workflow';
import { isJsonObject } from '../json/json';

/**
 * Puts domain and secret into the body of a request to a custom integration, under the names IPQS gives them (documentation,
 * custom integrations): a form of this package's own requests, fields of n8n's HTTP Request node.
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
