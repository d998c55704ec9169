import { parseUrl } from '../ipqs/formats';

export const DEFAULT_BASE_URL = 'https://www.ipqualityscore.com';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** A base URL that requests may go to, or what is wrong with it. */
export type BaseUrl = { readonly url: string } | { readonly error: string };

/**
 * Reads the 'Base URL' of a credential: https, or plain http on a loopback host, so that a key is never sent in the clear.
 * A trailing slash and a trailing `/api` are taken off, and an empty one is IPQS's own.
 */
export function parseBaseUrl(text: unknown): BaseUrl {
	const written = typeof text === 'string' ? text.trim() : '';
	if (written === '') return { url: DEFAULT_BASE_URL };
	const url = parseUrl(written);
	if (url === undefined) return { error: 'must be an address such as https://www.ipqualityscore.com' };
	if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOOPBACK.test(url.hostname))) {
		return { error: 'must begin with https:// (plain http is for this machine alone)' };
	}
	if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
		return { error: 'must hold a host alone, without login, query or fragment' };
	}
	// The lookbehind keeps a long row of slashes from being tried from each of them.
	return { url: `${url.origin}${url.pathname}`.replace(/(?<!\/)\/+$/, '').replace(/(?<!\/)\/+api$/, '') };
}
