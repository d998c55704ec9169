import type { IHttpRequestOptions } from 'n8n-workflow';
import { isJsonObject, parseJson, type JsonObject } from '../json/json';

/** Where n8n's older helper takes the fields of a body, beside `body`. */
type FormRequest = IHttpRequestOptions & { form?: unknown; formData?: unknown };

type Fields = Readonly<Record<string, string>>;

/** `name=value` pairs; not XML, JSON or other text. */
const URL_ENCODED = /^[^\s=<{["]+=\S*$/;

/** Whether a value is an object without a class, such as a stream or a file has. */
function isPlainObject(value: unknown): value is JsonObject {
	if (!isJsonObject(value)) return false;
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/**
 * Adds domain and secret to the body of a request as `key` and `secret` (IPQS documentation, custom integrations): to the fields of
 * an object or form, or to text that is URL-encoded or a JSON object.
 *
 * @returns undefined if the body is none of these, such as a file
 */
export function withDomainAndSecret(request: FormRequest, domain: string, secret: string): IHttpRequestOptions | undefined {
	const fields = { key: domain, secret };
	for (const part of ['formData', 'form'] as const) {
		if (request[part] !== undefined)
			return isPlainObject(request[part]) ? withPart(request, part, { ...request[part], ...fields }) : undefined;
	}
	const body = addFields(request.body ?? '', fields);
	return body === undefined ? undefined : withPart(request, 'body', body);
}

const withPart = (request: FormRequest, part: 'body' | 'form' | 'formData', value: unknown): IHttpRequestOptions =>
	({ ...request, [part]: value }) as IHttpRequestOptions;

function addFields(body: unknown, fields: Fields): unknown {
	if (body instanceof URLSearchParams) return addToForm(body, fields);
	if (isPlainObject(body)) return { ...body, ...fields };
	if (typeof body !== 'string') return undefined;
	const text = body.trim();
	if (text === '') return { ...fields };
	if (URL_ENCODED.test(text)) return String(addToForm(new URLSearchParams(text), fields));
	const json = parseJson(text);
	if (!isJsonObject(json)) return undefined;
	// Appended, so that everything else stays as it was written. The last of two members with the same name counts.
	return `${text.slice(0, -1)}${Object.keys(json).length > 0 ? ',' : ''}${JSON.stringify(fields).slice(1)}`;
}

function addToForm(form: URLSearchParams, fields: Fields): URLSearchParams {
	const copy = new URLSearchParams(form);
	for (const [name, value] of Object.entries(fields)) copy.set(name, value);
	return copy;
}
