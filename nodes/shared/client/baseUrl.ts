import { parseUrl } from '../ipqs/formats';

export const DEFAULT_BASE_URL = 'https://www.ipqualityscore.com';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

export const isLoopback = ({ hostname }: URL): boolean => LOOPBACK.test(hostname);

/** A base URL that requests may go to, or what is wrong with it. */
export type BaseUrl = { readonly url: string } | { readonly error: string };

/** The part of an IPQS URL that requests add themselves; the lookbehinds keep a long row of slashes linear. */
const API_PATH = /(?<!\/)\/+api(?:\/+(?:json|xml))?$/;

/**
 * Parses the 'Base URL' of a credential: https, or plain http on a loopback host, so that a key is never sent in the clear.
 * Removes a trailing slash and a trailing `/api` or `/api/json`; an empty value is IPQS's own URL.
 */
export function parseBaseUrl(value: unknown): BaseUrl {
	if (value !== undefined && value !== null && typeof value !== 'string') {
		return { error: 'must be text such as https://www.ipqualityscore.com' };
	}
	const text = (value ?? '').trim();
	if (text === '') return { url: DEFAULT_BASE_URL };
	const url = parseUrl(text);
	if (url === undefined) return { error: 'must be a URL such as https://www.ipqualityscore.com' };
	if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url))) {
		return { error: 'must start with https:// (http:// only for this machine)' };
	}
	if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
		return { error: 'must not contain a login, query or fragment' };
	}
	return { url: `${url.origin}${url.pathname}`.replace(/(?<!\/)\/+$/, '').replace(API_PATH, '') };
}
