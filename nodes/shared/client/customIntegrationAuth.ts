import type { IHttpRequestOptions } from 'n8n-workflow';
import { isJsonObject, parseJson } from '../json/json';

/** Where n8n's nodes put the fields of a form body. */
type FormRequest = IHttpRequestOptions & { form?: unknown };

/**
 * Adds domain and secret to the body of a request under the names that IPQS gives them (documentation, custom integrations): to a
 * form, a URL-encoded or JSON text, or the fields of an object.
 *
 * @returns undefined if the body is none of these, such as a file
 */
export function withDomainAndSecret(request: FormRequest, domain: string, secret: string): IHttpRequestOptions | undefined {
	const { body, form } = request;
	const own = { key: domain, secret };
	if (body instanceof URLSearchParams) return { ...request, body: withFormFields(body, own) };
	if (typeof body === 'string' && body.trim() !== '') {
		const json = parseJson(body);
		if (isJsonObject(json)) return { ...request, body: JSON.stringify({ ...json, ...own }) };
		return json === undefined ? { ...request, body: withFormFields(new URLSearchParams(body), own) } : undefined;
	}
	if (isJsonObject(form)) return { ...request, form: { ...form, ...own } } as IHttpRequestOptions;
	if (body === undefined || body === null || body === '') return { ...request, body: own };
	const isPlain = isJsonObject(body) && Object.getPrototypeOf(body) === Object.prototype;
	return isPlain ? { ...request, body: { ...body, ...own } } : undefined;
}

function withFormFields(form: URLSearchParams, fields: Readonly<Record<string, string>>): URLSearchParams {
	const copy = new URLSearchParams(form);
	for (const [name, value] of Object.entries(fields)) copy.set(name, value);
	return copy;
}
