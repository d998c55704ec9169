import type { IHttpRequestOptions } from 'n8n-workflow';
import { KEY_MARKER, type KeyLocation } from '../ipqs/request';

/** Second part of some endpoints, such as `allowlist/create` and `leaked/email`. */
const ACTION = '(?:/(?:create|delete|list|email|username|password))?';

/**
 * The paths in which the marker stands for the key, up to the marker as a URL parser leaves it. Anywhere else it could be part of
 * a value, such as a URL that IPQS is asked to visit, and would hand the key to that site.
 */
const MARKED = new RegExp(`^(/api(?:/[a-z_]+){0,2}${ACTION})/${encodeURIComponent(KEY_MARKER)}(?=/|$)`);

/** A lookup, whose key follows the endpoint (`/api/json/phone/{key}/…`). */
const ENDPOINT = new RegExp(`^(/api/(?:json|xml)/[^/]+${ACTION})(?=/|$)`);

/**
 * Adds the key to a request in one of the forms that IPQS documents: in place of the marker in its path, as `IPQS-KEY` header, or
 * after the endpoint.
 *
 * @param request with an absolute URL that starts with the base URL
 * @param baseUrl parsed, without trailing slash
 * @returns undefined if the path has no place for the key
 */
export function withKey<Request extends Pick<IHttpRequestOptions, 'url' | 'headers'>>(
	request: Request,
	key: string,
	location: KeyLocation,
	baseUrl: string,
): Request | undefined {
	const url = new URL(request.url);
	const basePath = new URL(baseUrl).pathname.replace(/\/$/, '');
	const path = url.pathname.slice(basePath.length);
	const marked = MARKED.exec(path);
	if (marked === null && location === 'header') return { ...request, headers: { ...request.headers, 'IPQS-KEY': key } };
	const [matched, before] = marked ?? ENDPOINT.exec(path) ?? [];
	if (matched === undefined) return undefined;
	const pathWithKey = `${basePath}${before}/${encodeURIComponent(key)}${path.slice(matched.length)}`;
	return { ...request, url: `${url.origin}${pathWithKey}${url.search}${url.hash}` };
}
