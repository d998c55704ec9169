import { parseUrl } from '../ipqs/formats';

export const DEFAULT_BASE_URL = 'https://www.ipqualityscore.com';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

export const isLoopback = ({ hostname }: URL): boolean => LOOPBACK.test(hostname);

/** A base URL without trailing slash, or what is wrong with it, as the rest of a sentence. */
export type BaseUrl = { readonly url: string } | { readonly error: string };

/**
 * The part of an IPQS URL that requests add themselves, with what follows it; the lookbehind keeps a long row of slashes linear.
 * A bare `/api` may be the path of a proxy.
 */
const API_PATH = /(?<!\/)\/+api\/+(?:json|xml)(\/.*)?$/i;

/**
 * Parses the 'Base URL' of a credential: https, or plain http on a loopback host, so that a key is never sent unencrypted over a
 * network. Removes trailing slashes and `/api/json`. An empty value means IPQS itself.
 */
export function parseBaseUrl(value: unknown): BaseUrl {
	if (value !== undefined && value !== null && typeof value !== 'string') {
		return { error: `must be text such as ${DEFAULT_BASE_URL}` };
	}
	const text = (value ?? '').trim();
	if (text === '') return { url: DEFAULT_BASE_URL };
	const url = parseUrl(text);
	if (url === undefined) return { error: `must be a URL such as ${DEFAULT_BASE_URL}` };
	if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url))) {
		return { error: 'must start with https:// (http:// is only allowed for localhost)' };
	}
	if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
		return { error: 'must not contain a login, query or fragment' };
	}
	const path = url.pathname.replace(/(?<!\/)\/+$/, '');
	if (API_PATH.exec(path)?.[1] !== undefined) return { error: `must end before /api/json, such as ${DEFAULT_BASE_URL}` };
	return { url: `${url.origin}${path.replace(API_PATH, '')}` };
}
