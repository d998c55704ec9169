import { parseUrl } from '../ipqs/formats';

export const DEFAULT_BASE_URL = 'https://www.ipqualityscore.com';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** A base URL without trailing slash, or why the text cannot be used. */
export type BaseUrl = { readonly url: string } | { readonly error: string };

/**
 * Parses the 'Base URL' of a credential: https, or http on a loopback host, so that a key is never sent unencrypted over a
 * network. Trailing slashes and a trailing `/api` are removed. An empty value means IPQS.
 */
export function parseBaseUrl(text: unknown): BaseUrl {
	const trimmed = typeof text === 'string' ? text.trim() : '';
	if (trimmed === '') return { url: DEFAULT_BASE_URL };
	const url = parseUrl(trimmed);
	if (url === undefined) return { error: 'must be a URL such as https://www.ipqualityscore.com' };
	if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOOPBACK.test(url.hostname))) {
		return { error: 'must start with https:// (http:// is only allowed for localhost)' };
	}
	if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
		return { error: 'must not contain a login, query or fragment' };
	}
	// The lookbehind keeps the match linear: without it, a long row of slashes is tried from each slash.
	return { url: `${url.origin}${url.pathname}`.replace(/(?<!\/)\/+$/, '').replace(/(?<!\/)\/+api$/, '') };
}
