import { parseUrl } from '../ipqs/formats';

export const DEFAULT_BASE_URL = 'https://www.ipqualityscore.com';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

export const isLoopback = ({ hostname }: URL): boolean => LOOPBACK.test(hostname);

/** A base URL, or what is wrong with it, as the rest of a sentence. */
export type BaseUrl =
	| {
			/** What the path of a request is appended to; without trailing slash. */
			readonly url: string;
			/** Where calls with an API key go: `url`, or `/api` below it if that was entered. */
			readonly apiUrl: string;
	  }
	| { readonly error: string };

/**
 * The part of an IPQS URL that requests add themselves, and what follows `/api/json`; the lookbehind keeps a long row of slashes
 * linear.
 */
const API_PATH = /(?<!\/)\/+api(?:\/+(?:json|xml)(\/.*)?)?$/i;

/**
 * Parses the 'Base URL' of a credential: https, or plain http on a loopback host, so that a key is never sent unencrypted over a
 * network. Removes trailing slashes, `/api` and `/api/json`. An empty value means IPQS itself.
 */
export function parseBaseUrl(value: unknown): BaseUrl {
	if (value !== undefined && value !== null && typeof value !== 'string') {
		return { error: `must be text such as ${DEFAULT_BASE_URL}` };
	}
	const text = (value ?? '').trim();
	if (text === '') return { url: DEFAULT_BASE_URL, apiUrl: DEFAULT_BASE_URL };
	const url = parseUrl(text);
	if (url === undefined) return { error: `must be a URL such as ${DEFAULT_BASE_URL}` };
	if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url))) {
		return { error: 'must start with https:// (http:// is only allowed for localhost)' };
	}
	if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
		return { error: 'must not contain a login, query or fragment' };
	}
	const path = url.pathname.replace(/(?<!\/)\/+$/, '');
	const api = API_PATH.exec(path);
	if (api?.[1] !== undefined) return { error: `must end before /api/json, such as ${DEFAULT_BASE_URL}` };
	const root = `${url.origin}${path.slice(0, api?.index)}`;
	return { url: root, apiUrl: api === null ? root : `${root}/api` };
}
