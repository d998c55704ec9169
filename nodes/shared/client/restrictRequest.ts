import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { parseUrl } from '../ipqs/formats';
import { isLoopback, parseBaseUrl } from './baseUrl';
import { findFieldError, type RequiredFields } from './credentialFields';

/** A request as n8n passes it to `authenticate`: its own HTTP Request node calls the URL `uri` and has names of its own for redirects. */
export type CredentialRequest = IHttpRequestOptions & {
	uri?: unknown;
	rejectUnauthorized?: boolean;
	followRedirect?: boolean;
	followAllRedirects?: boolean;
};

/** A request that stays within the base URL of its credential, or what is wrong with it. */
export type RestrictedRequest = { readonly request: IHttpRequestOptions } | { readonly error: string };

const MAX_DECODINGS = 5;

/** A path with its encodings resolved, as a lenient server might do; undefined if it is encoded too often or wrongly. */
function decodePath(path: string): string | undefined {
	let decoded = path;
	for (let round = 0; round < MAX_DECODINGS; round++) {
		let next: string;
		try {
			next = decodeURIComponent(decoded);
		} catch {
			return undefined;
		}
		if (next === decoded) return decoded;
		decoded = next;
	}
	return undefined;
}

/** The segments of a path after `.` and `..` are resolved; undefined if it leaves the root. */
function resolveSegments(path: string): string[] | undefined {
	const segments: string[] = [];
	for (const segment of path.split(/[/\\]/)) {
		if (segment === '' || segment === '.') continue;
		if (segment !== '..') segments.push(segment);
		else if (segments.pop() === undefined) return undefined;
	}
	return segments;
}

/** Whether a path starts with the segments of another one, also for a server that decodes it first. */
function isWithinPath(path: string, basePath: string): boolean {
	const base = resolveSegments(basePath) ?? [];
	if (base.length === 0) return true;
	const decoded = decodePath(path);
	const segments = decoded === undefined ? undefined : resolveSegments(decoded);
	return segments !== undefined && base.every((segment, index) => segments[index] === segment);
}

/** The URL that axios makes of a request: `baseURL` counts unless the URL is absolute. */
function resolveUrl({ url, uri, baseURL }: CredentialRequest): URL | undefined {
	const path = url ?? uri;
	if (typeof path !== 'string' || (baseURL !== undefined && typeof baseURL !== 'string')) return undefined;
	const isAbsolute = /^(?:[a-z][a-z\d+.-]*:)?\/\//i.test(path);
	if (isAbsolute || !baseURL) return parseUrl(path);
	return parseUrl(path === '' ? baseURL : `${baseURL.replace(/(?<!\/)\/+$/, '')}/${path.replace(/^\/+/, '')}`);
}

/**
 * Restricts a request to the origin and path of the credential's base URL and forbids redirects, so that a credential cannot
 * send its key anywhere else, whichever node uses it. The URL that was checked is the one that is sent. An ignored TLS
 * certificate would let a proxy read the key, so certificates are always verified, except on this machine.
 *
 * @param baseUrl parsed, without trailing slash
 */
export function restrictRequest(request: CredentialRequest, baseUrl: string): RestrictedRequest {
	const url = resolveUrl(request);
	if (url === undefined) return { error: 'The URL of the request must be a full URL as text' };
	const base = new URL(baseUrl);
	const isWithin = url.origin === base.origin && url.username === '' && url.password === '' && isWithinPath(url.pathname, base.pathname);
	if (!isWithin) {
		return { error: `This credential only sends requests to ${baseUrl}. Change the URL of the request, or 'Base URL' of the credential` };
	}
	const rest = Object.fromEntries(Object.entries(request).filter(([name]) => name !== 'uri' && name !== 'baseURL'));
	const verifiesCertificate = isLoopback(base) ? {} : { rejectUnauthorized: true, skipSslCertificateValidation: false };
	// Every name that n8n's HTTP helpers have for it.
	const noRedirects = { disableFollowRedirect: true, followRedirect: false, followAllRedirects: false, maxRedirects: 0 };
	return { request: { ...rest, ...verifiesCertificate, ...noRedirects, url: url.href } };
}

/** Checks a credential and restricts a request to it. */
export function restrictToCredential(
	credential: ICredentialDataDecryptedObject,
	fields: RequiredFields,
	request: CredentialRequest,
): RestrictedRequest {
	const base = parseBaseUrl(credential.baseUrl);
	if ('error' in base) return { error: `'Base URL' of the credential ${base.error}` };
	const field = findFieldError(credential, fields);
	return field === undefined ? restrictRequest(request, base.url) : { error: `'${field.label}' of the credential ${field.error}` };
}
