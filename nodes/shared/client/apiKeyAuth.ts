import type { IHttpRequestOptions } from 'n8n-workflow';
import { KEY_MARKER, type KeyLocation } from '../ipqs/request';

/** n8n's HTTP Request node still names the address `uri`. */
type AddressedRequest = IHttpRequestOptions & { uri?: string };

const ENDPOINT = /(\/api\/(?:json|xml)\/[^/?#]+)/;

const marked = (address: string): string => (address.includes(KEY_MARKER) ? address : address.replace(ENDPOINT, `$1/${KEY_MARKER}`));

/**
 * Puts the key into a request: where the address has the marker, as `IPQS-KEY` header, or behind the endpoint
 * (`/api/json/phone/{key}/…`), the two forms IPQS documents.
 */
export function withKey(request: AddressedRequest, key: string, location: KeyLocation): IHttpRequestOptions {
	const part = request.url === undefined && request.uri !== undefined ? 'uri' : 'url';
	const address = request[part] ?? '';
	if (location === 'header' && !address.includes(KEY_MARKER)) {
		return { ...request, headers: { ...request.headers, 'IPQS-KEY': key } };
	}
	const withMarker = location === 'path' ? marked(address) : address;
	return { ...request, [part]: withMarker.replace(KEY_MARKER, encodeURIComponent(key)) };
}
