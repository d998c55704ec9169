import type { IHttpRequestOptions } from 'n8n-workflow';
import { KEY_MARKER, type KeyLocation } from '../ipqs/request';

/** n8n's HTTP Request node still uses `uri` instead of `url`. */
type RequestWithUri = IHttpRequestOptions & { uri?: string };

const ENDPOINT = /(\/api\/(?:json|xml)\/[^/?#]+)/;

const addMarker = (url: string): string => (url.includes(KEY_MARKER) ? url : url.replace(ENDPOINT, `$1/${KEY_MARKER}`));

/**
 * Adds the key to a request in one of the two forms that IPQS documents (documentation, submitting data): as `IPQS-KEY` header, or
 * as the path segment after the endpoint (`/api/json/phone/{key}/…`). A key marker in the URL is replaced in either case.
 */
export function withKey(request: RequestWithUri, key: string, location: KeyLocation): IHttpRequestOptions {
	const part = request.url === undefined && request.uri !== undefined ? 'uri' : 'url';
	const url = request[part] ?? '';
	if (location === 'header' && !url.includes(KEY_MARKER)) {
		return { ...request, headers: { ...request.headers, 'IPQS-KEY': key } };
	}
	const withMarker = location === 'path' ? addMarker(url) : url;
	return { ...request, [part]: withMarker.replace(KEY_MARKER, encodeURIComponent(key)) };
}
