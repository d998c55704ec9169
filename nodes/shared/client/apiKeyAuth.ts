import type { IHttpRequestOptions } from 'n8n-workflow';
import { KEY_MARKER, type KeyLocation } from '../ipqs/request';

const ENDPOINT = /(\/api\/(?:json|xml)\/[^/?#]+)/;

/** The marker as a URL parser leaves it. */
const ENCODED_MARKER = encodeURIComponent(KEY_MARKER);

/**
 * Adds the key to a request: in place of the marker in its URL, as `IPQS-KEY` header, or after the endpoint
 * (`/api/json/phone/{key}/…`), the forms that IPQS documents.
 *
 * @param request with an absolute URL
 */
export function withKey<Request extends Pick<IHttpRequestOptions, 'url' | 'headers'>>(
	request: Request,
	key: string,
	location: KeyLocation,
): Request {
	const url = request.url.replace(ENCODED_MARKER, KEY_MARKER);
	if (location === 'header' && !url.includes(KEY_MARKER)) return { ...request, headers: { ...request.headers, 'IPQS-KEY': key } };
	const withMarker = url.includes(KEY_MARKER) ? url : url.replace(ENDPOINT, `$1/${KEY_MARKER}`);
	return { ...request, url: withMarker.replace(KEY_MARKER, () => encodeURIComponent(key)) };
}
